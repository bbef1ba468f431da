package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"unicode"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
	"headroom/scenario/words"
)

var (
	workspaceFile = fileKind{what: "workspace", extension: store.Extension, accepted: []string{".json"}}
	// What can be opened: a workspace, or a picture that remembers one.
	openableFile = fileKind{what: "workspace", extension: store.Extension, accepted: []string{".json", pictureExtension}}
)

// Open opens the workspace at path in place of the present one. Where it cannot
// be opened the reason is told and the present one stays.
func (p *Planner) Open(path string) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if strings.HasSuffix(strings.ToLower(path), pictureExtension) {
		p.openPicture(path)
		return
	}
	if p.safety.inUse(path) {
		p.dialogs.ask("in-use", "Open it a second time?",
			fmt.Sprintf("%s is open in another window. What one window saves, the other would replace.", filepath.Base(path)),
			"Open all the same", func() { p.open(path) })
		return
	}
	p.open(path)
}

func (p *Planner) open(path string) {
	w, stamp, err := recovery.ReadFile(path)
	if err != nil {
		p.dialogs.tell("error", "The workspace cannot be opened", fileFault(path, err))
		return
	}
	p.settings.addRecent(path)
	p.safety.replaced(path, stamp)
	p.replace(w, path)
}

// replace shows another workspace; its history starts anew.
func (p *Planner) replace(w scenario.Workspace, file string) {
	p.file = file
	p.book.clear()
	p.plan.form.forget()
	p.session.Replace(w)
	p.menu.showRecent()
	p.menu.show()
}

// onNew starts over with the default workspace.
func (p *Planner) onNew() {
	p.unlessUnsaved("start a new workspace", func() {
		p.safety.replaced("", recovery.Stamp{})
		p.replace(preset.Default(), "")
	})
}

// onOpen asks for a workspace and opens it.
func (p *Planner) onOpen() {
	p.unlessUnsaved("open another workspace", func() {
		p.askPath(pathRequest{
			name: "open", title: "Open a workspace", accept: "Open", kind: openableFile,
			folder: p.settings.folder(), onPath: p.Open,
		})
	})
}

// onSave saves the workspace where it was opened.
func (p *Planner) onSave() {
	p.commit()
	if p.file == "" {
		p.onSaveAs()
		return
	}
	p.saveTo(p.file, nil)
	p.dialogs.resume()
}

// onSaveAs asks where to save the workspace.
func (p *Planner) onSaveAs() { p.saveAs(nil) }

// saveAs asks where to save and then, once it is saved, goes on.
func (p *Planner) saveAs(then func()) {
	p.commit()
	folder, file := p.settings.folder(), fileName(p.workspaceName())+store.Extension
	if p.file != "" {
		folder, file = filepath.Dir(p.file), filepath.Base(p.file)
	}
	p.askPath(pathRequest{
		name: "save-as", title: "Save the workspace", accept: "Save", kind: workspaceFile, saving: true,
		folder: folder, file: file, onPath: func(path string) {
			if p.safety.inUse(path) {
				p.dialogs.tell("error", "The workspace is not saved",
					fmt.Sprintf("%s is open in another window. Choose another name, or close it there.", filepath.Base(path)))
				return
			}
			p.saveTo(path, then)
		},
	})
}

// saveTo writes the workspace to path and then goes on. Where another program has
// changed the file meanwhile it asks first.
func (p *Planner) saveTo(path string, then func()) {
	if path == p.file && p.safety.changed() {
		p.dialogs.show(prompt{
			name: "changed", title: "Replace what another program wrote?",
			message: fmt.Sprintf("%s was changed by another program since it was opened here. What that wrote is lost if you replace it.", filepath.Base(path)),
			accept:  "Save as…", other: "Replace",
			onAccept: func() string {
				p.saveAs(then)
				return ""
			},
			onOther: func() { p.write(path, then) },
		})
		return
	}
	p.write(path, then)
}

// write writes the workspace to path and then goes on.
func (p *Planner) write(path string, then func()) {
	data, err := store.Encode(p.session.Workspace())
	inPlace := false
	if err == nil {
		inPlace, err = p.safety.save(path, data)
	}
	if !inPlace {
		p.dialogs.tell("error", "The workspace is not saved", fileFault(path, err))
		return
	}
	p.file = path
	p.settings.addRecent(path)
	p.session.MarkSaved()
	p.menu.showRecent()
	p.bar.say("") // such as that it was recovered
	p.seal()
	p.show()
	switch {
	case err != nil:
		p.dialogs.tell("error", "The workspace is saved, but not safe yet",
			fmt.Sprintf("%s is written, but its disk has not confirmed it: a loss of power may undo that. Save it in another folder too.", filepath.Base(path)))
	case then != nil:
		then()
	}
}

// onCopied puts so many rows of a table on the clipboard, or where rows is 0 all of
// it.
func (p *Planner) onCopied(text string, rows int) {
	p.app.Clipboard().SetContent(text)
	what := "the table"
	if rows > 0 {
		what = words.Count(rows, "row", "rows") + " of the table"
	}
	p.bar.say("Copied " + what)
}

// unlessUnsaved does what would lose unsaved changes only once they are saved or
// given up.
func (p *Planner) unlessUnsaved(what string, do func()) {
	p.commit()
	if !p.session.Dirty() {
		do()
		return
	}
	p.dialogs.show(prompt{
		name: "unsaved", title: "Save the changes first?",
		message: fmt.Sprintf("%q has changes that are not saved. They are lost if you %s without saving.", p.workspaceName(), what),
		accept:  "Save", other: "Don't save",
		onAccept: func() string {
			p.saveAndThen(do)
			return ""
		},
		onOther: do,
	})
}

func (p *Planner) saveAndThen(do func()) {
	if p.file == "" {
		p.saveAs(do)
		return
	}
	p.saveTo(p.file, do)
}

// onClose closes the window, once nothing unsaved is lost by it.
func (p *Planner) onClose() {
	if p.dialogs.name() == "unsaved" {
		return
	}
	p.unlessUnsaved("close the window", func() {
		p.settings.setWindowSize(p.window.Canvas().Size())
		p.settings.setPane(keyRail, p.split.Offset)
		p.settings.setPane(keyForm, p.plan.split.Offset)
		p.stop()
		p.safety.close()
		p.window.Close()
	})
}

// onDropped opens the first workspace, or picture that remembers one, dropped on
// the window.
func (p *Planner) onDropped(_ fyne.Position, files []fyne.URI) {
	for _, file := range files {
		if openableFile.accepts(file.Path()) {
			p.unlessUnsaved("open another workspace", func() { p.Open(file.Path()) })
			return
		}
	}
	p.dialogs.tell("error", "This cannot be opened", "Drop a workspace on the window, a file whose name ends in "+store.Extension+", or a picture that remembers one.")
}

// fileFault says in words why a file could not be read or written, and what to
// do about it.
func fileFault(path string, err error) string {
	name := filepath.Base(path)
	var unsound *store.Unsound
	switch {
	case errors.As(err, &unsound):
		return fmt.Sprintf("%s is no workspace that can be opened here:\n%s", name, firstFaults(unsound))
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("There is no file %s, or its folder is gone. Check the name and the folder.", path)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("You may not use %s. Choose another folder, or ask for permission.", path)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Sprintf("The disk is full. Free some room or choose another folder, then save %s again.", name)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Sprintf("The disk does not answer. Try %s again.", name)
	}
	return sentence(err)
}

// firstFaults tells the first faults of a file, each with where it is, one a line.
func firstFaults(u *store.Unsound) string {
	const most = 5
	told := store.Unsound{Faults: u.Faults[:min(most, len(u.Faults))]}
	told.More = u.More + len(u.Faults) - len(told.Faults)
	return told.Error()
}

// fileName makes a file's name of what something is called.
func fileName(name string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == ' ', r == '-', r == ',', r == '(', r == ')':
			return r
		}
		return '-'
	}, name)
	return strings.TrimSpace(clean)
}
