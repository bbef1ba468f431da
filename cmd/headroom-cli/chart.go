package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"headroom/scenario/compare"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/simulate"
	"headroom/scenario/solve"
)

// A charting is what the flags of chart ask for.
type charting struct {
	scenarios *ids
	view      export.View
	options   plot.Options
	embed     bool
	result    solve.Result // empty for that of the kind
	ranges    spans
	x, y      axis
}

func (p *program) chartVerb() *cobra.Command {
	asked := charting{
		view:    export.View{Axis: plot.AxisCap, Layout: plot.LayoutSide, Face: plot.KindCumulative, Risk: export.RiskView{Sampling: simulate.Sobol}},
		options: plot.Options{Width: 1600, Height: 900, Scale: 1, Theme: plot.ThemeLight},
	}
	verb := &cobra.Command{
		Use:   "chart FILE --scenario ID[,ID...] --kind KIND --output F.png|F.svg",
		Short: "Draw scenarios as PNG or SVG",
		Long: `Draw scenarios, as PNG or SVG by the end of the name that --output gives. The
kinds are what counts toward the cap over time (cumulative) and payments by year
(years), each of one scenario; two to four scenarios on the same axes (compare);
the difference in a result between two scenarios, input by input (bridge), from
the reference to the other; the agreement over time (deal), of one scenario,
whose terms amend the shipped prior ones, or of two, where the reference has the
prior terms; what moves a result, input by input (tornado); a result over two
inputs (map), with words in its cells up to 15 by 15, in bands beyond; what it would
take for the cap to be reached at each year's end (break-even), as a table; where
paths of the uncertain growth and cap lie (fan), of one scenario; how likely the cap
is reached in each quarter (dates), or by it, of one to four; and of one scenario on
how many paths how much is paid (paid), and which draws drive the spread (drivers).
Where no reference is given it is the first scenario.

Width and height are in logical pixels; the scale multiplies them, lines and
letters with them; at any scale 120 logical pixels of a PNG are an inch on paper.
The themes transparent and transparent-dark are light and dark without a
background, for light and for dark slides.
With --embed the picture carries the scenarios it shows, without their notes:
opened in the planner, it brings them back, and extract prints them. The texts of an SVG stay texts, in Noto Sans
where that is installed; with --outlines they are drawn, and look the same
everywhere. Characters that the font of pictures lacks are named on standard
error.`,
		Example: `  headroom-cli chart plan.headroom.json --scenario february-2026 --kind cumulative --output plan.png
  headroom-cli chart plan.headroom.json --scenario slump --kind years --theme dark --output slump.svg
  headroom-cli chart plan.headroom.json --scenario february-2026,april-2025,slump --kind compare --layout overlay --output compared.png
  headroom-cli chart plan.headroom.json --scenario february-2026-prior,february-2026 --kind bridge --result net --outlines --output bridge.svg
  headroom-cli chart plan.headroom.json --scenario february-2026 --kind deal --embed --output deal.png
  headroom-cli chart plan.headroom.json --scenario july-2026 --kind tornado --result cap-reached --range cap=30B:46B --output tornado.png
  headroom-cli chart plan.headroom.json --scenario july-2026 --kind map --x cap=20B:56B:101 --y growth-shift=-30%:30%:101 --output map.svg
  headroom-cli chart plan.headroom.json --scenario july-2026 --kind break-even --theme dark --output break-even.png
  headroom-cli chart plan.headroom.json --scenario february-2026 --kind fan --paths 65536 --seed 7 --output fan.png
  headroom-cli chart plan.headroom.json --scenario february-2026,april-2025 --kind dates --embed --output dates.png
  headroom-cli chart plan.headroom.json --scenario february-2026 --kind cumulative --axis due --width 1200 --height 675 --scale 2 --title "Payments against the cap" --source "The Information, May 2026" --date "June 1, 2026" --output slide.png`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "the scenarios to draw: one, or as many as the kind shows")
	asked.flags(verb)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "kind", "output"); err != nil {
			return err
		}
		return p.chart(args[0], asked)
	}
	return verb
}

// flags adds the flags that say what is drawn, and how.
func (a *charting) flags(verb *cobra.Command) {
	view, o := &a.view, &a.options
	choose(verb, &view.Kind, "kind", "what to draw", export.Kinds()...)
	choose(verb, &view.Layout, "layout", "how compare holds scenarios: each in a plot of its own, or all in one", plot.LayoutSide, plot.LayoutOverlay)
	choose(verb, &view.Face, "face", "what compare shows of scenarios", plot.KindCumulative, plot.KindYears)
	choose(verb, &a.result, "result", "the result whose difference a bridge splits (paid where not given), or that a tornado or map is of (cap-reached)", solve.Results()...)
	verb.Flags().BoolVar(&view.Swept.Spider, "spider", false, "draw a tornado as lines over the ranges of its inputs")
	verb.Flags().Var(&a.ranges, "range", "move an input of a tornado over this range (may be given for several)")
	verb.Flags().Var(&a.x, "x", "the input to the right of a map (cap where not given)")
	verb.Flags().Var(&a.y, "y", "the input upward of a map (growth-shift where not given)")
	completeInputs(verb, "range", "x", "y")
	verb.Flags().Var(&count{&view.Risk.Paths, simulate.DefaultPaths}, "paths", "how many paths a fan, dates, paid or drivers are drawn of")
	verb.Flags().Var(&seed{&view.Risk.Seed}, "seed", "what their draws come from")
	choose(verb, &view.Risk.Sampling, "sampling", "how their paths are drawn", simulate.Samplings()...)
	verb.Flags().BoolVar(&view.Risk.Mean, "mean", false, "draw the mean into a fan")
	verb.Flags().IntVar(&view.Risk.Path, "path", 0, "draw the path of this number, counted from 1, into a fan")
	verb.Flags().BoolVar(&view.Risk.Rising, "rising", false, "draw dates as a rising curve, as those of several scenarios are anyway")
	choose(verb, &view.Axis, "axis", "how far the vertical axis of amounts over time goes: a little beyond the cap, or to everything due", plot.AxisCap, plot.AxisDue)
	choose(verb, &o.Theme, "theme", "the colors", plot.Themes()...)
	flags := verb.Flags()
	flags.Var(&oneID{&view.Reference}, "reference", "the scenario that others are held against, that a bridge begins with, or that has a deal's prior terms (the first where not given)")
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc("reference", a.scenarios.completeGiven)
	flags.Var(&side{&o.Width}, "width", "width in logical pixels")
	flags.Var(&side{&o.Height}, "height", "height in logical pixels")
	flags.Var(&scale{&o.Scale}, "scale", "pixels a logical pixel")
	flags.StringVar(&o.Title, "title", "", "a title above the chart")
	flags.StringVar(&o.Source, "source", "", "a source line below the chart")
	flags.StringVar(&o.Date, "date", "", "a date below the chart, as it is to be read (none where not given)")
	flags.BoolVar(&o.Outlines, "outlines", false, "draw the letters of an SVG as outlines, the same in every program")
	flags.BoolVar(&a.embed, "embed", false, "put the scenarios shown into the picture, without their notes")
}

// chart draws a picture. A workspace that was read can be drawn, so that an error
// of drawing is one of the options: wrong usage.
func (p *program) chart(file string, asked charting) error {
	format, err := export.FormatOf(p.output)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	if asked.options.Outlines && format != export.FormatSVG {
		return errors.New("--outlines: only an SVG has texts that can be outlines")
	}
	view, err := asked.shown()
	if err != nil {
		return err
	}
	w, err := p.workspace(file)
	if err != nil {
		return failed(err)
	}
	if _, err := placesOf(w, asked.scenarios.value); err != nil {
		return failed(err)
	}
	pic, err := export.NewPicture(w, view, asked.options)
	if err != nil {
		return failed(err)
	}
	if boxes := export.Lacking(pic, format); boxes != "" {
		p.notes = append(p.notes, boxes)
	}
	data, err := export.Picture(pic, format, asked.embed)
	p.out.Write(data)
	return err
}

// shown returns the view that is asked for.
func (a charting) shown() (export.View, error) {
	v, given := a.view, a.scenarios.value
	if v.Reference != "" && !slices.Contains(given, v.Reference) {
		return v, fmt.Errorf("--reference: %q is none of the scenarios drawn, %s", v.Reference, a.scenarios)
	}
	fewest, most := export.Takes(v.Kind)
	if n := len(given); n < fewest || n > most {
		return v, fmt.Errorf("--scenario: a chart of the kind %s shows %s, not %d", v.Kind, manyScenarios(fewest, most), n)
	}
	if err := a.swept(&v); err != nil {
		return v, err
	}
	return v.Of(given), nil
}

// swept puts into a view what a bridge, a tornado or a map is of.
func (a charting) swept(v *export.View) error {
	switch v.Kind {
	case plot.KindBridge:
		v.Result = compare.Result(a.result)
		if a.result != "" && !slices.Contains(compare.Bridged(), v.Result) {
			return fmt.Errorf("--result: a bridge splits %v, not %s", compare.Bridged(), a.result)
		}
	case swept.KindTornado:
		if _, err := a.ranges.ranges(); err != nil {
			return err
		}
		v.Swept.Result = a.result
		for _, r := range a.ranges.value {
			v.Swept.Ranges = append(v.Swept.Ranges, export.SweptRange{Input: r.input, Low: r.over.Low, High: r.over.High})
		}
	case swept.KindMap:
		v.Swept.Result = a.result
		if (a.x.input == "") != (a.y.input == "") {
			return errors.New("--x and --y: give both, or neither")
		}
		for _, r := range []span{a.x.span, a.y.span} {
			if r.input != "" {
				v.Swept.Ranges = append(v.Swept.Ranges, export.SweptRange{Input: r.input, Low: r.over.Low, High: r.over.High, Steps: r.steps})
			}
		}
	}
	return nil
}

// manyScenarios says how many scenarios are shown.
func manyScenarios(fewest, most int) string {
	words := []string{"none", "one", "two", "three", "four"}
	switch {
	case most == 1:
		return "one scenario"
	case fewest == most:
		return words[fewest] + " scenarios"
	case most == fewest+1:
		return words[fewest] + " or " + words[most] + " scenarios"
	}
	return words[fewest] + " to " + words[most] + " scenarios"
}
