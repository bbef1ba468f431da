// Package live runs aside what may not hold up the window: reading and writing
// files, drawing pictures, large computations. It is the one place below ui that
// starts goroutines and comes back to the UI goroutine; everything else is
// single-threaded on purpose, and has no other clock.
//
// It knows nothing of scenarios or widgets, and it keeps no work that outlives the
// program: what must be on disk before the end is written by who ends it.
package live
