package plot

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

func framesOf(t *testing.T, pic Picture) Frames {
	t.Helper()
	_, frames, err := NewPainter().Paint(pic)
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

func TestPanelsHaveTheSameAxes(t *testing.T) {
	all := several()
	for _, face := range []Kind{KindCumulative, KindYears} {
		pic := comparing(t, Options{Width: 1000, Height: 700, Axis: AxisDue}, all...)
		compareOf(pic).Face = face
		frames := framesOf(t, pic)
		if len(frames.Panels) != 4 {
			t.Fatalf("%d panels", len(frames.Panels))
		}
		first := frames.Panels[0]
		for i, p := range frames.Panels {
			if p.Subject != i {
				t.Errorf("panel %d shows subject %d", i, p.Subject)
			}
			if got := unlike(p, first); got != "" {
				t.Errorf("%s: panel %d %s", face, i, got)
			}
			for _, q := range frames.Panels[:i] {
				if p.Box.Overlaps(q.Box) {
					t.Errorf("%s: panel %d overlaps another", face, i)
				}
			}
		}
	}
}

// unlike says in what the axes of a panel of several differ from another's, empty
// for nothing.
func unlike(p, other Panel) string {
	switch {
	case p.From != unit.NewMonth(2026, 1) || p.Through != unit.NewMonth(2032, 12):
		return "goes from " + p.From.String() + " to " + p.Through.String()
	case p.Frame.Top != other.Frame.Top:
		return "is as high as " + p.Frame.Top.Headline()
	case math.Abs(p.Plot.Width()-other.Plot.Width()) > 1, math.Abs(p.Plot.Height()-other.Plot.Height()) > 1:
		return "is of another size"
	case !p.Box.Contains(p.Plot.Left, p.Plot.Top), !p.Box.Contains(p.Plot.Right, p.Plot.Bottom):
		return "leaves its box"
	}
	return ""
}

func TestTheCommonAxisIsThatOfTheLargest(t *testing.T) {
	pic := comparing(t, Options{Width: 800, Height: 400, Axis: AxisDue}, several()...)
	var want unit.Amount
	for _, s := range pic.Subjects() {
		o := pic.Options
		o.From, o.Through = unit.NewMonth(2026, 1), unit.NewMonth(2032, 12)
		want = max(want, topOf(KindCumulative, s, o))
	}
	for _, layout := range []Layout{LayoutSide, LayoutOverlay} {
		compareOf(pic).Layout = layout
		if got := framesOf(t, pic).Panels[0].Frame.Top; got != want {
			t.Errorf("%s: to %v, want %v", layout, got, want)
		}
		pic.Options.Top = 50e9
		if got := framesOf(t, pic).Panels[0].Frame.Top; got != 50e9 {
			t.Errorf("%s: to %v where 50 billion is asked for", layout, got)
		}
		pic.Options.Top = 0
	}
}

func TestPanelsStandSoThatTheyAreNearlySquare(t *testing.T) {
	for _, c := range []struct {
		n             int
		width, height float64
		want          int
	}{
		{2, 800, 400, 2},
		{2, 400, 800, 1},
		{3, 1440, 400, 3},
		{3, 300, 900, 1},
		{3, 600, 560, 2},
		{4, 1440, 360, 4},
		{4, 800, 600, 2},
		{4, 1600, 820, 2},
		{4, 300, 1200, 1},
	} {
		if got := columnsFor(c.n, c.width, c.height); got != c.want {
			t.Errorf("%d in %v by %v stand %d side by side, want %d", c.n, c.width, c.height, got, c.want)
		}
	}
}

func TestWhatAPanelSays(t *testing.T) {
	all := several()
	counted := with(press(), func(s *scenario.Share) { s.AlreadyPaid = 2e9 })
	before := with(press(), func(s *scenario.Share) { s.AlreadyPaid = 38e9 })
	flatly := flat(20e9)
	for _, c := range []struct {
		name   string
		second scenario.Scenario
		want   string
	}{
		// 134.6 - 38 = 96.6; of the flat plan 12 is paid, 26 less than 38.
		{"no cap", all[1], "$134.6B paid (+$96.6B), no cap"},
		{"a shorter horizon", all[2], "$38.0B paid, cap reached Nov 2028, 2026 to 2028 only"},
		{"not reached", flatly, "$12.0B paid (−$26.0B), cap not reached by 2030"},
		{"counted before", counted, "$36.0B paid (−$2.0B), plus $2.0B counted before, cap reached Oct 2028"},
		{"reached before", before, "$0 paid (−$38.0B), plus $38.0B counted before, cap reached before 2026"},
	} {
		pic := comparing(t, Options{Width: 1600, Height: 500}, press(), c.second)
		said := bodies(presented(t, pic))
		for _, want := range []string{c.want, c.second.Name} {
			if !slices.Contains(said, want) {
				t.Errorf("%s: %q is not said in %q", c.name, want, said)
			}
		}
		if !strings.Contains(strings.Join(said, "\n"), "$38.0B paid (reference), cap reached Nov 2028") {
			t.Errorf("%s: the reference is not named", c.name)
		}
		compareOf(pic).Reference = 1
		if strings.Contains(bodies(presented(t, pic))[1], "(reference)") {
			t.Errorf("%s: the first is the reference where it is not", c.name)
		}
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	all := several()
	pic := comparing(t, Options{Width: 1400, Height: 900, Axis: AxisDue}, all...)
	for _, face := range []Kind{KindCumulative, KindYears} {
		compareOf(pic).Face = face
		said := strings.Join(bodies(presented(t, pic)), "\n")
		for _, want := range []string{"ends with 2028", "begins with 2028", "ends with 2030"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not said", face, want)
			}
		}
	}
	// The bars of a plan stand in its own years only.
	compareOf(pic).Face, compareOf(pic).Layout = KindYears, LayoutOverlay
	l := presented(t, pic)
	numbers := 0
	for _, text := range l.Texts {
		if text.Body == "3" {
			numbers++
		}
	}
	if numbers != 3 {
		t.Errorf("the plan until 2028 has its number below %d years, want three", numbers)
	}
}

func TestAnOverlayNamesEveryLineAndEveryCapOnce(t *testing.T) {
	all := several()
	pic := comparing(t, Options{Width: 1200, Height: 700, Axis: AxisDue}, all...)
	compareOf(pic).Layout = LayoutOverlay
	l := presented(t, pic)
	count := map[string]int{}
	for _, body := range bodies(l) {
		count[body]++
	}
	for _, want := range []string{
		"Cap $38.0B", "Cap $60.0B", "Until 2028", "February 2026 plan", "$38.0B by 2028", "$38.0B by 2030", "$134.6B by 2030",
		"$60.0B by 2032", "Nov 23, 2028", "counted toward the cap", "share before the cap",
	} {
		if count[want] != 1 {
			t.Errorf("%q is said %d times", want, count[want])
		}
	}
	dashes := map[string]bool{}
	colors := map[color.NRGBA]bool{}
	for _, s := range l.Shapes {
		if s.Width == layout.WidthLine*l.Unit && len(s.Spots) == 2 && s.Spots[0].X > l.Frames.Panels[0].Plot.Right {
			dashes[fmt.Sprint(s.Dash)], colors[s.Stroke] = true, true
		}
	}
	if len(dashes) != 4 || len(colors) != 4 {
		t.Errorf("samples of four lines have %d dashes and %d colors", len(dashes), len(colors))
	}
}

func TestNamesThatAreCutStayApart(t *testing.T) {
	names := []string{"February 2026 plan", "February 2026 plan, prior terms", "Slump", "February 2026 plan"}
	l := presented(t, comparing(t, Options{}, several()[:2]...))
	for room := 30.0; room < 260; room += 7 {
		got := l.Apart(names, layout.SizeText, true, room)
		for i, name := range got {
			if l.Width(name, layout.SizeText, true) > room {
				t.Errorf("%q is wider than %v", name, room)
			}
			if room > 40 && i == 1 && name == got[0] {
				t.Errorf("at %v both read %q", room, name)
			}
		}
		if got[0] != got[3] {
			t.Errorf("the same name reads %q and %q", got[0], got[3])
		}
	}
}

func TestHostileNamesAreEscapedInEveryKind(t *testing.T) {
	// A scenario's own name cannot turn what is read around it; what is typed for one
	// picture may.
	const hostile, turned = "</text><script>\"&amp; ]]>", "</text><script>\"&amp; \u202e]]>"
	named := func(s scenario.Scenario) scenario.Scenario {
		s.Name = hostile
		return s
	}
	from, to := crowded()
	stream := scenario.Stream{Name: hostile, Channel: scenario.ChannelAzure, Base: 1e9, Shared: 1, Growth: press().Outlook.Streams[0].Growth}
	to.Outlook.Streams = append(to.Outlook.Streams, stream)
	o := Options{Width: 900, Height: 520, Title: turned + "\x00", Source: turned, Date: turned}
	overlay := comparing(t, o, named(press()), named(uncapped(press())))
	compareOf(overlay).Layout = LayoutOverlay
	years := comparing(t, o, named(press()), named(uncapped(press())))
	compareOf(years).Layout, compareOf(years).Face = LayoutOverlay, KindYears
	for _, pic := range []Picture{
		comparing(t, o, named(press()), named(uncapped(press()))), overlay, years,
		bridging(t, o, compare.Net, named(from), named(to)),
		dealing(t, o, func(s *scenario.Scenario, _ *Deal) { s.Name, s.Terms.Name = hostile, hostile }),
	} {
		data, err := pic.SVG()
		if err != nil {
			t.Fatal(err)
		}
		texts, _ := parsed(t, data) // fails where it is no sound XML
		if !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, `</text><script>"&amp;`) }) {
			t.Errorf("%s: the name is not in %q", pic.Kind(), texts)
		}
		if strings.Contains(string(data), "<script") {
			t.Errorf("%s: the name is not escaped", pic.Kind())
		}
	}
}

func TestTheNameOfAPictureThatIsNotSeen(t *testing.T) {
	pic := comparing(t, Options{}, several()[:2]...)
	for title, want := range map[string]string{"": "February 2026 plan and February 2026 plan, prior terms", "A title": "A title"} {
		pic.Title = title
		data, err := pic.SVG()
		if err != nil {
			t.Fatal(err)
		}
		if texts, _ := parsed(t, data); texts[0] != want {
			t.Errorf("it is named %q, want %q", texts[0], want)
		}
	}
}
