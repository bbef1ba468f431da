// Package compare says how scenarios differ: in their results, in their inputs
// field by field, and how much of a difference in a result each group of inputs
// accounts for.
//
// It changes no scenario and draws nothing. Words here are the model's, for
// window, pictures and tables to put in those of the screen.
package compare
