//go:build race

package store

// raced: the tests run under the race detector, many times slower and larger.
// Nothing here is concurrent, so the longest of them have nothing to gain.
const raced = true
