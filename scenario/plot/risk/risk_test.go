package risk_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/outcomes"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

var renew = flag.Bool("renew", false, "write the pictures of testdata again instead of comparing with them")

// ran returns a shipped scenario, changed, and what a run says of it.
func ran(tb testing.TB, id string, change func(*scenario.Scenario)) risk.Run {
	tb.Helper()
	w := preset.Default()
	s := w.Scenarios[w.Find(id)]
	if change != nil {
		change(&s)
	}
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	projection, err := scenario.Project(s)
	if err != nil {
		tb.Fatal(err)
	}
	run := risk.Run{Subject: plot.Subject{Scenario: s, Projection: projection, Color: preset.Color(w.Find(id))}}
	var m simulate.Simulator
	if err := m.Run(tb.Context(), p, simulate.Options{}, &run.Result); err != nil {
		tb.Fatal(err)
	}
	return run
}

// ranAs returns what a run of its own says of a scenario.
func ranAs(tb testing.TB, s scenario.Scenario, o simulate.Options) (r simulate.Result) {
	tb.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	var m simulate.Simulator
	if err := m.Run(tb.Context(), p, o, &r); err != nil {
		tb.Fatal(err)
	}
	return r
}

// paid returns the chart of what is paid on the paths of a run.
func paid(tb testing.TB, r risk.Run) risk.Paid {
	tb.Helper()
	p, err := scenario.Prepare(r.Subject.Scenario)
	if err != nil {
		tb.Fatal(err)
	}
	var m simulate.Simulator
	counted, err := outcomes.Count(tb.Context(), &m, p, simulate.Options{Paths: r.Result.Paths, Seed: r.Result.Seed, Sampling: r.Result.Sampling})
	if err != nil {
		tb.Fatal(err)
	}
	return risk.Paid{Subject: r.Subject, Result: r.Result, Outcomes: counted}
}

func drivers(r risk.Run) risk.Drivers { return risk.Drivers{Subject: r.Subject, Result: r.Result} }

func fan(r risk.Run) risk.Fan { return risk.Fan{Subject: r.Subject, Result: r.Result} }

func TestPictures(t *testing.T) {
	february, uncapped := ran(t, "february-2026", nil), ran(t, "february-2026-prior", nil)
	early := ran(t, "february-2026", func(s *scenario.Scenario) {
		s.Terms.Share.Cap, s.Terms.Share.AlreadyPaid = 5e9, 4.6e9
		s.Uncertainty = &scenario.Uncertainty{GrowthSD: s.Uncertainty.GrowthSD, CapRange: &scenario.CapRange{Low: 4e9, High: 12e9}}
	})
	certain := ran(t, "february-2026", func(s *scenario.Scenario) { s.Uncertainty = nil })
	one := fan(february)
	p, err := scenario.Prepare(february.Subject.Scenario)
	if err != nil {
		t.Fatal(err)
	}
	var m simulate.Simulator
	path, err := m.Nearest(t.Context(), p, simulate.Options{}, simulate.DefaultPaths, 9, 20e9)
	if err != nil {
		t.Fatal(err)
	}
	one.Path, one.Mean = &path, true
	exact := ran(t, "slump", func(s *scenario.Scenario) { s.Uncertainty = &scenario.Uncertainty{GrowthSD: s.Uncertainty.GrowthSD} })
	few := ran(t, "february-2026", func(s *scenario.Scenario) {
		s.Uncertainty = &scenario.Uncertainty{GrowthSD: s.Uncertainty.GrowthSD[:3]}
	})
	rough := february
	rough.Result = ranAs(t, february.Subject.Scenario, simulate.Options{Paths: 200, Sampling: simulate.Random})
	decades := ran(t, "february-2026-prior", func(s *scenario.Scenario) {
		s.LastYear = 2075
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams[:1])
		s.Uncertainty = &scenario.Uncertainty{GrowthSD: slices.Clone(s.Uncertainty.GrowthSD)}
		growth := &s.Outlook.Streams[0].Growth
		for y := s.FirstYear; y <= s.LastYear; y++ {
			*growth = growth.With(y, 0.02)
			s.Uncertainty.GrowthSD = s.Uncertainty.GrowthSD.With(y, 0.02)
		}
	})
	for name, pic := range map[string]struct {
		chart         plot.Chart
		theme         plot.Theme
		width, height int
		scale         float64
	}{
		"fan":              {fan(february), plot.ThemeLight, 900, 400, 1},
		"fan-dark":         {one, plot.ThemeDark, 520, 320, 2},
		"fan-uncapped":     {fan(uncapped), plot.ThemeLight, 620, 320, 1},
		"fan-certain":      {fan(certain), plot.ThemeTransparent, 520, 300, 1},
		"fan-early":        {fan(early), plot.ThemeLight, 520, 300, 1},
		"fan-tiny":         {fan(february), plot.ThemeLight, 160, 90, 1},
		"paid":             {paid(t, february), plot.ThemeLight, 760, 260, 1},
		"paid-dark":        {paid(t, february), plot.ThemeDark, 420, 260, 2},
		"paid-peak":        {paid(t, exact), plot.ThemeLight, 760, 260, 1},
		"paid-uncapped":    {paid(t, uncapped), plot.ThemeDark, 620, 240, 1},
		"paid-certain":     {paid(t, certain), plot.ThemeTransparent, 520, 240, 1},
		"paid-early":       {paid(t, early), plot.ThemeLight, 520, 240, 1},
		"paid-tiny":        {paid(t, february), plot.ThemeLight, 160, 90, 1},
		"drivers":          {drivers(february), plot.ThemeLight, 620, 320, 1},
		"drivers-dark":     {drivers(february), plot.ThemeDark, 420, 300, 2},
		"drivers-few":      {drivers(few), plot.ThemeLight, 360, 220, 1},
		"drivers-rough":    {drivers(rough), plot.ThemeDark, 620, 320, 1},
		"drivers-uncapped": {drivers(uncapped), plot.ThemeTransparent, 520, 260, 1},
		"drivers-decades":  {drivers(decades), plot.ThemeLight, 620, 480, 1},
		"drivers-tiny":     {drivers(february), plot.ThemeLight, 160, 90, 1},
		"dates":            {risk.Dates{Runs: []risk.Run{february}}, plot.ThemeLight, 1100, 260, 1},
		"dates-dark":       {risk.Dates{Runs: []risk.Run{february}}, plot.ThemeDark, 520, 260, 2},
		"dates-early":      {risk.Dates{Runs: []risk.Run{early}}, plot.ThemeLight, 620, 260, 1},
		"dates-never":      {risk.Dates{Runs: []risk.Run{uncapped}}, plot.ThemeLight, 520, 220, 1},
		"dates-tiny":       {risk.Dates{Runs: []risk.Run{february}}, plot.ThemeLight, 160, 90, 1},
		"dates-rising":     {risk.Dates{Runs: []risk.Run{february}, Rising: true}, plot.ThemeLight, 620, 260, 1},
		"dates-several":    {risk.Dates{Runs: []risk.Run{february, ran(t, "april-2025", nil), ran(t, "slump", nil)}}, plot.ThemeLight, 900, 320, 1},
	} {
		t.Run(name, func(t *testing.T) {
			picture := plot.Picture{Options: plot.Options{Width: pic.width, Height: pic.height, Scale: pic.scale, Theme: pic.theme}, Chart: pic.chart}
			data, err := picture.PNG()
			if err != nil {
				t.Fatal(err)
			}
			if boxes, err := picture.Lacking(); err != nil || len(boxes) > 0 {
				t.Errorf("it shows boxes for %q, %v", boxes, err)
			}
			held(t, name, data)
		})
	}
}

// held holds a picture to the one that was looked at, tile by tile.
func held(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *renew {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -renew writes it", err)
	}
	got, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != want.Bounds() {
		t.Fatalf("it is %v, it was %v", got.Bounds(), want.Bounds())
	}
	const side = 32
	ink := map[image.Point]float64{}
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			r, g, b, _ := got.At(x, y).RGBA()
			r2, g2, b2, _ := want.At(x, y).RGBA()
			ink[image.Pt(x/side, y/side)] += (math.Abs(float64(r)-float64(r2)) + math.Abs(float64(g)-float64(g2)) + math.Abs(float64(b)-float64(b2))) / 3 / 0xffff
		}
	}
	for tile, differs := range ink {
		if differs > 4 {
			path := filepath.Join(t.ArtifactDir(), name+".png")
			_ = os.WriteFile(path, data, 0o600)
			t.Fatalf("%.1f pixels of ink differ in tile %v: see %s; if the change is meant, go test -renew", differs, tile, path)
		}
	}
}

// Bars add up to one, never last; the frame says where they are.
func TestDatesAddUp(t *testing.T) {
	for _, id := range []string{"february-2026", "slump", "february-2026-prior"} {
		var frame risk.Frame
		r := ran(t, id, nil)
		pic := plot.Picture{Options: plot.Options{Width: 900, Height: 300}, Chart: risk.Dates{Runs: []risk.Run{r}, Frame: &frame}}
		if _, _, err := plot.NewPainter().Paint(pic); err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for i, s := range frame.Slots {
			sum += s.Probability
			middle := (s.Box.Left + s.Box.Right) / 2
			if got, ok := frame.SlotAt(middle, frame.Plot.Top+1); !ok || got != i {
				t.Errorf("%s: in the middle of %q is slot %d, %v", id, s.Words, got, ok)
			}
			for _, y := range []float64{frame.Plot.Top - 1, frame.Plot.Bottom + 1} {
				if _, ok := frame.SlotAt(middle, y); ok {
					t.Errorf("%s: there is a bar above or below the plot, at %v", id, y)
				}
			}
		}
		last := frame.Slots[len(frame.Slots)-1]
		if math.Abs(sum-1) > 1e-9 || last.Words != "not by 2030" || math.Abs(last.Probability-(1-r.Result.Reached.Value)) > 1e-12 {
			t.Errorf("%s: bars add up to %v, the last is %+v", id, sum, last)
		}
		if _, ok := frame.SlotAt(frame.Plot.Left-1, frame.Plot.Top+1); ok {
			t.Errorf("%s: there is a bar left of the plot", id)
		}
	}
}

// A fan's frame leads from pixels to amounts: the median is where it is drawn.
func TestAFanHasAFrame(t *testing.T) {
	r := ran(t, "february-2026", nil)
	_, frames, err := plot.NewPainter().Paint(plot.Picture{Options: plot.Options{Width: 900, Height: 400}, Chart: fan(r)})
	if err != nil {
		t.Fatal(err)
	}
	f := frames.Panels[0].Frame
	if m, ok := f.MonthAt(f.X(unit.NewMonth(2028, 6), 0.5)); !ok || m != unit.NewMonth(2028, 6) || !f.Capped || math.Abs(float64(f.AmountAt(f.CapY)-38e9)) > 1 {
		t.Errorf("%+v", f)
	}
	r.Result.Percents = []float64{50}
	if err := fan(r).Check(); err == nil || !strings.Contains(err.Error(), "percentiles 5, 25, 50, 75 and 95") {
		t.Errorf("a run without its percentiles: %v", err)
	}
	if err := (risk.Dates{}).Check(); err == nil {
		t.Error("dates of nothing can be drawn")
	}
}
