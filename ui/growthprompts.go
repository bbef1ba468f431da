package ui

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/look"
)

func rate(v float64) unit.Rate { return unit.Rate(v) }

// onShiftGrowth asks by how much to shift all growth.
func (p *Planner) onShiftGrowth() {
	p.commit()
	s, ok := p.selected()
	if !ok {
		return
	}
	shift := field.NewNumber("dialog.shift", shiftFormat())
	p.dialogs.show(prompt{
		name: "shift", title: "Shift all growth", accept: "Shift", first: shift,
		message: "Adds as many percentage points to every growth of every stream.",
		fields:  []field.Inspectable{shift},
		content: field.NewRow(look.NewColumns(look.Gap, 96, 120), field.NewLabel("Shift by"), shift),
		onAccept: func() string {
			if !shift.Commit() {
				return shift.ErrorText()
			}
			return p.tryOnce(edit.ShiftGrowth(s.ID, rate(shift.Value())))
		},
	})
}

// shiftFormat is that of a shift of growth in percentage points.
func shiftFormat() field.Format {
	f := growthFormat("")
	f.Short = func(v float64) string { return unit.Rate(v).Points() }
	f.Parse = func(text string, _ float64) (float64, error) {
		text = strings.TrimSuffix(strings.TrimSpace(strings.ToLower(text)), "pp")
		r, err := unit.ParseRate(strings.TrimPrefix(strings.TrimSpace(text), "+"))
		return checked(r, -1, 10, err, unit.Rate.Points)
	}
	f.Step = func(v, n float64) float64 { return within(roundTo(v+n*0.001, 0.0001), -1, 10) }
	return f
}

// The ways to reach the cap on another day, as the prompt offers them.
var reachedBy = []solve.Input{solve.GrowthShift, solve.Cap}

func (p *Planner) onReachOn() { p.askReach(solve.GrowthShift) }

// askReach asks on which day the cap is to be reached, and by what, which is first
// taken to be input: the typed equivalent of dragging the date on the chart.
func (p *Planner) askReach(input solve.Input) {
	p.commit()
	s, ok := p.selected()
	if !ok {
		return
	}
	day := field.NewText("dialog.date", "such as Dec 31, 2029")
	if date := p.book.projection(s).Total.Reached.Date; !date.IsZero() {
		day.Display(date.Medium())
	}
	taken := widget.NewLabel("") // which day was taken, where it could be another
	taken.Wrapping, taken.SizeName = fyne.TextWrapWord, theme.SizeNameCaptionText
	typed := day.OnChanged
	day.OnChanged = func(text string) {
		typed(text)
		_, doubt, _ := unit.ReadDate(text)
		taken.SetText(doubt)
	}
	by := field.NewChoice("dialog.by", []string{"Shifting all growth", "Changing the cap"}, nil)
	by.Display(slices.Index(reachedBy, input))
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 96, 200) }
	p.dialogs.show(prompt{
		name: "reach", title: "Reach the cap on a date", accept: "Solve", first: day,
		fields: []field.Inspectable{day, by},
		content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Reached on"), day),
			taken,
			field.NewRow(columns(), field.NewLabel("By"), by)),
		onAccept: func() string {
			day.Commit()
			target, _, err := unit.ReadDate(day.Value())
			if err != nil {
				return sentence(err)
			}
			return p.reachOn(s, reachedBy[by.Index()], target)
		},
	})
}

// reachOn makes the change by which the cap is reached on a day; it returns in
// words why there is none.
func (p *Planner) reachOn(s scenario.Scenario, input solve.Input, target unit.Date) string {
	answer, err := solve.Reached(s, input, target)
	if err != nil {
		return sentence(err)
	}
	if !answer.Possible() {
		return impossible(input, answer, target)
	}
	if input == solve.Cap {
		return p.tryOnce(edit.SetCap(s.ID, capOn(answer.Intervals[0], target)))
	}
	return p.tryOnce(edit.ShiftGrowth(s.ID, rate(roundest(answer.Intervals[0], wholePoint))))
}

// capOn returns that of the caps that are reached on a day which is told best: on
// a month's last day all that is due by then, as the cap line snaps to it, and else
// the roundest.
func capOn(i solve.Interval, day unit.Date) unit.Amount {
	if day.Day == day.Month.Days() {
		return unit.Amount(roundNear(i.High, i, 0.01e9))
	}
	return unit.Amount(roundest(i, 1e9))
}

// impossible says that no value reaches a target, what was tried, and what comes
// nearest.
func impossible(input solve.Input, a solve.Answer, target unit.Date) string {
	tried := fmt.Sprintf("growth shifts of %s to %s", rate(a.Range.Low).Points(), rate(a.Range.High).Points())
	if input == solve.Cap {
		tried = fmt.Sprintf("caps of %s to %s", unit.Amount(a.Range.Low).Headline(), unit.Amount(a.Range.High).Headline())
	}
	words := fmt.Sprintf("The cap cannot be reached on %s: %s were tried.", target.Medium(), tried)
	if !a.Result.Date.IsZero() {
		words += fmt.Sprintf(" The nearest is %s.", a.Result.Date.Medium())
	}
	return words
}

// onRatesByYear asks for the rates of single years.
func (p *Planner) onRatesByYear() {
	p.commit()
	s, ok := p.selected()
	if !ok {
		return
	}
	rows := container.NewVBox()
	var entries []*field.Number
	var named []field.Inspectable
	format := rateFormat(0, 1)
	format.None = "as all years"
	for year := s.FirstYear; year <= s.LastYear; year++ {
		n := field.NewNumber(fmt.Sprintf("dialog.rate.%d", year), format)
		n.Display(math.NaN())
		if r, ok := s.Terms.Share.RatesByYear.Get(year); ok {
			n.Display(float64(r))
		}
		entries, named = append(entries, n), append(named, n)
		rows.Add(field.NewRow(look.NewColumns(look.Gap, 96, 120), field.NewLabel(strconv.Itoa(year)), n))
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(0, min(rows.MinSize().Height, 320)))
	paste := look.NewLink("dialog.paste", "Paste a row…", func() { p.onPasteRates(s, entries) })
	p.dialogs.show(prompt{
		name: "rates", title: "Share rate by year", accept: "Apply", first: entries[0], fields: append(named, paste),
		content: container.NewVBox(scroll, container.NewHBox(paste)),
		message: fmt.Sprintf("A year left empty has the rate of all years, %s.", s.Terms.Share.Rate.Percent()),
		onAccept: func() string {
			var changes []edit.Change
			for i, n := range entries {
				if !n.Commit() {
					return n.ErrorText()
				}
				year := s.FirstYear + i
				if math.IsNaN(n.Value()) {
					changes = append(changes, edit.ClearRateOfYear(s.ID, year))
				} else {
					changes = append(changes, edit.SetRateOfYear(s.ID, year, rate(n.Value())))
				}
			}
			return p.tryOnce(edit.Group("set share rates by year", changes...))
		},
	})
}
