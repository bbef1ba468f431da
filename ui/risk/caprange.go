package risk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/look"
)

// The three of a cap that is uncertain, in the order of a slider's knobs.
const (
	capLow = iota
	capMode
	capHigh
)

// capFigures returns the three of a scenario; they are the cap where that is certain.
func capFigures(s scenario.Scenario) [3]unit.Amount {
	limit := s.Terms.Share.Cap
	if r := capRange(s); r != nil {
		return [3]unit.Amount{r.Low, limit, r.High}
	}
	return [3]unit.Amount{limit, limit, limit}
}

func capRange(s scenario.Scenario) *scenario.CapRange {
	if s.Uncertainty == nil {
		return nil
	}
	return s.Uncertainty.CapRange
}

// setCap changes one of the three, and leaves the others where they are as far as they can be.
func (in *inputs) setCap(id string, which int, v unit.Amount) edit.Change {
	s, _ := in.view.desk.Session.Scenario(id)
	of := capFigures(s)
	switch which {
	case capLow:
		return edit.SetCapRange(id, v, of[capHigh])
	case capHigh:
		return edit.SetCapRange(id, of[capLow], v)
	}
	if of[capLow] < of[capHigh] && v >= of[capLow] && v <= of[capHigh] {
		return edit.SetCapWithin(id, v, of[capLow], of[capHigh])
	}
	return edit.SetCap(id, v) // the range moves along
}

// rangeRows add the range of the cap: a slider with three knobs that do not cross, and a
// field for each.
func (in *inputs) rangeRows(id string) {
	trio := field.NewTrio("uncertainty.capRange", capScale([3]unit.Amount{1e9, 1e9, 1e9}))
	trio.SetTooltip("The least, the most likely and the greatest that the cap may be. Left and Right move a knob, Up and Down choose another")
	trio.SetLabel("Total cap")
	trio.OnEdit = func(knob int, v float64) { in.view.desk.Do(in.setCap(id, knob, unit.Amount(v))) }
	trio.OnCommit = func() {
		in.view.desk.Seal()
		if s, ok := in.view.desk.Selected(); ok && s.ID == id {
			in.showTrio(trio, s)
		}
	}
	trio.Text = func(v float64) string { return unit.Amount(v).Headline() }
	in.named = append(in.named, trio)
	in.shown = append(in.shown, func(s scenario.Scenario) { in.showTrio(trio, s) })
	in.rows.Add(look.NewRule())
	in.rows.Add(container.New(look.NewColumns(look.Gap, labelWidth, look.Stretch),
		look.NewHintLabel("Total cap", "What OpenAI pays in all, at most. A path's cap is drawn from the triangle between its ends, whose peak is the cap itself"), trio))
	names := [3]string{"at least", "most likely", "at most"}
	paths := [3]string{"uncertainty.capRange.low", "terms.share.cap", "uncertainty.capRange.high"}
	fields := make([]fyne.CanvasObject, 0, 3)
	chips := make([]fyne.CanvasObject, 0, 3)
	captions := make([]fyne.CanvasObject, 0, 3)
	for i := range paths {
		number := in.number(paths[i], format.Amount(""), func(s scenario.Scenario) float64 { return float64(capFigures(s)[i]) },
			func(v float64) edit.Change { return in.setCap(id, i, unit.Amount(v)) })
		number.SetLabel("Total cap, " + names[i])
		fields = append(fields, number)
		captions = append(captions, look.NewMuted(names[i]))
		chips = append(chips, container.New(look.NewColumns(0, look.Natural, look.Stretch), in.chip(paths[i]), layout.NewSpacer()))
	}
	thirds := func() *look.Columns { return look.NewColumns(look.Gap, look.Stretch, look.Stretch, look.Stretch) }
	in.rows.Add(container.New(thirds(), captions...))
	in.add(thirds(), fields...)
	in.rows.Add(container.New(thirds(), chips...))
}

// showTrio brings the slider to a scenario. Its scale stays while a knob is held, and
// else as long as the three lie well on it.
func (in *inputs) showTrio(trio *field.Trio, s scenario.Scenario) {
	of := capFigures(s)
	low, high := trio.Span()
	wide := float64(of[capHigh] - of[capLow])
	cramped := wide < 0.1*(high-low) && high-low > 0.5*float64(of[capMode]) || float64(of[capLow]) < low || float64(of[capHigh]) > high || wide > 0.9*(high-low)
	scale := in.capScale
	if !trio.Held() && (cramped || scale.Ticks == 0) {
		scale = capScale(of)
	}
	in.capScale = scale
	trio.Display(scale, float64(of[capLow]), float64(of[capMode]), float64(of[capHigh]))
}

// capScale returns a scale on which the three lie with room beside them.
func capScale(of [3]unit.Amount) field.Scale {
	room := max(float64(of[capHigh]-of[capLow]), 0.15*float64(of[capMode]), 1)
	step := 1.0
	for step*200 < 3*room {
		step *= 10
	}
	from := max(0, floorTo(float64(of[capLow])-room, step))
	to := floorTo(float64(of[capHigh])+room, step) + step
	return field.Linear(from, to, step)
}

func floorTo(v, step float64) float64 { return float64(int64(v/step)) * step }
