package plan

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	inputs "headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/look"
)

// Of what has happened the form has a line for each quarter, from the first of the
// horizon to four past the last that is known, each of which opens into its months.

// ahead is how many quarters there are lines for past the last that is known.
const ahead = 4

// The widths of the columns of actuals, in logical pixels.
const (
	periodWidth = 78
	actualWidth = 70
	plannedSize = 53
	partWidth   = 41
	actualGap   = 6
)

// actualsSection holds what has happened of the stream chosen, and the rule by which
// it goes on. Without any it is one line.
func (f *form) actualsSection(s scenario.Scenario) {
	if len(s.Outlook.Streams) == 0 || f.stream == ownStreamsTogether && len(s.OwnStreams()) == 0 {
		return
	}
	f.rows.Add(look.NewRule())
	whose := "all of OpenAI's own"
	if f.stream != ownStreamsTogether {
		whose = s.Outlook.Streams[f.stream].Name
	}
	if !f.asksActuals(s) {
		enter := look.NewLink("actuals.enter", "Enter actuals…", f.onEnterActuals)
		enter.SetTooltip("Enter what was earned so far, by quarter or month; it takes the place of the plan")
		heading := look.NewHeading("Actuals")
		heading.Yielding = false
		f.named = append(f.named, enter)
		f.rows.Add(container.New(look.NewColumns(look.Gap, look.Natural, look.Stretch, look.Natural),
			heading, look.NewMuted("nothing is actual yet"), enter))
		return
	}
	f.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch), look.NewHeading("Actuals · "+whose)))
	f.rows.Add(f.actualsHead())
	table := &actualTable{form: f, stream: f.stream}
	f.shown = append(f.shown, table.take)
	for i := range f.quarters(s) {
		f.quarterRows(table, s, i)
	}
	if f.stream == ownStreamsTogether {
		note := look.NewMuted("An entry is split as the streams were planned to earn then.")
		note.Yielding = true
		f.rows.Add(note)
	}
	paste := look.NewLink("actuals.paste", "Paste…", f.onPasteActuals)
	paste.SetTooltip("Fill quarters or months from a row or a column of a spreadsheet")
	next := look.NewLink("actuals.next", "Enter the next quarter", f.onNextQuarter)
	next.SetTooltip("Go to the first quarter that is not known")
	f.named = append(f.named, paste, next)
	f.rows.Add(container.New(look.NewColumns(10), paste, next))
	f.ruleRows(s)
}

// actualsHead names the columns.
func (f *form) actualsHead() fyne.CanvasObject {
	name := func(text string) *look.Text {
		t := look.NewMuted(text)
		t.Align, t.Yielding = fyne.TextAlignTrailing, true
		return t
	}
	return container.New(look.NewColumns(actualGap, periodWidth, actualWidth, plannedSize, partWidth),
		look.NewMuted(""), name("actual"), name("plan"), name("in %"))
}

// quarters returns how many quarters have a line.
func (f *form) quarters(s scenario.Scenario) int {
	all := 4 * (s.LastYear - s.FirstYear + 1)
	known := 0
	for _, stream := range f.actualStreams(s) {
		if last := s.LastActual(stream); last != 0 {
			known = max(known, int(last-s.FirstMonth())/3+1)
		}
	}
	return min(all, known+ahead)
}

// actualStreams returns the streams whose actuals the form edits.
func (f *form) actualStreams(s scenario.Scenario) []int {
	if f.stream == ownStreamsTogether {
		return s.OwnStreams()
	}
	return []int{f.stream}
}

// asksActuals reports whether the lines of actuals are shown: something is known, or
// was asked for.
func (f *form) asksActuals(s scenario.Scenario) bool {
	return f.entering == s.ID || s.RuleYear() != 0
}

// quarterRows adds the line of a quarter, by its index within the horizon, and where
// it is open those of its months.
func (f *form) quarterRows(table *actualTable, s scenario.Scenario, i int) {
	quarter := unit.Period{First: s.FirstMonth() + unit.Month(3*i), Months: 3}
	open := f.opened[quarter.First]
	arrow := " ›"
	if open {
		arrow = " ‹"
	}
	turn := look.NewStyled(look.Quiet, "actuals.open."+quarter.String(), quarter.Words()+arrow, func() { f.onOpenQuarter(quarter.First) })
	turn.SetTooltip("Its months")
	f.named = append(f.named, turn)
	f.periodRow(table, turn, quarter)
	if !open {
		return
	}
	for k := range quarter.Months {
		month := unit.Period{First: quarter.First + unit.Month(k), Months: 1}
		label := look.NewMuted("    " + month.First.Short())
		f.periodRow(table, label, month)
	}
}

// periodRow adds the line of a quarter or a month.
func (f *form) periodRow(table *actualTable, label fyne.CanvasObject, p unit.Period) {
	stream := f.stream
	path := f.actualPath(p)
	entry := f.number(path, format.Actual(p.Months),
		func(scenario.Scenario) float64 { return table.value(p) },
		func(v float64) edit.Change { return f.setActual(stream, p, v) })
	entry.SetLabel(p.Words())
	entry.OnCells = func(text string) bool { return f.pasteFrom(p, text) }
	next := unit.Period{First: p.Last() + 1, Months: p.Months}
	entry.Answer(func() { f.goTo(f.actualPath(next)) }, nil) // as in a column of a spreadsheet
	planned, part := look.NewMuted(""), look.NewMuted("")
	planned.Align, part.Align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	planned.Yielding, part.Yielding = true, true
	f.shown = append(f.shown, func(scenario.Scenario) {
		planned.SetText(table.plan(p).Brief())
		part.SetText(table.part(p))
		if hint := table.unknown(p); entry.PlaceHolder != hint {
			entry.SetPlaceHolder(hint)
		}
	})
	objects := []fyne.CanvasObject{entry, planned, part}
	if stream != ownStreamsTogether {
		objects = append(objects, f.knownChip(path))
	}
	row := field.NewRow(look.NewColumns(actualGap, periodWidth, actualWidth, plannedSize, partWidth, look.Natural),
		append([]fyne.CanvasObject{label}, objects...)...)
	row.WhenGrown(f.onGrown)
	f.rows.Add(row)
	f.lines[entry] = row
}

// actualPath names the field of a period.
func (f *form) actualPath(p unit.Period) string {
	if f.stream == ownStreamsTogether {
		return "outlook.total.actuals." + p.String()
	}
	return inputs.StreamPath(f.stream, "actuals."+p.String())
}

// setActual is the change that a field of a period makes; NaN makes it unknown.
func (f *form) setActual(stream int, p unit.Period, v float64) edit.Change {
	amount := unit.Amount(v)
	switch unknown := math.IsNaN(v); {
	case stream == ownStreamsTogether && unknown:
		return edit.ClearTotalActual(f.id(), p)
	case stream == ownStreamsTogether:
		return edit.SetTotalActual(f.id(), p, amount)
	case unknown:
		return edit.ClearActual(f.id(), stream, p)
	default:
		return edit.SetActual(f.id(), stream, p, amount)
	}
}
