package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/look"
	"headroom/ui/sheet"
)

// panes are two objects above one another with a border that can be moved: the room
// there is is shared out between them. Until it is moved each gets what it wants, and
// the whole asks for that too; from then on, no less than it needs.
type panes struct {
	content *fyne.Container
	grip    *look.Grip
	share   float32 // of the height, that the upper one has
	moved   bool    // whether that is as the user wants it
	grabbed float32 // height of the upper one then
}

// How much more than they need chart and table want, in logical pixels.
const (
	chartWants = 90
	tableWants = (rowsShown - rowsNeeded) * sheet.RowHeight
)

// tableShare is the part of the height that the chart of the Plan view has beside its
// table, unless it was moved.
const tableShare = 0.6

func newPanes(upper, lower fyne.CanvasObject, share float64) *panes {
	p := &panes{share: float32(share), moved: share != tableShare}
	p.grip = look.NewGrip("pane.table", "Drag, or Up and Down: more room for the table or for the chart")
	p.grip.OnGrab = func() { p.grabbed = upper.Size().Height }
	p.grip.OnMove = func(by float32) {
		room := p.content.Size().Height - look.GripHeight
		if room <= 0 {
			return
		}
		p.moved = true
		height := p.within(p.grabbed+by, room)
		p.share = height / room
		p.content.Refresh()
	}
	p.content = container.New(p, upper, p.grip, lower)
	return p
}

// within returns the height for the upper pane that leaves both what is due to them.
func (p *panes) within(height, room float32) float32 {
	upper, lower := p.content.Objects[0].MinSize().Height, p.content.Objects[2].MinSize().Height
	if !p.moved {
		upper, lower = upper+chartWants, lower+tableWants
	}
	return max(upper, min(height, room-lower))
}

// MinSize implements fyne.Layout.
func (p *panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	upper, lower := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(upper.Width, lower.Width), upper.Height+chartWants+look.GripHeight+lower.Height+tableWants)
}

// Layout implements fyne.Layout.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Height - look.GripHeight
	height := p.within(p.share*room, room)
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, look.GripHeight))
	objects[1].Move(fyne.NewPos(0, height))
	objects[2].Resize(fyne.NewSize(size.Width, room-height))
	objects[2].Move(fyne.NewPos(0, height+look.GripHeight))
}
