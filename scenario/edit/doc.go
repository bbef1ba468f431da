// Package edit is a workspace being edited: changes that can be undone and
// redone without limit, merged while a control is held, checked before they
// count, and numbered, so that whoever shows the workspace knows when to look
// again.
//
// It computes no projections, reads and writes no files, asks nobody anything
// and starts no goroutines: a Session belongs to one of them. What it hands out
// are values, which later changes never write to.
package edit
