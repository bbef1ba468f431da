package chartview

import (
	"slices"

	"fyne.io/fyne/v2"
)

// asideClear is how far a value keeps from the pointer and from what is dragged.
const asideClear = bubbleGap - 1 // less than where it is put, which is rounded

// An area is a rectangle of the view, or with both corners in one a place.
type area struct{ from, to fyne.Position }

// A side says where a value stands: beside the pointer or beside what is dragged, and
// on which of its sides. The zero value is none yet.
type side struct {
	of     anchor
	corner int // an index of what around returns
}

// An anchor is what a value stands beside.
type anchor int

const (
	nothing anchor = iota
	thePointer
	theDragged
)

// aside returns where the box of a value goes beside the pointer, so that it
// covers neither the pointer nor what is dragged: on the side where it was last, else
// above the pointer to the right, else on another side, else beside what is dragged
// there, always within the view. Where the pointer has left the view that is the
// nearest place within. It reports whether there is such a place. Words are covered
// only where there is no other place.
func aside(pointer fyne.Position, dragged area, words []area, last side, box, view fyne.Size) (fyne.Position, side, bool) {
	right, bottom := view.Width-bubbleEdge-box.Width, view.Height-bubbleEdge-box.Height
	if right < bubbleEdge || bottom < bubbleEdge {
		return fyne.Position{}, side{}, false
	}
	within := area{fyne.NewPos(bubbleEdge, bubbleEdge), fyne.NewPos(right, bottom)}
	taken := append([]area{{pointer, pointer}, dragged}, words...)
	free := func(corner fyne.Position) bool {
		return !slices.ContainsFunc(taken, func(a area) bool { return a.meets(corner, box) })
	}
	places := map[anchor][6]fyne.Position{thePointer: around(pointer, box), theDragged: around(dragged.nearest(pointer), box)}
	if last.of != nothing {
		if stays := within.nearest(places[last.of][last.corner]); free(stays) {
			return stays, last, true
		}
	}
	for _, of := range []anchor{thePointer, theDragged} {
		for _, pushed := range []bool{false, true} {
			for i, corner := range places[of] {
				inside := within.nearest(corner)
				if (inside == corner || pushed) && free(inside) {
					return inside, side{of, i}, true
				}
			}
		}
	}
	if len(words) > 0 {
		return aside(pointer, dragged, nil, last, box, view)
	}
	return fyne.Position{}, side{}, false
}

// around returns where the corner of a box goes on all sides of a place, the best
// first.
func around(at fyne.Position, box fyne.Size) [6]fyne.Position {
	left, right := at.X-bubbleGap-box.Width, at.X+bubbleGap
	above, below := at.Y-bubbleGap-box.Height, at.Y+bubbleGap
	return [6]fyne.Position{
		{X: right, Y: above},
		{X: left, Y: above},
		{X: right, Y: below},
		{X: left, Y: below},
		{X: right, Y: at.Y - box.Height/2},
		{X: left, Y: at.Y - box.Height/2},
	}
}

// nearest returns the place within the area that is nearest to another.
func (a area) nearest(at fyne.Position) fyne.Position {
	return fyne.NewPos(fyne.Max(a.from.X, fyne.Min(a.to.X, at.X)), fyne.Max(a.from.Y, fyne.Min(a.to.Y, at.Y)))
}

// meets reports whether a box comes too near to the area.
func (a area) meets(corner fyne.Position, box fyne.Size) bool {
	return corner.X < a.to.X+asideClear && corner.X+box.Width > a.from.X-asideClear &&
		corner.Y < a.to.Y+asideClear && corner.Y+box.Height > a.from.Y-asideClear
}
