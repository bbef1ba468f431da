package rail

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// What the tests see of a rail that the window does not.

const (
	ManyScenarios = manyScenarios
	Whole         = railWhole
	Folded        = railFolded
	CardGap       = cardGap
)

func (r *Rail) Cards() []*scenarioCard      { return r.cards }
func (r *Rail) Shown() []int                { return r.shown }
func (r *Rail) List() *widget.List          { return &r.list.List }
func (r *Rail) DropLine() fyne.CanvasObject { return r.gap.line }
func (r *Rail) ListArea() fyne.CanvasObject { return r.gap.content }
func (r *Rail) Move(from, to int)           { r.move(from, to) }

func (c *scenarioCard) ID() string               { return c.id }
func (c *scenarioCard) Name() [2]*look.Text      { return c.name }
func (c *scenarioCard) Button() *look.CardButton { return c.button }
