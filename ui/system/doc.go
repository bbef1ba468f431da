// Package system is between the window and the system it runs on: it says in words what
// keeps a file from being read or written, names files, and hands what is copied to the
// program that keeps the clipboard.
package system
