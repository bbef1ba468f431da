package field

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A layoutCounter counts how often everything is moved to its place.
type layoutCounter struct {
	fyne.WidgetRenderer
	layouts int
}

func (c *layoutCounter) Layout(size fyne.Size) {
	c.layouts++
	c.WidgetRenderer.Layout(size)
}

func TestEntryWithRoomIsLaidOutOnceForASize(t *testing.T) {
	n := NewNumber("cap", Format{Short: func(float64) string { return "$38.0B" }})
	r := n.CreateRenderer().(*inputRenderer)
	counter := &layoutCounter{WidgetRenderer: r.WidgetRenderer}
	r.WidgetRenderer = counter
	steps := []struct {
		says  string
		width float32
		more  int
	}{
		{"first", 120, 1},
		{"the same size", 120, 0},
		{"wider", 140, 1},
		{"too narrow for the text", 20, 1},
		{"as narrow again: Fyne's scroll shows the text", 20, 1},
		{"wide again", 140, 1},
		{"still as wide", 140, 0},
	}
	for _, step := range steps {
		before := counter.layouts
		r.Layout(fyne.NewSize(step.width, 28))
		if got := counter.layouts - before; got != step.more {
			t.Errorf("%s: laid out %d times, want %d", step.says, got, step.more)
		}
	}
}
