//go:build !unix

package store

// NoWait is the flag with which opening a file does not wait; here nothing that can be
// opened makes it wait.
const NoWait = 0
