package block

import (
	"fmt"
	"strings"

	"headroom/scenario/unit"
)

// Fiscal years begin in a month of their own, and no table says in which. Figures of
// theirs are refused, since taken for those of calendar years they would move by
// months without a word.

// fiscalCell refuses a table one of whose cells is a fiscal year, or a part of one.
func (r *reader) fiscalCell() error {
	for i, row := range r.seen {
		for j, s := range row {
			if s.sort == sortText && isFiscal(r.grid[i][j]) {
				return fiscalFault(unit.Quote(r.grid[i][j]))
			}
		}
	}
	return nil
}

// fiscalWords refuses years, quarters and months of a table whose title, or the cell
// before them, says that they are fiscal ones.
func fiscalWords(text string) error {
	lower := strings.ToLower(text)
	for _, words := range []string{"fiscal year", "fiscal quarter", "financial year"} {
		if strings.Contains(lower, words) {
			return fiscalFault(unit.Quote(text))
		}
	}
	if word := strings.Trim(lower, " .:"); word == "fy" || word == "fiscal" {
		return fiscalFault(unit.Quote(text))
	}
	return nil
}

func fiscalFault(what string) error {
	return fmt.Errorf("%s says fiscal years, and these are no calendar years: give the figures by calendar year, or by quarter or month of the calendar", what)
}

// isFiscal reports whether a cell is a fiscal year or a quarter of one: FY2026, FY26,
// FY 2026E, Fiscal year 2026, Q1 FY26, FY2026 Q1.
func isFiscal(cell string) bool {
	const longest = len("financial year 2026 quarter 1")
	if len(cell) > longest || !strings.ContainsAny(cell, "fF") {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return strings.ContainsRune(" '’-/\u00a0", r) })
	fiscal, year := false, false
	for i, word := range words {
		if rest, glued := strings.CutPrefix(word, "fy"); glued {
			fiscal, word = true, rest
		}
		if before, quarter, glued := strings.Cut(word, "q"); glued && before != "" && isQuarter("q"+quarter) && isYear(before) {
			word = before
		}
		switch {
		case word == "":
		case word == "fiscal" || word == "financial":
			fiscal = true
		case word == "year" || word == "quarter":
			if i == 0 {
				return false
			}
		case isQuarter(word):
		case isYear(strings.TrimRight(word, "aefp")): // actual, estimate, forecast, projected
			year = true
		default:
			return false
		}
	}
	return fiscal && year
}

func isQuarter(word string) bool {
	digit := strings.Trim(word, "q")
	return len(digit) == 1 && len(word) <= 2 && "1" <= digit && digit <= "4"
}

func isYear(word string) bool {
	return (len(word) == 2 || len(word) == 4) && strings.Trim(word, "0123456789") == ""
}
