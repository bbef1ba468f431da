package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/look"
)

// NothingSelected says what to do where a view has no scenario to show.
func NothingSelected() fyne.CanvasObject {
	return container.NewCenter(look.NewText("No scenario is selected. Add one with \"+ New\" at the left, or undo."))
}

// ShowOr shows all of a view where there is something to show, else what is said instead,
// and returns whether there is.
func ShowOr(whole, empty fyne.CanvasObject, there bool) bool {
	if there {
		empty.Hide()
		whole.Show()
	} else {
		whole.Hide()
		empty.Show()
	}
	return there
}
