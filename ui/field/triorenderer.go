package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// place returns where the middle of a knob is, in logical pixels from the left.
func (t *Trio) place(knob int) float32 {
	room := t.Size().Width - 2*knobRadius
	return knobRadius + room*float32(t.tick(knob))/float32(t.scale.Ticks)
}

// at returns the tick nearest to a place, beyond the ends too.
func (t *Trio) at(x float32) int {
	room := t.Size().Width - 2*knobRadius
	if room <= 0 {
		return t.tick(t.knob)
	}
	return whole(float64((x - knobRadius) / room * float32(t.scale.Ticks)))
}

// CreateRenderer implements fyne.Widget.
func (t *Trio) CreateRenderer() fyne.WidgetRenderer {
	r := &trioRenderer{owner: t, track: look.NewBox(trackHeight / 2), fill: look.NewBox(trackHeight / 2), halo: canvas.NewCircle(nil)}
	r.objects = []fyne.CanvasObject{r.track.Object(), r.fill.Object(), r.halo}
	for i := range r.dots {
		r.dots[i] = canvas.NewCircle(nil)
		r.objects = append(r.objects, r.dots[i])
	}
	r.set()
	r.Layout(t.Size())
	return r
}

type trioRenderer struct {
	owner       *Trio
	track, fill *look.Box
	halo        *canvas.Circle
	dots        [3]*canvas.Circle
	objects     []fyne.CanvasObject
}

func (r *trioRenderer) set() {
	primary := look.Color(theme.ColorNamePrimary)
	r.track.Paint(look.Color(look.ColorTrack), look.Color(look.ColorEdge), 1)
	r.fill.Paint(primary, nil, 0)
	r.halo.FillColor = look.Color(theme.ColorNameFocus)
	r.halo.Hidden = !r.owner.Focused() && !r.owner.Hovered()
	for i, dot := range r.dots {
		// The value within the range is filled: it is another thing than the ends.
		dot.FillColor = look.Color(look.ColorKnob)
		if i == 1 {
			dot.FillColor = primary
		}
		dot.StrokeColor, dot.StrokeWidth = primary, 2
	}
}

func (r *trioRenderer) Layout(size fyne.Size) {
	middle := size.Height / 2
	low, high := r.owner.place(0), r.owner.place(2)
	r.track.Move(fyne.NewPos(0, middle-trackHeight/2))
	r.track.Resize(fyne.NewSize(size.Width, trackHeight))
	r.fill.Move(fyne.NewPos(low, middle-trackHeight/2))
	r.fill.Resize(fyne.NewSize(max(0, high-low), trackHeight))
	for i, dot := range r.dots {
		radius := float32(knobRadius)
		if i == 1 {
			radius -= 2
		}
		ring(dot, r.owner.place(i), middle, radius)
	}
	ring(r.halo, r.owner.place(r.owner.knob), middle, knobRadius+3)
}

func (r *trioRenderer) MinSize() fyne.Size { return fyne.NewSize(72, 2*knobRadius+6) }

func (r *trioRenderer) Refresh() {
	r.set()
	r.Layout(r.owner.Size())
	for _, object := range r.objects {
		canvas.Refresh(object)
	}
}

func (r *trioRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *trioRenderer) Destroy() {}
