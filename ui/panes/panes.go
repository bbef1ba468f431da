package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Panes are two objects above one another with a border that can be moved: the room
// there is is shared out between them. Until it is moved each gets what it wants, and
// the whole asks for that too; from then on, no less than it needs.
type Panes struct {
	Options
	content *fyne.Container
	grip    *Grip
	share   float32 // of the height, that the upper one has
	moved   bool    // whether that is as the user wants it
	grabbed float32 // height of the upper one then
}

// Options say how two panes share their room out.
type Options struct {
	// Name is that of the border in the inspection file, Hint what it says on hover.
	Name, Hint string
	// UpperWants and LowerWants are how much more than they need they want, in logical
	// pixels.
	UpperWants, LowerWants float32
	// Share is the part of the height that the upper one has, and Usual the one that it
	// has unless the border was moved.
	Share, Usual float64
}

// New returns two panes.
func New(upper, lower fyne.CanvasObject, o Options) *Panes {
	p := &Panes{Options: o, share: float32(o.Share), moved: o.Share != o.Usual}
	p.grip = newGrip(o.Name, o.Hint)
	p.grip.OnGrab = func() { p.grabbed = upper.Size().Height }
	p.grip.OnMove = func(by float32) {
		room := p.content.Size().Height - GripHeight
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

// Object returns what is shown.
func (p *Panes) Object() fyne.CanvasObject { return p.content }

// Grip returns the border.
func (p *Panes) Grip() *Grip { return p.grip }

// UpperShare returns the part of the height that the upper pane has.
func (p *Panes) UpperShare() float64 { return float64(p.share) }

// within returns the height for the upper pane that leaves both what is due to them.
func (p *Panes) within(height, room float32) float32 {
	upper, lower := p.content.Objects[0].MinSize().Height, p.content.Objects[2].MinSize().Height
	if !p.moved {
		upper, lower = upper+p.UpperWants, lower+p.LowerWants
	}
	return max(upper, min(height, room-lower))
}

// MinSize implements fyne.Layout.
func (p *Panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	upper, lower := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(upper.Width, lower.Width), upper.Height+p.UpperWants+GripHeight+lower.Height+p.LowerWants)
}

// Layout implements fyne.Layout.
func (p *Panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Height - GripHeight
	height := p.within(p.share*room, room)
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, GripHeight))
	objects[1].Move(fyne.NewPos(0, height))
	objects[2].Resize(fyne.NewSize(size.Width, room-height))
	objects[2].Move(fyne.NewPos(0, height+GripHeight))
}
