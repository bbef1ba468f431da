// Package rail is the list of scenarios at the window's left: a card each with what
// follows from it, found by name, dragged into another order, ticked for comparison,
// and what can be done with the one selected. A narrow window folds it to colors, ticks
// and dates.
package rail
