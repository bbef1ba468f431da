package edit

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// freeID returns an id made of a name, such as april-2025 of "April 2025", that
// no scenario of w has.
func freeID(w scenario.Workspace, name string) string {
	base := slug(name)
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			suffix := "-" + strconv.Itoa(n)
			id = strings.TrimRight(base[:min(len(base), scenario.MaxID-len(suffix))], "-") + suffix
		}
		if w.Find(id) < 0 {
			return id
		}
	}
}

// slug returns the letters and digits of name that an id may have, with a hyphen
// for all that is between them.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	id := b.String()
	id = strings.TrimRight(id[:min(len(id), scenario.MaxID)], "-")
	if id == "" {
		return "scenario"
	}
	return id
}

// freeName returns name and ending, with a number where that is taken, the name
// cut where it would be longer than a name may be.
func freeName(name, ending string, taken func(string) bool) string {
	for n := 1; ; n++ {
		tail := ending
		if n > 1 {
			tail += " " + strconv.Itoa(n)
		}
		free := unit.Shorten(name, scenario.MaxName-len(tail)) + tail
		if !taken(free) {
			return free
		}
	}
}
