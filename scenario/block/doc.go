// Package block reads what was pasted from a table or comes from a file of one: it
// parts a text into cells, finds the years, quarters or months that head them, the
// labels, the unit and the rows to choose from, and reads the figures of one row.
// What it cannot tell it refuses by name, and never guesses.
//
// It knows no scenario and changes nothing: what becomes of the figures is for its
// caller to say. Its time grows with the length of the text and no faster, and a
// text that is too long is refused before it is taken apart.
package block
