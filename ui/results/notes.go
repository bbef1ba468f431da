package results

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/words"
	"headroom/ui/look"
)

// Notes say what is odd in a scenario, though not wrong.
type Notes struct {
	content *look.Card
	rows    *fyne.Container
	shown   []scenario.Warning
}

// NewNotes returns notes of nothing, which are hidden.
func NewNotes() *Notes {
	n := &Notes{rows: container.NewVBox()}
	n.content = look.NewCard(n.rows, look.CardPad)
	n.content.Hide()
	return n
}

// Object returns what is shown, hidden where there is nothing to say.
func (n *Notes) Object() fyne.CanvasObject { return n.content }

// Shown returns the warnings that are shown.
func (n *Notes) Shown() []scenario.Warning { return n.shown }

// Show shows the warnings, but for those of growth that is kept for years in which
// a stream does not grow, as after a change of the last year: it waits there for
// the years to come back.
func (n *Notes) Show(warnings []scenario.Warning) {
	warnings = slices.DeleteFunc(slices.Clone(warnings), func(w scenario.Warning) bool {
		return strings.Contains(w.Path, ".growth.")
	})
	if sameWarnings(warnings, n.shown) {
		return
	}
	n.shown = warnings
	n.rows.RemoveAll()
	for _, w := range warnings {
		text := look.NewParagraph(words.UpperFirst(w.Message)+".", theme.ColorNameForeground, theme.SizeNameCaptionText)
		n.rows.Add(container.NewBorder(nil, nil, widget.NewIcon(theme.WarningIcon()), nil, text))
	}
	if len(warnings) == 0 {
		n.content.Hide()
	} else {
		n.content.Show()
	}
}

func sameWarnings(a, b []scenario.Warning) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
