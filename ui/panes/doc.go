// Package panes is two panes above one another with a border between them that is
// dragged, or moved by key.
package panes
