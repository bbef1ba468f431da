// Package grab lets the plan's chart be dragged: the cap line sets the cap, a year-end
// point that year's growth, the date reached shifts all growth, and the end of an
// actual leads to its field. It turns pixels into amounts and days by the picture's
// frame, solves where it must, and makes one change after another in one undo step. It
// draws nothing but what moves with the pointer.
package grab
