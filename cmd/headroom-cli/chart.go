package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

func (p *program) chartVerb() *cobra.Command {
	options := plot.Options{
		Width: 1600, Height: 900, Scale: 1,
		Theme: plot.ThemeLight, Axis: plot.AxisCap,
	}
	verb := &cobra.Command{
		Use:   "chart FILE --scenario ID --kind KIND --output F.png|F.svg",
		Short: "Draw a scenario as PNG or SVG",
		Long: `Draw a scenario, as PNG or SVG by the end of the name that --output gives: what
counts toward the cap over time (cumulative), or payments by year (years). Width
and height are in logical pixels; the scale multiplies them, lines and letters
with them. The theme transparent is the light one without a background.`,
		Example: `  headroom-cli chart plan.headroom.json --scenario february-2026 --kind cumulative --output plan.png
  headroom-cli chart plan.headroom.json --scenario stall --kind years --theme dark --output stall.svg
  headroom-cli chart plan.headroom.json --scenario february-2026 --kind cumulative --axis due --width 1200 --height 675 --scale 2 --title "Payments against the cap" --source "The Information, May 2026" --output slide.png`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "the scenario to draw")
	flags := verb.Flags()
	choose(verb, &options.Kind, "kind", "what to draw", plot.KindCumulative, plot.KindYears)
	choose(verb, &options.Theme, "theme", "the colors", plot.ThemeLight, plot.ThemeDark, plot.ThemeTransparent)
	choose(verb, &options.Axis, "axis", "how far the vertical axis of a cumulative chart goes: a little beyond the cap, or to everything due", plot.AxisCap, plot.AxisDue)
	flags.Var(&side{&options.Width}, "width", "width in logical pixels")
	flags.Var(&side{&options.Height}, "height", "height in logical pixels")
	flags.Var(&scale{&options.Scale}, "scale", "pixels a logical pixel")
	flags.StringVar(&options.Title, "title", "", "a title above the chart")
	flags.StringVar(&options.Source, "source", "", "a source line below the chart")
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "kind", "output"); err != nil {
			return err
		}
		return p.chart(args[0], chosen.value, options)
	}
	return verb
}

// chart draws one scenario. A workspace that was read can be drawn, so that an
// error of drawing is one of the options: wrong usage.
func (p *program) chart(file string, chosen []string, options plot.Options) error {
	format, err := export.FormatOf(p.output)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	if len(chosen) > 1 {
		return errors.New("--scenario: one chart of this kind shows one scenario")
	}
	w, err := p.workspace(file)
	if err != nil {
		return failed(err)
	}
	places, err := placesOf(w, chosen)
	if err != nil {
		return failed(err)
	}
	results, err := projected(w, places)
	if err != nil {
		return failed(err)
	}
	subject := plot.Subject{Scenario: results[0].Scenario, Projection: results[0].Projection, Color: results[0].Scenario.Color}
	if subject.Color == "" {
		subject.Color = preset.Color(places[0])
	}
	data, err := export.Chart(subject, options, format)
	p.out.Write(data)
	return err
}
