package report

import (
	"cmp"
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/words"
)

// sources lists where the figures of all scenarios come from, each source once.
func (m maker) sources() ([]Section, error) {
	type cited struct {
		source scenario.Source
		for_   []string
	}
	var all []cited
	for _, s := range m.subjects {
		for _, in := range explain.Sourced(s.Scenario) {
			source := *in.Source
			key := func(c cited) bool {
				return c.source.Publisher == source.Publisher && c.source.Title == source.Title && c.source.Date == source.Date && c.source.URL == source.URL
			}
			at := slices.IndexFunc(all, key)
			if at < 0 {
				at = len(all)
				all = append(all, cited{source: source})
			}
			if !slices.Contains(all[at].for_, in.Name) {
				all[at].for_ = append(all[at].for_, in.Name)
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(all, func(a, b cited) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.source.Publisher), strings.ToLower(b.source.Publisher)), cmp.Compare(a.source.Date, b.source.Date), cmp.Compare(a.source.Title, b.source.Title))
	})
	t := Table{Caption: "Where the figures come from", Columns: []Column{{"Source", Words}, {"Date", Words}, {"For", Words}}}
	for _, c := range all {
		name := strings.Trim(c.source.Publisher+", "+c.source.Title, ", ")
		if name == "" {
			name = c.source.URL
		}
		if name == "" {
			name = "The author"
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{Linked(name, c.source.URL), Text(dateWords(c.source.Date)), Text(someOf(c.for_))}})
	}
	return []Section{{ID: "sources", Title: "Sources", Level: 1, Blocks: []Block{t}}}, nil
}

// someOf joins names, the first few of many.
func someOf(names []string) string {
	const most = 6
	if more := len(names) - most; more > 1 {
		return strings.Join(names[:most], "; ") + "; and " + words.Spelled(more, "other")
	}
	return strings.Join(names, "; ")
}

// sourceLine names a source in few words.
func sourceLine(s scenario.Source) string {
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	if s.Date != "" && name != "" {
		name += ", "
	}
	name += dateWords(s.Date)
	if name == "" {
		name = words.Inner(s.Note, 80)
	}
	return name
}
