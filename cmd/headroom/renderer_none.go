//go:build !linux

package main

// spreadRenderer does nothing here: only on Linux is it known to help.
func spreadRenderer() {}
