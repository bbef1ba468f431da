// Package sweep says what follows from a scenario as its inputs move: one at a time
// over a range (a tornado), two at once (a map), as far as a statement stays true (a
// safe range), and up to where the cap is just reached at a year's end (break-even).
//
// It is pure: it changes no scenario and keeps nothing. It divides its work among as
// many goroutines as it is asked to, returns when all of them are done, and gives the
// same on any number of them.
package sweep
