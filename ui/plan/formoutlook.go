package plan

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/format"
	"headroom/ui/look"
)

// The shapes, in the order of the choice.
var shapes = []scenario.Shape{scenario.ShapeRamp, scenario.ShapeEven}

// outlookSection holds what of the outlook does not belong to one stream.
func (f *form) outlookSection() {
	f.rows.Add(look.NewHeading("Outlook"))
	outlooks := preset.Outlooks()
	f.presetRow("outlook.preset", "Taken from", "Which shipped outlook; choosing one takes over all of its streams", len(outlooks),
		func(i int) (id, name string) { return outlooks[i].ID, outlooks[i].Name },
		func(s scenario.Scenario) string { return s.Outlook.Preset },
		func(i int) edit.Change { return edit.TakeOutlook(f.id(), outlooks[i].Name, outlooks[i]) })
	f.kept(func(s scenario.Scenario) (same, found bool) {
		o, ok := preset.FindOutlook(s.Outlook.Preset)
		return ok && o.IsOf(s), ok
	})
	f.row("Within a year", "How a year's revenue is spread over its months; this alone can move the date by ten days", []float32{look.Stretch, look.Natural},
		f.choice("outlook.shape", wordsOf(shapes), func(s scenario.Scenario) int { return slices.Index(shapes, s.Outlook.Shape) },
			func(i int) edit.Change { return edit.SetShape(f.id(), shapes[i]) }),
		f.yoursChip("outlook.shape"))
	f.row("Last year", "The last year of the horizon; years added copy the last growth", []float32{monthWidth, look.Stretch},
		f.number("lastYear", format.Year(), func(s scenario.Scenario) float64 { return float64(s.LastYear) },
			func(v float64) edit.Change { return edit.SetLastYear(f.id(), int(v)) }))
	f.row("AGI verified", "The month in which AGI would be verified, if ever", []float32{monthWidth, look.Natural},
		f.month("outlook.agiVerified", "never", func(s scenario.Scenario) unit.Month { return s.Outlook.AGIVerified },
			func(m unit.Month) edit.Change { return edit.SetAGIVerified(f.id(), m) }),
		f.yoursChip("outlook.agiVerified"))
}
