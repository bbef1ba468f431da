package rail_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/ui/desktest"
	"headroom/ui/look"
	"headroom/ui/rail"
)

// many returns so many scenarios, each third called a stall, and each with its
// number.
func many(n int) []scenario.Scenario {
	var out []scenario.Scenario
	for i := range n {
		name := fmt.Sprintf("Case %d", i)
		if i%3 == 0 {
			name = fmt.Sprintf("Stall, case %d", i)
		}
		out = append(out, desktest.Called(desktest.FlatCase(), fmt.Sprintf("s%d", i), name))
	}
	return out
}

// found returns the names of the scenarios that the rail has a row for.
func (d *seat) found() []string {
	var names []string
	for _, at := range d.rail.Shown() {
		names = append(names, d.P.Session.At(at).Name)
	}
	return names
}

func TestTheSearchIsThereWhereThereAreManyScenarios(t *testing.T) {
	for n, want := range map[int]bool{1: false, rail.ManyScenarios - 1: false, rail.ManyScenarios: true, 400: true} {
		d := newSeat(t, many(n)...)
		if got := d.Find("entry", "scenario.find") != nil; got != want {
			t.Errorf("%d scenarios have a search: %v", n, got)
		}
	}
	d := newSeat(t, many(rail.ManyScenarios)...)
	d.Command("Delete")
	if d.Find("entry", "scenario.find") != nil {
		t.Error("the search stays where there are few scenarios left")
	}
	d.Command("Undo")
	if d.Find("entry", "scenario.find") == nil {
		t.Error("the search does not come back with the scenarios")
	}
}

func TestFindingAScenario(t *testing.T) {
	for _, tc := range []struct {
		typed string
		want  []string
	}{
		{"stall", []string{"Stall, case 0", "Stall, case 3", "Stall, case 6", "Stall, case 9", "Stall, case 12"}},
		{"  CASE  stall 1 ", []string{"Stall, case 12"}},
		{"case 1", []string{"Case 1", "Case 10", "Case 11", "Stall, case 12", "Case 13"}},
		{"nothing so", nil},
	} {
		t.Run(tc.typed, func(t *testing.T) {
			d := newSeat(t, many(14)...)
			d.Write("scenario.find", tc.typed)
			if got := d.found(); !slices.Equal(got, tc.want) {
				t.Errorf("found are %q, want %q", got, tc.want)
			}
			if d.Says("No name has that in it") != (tc.want == nil) {
				t.Error("the rail does not say whether there is such a name")
			}
			before := d.Selected().Name
			d.Press(fyne.KeyReturn)
			want := before
			if tc.want != nil {
				want = tc.want[0]
			}
			if got := d.Selected().Name; got != want {
				t.Errorf("Enter selects %q, want %q", got, want)
			}
			d.Press(fyne.KeyEscape)
			if got := len(d.found()); got != 14 {
				t.Errorf("Escape leaves %d scenarios", got)
			}
			d.Agree()
		})
	}
}

func TestWhatIsFoundIsWhatIsMeant(t *testing.T) {
	d := newSeat(t, many(14)...)
	d.Write("scenario.find", "stall")
	d.Relayout()
	d.Tap("scenario.s6")
	if got := d.Selected().ID; got != "s6" {
		t.Errorf("a card found selects %s", got)
	}
	d.Tap("scenario.s9.tick")
	if got := d.P.Session.View().Compared; !slices.Equal(got, []string{"s9"}) {
		t.Errorf("a tick found takes %q", got)
	}
	d.cardMenu("s9")
	d.Pick("Move up") // before the one found before it
	if got := d.P.Session.Index("s9"); got != 6 {
		t.Errorf("it stands at %d, want 6", got)
	}
	d.Command("Duplicate")
	if got := d.found(); !slices.Contains(got, "Stall, case 9 copy") {
		t.Errorf("the copy is not among %q", got)
	}
	d.Command("Delete")
	d.Write("scenario.find", "stall")
	d.Tap("scenario.add")
	d.Tap("dialog.ok")
	if got := d.found(); len(got) != 15 { // what was just added is seen
		t.Errorf("after another is added, %q are shown", got)
	}
	if got := d.Text("entry", "scenario.find"); got != "" {
		t.Errorf("the search still says %q", got)
	}
}

func TestFindingByKey(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Command("Find a scenario") // also where there are few
	if f := d.P.Window.Canvas().Focused(); f != d.Widget("entry", "scenario.find").(fyne.Focusable) {
		t.Fatalf("%T has the focus", f)
	}
	for _, r := range "capped" {
		d.P.Window.Canvas().Focused().TypedRune(r)
	}
	d.Reads("No name has that in it")
	d.Press(fyne.KeyEscape, fyne.KeyEscape)
	if d.Find("entry", "scenario.find") != nil || len(d.found()) != 3 {
		t.Error("given up, the search is still there")
	}
}

func TestUntickingAll(t *testing.T) {
	d := newSeat(t, many(20)...)
	if d.Find("button", "scenario.untick") != nil {
		t.Error("there is nothing to untick")
	}
	for _, id := range []string{"s1", "s2"} {
		d.Tap("scenario." + id + ".tick")
	}
	if got := d.Text("button", "scenario.untick"); got != "Untick all 2" {
		t.Errorf("the button says %q", got)
	}
	d.Tap("scenario.untick")
	if got := d.P.Session.View().Compared; len(got) > 0 {
		t.Errorf("ticked are still %q", got)
	}
	if d.Find("button", "scenario.untick") != nil {
		t.Error("there is nothing more to untick")
	}
	few := newSeat(t, threeCases()...)
	few.Tap("scenario.flat.tick")
	if few.Find("button", "scenario.untick") != nil {
		t.Error("few scenarios have the button")
	}
	few.cardMenu("worked")
	few.Pick("Untick all")
	if got := few.Text("check", "scenario.flat.tick"); got != "off" {
		t.Errorf("the tick is %s", got)
	}
}

// The Tab key comes from what stands above the cards to the first of them.
func TestTabComesFromTheHeadToTheCards(t *testing.T) {
	d := newSeat(t, many(14)...)
	d.Focus("entry", "scenario.find")
	d.P.Window.Canvas().FocusNext()
	if got, ok := d.P.Window.Canvas().Focused().(*look.CardButton); !ok || got.Name != "scenario.s0" {
		t.Errorf("Tab comes to %T", d.P.Window.Canvas().Focused())
	}
}

// Cards have two heights: a long name takes a second line.
func TestDraggingPastATallCard(t *testing.T) {
	tall := desktest.Called(desktest.FlatCase(), "tall", strings.Repeat("A name in two lines ", 2))
	for _, tc := range []struct {
		says string
		id   string
		by   func(tall, short float32) float32 // how far it is dragged
		want string
	}{
		{"a bit less than half of the tall one", "worked", func(tall, _ float32) float32 { return tall/2 - 8 }, "worked tall flat capped"},
		{"a bit more than half of the tall one", "worked", func(tall, _ float32) float32 { return tall/2 + 16 }, "tall worked flat capped"},
		{"the tall one whole", "worked", func(tall, _ float32) float32 { return tall + 4 }, "tall worked flat capped"},
		{"the tall one and the next", "worked", func(tall, short float32) float32 { return tall + short + 8 }, "tall flat worked capped"},
		{"up past the tall one and one more", "capped", func(tall, short float32) float32 { return -tall - 2*short - 12 }, "capped worked tall flat"},
		{"up past two", "capped", func(tall, short float32) float32 { return -tall - short - 8 }, "worked capped tall flat"},
		{"the tall one up", "tall", func(_, short float32) float32 { return -short }, "tall worked flat capped"},
		{"the tall one down", "tall", func(_, short float32) float32 { return short }, "worked flat tall capped"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			cases := threeCases()
			d := newSeat(t, cases[0], tall, cases[1], cases[2])
			place := func(id string) desktest.Rect { return d.Place(d.Widget("button", "scenario."+id)) }
			high, low := place("flat").Top-place("tall").Top, place("capped").Top-place("flat").Top
			if high <= low {
				t.Fatalf("the tall card takes %v, others %v", high, low)
			}
			card := d.Widget("button", "scenario."+tc.id).(*look.CardButton)
			by := tc.by(high, low)
			line := d.rail.DropLine()
			card.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(3, by)})
			if moves := tc.want != "worked tall flat capped"; line.Visible() != moves {
				t.Fatalf("the line where it would stand is to be seen: %v", line.Visible())
			} else if moves { // it lies in a gap between two cards, or at an end
				at := d.Place(line)
				for _, other := range []string{"worked", "tall", "flat", "capped"} {
					first := place(other).Top == d.Place(d.rail.ListArea()).Top // has no gap above it
					if c := place(other); at.Top+1 > c.Top && at.Bottom-1 < c.Bottom && !first {
						t.Errorf("the line at %v lies on a card at %v", at, c)
					}
				}
			}
			card.DragEnd()
			if line.Visible() {
				t.Error("the line stays")
			}
			var got []string
			for i := range d.P.Session.Len() {
				got = append(got, d.P.Session.At(i).ID)
			}
			if strings.Join(got, " ") != tc.want {
				t.Errorf("the rail has %s, want %s", got, tc.want)
			}
		})
	}
}
