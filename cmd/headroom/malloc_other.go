//go:build !linux

package main

// keepFreedMemory does nothing here: the renderer that it is for runs on Linux.
func keepFreedMemory() {}
