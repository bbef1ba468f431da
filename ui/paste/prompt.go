package paste

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/block"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// A pastePrompt asks for a row of years: what was pasted, which of its rows, in what
// unit, and shows what becomes of each cell.
type pastePrompt struct {
	target  Target
	entry   *field.Text
	row     *field.Choice
	unit    *field.Choice
	comma   *field.Choice
	answer  *desk.Outcome // what it would lead to, or what keeps it from being read
	preview *fyne.Container
	scroll  *container.Scroll

	held   block.Grid // what was pasted, where it is too long for the entry
	pasted pasted
	err    error
}

// commaMeanings are what a comma can be chosen to mean, in the order of the choice.
var commaMeanings = []unit.Comma{unit.CommaThousands, unit.CommaDecimal}

// longLine is how much of a table is shown in the entry, in bytes.
const longLine = 400

// Ask asks for a row of years, beginning with what the clipboard holds.
func Ask(d *desk.Desk, t Target) {
	a := &pastePrompt{target: t, entry: field.NewText("dialog.years", t.Example), answer: desk.NewOutcome(d), preview: container.NewVBox()}
	a.entry.SetLabel("Years")
	a.row = field.NewChoice("dialog.row", nil, func(i int) { a.onRow(i) })
	a.unit = field.NewChoice("dialog.unit", pasteUnitWords, func(i int) {
		a.pasted.unit = i
		a.show()
	})
	a.comma = field.NewChoice("dialog.comma", []string{"separate thousands", "are decimal"}, func(i int) {
		a.pasted.comma = commaMeanings[i]
		a.show()
	})
	a.row.Other, a.comma.Other = "Choose a row…", "Choose…"
	a.entry.OnPaste = a.onPaste
	typed := a.entry.OnChanged
	a.entry.OnChanged = func(text string) {
		typed(text)
		if text != "" {
			a.held = nil
		}
		a.read()
	}
	a.entry.OnEdit = func(string) error { return a.fault() }
	if text := d.App.Clipboard().Content(); strings.TrimSpace(text) != "" {
		line, err := a.onPaste(text)
		a.entry.Display(line)
		if a.held == nil {
			a.read()
		}
		if err != nil {
			a.tell("The clipboard holds no row of years: " + err.Error() + ".")
		}
	} else {
		a.read()
	}
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 84, look.Stretch) }
	choices := container.NewVBox(field.NewRow(columns(), field.NewLabel("Row"), a.row))
	if !t.Rates {
		choices.Add(field.NewRow(columns(), field.NewLabel("Amounts in"), a.unit))
	}
	choices.Add(field.NewRow(columns(), field.NewLabel("Commas"), a.comma))
	a.scroll = look.NewVScroll(a.preview)
	const line, most = 22, 9
	a.scroll.SetMinSize(fyne.NewSize(0, float32(line*min(most, max(t.Last-t.First+2, 6)))))
	d.Prompts.Show(prompt.Prompt{
		Name: "paste", Title: t.Title, Accept: "Fill", First: a.entry, Message: t.Message, Width: 520,
		Fields:   []inspect.Widget{a.entry, a.row, a.unit, a.comma},
		Content:  container.NewVBox(a.entry, choices, look.NewRule(), a.scroll, a.answer.Content),
		OnAccept: a.answer.OrRefusal(a.onAccept),
	})
}

// onPaste takes what the clipboard holds and returns it as the entry has it.
func (a *pastePrompt) onPaste(text string) (string, error) {
	grid, err := block.Split(text)
	if err != nil {
		a.tell("Nothing was pasted: " + err.Error() + ".")
		return "", err
	}
	a.held = nil
	a.entry.SetErrorText("")
	line := grid.Line()
	if len(line) <= longLine {
		return line, nil
	}
	a.held = grid
	rows := "a row"
	if len(grid) > 1 {
		rows = fmt.Sprintf("%d rows", len(grid))
	}
	a.entry.SetPlaceHolder("From the clipboard: " + rows)
	a.read()
	return "", nil
}

// read takes the table apart that the entry or the clipboard has.
func (a *pastePrompt) read() {
	grid, err := a.held, error(nil)
	if grid == nil {
		a.entry.SetPlaceHolder(a.target.Example)
		grid, err = block.Split(a.entry.Text)
	}
	a.pasted = pasted{series: -1}
	if err == nil {
		a.pasted, err = newPasted(grid)
	}
	a.err = err
	var rows []string
	for i, s := range a.pasted.table.Series {
		rows = append(rows, nameOfRow(s, i))
	}
	a.row.SetOptions(rows)
	a.pasted.unit = unitPlace(a.pasted.stated())
	a.show()
}

// longName is how much of a row's name is laid out, in bytes at least.
const longName = 200

// nameOfRow names a row to choose.
func nameOfRow(s block.Series, i int) string {
	if s.Label == "" {
		return fmt.Sprintf("Row %d", i+1)
	}
	for at := range s.Label {
		if at >= longName {
			return s.Label[:at] + "…"
		}
	}
	return s.Label
}

func (a *pastePrompt) onRow(i int) {
	a.pasted.series = i
	a.pasted.unit = unitPlace(a.pasted.stated())
	a.show()
}

// show reads the figures as chosen and shows what becomes of them.
func (a *pastePrompt) show() {
	readable := a.err == nil
	err := a.err
	if readable {
		err = a.pasted.read(a.target)
	}
	a.display(readable)
	a.preview.Objects = nil
	if err == nil {
		for _, line := range a.pasted.lines(a.target) {
			a.preview.Add(line.object())
		}
	}
	a.preview.Refresh()
	switch {
	case err == nil && a.pasted.fault() != nil:
		words := words.Sentence(a.pasted.fault())
		if a.pasted.inDoubt() != "" && a.pasted.comma == unit.CommaInDoubt {
			words += " Or choose above what commas mean."
		}
		a.tell(words)
	case err == nil && a.target.Would != nil:
		a.target.Would(a.answer, a.pasted.kind, a.pasted.within, a.pasted.aside(a.target))
	case err == nil:
		a.tell(a.pasted.aside(a.target))
	case a.held == nil && strings.TrimSpace(a.entry.Text) == "":
		a.tell("")
	default:
		a.tell(words.Sentence(err))
	}
}

// display shows what is chosen, and lets be chosen what there is a choice of.
func (a *pastePrompt) display(readable bool) {
	able := func(c *field.Choice, on bool) {
		if on {
			c.Enable()
		} else {
			c.Disable()
		}
	}
	a.row.Display(a.pasted.series)
	able(a.row, readable && len(a.pasted.table.Series) > 1)
	a.unit.Display(a.pasted.unit)
	able(a.unit, readable && (a.pasted.kind == block.Bare || a.pasted.kind == block.Amounts))
	place := -1
	for i, meaning := range commaMeanings {
		if a.pasted.comma == meaning {
			place = i
		}
	}
	doubt := a.pasted.inDoubt()
	a.comma.Other = "Choose…"
	if doubt == "" && place < 0 {
		a.comma.Other = "are in no figure in doubt"
	}
	a.comma.Display(place)
	able(a.comma, readable && doubt != "")
	a.comma.Refresh()
}

// tell shows a sentence below the preview.
func (a *pastePrompt) tell(words string) { a.answer.Say(words) }

// fault returns what stands against filling the years in.
func (a *pastePrompt) fault() error {
	if a.err != nil {
		return a.err
	}
	if _, ok := a.pasted.chosen(); !ok {
		return nil // a row is still to be chosen: the entry is not at fault
	}
	if err := a.pasted.read(a.target); err != nil {
		return err
	}
	return a.pasted.fault()
}

func (a *pastePrompt) onAccept() string {
	a.entry.Commit()
	err := a.fault()
	if err == nil {
		err = a.pasted.read(a.target)
	}
	if err != nil {
		a.tell("") // it says the same
		return words.Sentence(err)
	}
	return a.target.Fill(a.pasted.kind, a.pasted.within)
}
