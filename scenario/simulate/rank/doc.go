// Package rank finds percentiles of many values without putting them in order: of values
// in memory, and of more than there is memory for.
package rank
