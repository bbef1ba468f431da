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

	"headroom/scenario/export"
	"headroom/scenario/store"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/prompt"
)

var (
	workspaceFile = prompt.FileKind{What: "workspace", Extension: store.Extension, Accepted: []string{".json"}}
	// What can be opened: a workspace, or a picture or document that remembers one.
	openableFile = prompt.FileKind{What: "workspace", Extension: store.Extension, Accepted: append([]string{".json"}, export.CarrierExtensions()...)}
)

// onClose closes the window, once nothing unsaved is lost by it.
func (p *Planner) onClose() {
	if name := p.Prompts.Name(); name == "unsaved" || name == "saving" {
		return
	}
	p.unlessUnsaved("close the window", func() {
		p.Settings.SetWindowSize(p.Window.Canvas().Size())
		p.Settings.SetPane(desk.KeyRail, p.share.remembered())
		for _, panel := range p.panels {
			panel.Remember()
		}
		p.stop()
		p.safety.close()
		p.Window.Close()
	})
}

// onDropped opens the first workspace, or picture or document that remembers one,
// dropped on the window.
func (p *Planner) onDropped(_ fyne.Position, files []fyne.URI) {
	for _, file := range files {
		if openableFile.Accepts(file.Path()) {
			p.unlessUnsaved("open another workspace", func() { p.Open(file.Path()) })
			return
		}
	}
	p.Prompts.Tell("error", "This cannot be opened", "Drop a workspace on the window, a file whose name ends in "+store.Extension+", or a picture, PDF or page of HTML that remembers one.")
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
	return words.Sentence(err)
}

// firstFaults tells the first faults of a file, each with where it is, one a line.
func firstFaults(u *store.Unsound) string {
	const most = 5
	first := store.Unsound{Faults: u.Faults[:min(most, len(u.Faults))]}
	first.More = u.More + len(u.Faults) - len(first.Faults)
	return first.Error()
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
