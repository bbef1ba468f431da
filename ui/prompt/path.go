package prompt

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

	"headroom/scenario/words"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// A PathRequest asks for the path of a file to open or to save.
type PathRequest struct {
	Name  string // of the prompt
	Title string
	// Message is what is said above the folder; empty for nothing.
	Message string
	Accept  string
	Kind    FileKind
	Saving  bool
	Folder  string
	File    string
	// Own is the path of the file that is replaced without a question, since what it holds
	// is what is saved; Spared of one that is never replaced. Empty is none.
	Own, Spared string
	// Fault says why the file at path cannot be used.
	Fault  func(path string, err error) string
	Extra  fyne.CanvasObject // more to be chosen, nil for none
	Wide   bool              // whether extra needs a wide prompt
	Fields []inspect.Widget  // of extra
	// Scroll, where extra has one, and Scrolled are as a Prompt has them.
	Scroll   *container.Scroll
	Scrolled func() []inspect.Widget
	// Refuses says what stands against extra as it is chosen; nil where nothing can.
	Refuses func() string
	OnPath  func(path string)
	// Aside, where set, is handed the path in place of onPath, the prompt staying
	// until it calls done: with what stands against it, or with nothing.
	Aside func(path string, done func(fault string))
	// OnCancel is called when the prompt is given up; nil for nobody.
	OnCancel func()
}

// A PathPrompt is the planner's own file dialog: it hands over a path, not an
// emptied file, adds the extension, and asks before it writes over a file.
type PathPrompt struct {
	dialogs *Stack
	request PathRequest
	shown   *Shown
	folder  *field.Text
	file    *field.Text
	list    *entryList
	entries []entry
	listing *live.Latest[[]entry]
	// What the disk says of the path that was given as the answer.
	checking *live.Latest[checked]
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

// AskPath shows the request.
func (s *Stack) AskPath(r PathRequest) *PathPrompt {
	d := &PathPrompt{dialogs: s, request: r, listing: live.NewLatest[[]entry](s.Live), checking: live.NewLatest[checked](s.Live)}
	d.folder = field.NewText("dialog.folder", "Folder")
	d.folder.OnEdit = func(string) error {
		d.refresh()
		return nil
	}
	d.file = field.NewText("dialog.file", "Name")
	d.folder.Display(r.Folder)
	d.file.Display(r.File)
	d.list = &entryList{escape: s.Cancel}
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
	if r.Extra != nil {
		rows = max(56, min(84, s.Canvas.Size().Height-440)) // in a low window fewer
	}
	height.SetMinSize(fyne.NewSize(0, rows))
	listing := container.NewStack(height, look.NewCard(d.list, 4))
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 60, look.Stretch) }
	content := container.NewVBox(
		field.NewRow(columns(), field.NewLabel("Folder"), d.folder),
		listing,
		field.NewRow(columns(), field.NewLabel("Name"), d.file))
	if r.Extra != nil {
		content.Add(r.Extra)
	}
	width := float32(0)
	if r.Wide {
		width = 880
	}
	d.shown = s.Show(Prompt{
		Name: r.Name, Title: r.Title, Message: r.Message, Content: content, Accept: r.Accept, Width: width,
		Fields: append([]inspect.Widget{d.folder, d.file}, r.Fields...), First: d.file,
		Scroll: r.Scroll, Scrolled: r.Scrolled,
		onAnswer: d.onAnswer, OnCancel: r.OnCancel,
	})
	d.folder.Answer(func() { s.Canvas.Focus(d.file) }, s.Cancel) // a folder alone is no answer
	return d
}

// Complain says in the prompt what stands against it as it is, or with no words that
// nothing does, also while another question lies above it.
func (d *PathPrompt) Complain(fault string) {
	if d.dialogs.shows(d.shown) {
		d.shown.say(fault)
	}
}

// Accepts asks for a file of another kind from now on. A name that ends as the former
// kind's do ends as this one's then.
func (d *PathPrompt) Accepts(kind FileKind) {
	d.file.Commit()
	if name, ended := d.request.Kind.withoutEnd(d.file.Value()); ended {
		d.file.Display(name + kind.Extension)
	}
	d.request.Kind = kind
	d.refresh()
}

// refresh lists the folder, aside: it is asked at every key typed, and one that is far
// away may not answer.
func (d *PathPrompt) refresh() {
	folder, kind := d.folder.Value(), d.request.Kind
	d.listing.Ask(func(context.Context) []entry { return kind.List(folder) }, func(entries []entry) {
		d.entries = entries
		d.list.UnselectAll()
		d.list.Refresh()
		d.list.ScrollToTop()
	})
}

func (d *PathPrompt) display(e entry, row *fyne.Container) {
	icon := theme.FileIcon()
	if e.folder {
		icon = theme.FolderIcon()
	}
	row.Objects[0].(*widget.Icon).SetResource(icon)
	row.Objects[1].(*look.Text).SetText(e.Name)
}

// onEntry goes into a folder, or takes over a file's name.
func (d *PathPrompt) onEntry(id widget.ListItemID) {
	e := d.entries[id]
	d.list.UnselectAll()
	if d.file.Disabled() {
		return
	}
	if !e.folder {
		if d.file.Value() == e.Name { // chosen a second time
			d.dialogs.Accept()
			return
		}
		d.file.Display(e.Name)
		return
	}
	d.enter(e.into(d.folder.Value()))
}

func (d *PathPrompt) enter(folder string) {
	d.folder.Display(filepath.Clean(folder))
	d.refresh()
}

// A checked path is what the disk says of one that was given as the answer.
type checked struct {
	path   string
	folder bool  // it is one
	there  bool  // something is
	err    error // why nothing can be opened there, or saved
}

// onAnswer hands over the path, once nothing stands against it. The disk is asked
// aside, since one far away may not answer; what is typed meanwhile is another answer.
func (d *PathPrompt) onAnswer(s *Shown) {
	d.folder.Commit()
	d.file.Commit()
	folder, file := d.folder.Value(), d.file.Value()
	check := d.toSave
	if !d.request.Saving {
		check = d.toOpen
		if strings.TrimSpace(file) == "" {
			d.dialogs.settle(s, "Choose a file of the list, or type its name.")
			return
		}
	}
	kind := d.request.Kind
	s.busy = true
	d.checking.Ask(func(context.Context) checked { return check(kind, folder, file) }, func(c checked) {
		s.busy = false
		if d.dialogs.shows(s) && folder == d.folder.Value() && file == d.file.Value() {
			d.onChecked(s, c)
		}
	})
}

func (d *PathPrompt) toOpen(kind FileKind, folder, file string) checked {
	path, err := kind.resolve(folder, file)
	if err != nil {
		return checked{err: err}
	}
	info, err := os.Stat(path)
	return checked{path: path, folder: err == nil && info.IsDir(), there: err == nil, err: err}
}

func (d *PathPrompt) toSave(kind FileKind, folder, file string) checked {
	path, err := kind.ToSave(folder, file)
	if err != nil {
		return checked{err: err}
	}
	if d.request.Spared != "" && same(path, d.request.Spared) {
		return checked{err: fmt.Errorf("the file %s is the workspace that is open, which the %s would replace; give the %s another name",
			filepath.Base(path), kind.What, kind.What)}
	}
	_, err = os.Lstat(path)
	return checked{path: path, there: err == nil}
}

// same reports whether two paths lead to one file, by whatever names and links. The disk
// may not have it: then by its path.
func same(a, b string) bool {
	if a == b {
		return true
	}
	at, err := os.Stat(a)
	if err != nil {
		return false
	}
	bt, err := os.Stat(b)
	return err == nil && os.SameFile(at, bt)
}

// onChecked goes on with a path, of a folder with what is in it.
func (d *PathPrompt) onChecked(s *Shown, c checked) {
	switch {
	case c.err != nil && c.path != "":
		d.dialogs.settle(s, d.request.Fault(c.path, c.err))
	case c.err != nil:
		d.dialogs.settle(s, words.Sentence(c.err))
	case !d.request.Saving && c.folder:
		d.file.Display("")
		d.enter(c.path)
		d.dialogs.settle(s, "Choose a workspace in this folder.")
	case !d.request.Saving:
		d.handOver(s, c.path)
	default:
		if d.refused(s) {
			return
		}
		if c.there && c.path != d.request.Own {
			d.dialogs.Ask("overwrite", "Replace the file?",
				fmt.Sprintf("%s is there already. What it holds is lost if you replace it.", filepath.Base(c.path)),
				"Replace", func() { d.handOver(s, c.path) })
			return
		}
		d.handOver(s, c.path)
	}
}

// refused reports whether something stands against extra, and says it.
func (d *PathPrompt) refused(s *Shown) bool {
	if d.request.Refuses == nil {
		return false
	}
	fault := d.request.Refuses()
	if fault != "" {
		d.dialogs.settle(s, fault)
	}
	return fault != ""
}

// able lets another answer be given, or not.
func (d *PathPrompt) able(on bool) {
	for _, w := range []fyne.Disableable{d.folder, d.file, d.shown.accept} {
		if on {
			w.Enable()
		} else {
			w.Disable()
		}
	}
}

// handOver hands over the path, unless something stands against it by now, after another
// question. The prompt goes, or stays until what is done aside has come to its end.
func (d *PathPrompt) handOver(s *Shown, path string) {
	dialogs := d.dialogs
	if d.refused(s) {
		return
	}
	if d.request.Aside == nil {
		dialogs.settle(s, "")
		d.request.OnPath(path)
		return
	}
	s.busy = true
	s.say("") // of an answer before
	d.able(false)
	d.request.Aside(path, func(fault string) {
		d.able(true)
		if fault != "" && !dialogs.shows(s) { // given up meanwhile
			dialogs.Tell("error", "The "+d.request.Kind.What+" is not saved", fault)
			return
		}
		dialogs.settle(s, fault)
	})
}
