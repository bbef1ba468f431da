package workbook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario/export/xlsx/returned"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// changes are what was changed in a workbook, scenario by scenario: the input, what was
// sent, what came back, and in which cell. What has no room scrolls.
type changes struct {
	pane *container.Scroll
	room float32 // that the pane may take
}

// Measures in logical pixels.
const (
	changesWidth = 640
	changesRest  = 300 // what the prompt takes of the window besides
	mostRoom     = 420
)

func newChanges(d *desk.Desk, book returned.Workbook) *changes {
	rows := look.Stack(3)
	for i, c := range book.Changed {
		if i > 0 {
			rows.Add(gap(6))
		}
		rows.Add(look.NewHeadline(c.Scenario.Name, look.SizeText))
		rows.Add(row(look.NewMuted("Input"), look.NewMuted("Sent"), look.NewMuted("Came back"), look.NewMuted("Cell")))
		for _, change := range c.Changes {
			name, was, is, cell := look.NewText(change.Name), look.NewText(change.Was), look.NewText(change.Is), look.NewMuted(change.Cell)
			is.Bold = true
			rows.Add(row(name, was, is, cell))
		}
	}
	pane := look.NewVScroll(container.NewPadded(rows))
	return &changes{pane: pane, room: max(90, min(mostRoom, d.Window.Canvas().Size().Height-changesRest))}
}

// row is one line of the table.
func row(of ...*look.Text) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, text := range of {
		text.Yielding = true
		objects = append(objects, text)
	}
	return container.New(look.NewColumns(look.Gap, 2*look.Stretch, look.Stretch, look.Stretch, 90), objects...)
}

func gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}

// content returns the table, as high as it is or as there is room for.
func (c *changes) content() fyne.CanvasObject {
	height := min(c.room, c.pane.Content.MinSize().Height+theme.Padding())
	return look.NewCard(container.NewStack(gap(height), c.pane), 4)
}

// widgets returns what in the table can be used: nothing.
func (c *changes) widgets() []inspect.Widget { return nil }
