package risk

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// fan shows where what counts toward the cap may lie.
type fan struct {
	view  *View
	card  *look.Card
	chart *desk.Chart
	mean  *field.Check
	path  *simulate.Path
	of    runKey // of the path
	told  *look.Text
	named []inspect.Widget
}

func newFan(v *View) *fan {
	f := &fan{view: v, told: look.NewMuted("")}
	f.chart = desk.NewChart(v.desk, "risk.fan", fyne.NewSize(320, 240), f.picture)
	f.chart.Tell = f.tell
	f.chart.View.OnPress = f.onPress
	f.mean = field.NewCheck("risk.mean", "Mean", func(bool) { f.chart.View.Stale() })
	f.mean.SetTooltip("Draw the mean of all courses, too")
	save := look.NewButton("save-picture", "Save picture…", func() {
		v.front = f.picture
		v.desk.SavePicture()
	})
	save.SetTooltip("Save or copy the chart as a picture (Ctrl+E)")
	f.told.Yielding = true
	f.told.SetText(pressWords)
	title := look.NewHeading("Range of cumulative payments")
	title.Yielding = false
	head := container.New(look.NewColumns(10, look.Natural, look.Stretch, look.Natural, look.Natural), title, f.told, f.mean, save)
	f.card = look.NewCard(container.NewBorder(head, nil, nil, nil, f.chart.View), look.CardPad)
	f.named = []inspect.Widget{f.mean, save, f.chart.View}
	return f
}

const pressWords = "Click into the fan for the course nearest to it"

// show asks for a new picture; a path of another run goes.
func (f *fan) show() {
	if f.path != nil && f.of != f.view.runs.key {
		f.path = nil
		f.told.SetText(pressWords)
	}
	f.chart.View.Stale()
}

func (f *fan) picture() (plot.Picture, bool) {
	r := f.view.runs
	if !r.known {
		return plot.Picture{}, false
	}
	return plot.Picture{
		Options: plot.Options{Theme: desk.PlotTheme()},
		Chart:   risk.Fan{Subject: r.subject, Result: r.result, Mean: f.mean.Ticked(), Path: f.path},
	}, true
}

// tell tells where the paths lie at the end of the quarter of month m.
func (f *fan) tell(m unit.Month) (chartview.Tip, fyne.Position, bool) {
	q, ok := f.quarter(m)
	if !ok {
		return chartview.Tip{}, fyne.Position{}, false
	}
	quarter, in := &f.view.runs.result.Quarters[q], f.chart.Frame.Unit()
	tip := chartview.Tip{Title: "End of Q" + strconv.Itoa(quarter.First.Quarter()) + " " + year(quarter.First.Year())}
	for i := len(quarter.Percentiles) - 1; i >= 0; i-- {
		switch percent := f.view.runs.result.Percents[i]; percent {
		case 5, 25, 50, 75, 95:
			label := strconv.FormatFloat(percent, 'f', -1, 64) + "% below"
			if percent == 50 {
				label = "median"
			}
			tip.Rows = append(tip.Rows, chartview.TipRow{Label: label, Value: quarter.Percentiles[i].TableIn(in)})
		}
	}
	tip.Rows = append(tip.Rows, chartview.TipRow{Label: "mean", Value: quarter.Mean.TableIn(in)})
	if f.view.runs.result.Capped {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "cap reached by then", Value: simulate.Likely(quarter.ReachedBy)})
	}
	if f.path != nil {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "this course", Value: f.path.Counted[q].TableIn(in)})
	}
	at := f.chart.Frame
	median := quarter.Percentiles[percentAt(&f.view.runs.result, 50)]
	return tip, fyne.NewPos(float32(at.X(quarter.First+2, 1)), float32(at.Y(median))), true
}

func percentAt(r *simulate.Result, percent float64) int {
	for i, p := range r.Percents {
		if p == percent {
			return i
		}
	}
	return 0
}

// quarter returns the index of the quarter of a month.
func (f *fan) quarter(m unit.Month) (int, bool) {
	r := f.view.runs
	if !r.known || len(r.result.Quarters) == 0 {
		return 0, false
	}
	at := int(m-r.result.Quarters[0].First) / 3
	return at, m >= r.result.Quarters[0].First && at < len(r.result.Quarters)
}

// onPress shows the path nearest to a place of the fan, with what grows by how much on
// it. Nothing is grabbed.
func (f *fan) onPress(at fyne.Position) bool {
	frame := f.chart.Frame
	x, y := float64(at.X), float64(at.Y)
	if !f.view.runs.known || !frame.Plot.Contains(x, y) {
		return false
	}
	m, ok := frame.MonthAt(x)
	if !ok {
		return false
	}
	q, ok := f.quarter(m)
	if !ok {
		return false
	}
	r := f.view.runs
	o := r.options
	o.Paths = r.result.Paths
	if r.result.Paths > simulate.DefaultPaths {
		o.Paths = simulate.DefaultPaths // of a large run its first paths will do
	}
	path, err := r.near.Nearest(context.Background(), r.p, o, q, frame.AmountAt(y))
	if err != nil {
		return false
	}
	f.path, f.of = &path, r.key
	f.told.SetText(f.tellPath())
	f.chart.View.Stale()
	return false
}

// tellPath says what happens on the path.
func (f *fan) tellPath() string {
	s, p := f.view.runs.of, f.path
	var grown []string
	for y := s.FirstYear; y <= s.LastYear; y++ {
		if g, ok := p.Growth(s, y); ok {
			grown = append(grown, "’"+year(y)[2:]+" "+g.Growth())
		}
	}
	end := "there is no cap"
	if s.Terms.Share.Capped {
		end = "cap " + p.Cap.Headline() + " not reached: only " + p.Counted[len(p.Counted)-1].Headline() + " counted"
		switch {
		case p.Reached.Before:
			end = "cap " + p.Cap.Headline() + " reached before the first year"
		case p.Reached.Ever():
			end = "cap " + p.Cap.Headline() + " reached " + p.Reached.Date.Month.Short()
		}
	}
	return fmt.Sprintf("Course %d: %s; growth %s", p.Index+1, end, strings.Join(grown, ", "))
}
