// Package deal is the view that says what a change of terms is worth under the selected
// outlook: large, over time, and term by term.
package deal
