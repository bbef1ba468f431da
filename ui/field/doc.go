// Package field holds the inputs of a form: number, month and text entries, a
// slider, a choice and a check box, and the row that puts a label before them
// and their error below. A field says what the user meant and is told what to
// show; Display never notifies. It knows numbers and months, no scenario, and
// how a value is written and read it is told.
package field
