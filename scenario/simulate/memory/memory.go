// Package memory gets memory that much is put into once. What it costs to touch a page for
// the first time is, in small pages, more than what is computed for it.
package memory

// For returns room for so many values, all 0: in large pages, where the system has them.
func For(values int) []float64 { return inLargePages(values) }
