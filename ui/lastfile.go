package ui

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A lastFile offers, in a window that was opened without a file, the one used last:
// most who start the program want to go on with what they saved. It waits below
// the bar at the top, in the way of nothing, until that file or another is opened.
type lastFile struct {
	planner *Planner
	path    string // of the file offered, empty for none
	content *fyne.Container
	says    *look.Text
	open    *look.Button
	dismiss *look.Button
}

func newLastFile(p *Planner) *lastFile {
	f := &lastFile{planner: p, says: look.NewText("")}
	f.says.Yielding = true
	f.open = look.NewPrimary("last-file.open", "Open", func() {
		p.unlessUnsaved("open another workspace", func() { p.Open(f.path) })
	})
	f.dismiss = look.NewButton("last-file.dismiss", "Not now", func() {
		f.path = ""
		f.show()
	})
	row := container.New(&asideLayout{f.says}, f.says, look.Row(look.Gap, f.open, f.dismiss))
	f.content = look.Stack(0, container.New(layout.NewCustomPaddedLayout(6, 6, 12, 12), row), look.NewRule())
	f.content.Hide()
	return f
}

// OfferLast offers to open the file used last, where it is still there. The disk is
// asked aside, and whoever does something else meanwhile is asked nothing.
func (p *Planner) OfferLast() {
	recent := p.Settings.Recent()
	if len(recent) == 0 {
		return
	}
	path := recent[0]
	var saved time.Time
	ask := func() {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			saved = info.ModTime()
		}
	}
	p.Live.RunAtStart(lastFilePatience, ask, func() {
		if !saved.IsZero() {
			p.last.offer(path, saved)
		}
	})
}

// lastFilePatience is how long the first frame waits for the disk, so that what is
// offered does not push everything down under the pointer. A disk at hand answers at
// once.
const lastFilePatience = 50 * time.Millisecond

// offer shows the file at path, which was saved then.
func (f *lastFile) offer(path string, saved time.Time) {
	f.path = path
	f.says.SetText("Open " + filepath.Base(path) + ", saved " + when(saved, f.planner.Live.Now()) + "?")
	f.open.SetTooltip(path)
	f.show()
}

// show shows the offer as long as no workspace was opened, and what a killed window has
// left of one is not asked about.
func (f *lastFile) show() {
	if f.path == "" || f.planner.file != "" || f.planner.opens > 0 || f.planner.Prompts.Name() == "recover" {
		f.content.Hide()
		return
	}
	f.content.Show()
}

func (f *lastFile) snapshot(c *inspect.Snapshot) {
	if f.content.Visible() {
		c.Within(nil)
		c.Add(f.open, f.dismiss)
	}
}

// An asideLayout puts what can be done right behind the text it belongs to, which is
// shortened where there is not room for both.
type asideLayout struct{ text *look.Text }

const asideGap = 16

// MinSize implements fyne.Layout.
func (*asideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, commands := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(text.Width+asideGap+commands.Width, max(text.Height, commands.Height))
}

// Layout implements fyne.Layout.
func (l *asideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	commands := objects[1].MinSize()
	width := max(0, min(l.text.FullSize().Width, size.Width-asideGap-commands.Width))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width+asideGap, (size.Height-commands.Height)/2))
	objects[1].Resize(commands)
}
