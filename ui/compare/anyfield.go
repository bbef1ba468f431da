package compare

import (
	"math"
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/edit"
	inputs "headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
)

// An anyField edits the field of a scenario that a path names, whatever its
// kind.
type anyField struct {
	widget  labeledWidget
	display func(v scenario.SourceValue, given bool)
}

// A labeledWidget is one that can be told the words beside it.
type labeledWidget interface {
	inspect.Widget
	SetLabel(words string)
}

// newAnyField returns a field for the path within the scenario id; name is its
// own in the inspection file. It is false for paths that no field edits.
func newAnyField(d *desk.Desk, id, path, name string) (anyField, bool) {
	set := func(v scenario.SourceValue) error { return words.Plain(d.Session.Do(edit.SetFigure(id, path, v))) }
	f, found := inputs.At(path)
	if !found || f.Short == "" || strings.HasPrefix(path, "uncertainty.") {
		return anyField{}, false
	}
	if words := f.Kind.Choices(); words != nil {
		c := field.NewChoice(name, choiceWords(f), func(i int) {
			d.DoOnce(edit.SetFigure(id, path, scenario.TextValue(words[i])))
		})
		return anyField{c, func(v scenario.SourceValue, _ bool) {
			if i := slices.Index(words, v.Text); i >= 0 {
				c.Display(i)
			}
		}}, true
	}
	switch f.Kind {
	case inputs.Month:
		m := field.NewMonth(name, f.None)
		m.OnEdit = func(v unit.Month) error { return setMonth(d, id, path, v) }
		m.OnCommit = d.Seal
		return anyField{m, func(v scenario.SourceValue, _ bool) {
			month, err := unit.ParseMonth(v.Text)
			if err != nil {
				month = 0
			}
			m.Display(month)
		}}, true
	case inputs.Truth:
		c := field.NewCheck(name, "", func(on bool) {
			d.DoOnce(edit.SetFigure(id, path, scenario.TruthValue(on)))
		})
		return anyField{c, func(v scenario.SourceValue, _ bool) { c.Display(v.Truth) }}, true
	}
	n := field.NewNumber(name, formatOf(f))
	n.OnEdit = func(v float64) error {
		if math.IsNaN(v) {
			return words.Plain(d.Session.Do(edit.ClearFigure(id, path)))
		}
		return set(scenario.NumberValue(v))
	}
	n.OnCommit = d.Seal
	return anyField{n, func(v scenario.SourceValue, given bool) {
		switch {
		case given:
			n.Display(v.Number)
		case formatOf(f).None != "":
			n.Display(math.NaN())
		default:
			n.Display(0)
		}
	}}, true
}

// setMonth gives a field that holds a month one, or none.
func setMonth(d *desk.Desk, id, path string, m unit.Month) error {
	if !m.IsZero() {
		return words.Plain(d.Session.Do(edit.SetFigure(id, path, scenario.MonthValue(m))))
	}
	return words.Plain(d.Session.Do(edit.ClearFigure(id, path)))
}

// formatOf returns how the number that f holds is written.
func formatOf(f inputs.Field) field.Format {
	switch {
	case f.Pattern == "outlook.streams[].revenue.YYYY":
		return format.Revenue()
	case f.Kind == inputs.Amount:
		return format.Amount(f.None)
	case f.Kind == inputs.Growth:
		return format.Growth("")
	case f.Kind == inputs.Count:
		return format.Count("month", "months", int(f.High))
	case f.Kind == inputs.Year:
		return format.Year()
	}
	return format.Rate(unit.Rate(f.Low), unit.Rate(f.High))
}

// choiceWords returns what the screen calls the words that f may hold.
func choiceWords(f inputs.Field) []string {
	said := f.Kind.Choices()
	for i, word := range said {
		said[i] = words.Value(f.Path, scenario.TextValue(word))
	}
	return said
}
