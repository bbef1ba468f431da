package plot

import (
	"bytes"
	"image"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// several are scenarios of four horizons and caps: the worked case; the same
// without a cap; one that ends with 2028; one from 2028 to 2032, under a higher
// cap, with a long name.
// comparing returns a picture of the given scenarios.
// bridging returns a picture of the bridge between two scenarios.
// dealing returns a picture of the agreement of facts: prior terms, amended on
// April 27, 2026.
// swapped puts the prior terms in force and AGI in June 2029.
// crowded returns two scenarios that differ in more than twelve groups.
// A named is a picture of more than one subject, or of a deal, in testdata.
func TestPicturesOfSeveral(t *testing.T) {
	for _, p := range manyPictures(t) {
		t.Run(p.name, func(t *testing.T) {
			data, err := p.PNG()
			if err != nil {
				t.Fatal(err)
			}
			golden(t, p.name, data)
		})
	}
}

func TestSVGOfSeveralLooksLikeThePicture(t *testing.T) {
	for _, p := range manyPictures(t) {
		looksAlike(t, p.name, p.Picture)
	}
}

func TestTheSamePictureGivesTheSameBytes(t *testing.T) {
	painter := NewPainter()
	for _, p := range manyPictures(t) {
		first, err := p.PNG()
		if err != nil {
			t.Fatal(err)
		}
		again, _ := p.PNG()
		img, _, err := painter.Paint(p.Picture)
		if err != nil {
			t.Fatal(err)
		}
		painted, err := p.png().Encode(img)
		if err != nil || !bytes.Equal(first, again) || !bytes.Equal(first, painted) {
			t.Errorf("%s: bytes differ from one time to another", p.name)
		}
	}
}

func TestTextsOfSeveralNeverOverlapNorLeaveThePicture(t *testing.T) {
	sizes := [][2]int{{240, 160}, {241, 400}, {320, 200}, {450, 260}, {640, 170}, {900, 520}, {1600, 900}}
	if !testing.Short() {
		for w := 20; w < 900; w += 109 {
			for h := 20; h < 600; h += 83 {
				sizes = append(sizes, [2]int{w, h})
			}
		}
	}
	for _, p := range manyPictures(t) {
		for i, size := range sizes {
			p.Width, p.Height = size[0], size[1]
			p.Axis = []Axis{AxisCap, AxisDue}[i%2]
			l := presented(t, p.Picture)
			if n := len(l.Frames.Panels); n > 0 {
				l.Frame = l.Frames.Panels[n-1].Frame.Frame
			}
			if got := fault(l); got != "" {
				t.Errorf("%s, %d by %d: %s", p.name, p.Width, p.Height, got)
			}
		}
	}
}

func TestLabelsAtLineEndsNeverOverlapWhereverTheLinesEnd(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 2026))
	for i := range 150 {
		var all []scenario.Scenario
		for range 2 + dice.IntN(3) {
			s := press()
			s.Name = strings.Repeat("Plan ", 1+dice.IntN(12))
			s.Terms.Share.Cap = unit.Amount(dice.IntN(4)) * 15e9
			s.Terms.Share.Capped = dice.IntN(4) > 0
			s.LastYear = 2026 + dice.IntN(5)
			s.Terms.Share.Rate = unit.Rate(dice.Float64())
			all = append(all, s)
		}
		pic := comparing(t, Options{Width: 200 + dice.IntN(900), Height: 150 + dice.IntN(500), Axis: AxisDue}, all...)
		compareOf(pic).Layout = LayoutOverlay
		l := presented(t, pic)
		l.Frame = l.Frames.Panels[0].Frame.Frame
		if got := fault(l); got != "" {
			t.Errorf("round %d: %d by %d: %s", i, pic.Width, pic.Height, got)
		}
	}
}

func TestSpreadKeepsLabelsApartAndNearTheirPlaces(t *testing.T) {
	for _, c := range []struct {
		name                    string
		wanted, heights, expect []float64
		top, bottom             float64
	}{
		{"room for all", []float64{10, 50, 90}, []float64{20, 20, 20}, []float64{10, 50, 90}, 0, 100},
		{"two at one place", []float64{50, 50}, []float64{20, 20}, []float64{40, 60}, 0, 100},
		{"three at one place, of two heights", []float64{50, 50, 50}, []float64{10, 20, 10}, []float64{35, 50, 65}, 0, 100},
		{"at the top", []float64{0, 0}, []float64{20, 20}, []float64{10, 30}, 0, 100},
		{"at the bottom", []float64{95, 100}, []float64{20, 20}, []float64{70, 90}, 0, 100},
		{"too little room", []float64{5, 6}, []float64{20, 20}, []float64{10, 30}, 0, 30},
		{"none", nil, nil, nil, 0, 100},
	} {
		got := layout.Spread(c.wanted, c.heights, c.top, c.bottom)
		for i := range c.expect {
			if math.Abs(got[i]-c.expect[i]) > 1e-9 {
				t.Errorf("%s: %v, want %v", c.name, got, c.expect)
				break
			}
		}
	}
}

func TestPicturesThatCannotBeDrawnAreErrors(t *testing.T) {
	all := several()
	two := func(f func(*Compare)) Picture {
		pic := comparing(t, Options{}, all[:2]...)
		f(compareOf(pic))
		return pic
	}
	bridge := func(b *compare.Bridge) Picture {
		return Picture{
			Options: Options{Width: 900, Height: 520},
			Chart:   Bridge{From: project(t, all[0]), To: project(t, all[1]), Difference: b},
		}
	}
	for _, c := range []struct {
		name string
		pic  Picture
		want string
	}{
		{"one compared", comparing(t, Options{}, all[0]), "two to 4"},
		{"five compared", comparing(t, Options{}, append(all, all[0])...), "two to 4"},
		{"none compared", comparing(t, Options{}), "two to 4"},
		{"no chart", Picture{Options: Options{Width: 9, Height: 9}}, "no chart"},
		{"a bridge without a bridge", bridge(nil), "no bridge"},
		{"a bridge of an endless amount", bridge(&compare.Bridge{To: compare.End{Amount: unit.Amount(math.Inf(-1))}}), "not finite"},
		{"an unknown layout", two(func(c *Compare) { c.Layout = "stacked" }), `"stacked"`},
		{"an unknown face", two(func(c *Compare) { c.Face = KindDeal }), `"deal"`},
		{"a reference that is not there", two(func(c *Compare) { c.Reference = 2 }), "reference"},
		{"a reference before the first", two(func(c *Compare) { c.Reference = -1 }), "reference"},
		{"no size", Picture{Chart: Cumulative{project(t, all[0])}}, "size"},
		{"a subject without months", two(func(c *Compare) { c.Subjects[1].Projection.Months = nil }), "prior terms"},
		{"a deal without months", Picture{Options: Options{Width: 9, Height: 9}, Chart: Deal{}}, "no months"},
		{"a color that is none", two(func(c *Compare) { c.Subjects[1].Color = "red" }), "#RRGGBB"},
	} {
		img, frames, err := NewPainter().Paint(c.pic)
		if err == nil || !strings.Contains(err.Error(), c.want) || img != nil || frames.Panels != nil {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
		if data, err := c.pic.SVG(); err == nil || data != nil {
			t.Errorf("%s: no error from SVG", c.name)
		}
		if _, err := c.pic.PNG(); err == nil {
			t.Errorf("%s: no error from PNG", c.name)
		}
	}
}

func TestRandomPicturesOfSeveralNeverPanic(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	painter := NewPainter()
	pictures := manyPictures(t)
	for i := range rounds {
		p := pictures[dice.IntN(len(pictures))].Picture
		p.Width, p.Height = 1+dice.IntN(700), 1+dice.IntN(500)
		p.Scale = []float64{0.3, 1, 1.25, 2}[dice.IntN(4)]
		p.Theme = Themes()[dice.IntN(len(Themes()))]
		p.Options.Top = []unit.Amount{0, 0, 1e-6, 1e3, 38e9, 1e299}[dice.IntN(6)]
		if dice.IntN(2) == 0 {
			p.Options.From = unit.NewMonth(2020, 1) + unit.Month(dice.IntN(150))
			p.Options.Through = p.Options.From + unit.Month(dice.IntN(150))
		}
		img, frames, err := painter.Paint(p)
		if err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
		if img.Rect.Empty() {
			t.Fatalf("round %d: no picture", i)
		}
		for _, panel := range frames.Panels {
			for _, v := range []float64{panel.Plot.Left, panel.Plot.Right, panel.Plot.Top, panel.Plot.Bottom, float64(panel.Frame.Top), panel.CapY} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("round %d: %+v", i, panel)
				}
			}
		}
		data, err := p.SVG()
		if err != nil || bytes.Contains(data, []byte("NaN")) || bytes.Contains(data, []byte("Inf")) {
			t.Fatalf("round %d: %v, or a coordinate is no number", i, err)
		}
	}
}

func TestPixelsAreWhatTheScaleSays(t *testing.T) {
	for _, p := range manyPictures(t) {
		for _, c := range []struct {
			scale float64
			exact image.Point
			want  image.Point
		}{
			{1, image.Point{}, image.Pt(401, 223)},
			{3, image.Point{}, image.Pt(1203, 669)},
			{1.25, image.Pt(502, 279), image.Pt(502, 279)},
		} {
			p.Width, p.Height, p.Scale, p.Pixels = 401, 223, c.scale, c.exact
			img, _, err := NewPainter().Paint(p.Picture)
			if err != nil || img.Rect.Size() != c.want {
				t.Errorf("%s at %v: %v, error %v", p.name, c.scale, img.Rect.Size(), err)
			}
		}
	}
}
