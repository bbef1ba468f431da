package document

import (
	"cmp"
	"context"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/export/preview"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// Pages are what a pane shows. See preview.Preview.
type pages interface {
	Pages() int
	Name(n int) string
	Size(n int) (width, height float64)
	Paint(n int, scale float64) (*image.RGBA, error)
}

// A painted is a page as pixels, or why it cannot be.
type painted struct {
	page *image.RGBA
	err  error
}

// A pane shows the pages of a preview, one at a time and as wide as it is, and scrolls
// over what of it has no room.
type pane struct {
	widget.BaseWidget
	look.Focus

	least         fyne.Size
	preview       pages
	page          int
	fault         string          // why there is nothing to show
	unpainted     *look.Paragraph // why the page cannot be shown
	scroll        *container.Scroll
	raster        *canvas.Raster
	painted       *image.RGBA
	asked         int // width in pixels that a page was last painted for, 0 for none
	painting      *live.Latest[painted]
	label         *look.Text
	before, after *look.Button
	focused       bool
}

var _ fyne.Focusable = (*pane)(nil)

func newPane(at *live.Live, least fyne.Size) *pane {
	p := &pane{
		least: least, preview: preview.Preview{}, painting: live.NewLatest[painted](at), label: look.NewMuted(""),
		unpainted: look.NewParagraph("", look.ColorMuted, theme.SizeNameText),
	}
	p.label.Yielding = true
	p.raster = canvas.NewRaster(p.generate)
	p.raster.ScaleMode = canvas.ImageScalePixels
	p.scroll = container.NewVScroll(p.raster)
	p.before = look.NewButton("dialog.page-before", "Back", func() { p.turn(p.page - 1) })
	p.after = look.NewButton("dialog.page-after", "Next", func() { p.turn(p.page + 1) })
	p.ExtendBaseWidget(p)
	return p
}

// footer returns what stands below the pane: which page it shows and what turns it, or
// how far the writing is.
func (p *pane) footer(of *progress) fyne.CanvasObject {
	return container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural, look.Natural),
		container.NewStack(p.label, of.object), p.before, p.after)
}

// await says that what is shown is being made again; the former stays meanwhile.
func (p *pane) await() {
	p.fault = ""
	p.label.SetText("Laying it out…")
}

// show shows the first page of a preview, or the page that was shown where there is it
// again.
func (p *pane) show(of pages) {
	p.preview = of
	p.turn(min(p.page, of.Pages()-1))
}

// fail shows nothing, and why.
func (p *pane) fail(fault string) {
	p.preview, p.fault, p.painted, p.page, p.asked = preview.Preview{}, fault, nil, 0, 0
	p.painting.Drop()
	p.unpainted.SetText("")
	p.label.SetText("")
	p.enable()
	p.Refresh()
}

// turn shows a page.
func (p *pane) turn(page int) {
	if page < 0 || page >= p.preview.Pages() {
		return
	}
	if page != p.page {
		p.scroll.ScrollToTop()
	}
	p.page, p.asked = page, 0
	p.label.SetText(p.preview.Name(page))
	p.enable()
	p.Refresh()
}

func (p *pane) enable() {
	for button, able := range map[*look.Button]bool{p.before: p.page > 0, p.after: p.page+1 < p.preview.Pages()} {
		if able {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// generate returns the page as it was painted last, and has it painted aside where it is
// another, or of another width.
func (p *pane) generate(w, h int) image.Image {
	if p.preview.Pages() > 0 && w > 0 && h > 0 && w != p.asked {
		p.asked = w
		of, page := p.preview, p.page
		p.painting.Ask(func(context.Context) painted {
			width, _ := of.Size(page)
			img, err := of.Paint(page, float64(w)/width)
			return painted{img, err}
		}, func(made painted) {
			p.painted = made.page
			p.unpainted.SetText("")
			if made.err != nil {
				p.unpainted.SetText("This page cannot be shown here: " + strings.TrimSuffix(made.err.Error(), ".") + ". It is written all the same.")
			}
			p.Refresh()
		})
	}
	if p.painted == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return p.painted
}

// TypedKey scrolls and turns the page.
func (p *pane) TypedKey(event *fyne.KeyEvent) {
	const line = 40
	height := p.scroll.Size().Height
	switch event.Name {
	case fyne.KeyUp:
		p.scrollBy(-line)
	case fyne.KeyDown:
		p.scrollBy(line)
	case fyne.KeyPageUp:
		p.scrollBy(line - height)
	case fyne.KeyPageDown:
		p.scrollBy(height - line)
	case fyne.KeyHome:
		p.turn(0)
		p.scroll.ScrollToTop()
	case fyne.KeyEnd:
		p.turn(p.preview.Pages() - 1)
	case fyne.KeyLeft:
		p.turn(p.page - 1)
	case fyne.KeyRight:
		p.turn(p.page + 1)
	default:
		look.PassKey(event, p)
	}
}

// scrollBy moves the page; beyond its end comes the next one.
func (p *pane) scrollBy(by float32) {
	most := max(0, p.raster.MinSize().Height-p.scroll.Size().Height)
	at := p.scroll.Offset.Y
	switch {
	case by > 0 && at >= most-1:
		p.turn(p.page + 1)
	case by < 0 && at <= 0:
		p.turn(p.page - 1)
	default:
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(most, at+by))))
	}
}

// TypedRune implements fyne.Focusable; the pane takes no text.
func (p *pane) TypedRune(r rune) { look.PassRune(r, p) }

// FocusGained implements fyne.Focusable.
func (p *pane) FocusGained() { p.focused = true; p.Refresh(); p.TellFocus() }

// FocusLost implements fyne.Focusable.
func (p *pane) FocusLost() { p.focused = false; p.Refresh() }

// Tapped takes the focus.
func (p *pane) Tapped(*fyne.PointEvent) {
	look.TakeFocus(p)
}

// InspectName returns the pane's name in the inspection file.
func (p *pane) InspectName() string { return "dialog.preview" }

// Inspect returns what the inspection file tells of the pane: which page it shows.
func (p *pane) Inspect() inspect.Node {
	return inspect.Node{Kind: "chart", Text: p.label.Content, Fault: cmp.Or(p.fault, p.unpainted.Content()), Enabled: true, Focused: p.focused}
}

// CreateRenderer implements fyne.Widget.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	r := &paneRenderer{owner: p, face: look.NewBox(look.Radius)}
	r.set()
	r.Layout(p.Size())
	return r
}

type paneRenderer struct {
	owner *pane
	face  *look.Box
}

const paneEdge = 4

func (r *paneRenderer) set() {
	border, width := look.ColorBorder, float32(1)
	if r.owner.focused {
		border, width = theme.ColorNamePrimary, 2
	}
	r.face.Paint(look.Color(look.ColorPage), look.Color(border), width)
	if r.owner.scroll.Show(); r.owner.preview.Pages() == 0 {
		r.owner.scroll.Hide()
	}
	if r.owner.unpainted.Show(); r.owner.unpainted.Content() == "" {
		r.owner.unpainted.Hide()
	}
}

// Layout makes the page as wide as the pane.
func (r *paneRenderer) Layout(size fyne.Size) {
	p := r.owner
	r.face.Resize(size)
	inner := fyne.NewSize(max(0, size.Width-2*paneEdge), max(0, size.Height-2*paneEdge))
	if p.preview.Pages() > 0 {
		width, height := p.preview.Size(p.page)
		p.raster.SetMinSize(fyne.NewSize(0, float32(float64(inner.Width)*height/width)))
	}
	p.scroll.Move(fyne.NewPos(paneEdge, paneEdge))
	p.scroll.Resize(inner)
	p.unpainted.Move(fyne.NewPos(paneEdge+look.Gap, paneEdge+look.Gap))
	p.unpainted.Resize(fyne.NewSize(max(0, inner.Width-2*look.Gap), max(0, inner.Height-2*look.Gap)))
}

func (r *paneRenderer) MinSize() fyne.Size { return r.owner.least }

func (r *paneRenderer) Refresh() {
	r.set()
	r.Layout(r.owner.Size())
	r.owner.scroll.Refresh()
	r.owner.raster.Refresh()
	canvas.Refresh(r.face.Object())
}

func (r *paneRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.face.Object(), r.owner.scroll, r.owner.unpainted}
}

func (r *paneRenderer) Destroy() {}
