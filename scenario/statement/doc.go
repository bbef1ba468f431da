// Package statement says of each quarter of a scenario what a treasurer signs: what
// counted toward the cap when it began, which revenue the share applies to and which
// it does not, what was due, what room the cap left, what was paid and what counts
// when it ends; and the same by the plan that the actuals took the place of.
//
// It adds up what scenario computes and computes no payment itself.
package statement
