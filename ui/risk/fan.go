package risk

import (
	"strconv"

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
	view     *View
	card     *look.Card
	head     *cardHead
	chart    *desk.Chart
	mean     *field.Check
	path     *simulate.Path
	of       runKey // of the path
	among    int    // how many paths its run has
	pathSays *look.Text
	hide     *look.Button // the path
	about    *look.Button
	front    *front
	named    []inspect.Widget
	want     wanted
}

// A wanted path is one that is to be shown once its run is there.
type wanted struct {
	number int    // from 1, 0 for none
	of     runKey // which run is made for it; no key before that has begun
}

func newFan(v *View) *fan {
	f := &fan{view: v, pathSays: look.NewMuted("")}
	f.chart = desk.NewChart(v.desk, "risk.fan", fyne.NewSize(320, 280), f.picture)
	f.chart.Tell, f.chart.Step = f.tell, 3 // quarters
	f.chart.Handle(desk.Handler{Key: f.onKey, Menu: f.onMenu, Press: f.onPress})
	f.mean = field.NewCheck("risk.mean", "Mean", func(bool) { f.chart.View.Stale() })
	f.mean.SetTooltip("Draw the mean of all paths, too")
	f.front = &front{f.picture, v.question}
	save := v.saver("save-picture", f.front)
	save.SetTooltip("Save or copy this chart as a picture (Ctrl+E)")
	f.hide = look.NewLink("risk.path.hide", "Hide", func() { f.setPath(nil) })
	f.hide.SetTooltip("Draw the fan without this path")
	f.about = look.NewLink("risk.path.why", "Why?", f.askPath)
	f.about.SetTooltip("What happens on this path, year by year")
	f.pathSays.Yielding = true
	f.head = newCardHead("Range of cumulative payments", container.New(look.NewColumns(10, look.Natural, look.Natural), f.mean, save))
	line := container.New(lineLayout{}, container.New(look.NewColumns(10, look.Stretch, look.Natural, look.Natural), f.pathSays, f.about, f.hide))
	f.setPath(nil)
	f.card = look.NewCard(container.NewBorder(look.Stack(2, f.head.content, line), nil, nil, nil, f.chart.View), look.CardPad)
	f.named = []inspect.Widget{f.mean, save, f.chart.View, f.about, f.hide}
	return f
}

const pressWords = "Click into the fan for the path nearest to it"

// show asks for a new picture; a path of another run goes.
func (f *fan) show() {
	r := f.view.runs
	if f.path != nil && (f.of != r.key || f.among != r.result.Paths && !r.options.Sampling.Nested()) {
		f.setPath(nil)
	}
	if f.want.number > 0 {
		f.showWanted()
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
	tip := chartview.Tip{Title: "End of " + unit.QuarterOf(quarter.First).Words()}
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
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "this path", Value: f.path.Counted[q].TableIn(in)})
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
