package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/inspect"
)

// fieldKinds are the kinds of widgets in which a figure or word is put in.
var fieldKinds = []string{"entry", "slider", "choice", "check"}

// TestEveryFieldIsLabeled walks all views, with what they show of all kinds of
// scenarios, and some prompts: no field is without the words by which people know it.
func TestEveryFieldIsLabeled(t *testing.T) {
	for _, tc := range []struct {
		says string
		do   func(d *seat)
	}{
		{"plan", func(*seat) {}},
		{"another stream", func(d *seat) { d.Choose("stream", "Azure resale") }},
		{"actuals by month", func(d *seat) { d.Tap("actuals.open.2026-Q3") }},
		{"compare", func(d *seat) { d.Tap("view.compare") }},
		{"bridge", func(d *seat) { d.Tap("view.compare"); d.Tap("compare.bridge") }},
		{"explore", func(d *seat) { d.Tap("view.explore") }},
		{"risk", func(d *seat) { d.Tap("view.risk") }},
		{"deal", func(d *seat) { d.Tap("view.deal") }},
		{"a new scenario", func(d *seat) { d.Tap("scenario.add") }},
		{"a new name", func(d *seat) { d.Command("Rename…") }},
		{"a note", func(d *seat) { d.Command("Note…") }},
		{"a picture", func(d *seat) { d.Tap("save-picture") }},
		{"a file", func(d *seat) { d.Tap("save-as") }},
		{"years to paste", func(d *seat) { d.Tap("stream.paste") }},
		{"all growth", func(d *seat) { d.Tap("stream.shift") }},
		{"a stream", func(d *seat) { d.Tap("stream.edit") }},
		{"rates by year", func(d *seat) { d.Tap("terms.share.ratesByYear") }},
		{"why", func(d *seat) { d.Tap("result.paid") }},
		{"when it is reached", func(d *seat) { d.Command("Reach the cap on…") }},
	} {
		t.Run(tc.says, func(t *testing.T) {
			w := preset.Default()
			w.View.Compared = []string{w.Scenarios[0].ID, w.Scenarios[1].ID}
			d := sit(t, test.NewTempApp(t), w, "")
			tc.do(d)
			d.Relayout()
			labels := map[string]string{}
			d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
				f, ok := o.(inspect.Widget)
				if !ok || f.InspectName() == "" {
					return
				}
				n := f.Inspect()
				if !slices.Contains(fieldKinds, n.Kind) {
					return
				}
				if strings.TrimSpace(n.Label) == "" {
					t.Errorf("the %s %s has no label", n.Kind, f.InspectName())
				}
				labels[f.InspectName()] = n.Label
			})
			if len(labels) < 2 {
				t.Errorf("there are only %d fields", len(labels))
			}
		})
	}
}

// TestLabelsAreTheWordsBesideTheFields holds some that are not simply the first text of
// their row, and that the inspection file has them.
func TestLabelsAreTheWordsBesideTheFields(t *testing.T) {
	d := sitDefault(t)
	d.Relayout()
	seen := map[string]string{}
	for _, w := range d.p.Inspect().Widgets {
		seen[w.Kind+" "+w.Name] = w.Label
	}
	for name, want := range map[string]string{
		"slider terms.share.cap":                "Total cap",
		"entry terms.share.cap":                 "Total cap",
		"slider outlook.streams[0].growth.2027": "2027 growth",
		"entry outlook.streams[0].growth.2027":  "2027 growth",
		"entry outlook.streams[0].revenue.2027": "2027 revenue",
		"check scenario.february-2026.tick":     "Compare February 2026 plan",
		"button scenario.february-2026":         "February 2026 plan",
		"button save-picture":                   "Save picture…",
		"grip pane.table":                       "Drag, or Up and Down: more room for the table or for the chart",
	} {
		if got := seen[name]; got != want {
			t.Errorf("%s is labeled %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"terms.share.from": "Paid", "terms.share.through": "Paid to"} { // scrolled away
		if got := d.Widget("entry", name).Inspect().Label; got != want {
			t.Errorf("%s is labeled %q, want %q", name, got, want)
		}
	}
}
