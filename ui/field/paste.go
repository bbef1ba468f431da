package field

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"headroom/scenario/block"
)

// The most characters that fields take from the clipboard: Fyne lays a line out in a
// time that grows with the square of its length, and holds the window up meanwhile.
const (
	mostOfFigure = 200
	mostOfText   = 1000
)

// paste inserts what the clipboard holds, or says why it does not. What is too long
// for the field is refused before anything is laid out.
func (i *input) paste(clipboard fyne.Clipboard) {
	text := clipboard.Content()
	if i.OnCells != nil && i.OnCells(text) {
		return
	}
	most := mostOfText
	if i.right {
		most = mostOfFigure
	}
	if i.OnPaste != nil {
		inserted, err := i.OnPaste(text)
		if err != nil {
			i.SetErrorText(err.Error())
			return
		}
		text = inserted
	} else if i.right {
		text = oneFigure(text, most)
	} else {
		text = strings.TrimRight(text, "\r\n")
	}
	if err := fits(text, most-utf8.RuneCountInString(i.Text)+utf8.RuneCountInString(i.SelectedText()), most); err != nil {
		i.SetErrorText(err.Error())
		return
	}
	text = strings.ReplaceAll(text, "\r", "") // the entry makes blanks of line ends alone
	i.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: holding{clipboard, text}})
}

// fits says what is wrong with a text for which there is not so much room.
func fits(text string, room, most int) error {
	if len(text) <= room {
		return nil
	}
	const readable = 1 << 20 // bytes that are counted in no time
	switch n := utf8.RuneCountInString(text[:min(len(text), readable)]); {
	case len(text) > readable:
		return fmt.Errorf("the clipboard holds %d MB of text; this field takes %d characters", len(text)>>20, most)
	case n > most:
		return fmt.Errorf("the clipboard holds %d characters; this field takes %d", n, most)
	case n > room:
		return errors.New("there is not so much room in this field for what the clipboard holds")
	}
	return nil
}

// oneFigure returns a pasted cell as a field of figures has it: without the marks
// and line ends that spreadsheets put around it. Several cells have tabs between
// them, so that it is seen that they are several: a blank may part thousands.
func oneFigure(text string, most int) string {
	text = strings.TrimRight(text, "\r\n")
	if len(text) > most || !strings.ContainsAny(text, "\t\r\n;\"") {
		return text
	}
	grid, err := block.Split(text)
	if err != nil {
		return ""
	}
	var cells []string
	for _, row := range grid {
		if len(row) == 0 {
			row = []string{""}
		}
		cells = append(cells, row...)
	}
	return strings.Join(cells, "\t")
}

// holding is a clipboard with another text.
type holding struct {
	fyne.Clipboard
	text string
}

// Content returns the text.
func (h holding) Content() string { return h.text }
