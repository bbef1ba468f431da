// Package words says in plain English what the model computes, each thing once,
// so that window, pictures, reports and command line say the same of it: what
// results, inputs and terms are called, when a cap is reached, what a comparison
// comes to.
//
// It computes nothing and draws nothing: it is given scenarios and their totals.
// Texts of the user's own, such as the names of scenarios, come through as they
// are, unless a function says that it shortens or guards them.
package words
