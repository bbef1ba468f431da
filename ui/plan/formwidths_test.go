package plan_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/plan"
)

// entries returns the fields of the form.
func (d *seat) entries() []inspect.Widget {
	var found []inspect.Widget
	for _, w := range d.v.Fields() {
		if w.Inspect().Kind == "entry" {
			found = append(found, w)
		}
	}
	return found
}

func TestAFieldAtRestShowsAllOfItsValue(t *testing.T) {
	revenue := func(base unit.Amount, growth unit.Rate) func(s *scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Base = base
			for year := s.FirstYear; year <= s.LastYear; year++ {
				s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(year, growth)
			}
		}
	}
	amounts := func(a unit.Amount) func(s *scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Base, s.Terms.Share.Cap, s.Terms.Share.AlreadyPaid = a, a, a
		}
	}
	cases := map[string]func(s *scenario.Scenario){
		"nothing":                        revenue(0, 0),
		"almost a million":               amounts(999_999),
		"almost a hundred million":       amounts(99.9e6),
		"almost a thousand billion":      amounts(999.9e9),
		"a little less than ten":         amounts(9_999.9e9),
		"a little less than a hundred":   amounts(99_999e9),
		"the most":                       amounts(1e15),
		"much, and growing by the most":  revenue(8_888.8e9, 100),
		"the most, growing by the most":  revenue(1e15, 100),
		"falling by the most":            revenue(1e15, -0.999999),
		"growing by a thousand percent":  revenue(12_345.7e9, 9.9996),
		"growing by almost ten thousand": revenue(8e9, 88.888),
		"rates with all their digits": func(s *scenario.Scenario) {
			s.Terms.Share.Rate, s.Terms.Reverse.Rate, s.Valuation.DiscountRate = 0.8888, 0.8888, 9.9999
			s.Terms.OtherClouds.AzureLeadMonths = 120
		},
		"fifty years": func(s *scenario.Scenario) {
			for year := 2031; year <= 2075; year++ {
				for i := range s.Outlook.Streams {
					s.Outlook.Streams[i].Growth = s.Outlook.Streams[i].Growth.With(year, 100)
				}
			}
			s.LastYear = 2075
		},
		"streams of most different size": func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Base = 1
			s.Outlook.Streams[1] = scenario.Stream{Name: "Launched", Channel: scenario.ChannelDirect, Launch: 2027, Base: 1e15, Growth: s.Outlook.Streams[0].Growth, Shared: 1}
		},
	}
	for month := time.January; month <= time.December; month++ {
		cases[fmt.Sprint("from and through ", month)] = func(s *scenario.Scenario) {
			m := unit.NewMonth(2028, month)
			s.Terms.Share.From, s.Terms.Share.Through, s.Terms.Share.CapFrom = m, m, m
		}
	}
	for says, change := range cases {
		t.Run(says, func(t *testing.T) {
			s := desktest.WorkedCase()
			change(&s)
			d := newSeat(t, s)
			d.P.Window.Resize(fyne.NewSize(1024, 640))
			d.Relayout()
			hold := func() {
				t.Helper()
				for _, w := range d.entries() {
					text := w.Inspect().Text
					if entry, ok := w.(interface{ ErrorText() string }); ok && text == "" {
						text = placeholder(entry)
					}
					// As the field itself finds whether its text has to scroll.
					const inset = 2 * 3
					room := w.Size().Width - 2*theme.InnerPadding() - inset
					if width := fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width; width > room {
						t.Errorf("%s shows %q, %v wide, in %v", w.InspectName(), text, width, room)
					}
				}
			}
			hold()
			if plan.OwnStreams(s) > 1 {
				d.Choose("stream", "Total of OpenAI's own")
				hold()
			}
			opened := d.P.Session.Revision()
			for _, w := range d.entries() {
				d.P.Window.Canvas().Focus(w.(fyne.Focusable))
				d.P.Window.Canvas().Unfocus()
			}
			if d.P.Session.Revision() != opened {
				t.Error("leaving untouched fields changes the scenario")
			}
			hold()
		})
	}
}

// placeholder returns what an empty field shows.
func placeholder(w any) string {
	switch w := w.(type) {
	case *field.Number:
		return w.PlaceHolder
	case *field.Month:
		return w.PlaceHolder
	case *widget.Entry:
		return w.PlaceHolder
	}
	return ""
}

func TestANarrowFieldShowsItsValueInFullOnFocus(t *testing.T) {
	s := desktest.WorkedCase()
	s.Outlook.Streams[0].Base = 12_345.7e9
	d := newSeat(t, s)
	const base = "outlook.streams[0].base"
	if got := d.Text("entry", base); got != "$12,346B" {
		t.Errorf("at rest the field shows %q", got)
	}
	d.Focus("entry", base)
	if got := d.Text("entry", base); got != "12345.7B" {
		t.Errorf("with the focus the field shows %q", got)
	}
}

func TestRevenueBeyondWhatAnAmountMayBeCanBeTypedAndStepped(t *testing.T) {
	s := desktest.WorkedCase()
	s.Outlook.Streams[0].Base = 1e15
	d := newSeat(t, s)
	const year = "outlook.streams[0].revenue.2026"
	d.Enter(year, "3000T")
	d.Press(fyne.KeyUp)
	if fault, got := d.Fault(year), d.Selected().Revenue(0, 2026); fault != "" || got != 3.001e15 {
		t.Errorf("3000T and a step up give %v, fault %q", got, fault)
	}
}
