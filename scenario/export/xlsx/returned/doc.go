// Package returned reads a workbook of package xlsx that came back with other
// figures, whatever program saved it last: its inputs alone, found by the names of
// their cells, against what was sent. Results and formulas are not looked at, nothing
// is computed, and of a file that is damaged, hostile or another's no more is unpacked
// than its limits allow.
package returned
