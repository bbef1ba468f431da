// Package store keeps a workspace on disk: it reads and writes the workspace
// file, whole and checked or not at all, and replaces files without ever leaving
// half of one.
//
// The format is declared once, in fields.go; reading, writing and the defaults
// of what a file leaves out follow that declaration. What makes figures sound is
// the scenario package's business, and how faults are worded for people the
// user interface's.
package store
