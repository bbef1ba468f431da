// Package inspect says what is on the screen, for tests and for programs that assist
// people: what each widget tells of itself, and which of them can be seen, where. It
// draws nothing and writes no file.
package inspect
