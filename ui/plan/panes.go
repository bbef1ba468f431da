package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/look"
)

// panes are two objects above one another with a border that can be moved: the room
// there is is shared out between them, and neither gets less than it asks for.
type panes struct {
	content *fyne.Container
	grip    *look.Grip
	share   float32 // of the height, that the upper one has
	grabbed float32 // height of the upper one then
}

// tableShare is the part of the height that the chart of the Plan view has beside its
// table, unless it was moved.
const tableShare = 0.6

func newPanes(upper, lower fyne.CanvasObject, share float64) *panes {
	p := &panes{share: float32(share)}
	p.grip = look.NewGrip("pane.table", "Drag, or Up and Down: more room for the table or for the chart")
	p.grip.OnGrab = func() { p.grabbed = upper.Size().Height }
	p.grip.OnMove = func(by float32) {
		room := p.content.Size().Height - look.GripHeight
		if room <= 0 {
			return
		}
		height := p.within(p.grabbed+by, room)
		p.share = height / room
		p.content.Refresh()
	}
	p.content = container.New(p, upper, p.grip, lower)
	return p
}

// within returns the height for the upper pane that leaves both what they ask for.
func (p *panes) within(height, room float32) float32 {
	upper, lower := p.content.Objects[0], p.content.Objects[2]
	return max(upper.MinSize().Height, min(height, room-lower.MinSize().Height))
}

// MinSize implements fyne.Layout.
func (p *panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	upper, lower := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(upper.Width, lower.Width), upper.Height+look.GripHeight+lower.Height)
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
