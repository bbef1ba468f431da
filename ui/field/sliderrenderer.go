package field

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

const (
	knobRadius  = 7.5
	trackHeight = 4
)

// knob returns where the middle of the knob is, in logical pixels from the left.
func (s *Slider) knob() float32 {
	room := s.Size().Width - 2*knobRadius
	return knobRadius + room*float32(s.tick)/float32(s.scale.Ticks)
}

// at returns the tick nearest to a place, beyond the ends too.
func (s *Slider) at(x float32) int {
	room := s.Size().Width - 2*knobRadius
	if room <= 0 {
		return s.tick
	}
	return whole(float64((x - knobRadius) / room * float32(s.scale.Ticks)))
}

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{
		owner: s,
		track: look.NewBox(trackHeight / 2),
		fill:  look.NewBox(trackHeight / 2),
		halo:  canvas.NewCircle(nil),
		dot:   canvas.NewCircle(nil),
	}
	r.objects = []fyne.CanvasObject{r.track.Object(), r.fill.Object(), r.halo, r.dot}
	r.set()
	r.Layout(s.Size())
	return r
}

type sliderRenderer struct {
	owner       *Slider
	track, fill *look.Box
	halo, dot   *canvas.Circle
	objects     []fyne.CanvasObject
}

func (r *sliderRenderer) set() {
	name := theme.ColorNamePrimary
	if r.owner.Disabled() {
		name = theme.ColorNameDisabled
	}
	edge := look.ColorEdge
	if r.owner.Disabled() {
		edge = look.ColorBorder
	}
	r.track.Paint(look.Color(look.ColorTrack), look.Color(edge), 1)
	r.fill.Paint(look.Color(name), nil, 0)
	r.halo.FillColor = look.Color(theme.ColorNameFocus)
	r.halo.Hidden = !r.owner.Focused() && !r.owner.Hovered() || r.owner.Disabled()
	r.dot.FillColor = look.Color(look.ColorKnob)
	r.dot.StrokeColor, r.dot.StrokeWidth = look.Color(name), 2
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	middle := size.Height / 2
	knob := r.owner.knob()
	r.track.Move(fyne.NewPos(0, middle-trackHeight/2))
	r.track.Resize(fyne.NewSize(size.Width, trackHeight))
	r.fill.Move(fyne.NewPos(0, middle-trackHeight/2))
	r.fill.Resize(fyne.NewSize(float32(math.Max(0, float64(knob))), trackHeight))
	ring(r.dot, knob, middle, knobRadius)
	ring(r.halo, knob, middle, knobRadius+3)
}

func ring(circle *canvas.Circle, x, y, radius float32) {
	circle.Resize(fyne.NewSquareSize(2 * radius))
	circle.Move(fyne.NewPos(x-radius, y-radius))
}

func (r *sliderRenderer) MinSize() fyne.Size {
	return fyne.NewSize(36, 2*knobRadius+6)
}

func (r *sliderRenderer) Refresh() {
	r.set()
	r.Layout(r.owner.Size())
	for _, object := range r.objects {
		canvas.Refresh(object)
	}
}

func (r *sliderRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *sliderRenderer) Destroy() {}
