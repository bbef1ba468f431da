package chartview

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// hasRoom reports whether a box fits into a view on some side of a place.
func hasRoom(at fyne.Position, box, view fyne.Size) bool {
	fits := box.Width <= view.Width-2*bubbleEdge && box.Height <= view.Height-2*bubbleEdge
	wide := at.X-bubbleGap-box.Width >= bubbleEdge || at.X+bubbleGap+box.Width <= view.Width-bubbleEdge
	high := at.Y-bubbleGap-box.Height >= bubbleEdge || at.Y+bubbleGap+box.Height <= view.Height-bubbleEdge
	return fits && (wide || high)
}

func TestTipNeverCoversItsPointAndStaysInside(t *testing.T) {
	const slack = 0.01
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		view := fyne.NewSize(50+random.Float32()*900, 50+random.Float32()*600)
		box := fyne.NewSize(20+random.Float32()*300, 20+random.Float32()*200)
		at := fyne.NewPos(random.Float32()*view.Width, random.Float32()*view.Height)
		corner, ok := beside(at, bubbleGap, box, view)
		if !ok {
			if hasRoom(at, box, view) {
				t.Fatalf("no place for %v at %v in %v", box, at, view)
			}
			continue
		}
		end := corner.AddXY(box.Width, box.Height)
		if min(corner.X, corner.Y) < bubbleEdge-slack || max(end.X-view.Width, end.Y-view.Height) > slack-bubbleEdge {
			t.Fatalf("a box %v at %v leaves the view %v", box, corner, view)
		}
		if at.X > corner.X && at.X < end.X && at.Y > corner.Y && at.Y < end.Y {
			t.Fatalf("a box %v at %v covers %v", box, corner, at)
		}
	}
}

func TestTipShowsItsRows(t *testing.T) {
	s := newStage(t)
	at := fyne.NewPos(200, 150)
	s.view.SetTip(at, Tip{Title: "May 2027", Rows: []TipRow{{"Counted toward the cap", "$9.91B"}, {"Headroom", "$28.09B"}}})
	s.view.SetTip(at, Tip{Title: "June 2027", Rows: []TipRow{{"Paid this month", "$0.97B"}}})
	b := s.view.overlay.tip
	var shown []string
	for i := range b.labels {
		if b.labels[i].Visible() {
			shown = append(shown, b.labels[i].Text+" "+b.values[i].Text)
		}
		if right := b.values[i].Position().X + b.values[i].MinSize().Width; b.values[i].Visible() && right > b.face.Size().Width {
			t.Errorf("a value ends at %v in a box %v wide", right, b.face.Size().Width)
		}
	}
	if b.title.Text != "June 2027" || strings.Join(shown, ",") != "Paid this month $0.97B" {
		t.Errorf("shows %q, %v", b.title.Text, shown)
	}
	s.view.HideTip()
	if b.box.Visible() {
		t.Error("the tooltip stays")
	}
}

func TestTipKeepsClearOfABar(t *testing.T) {
	s := newStage(t)
	tip := Tip{Title: "2027", Rows: []TipRow{{"Paid", "$1B"}}, Clear: 40}
	width := s.view.Size().Width
	for x := float32(0); x <= width; x++ {
		s.view.SetTip(fyne.NewPos(x, 50), tip)
		b := s.view.overlay.tip
		left := b.box.Position().X
		right := left + b.face.Size().Width
		room := x-tip.Clear-b.face.Size().Width >= bubbleEdge || x+tip.Clear+b.face.Size().Width <= width-bubbleEdge
		if room && left < x+tip.Clear && right > x-tip.Clear {
			t.Fatalf("at %v the tooltip covers %v to %v", x, left, right)
		}
		if !b.box.Visible() {
			t.Fatalf("at %v there is no tooltip", x)
		}
	}
}

func TestOverlayIsPlacedAnewWithTheNewPicture(t *testing.T) {
	s := newStage(t)
	var placed []fyne.Size
	s.view.on.Drawn = func() { placed = append(placed, s.view.Size()); s.view.SetCrosshair(20, 0, 10) }
	s.paint()
	s.win.Resize(fyne.NewSize(500, 300))
	if s.view.overlay.crosshair.Visible() {
		t.Error("after a change of size the crosshair stands where the former picture had it")
	}
	s.paint()
	if len(placed) != 2 || placed[1] != fyne.NewSize(500, 300) || !s.view.overlay.crosshair.Visible() {
		t.Errorf("placed at %v", placed)
	}
}

func BenchmarkHover(b *testing.B) {
	test.NewTempApp(b)
	v := New("chart", fyne.NewSize(900, 520), Events{})
	w := test.NewWindow(v)
	defer w.Close()
	w.Resize(fyne.NewSize(900, 520))
	tip := Tip{Title: "May 2027", Rows: []TipRow{{"Counted toward the cap", "$9.91B"}, {"Headroom", "$28.09B"}, {"Paid this month", "$0.97B"}}}
	for i := 0; b.Loop(); i++ {
		at := fyne.NewPos(float32(i%900), 200)
		v.SetCrosshair(at.X, 0, 500)
		v.SetMark(at)
		v.SetTip(at, tip)
	}
}
