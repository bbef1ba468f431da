// Package workbook reads a workbook that came back, says what was changed in it, and asks
// whether that is to stand beside what was sent or in its place.
package workbook
