package plan

import (
	"fmt"
	"math"
	"strings"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/paste"
)

// actualsShape is what the lines of actuals depend on.
func (f *form) actualsShape(s scenario.Scenario) string {
	if len(s.Outlook.Streams) == 0 || !f.asksActuals(s) {
		return ""
	}
	shape := fmt.Sprint(f.quarters(s))
	for i := range f.quarters(s) {
		if m := s.FirstMonth() + unit.Month(3*i); f.opened[m] {
			shape += " " + m.String()
		}
	}
	return shape
}

// onEnterActuals shows the lines of a scenario without actuals, and goes to the first.
func (f *form) onEnterActuals() {
	f.entering = f.id()
	f.show()
	f.onNextQuarter()
}

// onOpenQuarter shows the months of a quarter, or no longer.
func (f *form) onOpenQuarter(first unit.Month) {
	f.desk.Commit()
	f.opened[first] = !f.opened[first]
	f.show()
	f.goTo("actuals.open." + unit.Period{First: first, Months: 3}.String())
}

// EnterNextQuarter goes to the field of the first quarter that is not known of the
// stream in the form.
func (v *View) EnterNextQuarter() { v.form.onNextQuarter() }

// onNextQuarter goes to the first quarter that is not known.
func (f *form) onNextQuarter() {
	s, ok := f.desk.Selected()
	if !ok || len(s.Outlook.Streams) == 0 {
		return
	}
	if !f.asksActuals(s) {
		f.entering = s.ID
		f.show()
	}
	if p, found := f.nextQuarter(s); found {
		f.goTo(f.actualPath(p))
		return
	}
	f.desk.Say("Every quarter through " + fmt.Sprint(s.LastYear) + " is known")
}

// nextQuarter returns the first quarter of which not all is known.
func (f *form) nextQuarter(s scenario.Scenario) (unit.Period, bool) {
	table := &actualTable{form: f, stream: f.stream}
	table.take(s)
	for first := s.FirstMonth(); first <= s.LastMonth(); first += 3 {
		if p := (unit.Period{First: first, Months: 3}); math.IsNaN(table.value(p)) {
			return p, true
		}
	}
	return unit.Period{}, false
}

// goTo gives the focus to the field of the form with a name, and reports whether there is
// one.
func (f *form) goTo(name string) bool {
	for _, w := range f.named {
		if w.InspectName() == name && w.Inspect().Kind != "slider" {
			f.desk.FocusOn(w)
			return true
		}
	}
	return false
}

// pasteFrom asks about what was pasted into the field of a period where that is a row
// or a column of figures, and reports whether it was.
func (f *form) pasteFrom(p unit.Period, text string) bool {
	grid, err := block.Split(text)
	if err != nil || grid.Cells() < 2 || !strings.ContainsAny(text, "\t\n;") {
		return false
	}
	f.askPasteActuals(p)
	return true
}

// onPasteActuals fills quarters or months from a table. Figures without periods begin
// with the first quarter, or, where they are fewer than those known, with the next.
func (f *form) onPasteActuals() {
	f.desk.Commit()
	s, ok := f.desk.Selected()
	if !ok {
		return
	}
	start := unit.Period{First: s.FirstMonth(), Months: 3}
	if next, found := f.nextQuarter(s); found {
		known := int(next.First-s.FirstMonth()) / 3
		if b, err := block.Read(f.desk.App.Clipboard().Content()); err == nil && len(b.Series) == 1 && len(b.Series[0].Cells) <= known {
			start = next
		}
	}
	f.askPasteActuals(start)
}

func (f *form) askPasteActuals(start unit.Period) {
	d := f.desk
	s, ok := d.Selected()
	stream := f.stream
	if !ok {
		return
	}
	if start.Months == 1 {
		start = unit.Period{First: start.First - (start.First-unit.FirstMonth)%3, Months: 3}
	}
	table := &actualTable{form: f, stream: stream}
	table.take(s)
	whose := "OpenAI's own streams together"
	if stream != ownStreamsTogether {
		whose = s.Outlook.Streams[stream].Name
	}
	change := func(figures []block.Figure) edit.Change {
		var given []scenario.Actual
		for _, fig := range figures {
			if fig.Known {
				given = append(given, scenario.Actual{Period: fig.Period, Amount: fig.Amount})
			}
		}
		if stream == ownStreamsTogether {
			return edit.SetTotalActuals(s.ID, given)
		}
		return edit.SetActuals(s.ID, stream, given)
	}
	paste.Ask(d, paste.Target{
		Title:   "Fill in what was earned",
		Message: fmt.Sprintf("What %s earned, by quarter or month: a table with its periods, or figures alone, which are quarters from %s on. An empty cell, n/a or - is unknown, and leaves its period as it is; 0 is an amount.", whose, start.Words()),
		Example: "5.7; 6.7; 10.4",
		Start:   start,
		Was: func(p unit.Period) string {
			if v := table.value(p); !math.IsNaN(v) {
				return unit.Amount(v).Brief()
			}
			return "unknown"
		},
		Would: func(o *desk.Outcome, _ block.Kind, figures []block.Figure, aside string) {
			o.Work(func() desk.Finding {
				said := desk.Effect(s, change(figures))
				if aside != "" {
					said += " " + aside
				}
				return desk.Finding{Words: said}
			})
		},
		Fill: func(_ block.Kind, figures []block.Figure) string { return d.TryOnce(change(figures)) },
	})
}
