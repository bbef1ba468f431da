package ui

import (
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/look"
)

// A form edits the selected scenario: revenue by year of one of its streams, the
// share and its cap, the deal's terms, and the valuation.
type form struct {
	planner *Planner
	content *container.Scroll
	rows    *fyne.Container
	shape   formShape
	stream  int // index of the stream whose revenue is edited
	named   []field.Inspectable
	shown   []func(s scenario.Scenario)
}

// A formShape is what the form's rows depend on; where it is another, they are
// built anew. All else only changes what they show.
type formShape struct {
	id                  string
	firstYear, lastYear int
	streams             string
	stream              int
	reverse, license    bool
}

const formWidth = 376

func newForm(p *Planner) *form {
	f := &form{planner: p, rows: container.New(layout.NewCustomPaddedVBoxLayout(6))}
	f.content = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 12, 14), f.rows))
	f.content.SetMinSize(fyne.NewSize(formWidth, 0))
	return f
}

// show brings the form to the selected scenario.
func (f *form) show() {
	s, ok := f.planner.selected()
	if !ok {
		f.shape = formShape{}
		f.rows.RemoveAll()
		f.named, f.shown = nil, nil
		return
	}
	if shape := f.shapeOf(s); shape != f.shape {
		f.build(s)
		f.shape = f.shapeOf(s)
	}
	for _, display := range f.shown {
		display(s)
	}
}

func (f *form) shapeOf(s scenario.Scenario) formShape {
	if s.ID != f.shape.id || f.stream >= len(s.Outlook.Streams) {
		f.stream = 0
	}
	shape := formShape{
		id: s.ID, firstYear: s.FirstYear, lastYear: s.LastYear, stream: f.stream,
		reverse: s.Terms.Reverse != nil, license: s.Terms.License != nil,
	}
	for _, st := range s.Outlook.Streams {
		shape.streams += fmt.Sprintf("%q %d ", st.Name, st.Launch)
	}
	return shape
}

// build makes the rows for s anew.
func (f *form) build(s scenario.Scenario) {
	f.rows.RemoveAll()
	f.named, f.shown = nil, nil
	f.revenueSection(s)
	f.rows.Add(look.NewRule())
	f.shareSection()
	f.rows.Add(look.NewRule())
	f.termsSection(s)
	f.rows.Add(look.NewRule())
	f.valuationSection()
	f.rows.Refresh()
}

// id returns the id of the scenario that the form edits.
func (f *form) id() string { return f.shape.id }

// do makes a change of the scenario; the error is shown at the field.
func (f *form) do(c edit.Change) error { return f.planner.session.Do(c) }

// seal ends the undo step.
func (f *form) seal() { f.planner.seal() }

// number adds a number field to the form.
func (f *form) number(path string, format field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Number {
	n := field.NewNumber(path, format)
	n.OnEdit = func(v float64) error { return f.do(change(v)) }
	n.OnCommit = f.seal
	f.add(n, func(s scenario.Scenario) { n.Display(get(s)) })
	return n
}

// slider adds a slider over low to high in steps, its value said by text.
func (f *form) slider(path string, low, high, step float64, text func(v float64) string, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Slider {
	sl := field.NewSlider(path, field.Linear(low, high, step))
	sl.OnEdit = func(v float64) { f.planner.do(change(v)) }
	sl.OnCommit = f.seal
	sl.Text = text
	f.add(sl, func(s scenario.Scenario) {
		v := get(s)
		if math.IsNaN(v) { // none, such as no cap: beyond the far end
			v = high
		}
		sl.Display(v)
	})
	return sl
}

// month adds a month field; none is what it shows where there is none, empty
// where there must be one.
func (f *form) month(path, none string, get func(scenario.Scenario) unit.Month, change func(m unit.Month) edit.Change) *field.Month {
	m := field.NewMonth(path, none)
	m.OnEdit = func(v unit.Month) error { return f.do(change(v)) }
	m.OnCommit = f.seal
	f.add(m, func(s scenario.Scenario) {
		m.From = s.FirstMonth()
		m.Display(get(s))
	})
	return m
}

func (f *form) add(w field.Inspectable, display func(s scenario.Scenario)) {
	f.named = append(f.named, w)
	f.shown = append(f.shown, display)
}

// row adds a line of the form: a label and what stands beside it, and below it
// the error of any of its fields.
func (f *form) row(label, hint string, widths []float32, objects ...fyne.CanvasObject) {
	row := field.NewRow(look.NewColumns(look.Gap, append([]float32{labelWidth}, widths...)...), append([]fyne.CanvasObject{newHintLabel(label, hint)}, objects...)...)
	f.rows.Add(row)
}

// The widths of the form's columns, in logical pixels.
const (
	labelWidth  = 104
	growthWidth = 76
	amountWidth = 74
	monthWidth  = 78
)

// revenueSection holds the stream's base and each year's growth and revenue.
func (f *form) revenueSection(s scenario.Scenario) {
	if len(s.Outlook.Streams) == 0 {
		f.rows.Add(look.NewHeading("Revenue"))
		f.rows.Add(look.NewMuted("No stream of revenue: nothing is due."))
		return
	}
	names := make([]string, len(s.Outlook.Streams))
	for i, st := range s.Outlook.Streams {
		names[i] = st.Name
	}
	stream := f.stream
	choice := field.NewChoice("stream", names, func(i int) {
		f.stream = i
		f.show()
	})
	f.add(choice, func(scenario.Scenario) { choice.Display(stream) })
	f.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch, 170), look.NewHeading("Revenue"), choice))

	st := s.Outlook.Streams[stream]
	path := fmt.Sprintf("outlook.streams[%d]", stream)
	baseLabel, baseHint := strconv.Itoa(s.FirstYear-1)+" revenue", "What the stream earned in the year before the first, from which it grows"
	if st.Launch != 0 {
		baseLabel, baseHint = strconv.Itoa(st.Launch)+" revenue", "What the stream earns in the year of its launch"
	}
	base := f.number(path+".base", amountFormat(""),
		func(s scenario.Scenario) float64 { return float64(s.Outlook.Streams[stream].Base) },
		func(v float64) edit.Change { return edit.SetBase(f.id(), stream, unit.Amount(v)) })
	f.row(baseLabel, baseHint, []float32{amountWidth, look.Natural}, base, f.chip(path+".base"))
	for year := s.FirstYear; year <= s.LastYear; year++ {
		f.yearRow(path, stream, year, st.Grows(year))
	}
}

// yearRow is one year of a stream: growth by slider and field, revenue by field.
func (f *form) yearRow(path string, stream, year int, grows bool) {
	growth := func(s scenario.Scenario) float64 {
		rate, ok := s.Outlook.Streams[stream].Growth.Get(year)
		if !ok || !grows {
			return 0
		}
		return float64(rate)
	}
	setGrowth := func(v float64) edit.Change { return edit.SetGrowth(f.id(), stream, year, unit.Rate(v)) }
	growthPath := fmt.Sprintf("%s.growth.%d", path, year)
	slider := f.slider(growthPath, -0.5, 2, 0.005, growthFormat("").Short, growth, setGrowth)
	entry := f.number(growthPath, growthFormat(""), growth, setGrowth)
	revenuePath := fmt.Sprintf("%s.revenue.%d", path, year)
	revenue := f.number(revenuePath, amountFormat(""),
		func(s scenario.Scenario) float64 { return float64(s.Revenue(stream, year)) },
		func(v float64) edit.Change { return edit.SetRevenue(f.id(), stream, year, unit.Amount(v), false) })
	if !grows {
		slider.Disable()
		entry.Disable()
		revenue.Disable()
	}
	f.shown = append(f.shown, func(s scenario.Scenario) { revenue.SetHint(f.provenance(s, revenuePath)) })
	f.row(strconv.Itoa(year), "Growth over the year before, and the revenue that follows",
		[]float32{look.Stretch, growthWidth, amountWidth}, slider, entry, revenue)
}

// shareSection holds the cap, the rate and the window of the share.
func (f *form) shareSection() {
	f.rows.Add(look.NewHeading("Cap and share"))
	limit := func(s scenario.Scenario) float64 {
		if !s.Terms.Share.Capped {
			return math.NaN()
		}
		return float64(s.Terms.Share.Cap)
	}
	setCap := func(v float64) edit.Change {
		if math.IsNaN(v) {
			return edit.RemoveCap(f.id())
		}
		return edit.SetCap(f.id(), unit.Amount(v))
	}
	f.row("Total cap", "What OpenAI pays in all, at most; empty for no cap", []float32{look.Stretch, amountWidth, look.Natural},
		f.slider("terms.share.cap", 0, 100e9, 0.1e9, amountFormat("").Short, limit, setCap),
		f.number("terms.share.cap", amountFormat("no cap"), limit, setCap),
		f.chip("terms.share.cap"))
	rate := func(s scenario.Scenario) float64 { return float64(s.Terms.Share.Rate) }
	setRate := func(v float64) edit.Change { return edit.SetRate(f.id(), unit.Rate(v)) }
	f.row("Share rate", "The part of OpenAI's revenue that is due to Microsoft", []float32{look.Stretch, amountWidth, look.Natural},
		f.slider("terms.share.rate", 0, 0.5, 0.005, rateFormat(0, 1).Short, rate, setRate),
		f.number("terms.share.rate", rateFormat(0, 1), rate, setRate),
		f.chip("terms.share.rate"))
	f.row("Paid", "The first and the last month of the share", []float32{monthWidth, look.Natural, monthWidth},
		f.month("terms.share.from", "", func(s scenario.Scenario) unit.Month { return s.Terms.Share.From },
			func(m unit.Month) edit.Change { return edit.SetShareFrom(f.id(), m) }),
		look.NewMuted("to"),
		f.month("terms.share.through", "", func(s scenario.Scenario) unit.Month { return s.Terms.Share.Through },
			func(m unit.Month) edit.Change { return edit.SetShareThrough(f.id(), m) }))
	f.row("Cap counts from", "Payments before this month are made in full and do not count", []float32{monthWidth, look.Natural},
		f.month("terms.share.capFrom", "the start", func(s scenario.Scenario) unit.Month { return s.Terms.Share.CapFrom },
			func(m unit.Month) edit.Change { return edit.SetCapFrom(f.id(), m) }),
		f.chip("terms.share.capFrom"))
	f.row("Counted before", "What counts toward the cap from before the first year", []float32{monthWidth, look.Natural},
		f.number("terms.share.alreadyPaid", amountFormat(""), func(s scenario.Scenario) float64 { return float64(s.Terms.Share.AlreadyPaid) },
			func(v float64) edit.Change { return edit.SetAlreadyPaid(f.id(), unit.Amount(v)) }),
		f.chip("terms.share.alreadyPaid"))
}

// valuationSection holds how payments are discounted.
func (f *form) valuationSection() {
	f.rows.Add(look.NewHeading("Valuation"))
	f.row("Discount rate", "By how much a year's waiting makes a payment worth less", []float32{monthWidth, look.Natural, monthWidth},
		f.number("valuation.discountRate", rateFormat(-0.5, 10), func(s scenario.Scenario) float64 { return float64(s.Valuation.DiscountRate) },
			func(v float64) edit.Change { return edit.SetDiscountRate(f.id(), unit.Rate(v)) }),
		look.NewMuted("as of"),
		f.month("valuation.asOf", "the start", func(s scenario.Scenario) unit.Month { return s.Valuation.AsOf },
			func(m unit.Month) edit.Change { return edit.SetAsOf(f.id(), m) }))
}

// ownStream returns the stream of OpenAI's own revenue that is edited, or else
// the first there is; -1 for none.
func (f *form) ownStream(s scenario.Scenario) int {
	first := -1
	for i, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelAzure {
			continue
		}
		if i == f.stream {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

func (f *form) census(c *census) {
	c.within(f.content)
	c.add(f.named...)
}
