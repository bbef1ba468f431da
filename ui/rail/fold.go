package rail

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A narrow window has no room for whole cards beside its view. There, or where the
// user makes it narrow, the rail is folded to colors, ticks and dates.

// The widths that fold the rail, in logical pixels.
const (
	foldWidth  float32 = 1010 // of the window, below which it is folded
	railFolded float32 = 98   // of the folded rail
	railWhole          = railWidth + 2*railPad
	railPad    float32 = 12
	foldedPad  float32 = 4

	// byHand is the width below which the user means it to be folded.
	byHand = railFolded + 40
)

// A Share is the part of the window's width that the rail has.
type Share struct {
	split  *container.Split
	wide   float64 // in windows that are wide enough, as the user left it
	given  float64 // what the split was given here, and has unless the user moved it
	window float32 // width of the window
}

// NewShare shares the room of a split out, whose first part is the rail; wide is its
// share in windows that are wide enough.
func NewShare(split *container.Split, wide float64) *Share {
	split.Offset = wide
	return &Share{split: split, wide: wide, given: wide}
}

// Remembered returns the share in wide windows, for the next run.
func (s *Share) Remembered() float64 {
	if s.window >= foldWidth && s.split.Offset != s.given {
		s.wide = s.split.Offset
	}
	return s.wide
}

// OnWidth shares the room out again in a window of another width. In a wide one the
// rail has at least the room for whole cards, unless the user has folded it.
func (s *Share) OnWidth(width float32) {
	s.wide = s.Remembered()
	const divider = 8 // and more
	was, offset := s.window, s.split.Offset
	switch wide := float32(s.wide) * width; {
	case width < foldWidth && (was >= foldWidth || was == 0), width >= foldWidth && wide < byHand:
		offset = 0
	case width >= foldWidth && wide < railWhole:
		offset = float64(railWhole / (width - divider))
	case width >= foldWidth:
		offset = s.wide
	}
	s.split.Offset, s.given, s.window = offset, offset, width
}

// A foldLayout gives the rail its insets, and folds it where it has not room for
// whole cards.
type foldLayout struct{ rail *Rail }

// MinSize implements fyne.Layout.
func (l *foldLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(railFolded, objects[0].MinSize().Height+2*railPad)
}

// Layout implements fyne.Layout.
func (l *foldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const slack = 1 // places are fractions
	folded := size.Width < railWhole-slack
	l.rail.fold(folded)
	pad := railPad
	if folded {
		pad = foldedPad
	}
	objects[0].Move(fyne.NewPos(pad, railPad))
	objects[0].Resize(fyne.NewSize(size.Width-2*pad, size.Height-2*railPad))
}
