package chartview

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// Events are what a view asks for and tells of. All places are in logical pixels from
// the view's upper left corner. Each field may be nil.
type Events struct {
	// Draw returns the picture in w by h pixels of the screen, which are of the given
	// size in logical pixels. It is called while painting, once for every change of size
	// or data however often Stale was called. Where it returns nil the former
	// picture stays. A picture returned stays untouched until the one after it
	// has been returned.
	Draw func(w, h int, logical fyne.Size) image.Image
	// Drawn is called after each Draw: the place to put crosshair, tooltip and
	// marks where the new picture has them.
	Drawn func()
	// Hover is called where the pointer moves, Leave when it has gone.
	Hover func(at fyne.Position)
	Leave func()
	// Press is called with the place of a press, and reports whether something was grabbed.
	Press func(at fyne.Position) bool
	// Drag follows what was grabbed, Drop is called where it is let go, and
	// Cancel when Escape ends the drag.
	Drag   func(at fyne.Position, modifiers fyne.KeyModifier)
	Drop   func(at fyne.Position)
	Cancel func()
	// Menu is called where a menu is asked for.
	Menu func(at fyne.Position)
	// Key is called with each key while the view has the focus, and reports whether it has
	// used it; the window gets the others.
	Key func(key fyne.KeyName, modifiers fyne.KeyModifier) bool
	// Cursor says which pointer to show at a place.
	Cursor func(at fyne.Position) desktop.Cursor
}

// A View shows a picture and reports what the user does on it, to whoever made it and to
// nobody else.
type View struct {
	widget.BaseWidget
	look.Focus

	// Name is the view's name in the inspection file, Text what it tells there.
	Name, Text string

	on        Events
	least     fyne.Size
	raster    *canvas.Raster
	overlay   *overlay
	picture   *image.RGBA
	drawnSize fyne.Size
	asked     image.Point
	stale     bool

	pointer
	modifiers func() fyne.KeyModifier
}

// New returns a view that asks for at least the given size.
func New(name string, least fyne.Size, on Events) *View {
	v := &View{Name: name, on: on, least: least, stale: true, modifiers: look.HeldModifiers}
	v.raster = canvas.NewRaster(v.generate)
	v.raster.ScaleMode = canvas.ImageScalePixels // pixel for pixel, which is quicker than smoothed
	v.overlay = newOverlay()
	v.ExtendBaseWidget(v)
	return v
}

// Stale asks for a new picture at the next paint.
func (v *View) Stale() {
	v.stale = true
	v.raster.Refresh()
}

// generate returns the newest picture, drawing it where data or size changed.
func (v *View) generate(w, h int) image.Image {
	size := v.raster.Size()
	asked := image.Pt(w, h)
	if v.on.Draw != nil && w > 0 && h > 0 && (v.stale || asked != v.asked || size != v.drawnSize) {
		v.stale, v.asked, v.drawnSize = false, asked, size
		if picture := whole(v.on.Draw(w, h, size)); picture != nil {
			v.picture = picture
		}
		if v.on.Drawn != nil {
			v.on.Drawn()
		}
	}
	if v.picture == nil {
		v.picture = image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return v.picture
}

// whole returns the picture as the painter uploads it without a copy of its own:
// an RGBA image that starts at the origin and is no part of another.
func whole(picture image.Image) *image.RGBA {
	if picture == nil {
		return nil
	}
	if rgba, ok := picture.(*image.RGBA); ok {
		if rgba == nil {
			return nil
		}
		if rgba.Rect.Min == (image.Point{}) && rgba.Stride == 4*rgba.Rect.Dx() {
			return rgba
		}
	}
	bounds := picture.Bounds()
	rgba := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(rgba, rgba.Rect, picture, bounds.Min, draw.Src)
	return rgba
}

// InspectName returns the view's name in the inspection file.
func (v *View) InspectName() string { return v.Name }

// Inspect returns what the inspection file tells of the view.
func (v *View) Inspect() inspect.Node {
	return inspect.Node{Kind: "chart", Text: v.Text, Enabled: true, Focused: v.focused}
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return &viewRenderer{owner: v, objects: append([]fyne.CanvasObject{v.raster}, v.overlay.objects()...)}
}

type viewRenderer struct {
	owner   *View
	objects []fyne.CanvasObject
}

// Layout gives the picture its new size. What lies above it goes away until it is
// placed again, since it stood where the former picture had it.
func (r *viewRenderer) Layout(size fyne.Size) {
	r.owner.raster.Resize(size)
	r.owner.overlay.resize(size)
}

func (r *viewRenderer) MinSize() fyne.Size { return r.owner.least }

// Refresh takes over the theme's colors and draws a new picture. It is not part
// of a hover, which moves single objects.
func (r *viewRenderer) Refresh() {
	r.owner.overlay.recolor()
	r.owner.Stale()
}

func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *viewRenderer) Destroy() {}
