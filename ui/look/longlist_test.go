package look

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// listed is a long list of paragraphs in a window, with what of it was made.
type listed struct {
	*LongList
	win  fyne.Window
	made map[int]*Paragraph
}

// newListed lists n paragraphs, each of so many words.
func newListed(t *testing.T, n int, words func(i int) int) *listed {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(ModeLight))
	l := &listed{made: map[int]*Paragraph{}}
	l.LongList = NewLongList(n, 4, func(int, float32) float32 { return 30 }, func(i int) fyne.CanvasObject {
		l.made[i] = NewParagraph(strings.Repeat("word ", words(i)), theme.ColorNameForeground, theme.SizeNameText)
		return l.made[i]
	})
	l.win = a.NewWindow("")
	l.win.SetPadded(false)
	l.win.SetContent(l.Pane)
	l.win.Resize(fyne.NewSize(400, 300))
	return l
}

// place returns where paragraph i is seen in the pane.
func (l *listed) place(i int) float32 { return l.made[i].Position().Y - l.Pane.Offset.Y }

// check holds what is made to what there is room for.
func (l *listed) check(t *testing.T, says string) {
	t.Helper()
	next := float32(0)
	for i := range l.heights {
		if p := l.made[i]; p != nil {
			if p.Position().Y != next {
				t.Fatalf("%s: paragraph %d begins at %v, what is before it ends at %v", says, i, p.Position().Y, next)
			}
			if p.Size().Height < p.MinSize().Height {
				t.Fatalf("%s: paragraph %d is %v high and takes %v", says, i, p.Size().Height, p.MinSize().Height)
			}
		} else if end := next + l.heights[i]; next < l.Pane.Offset.Y+300 && end > l.Pane.Offset.Y {
			t.Fatalf("%s: paragraph %d is in sight and was not made", says, i)
		}
		next += l.heights[i] + 4
	}
	if got := l.Size().Height; got != max(300, next-4) {
		t.Fatalf("%s: the list is %v high, its paragraphs %v", says, got, next-4)
	}
}

func TestALongListMakesWhatIsSeen(t *testing.T) {
	l := newListed(t, 1000, func(i int) int { return 5 + i%90 })
	l.check(t, "opened")
	if n := len(l.made); n < 5 || n > 20 {
		t.Errorf("opened, it has made %d of 1000", n)
	}
	for range 200 {
		before := map[int]float32{}
		for i := range l.made {
			if at := l.place(i); at >= 0 && at < 300 {
				before[i] = at
			}
		}
		l.Pane.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -70)})
		l.check(t, "scrolled down")
		for i, at := range before {
			if moved := at - l.place(i); moved != 70 {
				t.Fatalf("by 70 down paragraph %d moved by %v", i, moved)
			}
		}
	}
	l.Pane.ScrollToOffset(fyne.NewPos(0, 20000)) // past many that were never seen
	l.check(t, "jumped")
	for range 200 {
		first := -1
		for i := range 1000 {
			if l.made[i] != nil && l.place(i) >= 0 {
				first = i
				break
			}
		}
		at := l.place(first)
		l.Pane.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 70)})
		l.check(t, "scrolled up")
		if moved := l.place(first) - at; moved != 70 {
			t.Fatalf("by 70 up paragraph %d moved by %v", first, moved)
		}
	}
	l.Pane.ScrollToOffset(fyne.NewPos(0, l.MinSize().Height))
	l.check(t, "at the end")
	if l.made[999] == nil || l.place(999)+l.made[999].Size().Height != 300 {
		t.Errorf("the end is not at the end: the last begins at %v", l.place(999))
	}
	if n := len(l.made); n > 700 {
		t.Errorf("it made %d of 1000, past many of which it jumped", n)
	}
}

func TestALongListGoesToWhatItIsAsked(t *testing.T) {
	for _, i := range []int{0, 1, 500, 998, 999} {
		l := newListed(t, 1000, func(i int) int { return 5 + i%90 })
		l.RevealAmid(i)
		l.check(t, "amid")
		if at, end := l.place(i), l.place(i)+l.made[i].Size().Height; at < 0 || end > 300 {
			t.Errorf("paragraph %d is from %v to %v of 300", i, at, end)
		} else if middle := (at + end) / 2; i > 1 && i < 998 && (middle < 149 || middle > 151) {
			t.Errorf("the middle of paragraph %d is at %v", i, middle)
		}
		for _, beside := range []int{i - 1, i, i + 1} {
			if beside < 0 || beside > 999 {
				continue
			}
			l.Reveal(beside)
			l.check(t, "beside")
			if at, end := l.place(beside), l.place(beside)+l.made[beside].Size().Height; at < 0 || end > 300 {
				t.Errorf("paragraph %d is from %v to %v of 300", beside, at, end)
			}
			if beside < 999 && l.made[beside+1] == nil || beside > 0 && l.made[beside-1] == nil {
				t.Errorf("what is beside paragraph %d was not made: the focus cannot go on to it", beside)
			}
		}
	}
}

func TestALongListFollowsItsWidth(t *testing.T) {
	l := newListed(t, 50, func(int) int { return 60 })
	high := l.made[0].Size().Height
	l.win.Resize(fyne.NewSize(200, 300))
	l.check(t, "narrower")
	if got := l.made[0].Size().Height; got <= high {
		t.Errorf("in half the width a paragraph is %v high, before %v", got, high)
	}
	l.made[0].SetText("short")
	l.Measure()
	l.check(t, "with another text")
	if got := l.made[0].Size().Height; got >= high {
		t.Errorf("with one word a paragraph is %v high", got)
	}
	few := newListed(t, 2, func(int) int { return 1 })
	few.check(t, "two")
	newListed(t, 0, nil).check(t, "none")
}
