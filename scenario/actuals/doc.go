// Package actuals says what actuals come to beside the projection: how far they are
// from the plan, and what a scenario comes to by each of the rules after them. It
// changes nothing and keeps nothing.
package actuals
