package xlsx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// maxSheetName is the most UTF-16 units that the name of a sheet has.
const maxSheetName = 31

// labels are the names of a scenario's own sheets.
type labels struct{ months, years string }

// sheetNames returns the names of the sheets of each scenario: no two alike whatever
// the case, none that spreadsheets refuse or take for something else.
func sheetNames(subjects []subject) []labels {
	if len(subjects) == 1 {
		return []labels{{"Months", "Years"}}
	}
	taken := map[string]bool{}
	var out []labels
	for i := range subjects {
		const months, years = " months", " years"
		name := sheetText(subjects[i].s.Name)
		for n := 1; ; n++ {
			tail := ""
			if n > 1 {
				tail = " " + strconv.Itoa(n)
			}
			short := cut(name, maxSheetName-len(months)-len(tail)) + tail
			if key := strings.ToUpper(short); !taken[key] {
				taken[key] = true
				out = append(out, labels{short + months, short + years})
				break
			}
		}
	}
	return out
}

// sheetText returns a name without what the name of a sheet cannot have.
func sheetText(name string) string {
	kept := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\'"`, r), !unicode.IsPrint(r):
			return ' '
		}
		return r
	}, name)
	if kept = strings.Join(strings.Fields(kept), " "); kept == "" {
		return "Scenario"
	}
	return kept
}

// cut returns as much of a text as fits into so many UTF-16 units.
func cut(text string, most int) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most {
			return strings.TrimSpace(text[:i])
		}
	}
	return text
}
