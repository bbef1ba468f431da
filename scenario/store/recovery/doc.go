// Package recovery sees to it that no work on a workspace is lost: neither by a
// window that is killed, nor by two windows or programs on the same file.
//
// A Copy is what a window has not saved, kept in a folder of Headroom's own; a
// Schedule says when to write it; Orphans lists the copies of windows that are no
// more. A FileLock tells a second window that a workspace is open already. A Stamp
// tells whether a file is still the one that was read.
//
// Windows are told apart from those that are no more by advisory locks of the
// operating system, which end with their process, however it ends. Where system or
// file system has no such locks, nothing is refused: every copy counts as left
// behind, and a second window on a file is not told.
//
// The package has no clock and starts nothing: the caller says what time it is and
// does what is slow where it likes. It touches the user's own files only to read
// or to save them when asked to, words nothing for people, and decides nothing
// that is theirs to decide.
package recovery
