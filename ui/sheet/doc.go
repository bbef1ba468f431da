// Package sheet shows a table that is read and copied, not edited: figures in
// rows, of which only those in view are drawn, and words that may take several
// lines. It knows no scenario and formats no figure.
package sheet
