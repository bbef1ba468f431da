// Package memory gets memory for large results that are written once. In small pages it would
// cost more to touch each for the first time than to compute what goes there.
package memory

// For returns room for so many values, all 0: in large pages, where the system has them. It
// takes up to 4 MiB more than it returns, so that it is for many values.
func For(values int) []float64 { return inLargePages(values) }
