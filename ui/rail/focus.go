package rail

import "fyne.io/fyne/v2"

// The list shows other scenarios on the same cards as it scrolls or is put in
// another order. The focus belongs to a scenario, and goes with it.

// strayed reports whether the card has the focus of another scenario.
func (c *scenarioCard) strayed() bool {
	return c.id != c.rail.held && c.rail.desk.Window.Canvas().Focused() == fyne.Focusable(c.button)
}

// focused returns the card that has the focus, nil where none has.
func (r *Rail) focused() *scenarioCard { return r.cardOf(r.desk.Window.Canvas().Focused()) }

// Holds reports whether an object that can have the focus belongs to a card.
func (r *Rail) Holds(object fyne.Focusable) bool { return r.cardOf(object) != nil }

// cardOf returns the card that an object which can have the focus belongs to, nil
// where it is none.
func (r *Rail) cardOf(object fyne.Focusable) *scenarioCard {
	for _, card := range r.cards {
		if object == fyne.Focusable(card.button) {
			return card
		}
	}
	return nil
}

// Refocus gives the focus to the card of the scenario that had it, or where that is
// gone to that of the selected one; to none where it is not in sight.
func (r *Rail) Refocus() {
	canvas, driver := r.desk.Window.Canvas(), r.desk.App.Driver()
	id := r.held
	if r.desk.Session.Index(id) < 0 {
		selected, _ := r.desk.Selected()
		id = selected.ID
	}
	for _, card := range r.cards {
		seen := !driver.AbsolutePositionForObject(card.button).IsZero() // others are kept for use again
		if card.id == id && card.row < len(r.shown) && seen {
			canvas.Focus(card.button)
			return
		}
	}
	canvas.Unfocus()
}
