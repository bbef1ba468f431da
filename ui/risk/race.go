package risk

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/live"
	"headroom/ui/look"
)

// race holds the scenarios that are compared against the first of them, path by path. It
// runs aside, since each takes two runs.
type race struct {
	view   *View
	card   *look.Card
	words  *look.Text
	lines  *fyne.Container
	latest *live.Latest[*raced]
	sim    simulate.Simulator
	key    string // of what is shown or asked
	shown  *raced
}

// raced is what races say.
type raced struct {
	names  []string // of the scenarios, the first one being raced against
	races  []simulate.Race
	others []risk.Run // of the compared scenarios but the selected one
}

func newRace(v *View) *race {
	r := &race{view: v, words: look.NewMuted(""), lines: container.New(layout.NewCustomPaddedVBoxLayout(2))}
	r.words.Yielding = true
	r.latest = live.NewLatest[*raced](v.desk.Live)
	r.card = look.NewCard(container.NewVBox(look.NewHeading("Race"), r.words, r.lines), look.CardPad)
	return r
}

// show makes the races that are not known yet.
func (r *race) show() {
	list := r.view.desk.Compared()
	if len(list) < 2 {
		r.latest.Drop()
		r.key, r.shown = "", nil
		r.words.SetText("Tick two to four scenarios at the left: which reaches its cap first?")
		r.lines.RemoveAll()
		return
	}
	o := r.view.runs.options
	o.Paths = min(o.Paths, simulate.DefaultPaths)
	key := fmt.Sprint(o.Seed, o.Sampling, o.Paths, r.view.runs.of.ID)
	for _, s := range list {
		key += fmt.Sprint(" ", s.ID, r.view.desk.Session.ScenarioRevision(s.ID))
	}
	if key == r.key {
		return
	}
	r.key = key
	r.words.SetText("On the same courses of growth, path by path…")
	selected := r.view.runs.of.ID
	book := r.view.desk.Book
	var runs []risk.Run
	for _, s := range list {
		runs = append(runs, risk.Run{Subject: book.Subject(s)})
	}
	r.latest.Ask(func(ctx context.Context) *raced { return r.run(ctx, runs, selected, o) }, func(out *raced) {
		if out == nil || key != r.key {
			return
		}
		r.shown = out
		r.display()
		r.view.dates.chart.View.Stale()
	})
}

// run makes the races, aside.
func (r *race) run(ctx context.Context, runs []risk.Run, selected string, o simulate.Options) *raced {
	out := &raced{}
	var first *scenario.Prepared
	for i, of := range runs {
		p, err := scenario.Prepare(of.Subject.Scenario)
		if err != nil {
			return nil
		}
		out.names = append(out.names, of.Subject.Scenario.Name)
		if i == 0 {
			first = p
		} else {
			race, err := r.sim.Race(ctx, first, p, o)
			if err != nil {
				return nil
			}
			out.races = append(out.races, race)
		}
		if of.Subject.Scenario.ID == selected {
			continue
		}
		coarse := o
		coarse.Coarse = true
		if err := r.sim.Run(ctx, p, coarse, &of.Result); err != nil {
			return nil
		}
		out.others = append(out.others, of)
	}
	return out
}

func (r *race) display() {
	r.words.SetText("On the same courses of growth, path by path:")
	r.lines.RemoveAll()
	for i, of := range r.shown.races {
		a, b := r.shown.names[0], r.shown.names[i+1]
		line := look.NewParagraph(fmt.Sprintf("%s is first on %s (± %s), %s on %s", a, simulate.Likely(of.AFirst.Value), points(of.AFirst.Error), b, simulate.Likely(of.BFirst.Value)), theme.ColorNameForeground, theme.SizeNameText)
		rest := look.NewParagraph(fmt.Sprintf("%s days apart on average; neither on %s; %s pays %s more on average (± %s)",
			days(of.DaysAhead.Value), simulate.Likely(of.Neither.Value), morePays(a, b, of), unit.Amount(abs(of.Difference.Value)).Table(), unit.Amount(of.Difference.Error).Table()), look.ColorMuted, theme.SizeNameText)
		r.lines.Add(line)
		r.lines.Add(rest)
	}
	r.lines.Refresh()
	r.card.Refresh()
}

func morePays(a, b string, of simulate.Race) string {
	if of.Difference.Value < 0 {
		return b
	}
	return a
}

func days(v float64) string { return fmt.Sprintf("%.0f", abs(v)) }

func abs(v float64) float64 { return max(v, -v) }

// others returns the runs of the other scenarios compared.
func (r *race) others() []risk.Run {
	if r.shown == nil {
		return nil
	}
	return r.shown.others
}
