package ui

import (
	"context"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// A pathRequest asks for the path of a file to open or to save.
type pathRequest struct {
	name   string // of the prompt
	title  string
	accept string
	kind   fileKind
	saving bool
	folder string
	file   string
	extra  fyne.CanvasObject // more to be chosen, nil for none
	wide   bool              // whether extra needs a wide prompt
	fields []inspect.Widget  // of extra
	// refuses says what stands against extra as it is chosen; nil where nothing can.
	refuses func() string
	onPath  func(path string)
	// aside, where set, is handed the path in place of onPath, the prompt staying
	// until it calls done: with what stands against it, or with nothing.
	aside func(path string, done func(fault string))
}

// A pathPrompt is the planner's own file dialog: it hands over a path, not an
// emptied file, adds the extension, and asks before it writes over a file.
type pathPrompt struct {
	planner *Planner
	request pathRequest
	folder  *field.Text
	file    *field.Text
	list    *entryList
	entries []entry
	listing *live.Latest[[]entry]
}

// An entryList is the list of a folder. Escape gives the prompt up, Enter takes
// the entry that the arrow keys are at.
type entryList struct {
	widget.List
	escape func()
}

// TypedKey implements fyne.Focusable.
func (l *entryList) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		l.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(event)
	}
}

// askPath shows the request.
func (p *Planner) askPath(r pathRequest) *pathPrompt {
	d := &pathPrompt{planner: p, request: r, listing: live.NewLatest[[]entry](p.live)}
	d.folder = field.NewText("dialog.folder", "Folder")
	d.folder.OnEdit = func(string) error {
		d.refresh()
		return nil
	}
	d.file = field.NewText("dialog.file", "Name")
	d.folder.Display(r.folder)
	d.file.Display(r.file)
	d.list = &entryList{escape: p.dialogs.cancel}
	d.list.Length = func() int { return len(d.entries) }
	d.list.CreateItem = func() fyne.CanvasObject {
		return container.NewHBox(widget.NewIcon(theme.FolderIcon()), look.NewText(""))
	}
	d.list.UpdateItem = func(id widget.ListItemID, row fyne.CanvasObject) {
		d.display(d.entries[id], row.(*fyne.Container))
	}
	d.list.ExtendBaseWidget(d.list)
	d.list.HideSeparators = true
	d.list.OnSelected = d.onEntry
	d.refresh()
	height := canvas.NewRectangle(color.Transparent)
	rows := float32(190)
	if r.extra != nil {
		rows = 84
	}
	height.SetMinSize(fyne.NewSize(0, rows))
	listing := container.NewStack(height, look.NewCard(d.list, 4))
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 60, look.Stretch) }
	content := container.NewVBox(
		field.NewRow(columns(), field.NewLabel("Folder"), d.folder),
		listing,
		field.NewRow(columns(), field.NewLabel("Name"), d.file))
	if r.extra != nil {
		content.Add(r.extra)
	}
	width := float32(0)
	if r.wide {
		width = 880
	}
	p.dialogs.show(prompt{
		name: r.name, title: r.title, content: content, accept: r.accept, width: width,
		fields: append([]inspect.Widget{d.folder, d.file}, r.fields...), first: d.file,
		onAnswer: d.onAnswer,
	})
	d.folder.Answer(func() { p.window.Canvas().Focus(d.file) }, p.dialogs.cancel) // a folder alone is no answer
	return d
}

// refresh lists the folder, aside: it is asked at every key typed, and one that is far
// away may not answer.
func (d *pathPrompt) refresh() {
	folder, kind := d.folder.Value(), d.request.kind
	d.listing.Ask(func(context.Context) []entry { return kind.list(folder) }, func(entries []entry) {
		d.entries = entries
		d.list.UnselectAll()
		d.list.Refresh()
		d.list.ScrollToTop()
	})
}

func (d *pathPrompt) display(e entry, row *fyne.Container) {
	icon := theme.FileIcon()
	if e.folder {
		icon = theme.FolderIcon()
	}
	row.Objects[0].(*widget.Icon).SetResource(icon)
	row.Objects[1].(*look.Text).SetText(e.name)
}

// onEntry goes into a folder, or takes over a file's name.
func (d *pathPrompt) onEntry(id widget.ListItemID) {
	e := d.entries[id]
	d.list.UnselectAll()
	if !e.folder {
		if d.file.Value() == e.name { // chosen a second time
			d.planner.dialogs.accept()
			return
		}
		d.file.Display(e.name)
		return
	}
	d.enter(filepath.Join(expandHome(d.folder.Value()), e.name))
}

func (d *pathPrompt) enter(folder string) {
	d.folder.Display(filepath.Clean(folder))
	d.refresh()
}

// onAnswer hands over the path, once nothing stands against it.
func (d *pathPrompt) onAnswer(s *shownPrompt) {
	d.folder.Commit()
	d.file.Commit()
	folder, file := d.folder.Value(), d.file.Value()
	if !d.request.saving {
		path, fault := d.toOpen(folder, file)
		d.handOver(s, path, fault)
		return
	}
	path, err := d.request.kind.toSave(folder, file)
	if err != nil {
		d.handOver(s, path, sentence(err))
		return
	}
	if d.request.refuses != nil {
		if words := d.request.refuses(); words != "" {
			d.handOver(s, path, words)
			return
		}
	}
	if _, err := os.Lstat(path); err == nil && path != d.planner.file {
		d.planner.dialogs.ask("overwrite", "Replace the file?",
			fmt.Sprintf("%s is there already. What it holds is lost if you replace it.", filepath.Base(path)),
			"Replace", func() { d.handOver(s, path, "") })
		return
	}
	d.handOver(s, path, "")
}

// handOver hands over the path where nothing stands against it. The prompt goes,
// or stays until what is done aside has come to its end.
func (d *pathPrompt) handOver(s *shownPrompt, path, fault string) {
	dialogs := d.planner.dialogs
	if fault != "" || d.request.aside == nil {
		dialogs.settle(s, fault)
		if fault == "" {
			d.request.onPath(path)
		}
		return
	}
	s.busy = true
	d.request.aside(path, func(fault string) {
		if fault != "" && !dialogs.shows(s) { // given up meanwhile
			dialogs.tell("error", "The "+d.request.kind.what+" is not saved", fault)
			return
		}
		dialogs.settle(s, fault)
	})
}

// toOpen returns the path of a file that is there; of a folder it shows what is in
// it, and says what is to be done.
func (d *pathPrompt) toOpen(folder, file string) (path, fault string) {
	if strings.TrimSpace(file) == "" {
		return "", "Choose a file of the list, or type its name."
	}
	path, err := d.request.kind.resolve(folder, file)
	if err != nil {
		return "", sentence(err)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", fileFault(path, err)
	case info.IsDir():
		d.file.Display("")
		d.enter(path)
		return "", "Choose a workspace in this folder."
	}
	return path, ""
}
