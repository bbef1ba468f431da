package chartview

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
)

// nears reports whether a box lies over a place, or so near that it would hide
// what is drawn there.
func nears(corner fyne.Position, box fyne.Size, at fyne.Position) bool {
	const near = 8 // the ring around a point
	return at.X > corner.X-near && at.X < corner.X+box.Width+near &&
		at.Y > corner.Y-near && at.Y < corner.Y+box.Height+near
}

func TestAValueStandsAboveRightOrOnAnotherSide(t *testing.T) {
	view, box := fyne.NewSize(400, 300), fyne.NewSize(100, 30)
	at := func(x, y float32) fyne.Position { return fyne.NewPos(x, y) }
	point := func(x, y float32) area { return area{at(x, y), at(x, y)} }
	for _, tc := range []struct {
		says    string
		pointer fyne.Position
		dragged area
		box     fyne.Size
		want    fyne.Position
		none    bool
	}{
		{"above to the right", at(200, 150), point(200, 150), box, at(212, 108), false},
		{"to the left at the right edge", at(287, 150), point(287, 150), box, at(175, 108), false},
		{"to the right where there is just room", at(286, 150), point(286, 150), box, at(298, 108), false},
		{"below at the upper edge", at(200, 43), point(200, 43), box, at(212, 55), false},
		{"above where there is just room", at(200, 44), point(200, 44), box, at(212, 2), false},
		{"below to the left in the corner", at(390, 10), point(390, 10), box, at(278, 22), false},
		{"to the left of the pointer where the point is above right", at(200, 150), point(240, 120), box, at(88, 108), false},
		{"below where a line lies above", at(200, 150), area{at(0, 120), at(400, 120)}, box, at(212, 162), false},
		{"within where the pointer has left the view", at(200, -80), point(200, 40), box, at(212, 2), false},
		{"within where it has left to the right", at(700, 150), point(380, 150), box, at(298, 108), false},
		{"above a line at the bottom where it has left downward", at(100, 340), area{at(40, 280), at(390, 280)}, box, at(112, 238), false},
		{"nowhere in a view too small", at(200, 150), point(200, 150), fyne.NewSize(398, 30), fyne.Position{}, true},
	} {
		got, _, ok := aside(tc.pointer, tc.dragged, nil, side{}, tc.box, view)
		if got != tc.want || ok == tc.none {
			t.Errorf("%s: at %v, %v, want %v", tc.says, got, ok, tc.want)
		}
	}
}

func TestAValueNeverCoversWhatIsDraggedAndStaysInside(t *testing.T) {
	const slack = 0.01
	random := rand.New(rand.NewPCG(3, 4))
	var last side
	for range 20000 {
		view := fyne.NewSize(300+random.Float32()*900, 150+random.Float32()*600)
		box := fyne.NewSize(20+random.Float32()*(view.Width-30), 24+random.Float32()*10)
		somewhere := func() fyne.Position {
			return fyne.NewPos(random.Float32()*view.Width, random.Float32()*view.Height)
		}
		point := somewhere()
		pointer := somewhere().AddXY(random.Float32()*400-200, random.Float32()*400-200)
		dragged := area{point, point}
		if random.IntN(3) == 0 {
			dragged = area{fyne.NewPos(40, point.Y), fyne.NewPos(view.Width-10, point.Y)}
			point.X = 40 + random.Float32()*(view.Width-50)
		}
		corner, now, ok := aside(pointer, dragged, nil, last, box, view)
		last = now
		if !ok {
			t.Fatalf("no place for %v, pointer at %v, dragged %v, in %v", box, pointer, dragged, view)
		}
		end := corner.AddXY(box.Width, box.Height)
		if min(corner.X, corner.Y) < bubbleEdge-slack || max(end.X-view.Width, end.Y-view.Height) > slack-bubbleEdge {
			t.Fatalf("a value %v at %v leaves the view %v", box, corner, view)
		}
		for _, at := range []fyne.Position{pointer, point} {
			if nears(corner, box, at) {
				t.Fatalf("a value %v at %v covers %v", box, corner, at)
			}
		}
	}
}

// Words of the picture are covered only where nothing else is free.
func TestAValueLeavesWordsFree(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	covered := 0
	var last side
	for range 5000 {
		view, box := fyne.NewSize(700, 300), fyne.NewSize(60+random.Float32()*160, 26)
		pointer := fyne.NewPos(random.Float32()*view.Width, random.Float32()*view.Height)
		left := fyne.NewPos(random.Float32()*500, random.Float32()*270)
		words := area{left, left.AddXY(150, 16)}
		dragged := area{pointer, pointer}
		corner, now, ok := aside(pointer, dragged, []area{words}, last, box, view)
		if !ok {
			t.Fatalf("no place for %v at %v", box, pointer)
		}
		end, before := corner.AddXY(box.Width, box.Height), last
		last = now
		if corner.X < words.to.X && end.X > words.from.X && corner.Y < words.to.Y && end.Y > words.from.Y {
			covered++
			if without, _, _ := aside(pointer, dragged, nil, before, box, view); without != corner {
				t.Fatalf("%v at %v covers words at %v, and not where it would stand without them", box, corner, left)
			}
		}
	}
	if covered > 50 {
		t.Errorf("words are covered %d times of 5000", covered)
	}
}

// Between two pictures of a drag a value does not jump from side to side.
func TestAValueStaysOnItsSide(t *testing.T) {
	s := newStage(t)
	s.paint()
	box := s.view.overlay.label.box
	at := fyne.NewPos(150, 120)
	words := [2]fyne.Position{fyne.NewPos(160, 80), fyne.NewPos(260, 110)} // where it would stand
	relative := func() fyne.Position { return box.Position().Subtract(at) }
	s.view.SetLabel(at, "$38.0B", at, at, words)
	side := relative()
	if side.X >= 0 {
		t.Fatalf("it covers words: it stands at %v from the pointer", side)
	}
	at = at.AddXY(0, 7)
	s.view.SetLabel(at, "$37.9B", at, at) // the words have gone
	if relative() != side {
		t.Errorf("it went from %v to %v without need", side, relative())
	}
	// What the former picture has in the way counts no more once a new one is due.
	s.view.Stale()
	inTheWay := [2]fyne.Position{fyne.NewPos(0, 0), fyne.NewPos(150, 120)}
	s.view.SetLabel(at, "$37.9B", fyne.NewPos(100, 100), fyne.NewPos(100, 100), inTheWay)
	if relative() != side {
		t.Errorf("it went from %v to %v for a picture that is gone", side, relative())
	}
	s.view.on.Drawn = func() { s.view.SetLabel(at, "$37.9B", at, at, inTheWay) }
	s.paint()
	if relative() == side {
		t.Error("it covers words of the new picture")
	}
	s.view.ClearOverlay()
	s.view.on.Drawn = nil
	s.view.SetLabel(at, "$38.0B", at, at)
	if relative().X <= 0 {
		t.Errorf("the next drag begins where the last one ended, %v from the pointer", relative())
	}
}
