package look

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestGroundIsWhereNoCardIs(t *testing.T) {
	const side = 40
	random := rand.New(rand.NewPCG(1, 2))
	whole := area{right: side, bottom: side}
	for range 2000 {
		var areas []area
		for range random.IntN(5) {
			x, y := float32(random.IntN(side)), float32(random.IntN(side))
			areas = append(areas, area{x, y, x + float32(random.IntN(side)), y + float32(random.IntN(side))})
		}
		free := uncovered(whole, areas)
		for x := range side {
			for y := range side {
				times := func(of []area) (n int) {
					for _, a := range of {
						if a.left <= float32(x) && float32(x) < a.right && a.top <= float32(y) && float32(y) < a.bottom {
							n++
						}
					}
					return n
				}
				want := 0
				if times(areas) == 0 {
					want = 1
				}
				if got := times(free); got != want {
					t.Fatalf("with %v, %d,%d is drawn %d times, want %d: %v", areas, x, y, got, want, free)
				}
			}
		}
	}
}

func TestPageKnowsCardsThatArePressed(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(ModeLight))
	card := NewCardButton("", NewText("a card"), 8, nil)
	page := NewPage(container.NewWithoutLayout(card))
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(page)
	w.Resize(fyne.NewSize(600, 500))
	card.Resize(fyne.NewSize(200, 80))
	test.WidgetRenderer(page).Objects()
	if card.face.middle.Visible() {
		t.Error("the middle of a card is filled though the window has its color")
	}
	var ground float32
	for _, o := range test.WidgetRenderer(page).Objects() {
		if o != page.content {
			ground += o.Size().Width * o.Size().Height
		}
	}
	if want := float32(600*500 - 200*(80-2*CardRadius)); ground != want {
		t.Errorf("the ground is %v, want %v", ground, want)
	}
}

func TestPageFollowsItsCards(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(ModeLight))
	card := NewCard(NewText("a card"), 8)
	content := container.NewWithoutLayout(card)
	page := NewPage(content)
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(page)
	w.Resize(fyne.NewSize(600, 500))
	ground := func() (total float32) {
		for _, o := range test.WidgetRenderer(page).Objects() {
			if o != content {
				total += o.Size().Width * o.Size().Height
			}
		}
		return total
	}
	steps := []struct {
		says  string
		do    func()
		cover float32
	}{
		{"laid out", func() { card.Move(fyne.NewPos(20, 20)); card.Resize(fyne.NewSize(400, 300)) }, 400 * (300 - 2*CardRadius)},
		{"moved", func() { card.Move(fyne.NewPos(150, 100)) }, 400 * (300 - 2*CardRadius)},
		{"larger", func() { card.Resize(fyne.NewSize(440, 300)) }, 440 * (300 - 2*CardRadius)},
		{"selected, so that it is filled", func() { card.SetSelected(true) }, 0},
		{"not selected again", func() { card.SetSelected(false) }, 440 * (300 - 2*CardRadius)},
		{"too small to be left open", func() { card.Resize(fyne.NewSize(100, 60)) }, 0},
		{"large again", func() { card.Resize(fyne.NewSize(400, 300)) }, 400 * (300 - 2*CardRadius)},
		{"hidden", card.Hide, 0},
		{"shown", card.Show, 400 * (300 - 2*CardRadius)},
	}
	for _, step := range steps {
		step.do()
		ground() // A card learns that it is on a page when the page is first drawn.
		if got, want := ground(), 600*500-step.cover; got != want {
			t.Errorf("%s: the ground is %v, want %v", step.says, got, want)
		}
		if open := !card.face.middle.Visible() && !card.face.whole; open != (step.cover > 0) && card.Visible() {
			t.Errorf("%s: open is %v", step.says, open)
		}
	}
}
