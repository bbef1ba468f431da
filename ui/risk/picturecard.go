package risk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario/plot"
	"headroom/ui/look"
)

// A front is a picture of the view that can be saved.
type front struct {
	picture func() (plot.Picture, bool)
	title   func() string
}

// saver returns the button that saves a picture; the first of the view is the one that
// Ctrl+E saves, until another one is asked for.
func (v *View) saver(name string, f *front) *look.Button {
	b := look.NewButton(name, "Save picture…", func() {
		v.front = f
		v.desk.SavePicture()
	})
	b.SetTooltip("Save or copy this chart as a picture")
	return b
}

// A lineLayout keeps the height of a line that has links at times, so that what stands
// below it does not move as they come.
type lineLayout struct{}

const lineHeight = 24 // in logical pixels

func (lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(0, lineHeight))
}

func (lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// A cardHead is the row above a chart: its title, and what can be done with it, which
// takes a row of its own where there is no room beside it.
type cardHead struct {
	content *fyne.Container
	flow    *look.FlowLayout
	title   *look.Text
	note    *look.Text // says behind the title that what is shown is not of what is asked
}

func newCardHead(title string, beside ...fyne.CanvasObject) *cardHead {
	h := &cardHead{flow: &look.FlowLayout{Gap: 10}, title: look.NewHeadline(title, look.SizeTitle), note: look.NewMuted("")}
	h.content = container.New(h.flow, append([]fyne.CanvasObject{container.New(titleLayout{}, h.title, h.note)}, beside...)...)
	h.retitle(title)
	return h
}

// retitle shows another title.
func (h *cardHead) retitle(title string) {
	h.title.SetText(title)
	h.flow.Need = h.title.FullSize().Width
}

// wait says whether what is shown is older than what is asked.
func (h *cardHead) wait(older bool) {
	text := ""
	if older {
		text = "updating…"
	}
	if text != h.note.Content {
		h.note.SetText(text)
		h.content.Refresh()
	}
}

// A titleLayout puts a note behind a title, where there is room for it.
type titleLayout struct{}

const noteGap = 10 // in logical pixels

func (titleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (titleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, note := objects[0].(*look.Text), objects[1].(*look.Text)
	title.Resize(size)
	title.Move(fyne.NewPos(0, 0))
	at, full := title.FullSize().Width+noteGap, note.FullSize()
	if at+full.Width > size.Width {
		full.Width = 0
	}
	note.Resize(full)
	note.Move(fyne.NewPos(at, size.Height-full.Height-1))
}

// A sentence says below the head of a card what it shows, on as many lines as it takes.
type sentence struct {
	*look.Paragraph
	view *View
}

func newSentence(v *View) *sentence {
	return &sentence{look.NewParagraph("", theme.ColorNameForeground, theme.SizeNameText), v}
}

// say shows another text, and lays the cards out again where it takes other lines.
func (t *sentence) say(text string) {
	before := t.MinSize().Height
	if t.SetText(text); t.MinSize().Height != before {
		t.view.scroll.Refresh()
	}
}
