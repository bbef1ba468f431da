// Package field holds the inputs of a form: number, month and text entries, a
// slider, a choice and a check box, and the row that puts a label before them
// and their error below. A field reports what the user meant, and shows what its
// owner sets; Display never notifies. It knows numbers and months, no scenario, and
// its owner says how a value is written and read.
package field
