// Package format says how each kind of quantity is written, read and stepped in a
// field, and what is allowed, in the units of the screen. It knows numbers, not where
// they are from.
package format
