package compare

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	inputs "headroom/scenario/field"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// compareInputs are the inputs in which the scenarios compared differ: each a
// row of fields beside one another, which edit the scenarios in place.
type compareInputs struct {
	desk    *desk.Desk
	pane    *desk.Pane // that they are in
	content *look.Card
	rows    *fyne.Container
	note    *look.Text
	built   string // what the rows depend on
	paths   []string
	shown   []func()
	named   []inspect.Widget
	copy    *look.Button
	among   []scenario.Scenario // that are compared
	at      int                 // of them the reference
}

func newCompareInputs(d *desk.Desk, in *desk.Pane) *compareInputs {
	c := &compareInputs{desk: d, pane: in, rows: container.NewVBox(), note: look.NewMuted("")}
	c.note.Yielding = true
	c.copy = look.NewButton("inputs.copy", "Copy", func() { d.OnCopied(c.table()) })
	c.copy.SetTooltip("Copy the inputs that differ for a spreadsheet")
	heading := look.NewHeading("Inputs that differ")
	heading.Yielding = false
	head := container.New(look.NewColumns(10, look.Natural, look.Stretch, look.Natural), heading, c.note, c.copy)
	c.content = look.NewCard(container.NewVBox(head, c.rows), look.CardPad)
	return c
}

// show brings the rows to the scenarios. A row that no longer differs stays until
// others are compared, so that nothing moves under the user's hands.
func (c *compareInputs) show(scenarios []scenario.Scenario, reference int) {
	c.among, c.at = scenarios, reference
	key := ""
	for i, s := range scenarios {
		key += fmt.Sprintf("%s %q %d %d %v;", s.ID, s.Name, s.FirstYear, s.LastYear, i == reference)
		for _, st := range s.Outlook.Streams {
			key += fmt.Sprintf("%q,", st.Name)
		}
	}
	differing := compare.Inputs(scenarios, reference)
	var focused inspect.Widget
	if key != c.built {
		focused = desk.FocusedOf(c.named)
		c.built, c.paths = key, nil
		c.rows.RemoveAll()
		c.shown, c.named = nil, nil
		c.header(scenarios, reference)
	}
	for _, d := range differing {
		if !slices.Contains(c.paths, d.Path) {
			c.paths = append(c.paths, d.Path)
			from := len(c.named)
			c.row(d, scenarios, reference)
			c.pane.Reveal(c.named[from:])
		}
	}
	for _, display := range c.shown {
		display()
	}
	if focused != nil {
		c.pane.FocusLike(focused)
	}
	said := "All inputs are alike."
	if n := len(differing); n > 0 {
		said = words.Count(n, "input differs", "inputs differ") + "; all others are alike."
	}
	c.note.SetText(said)
}

// columns returns the layout of a row: what the input is called, and n fields.
func (c *compareInputs) columns(n int) *look.Columns {
	widths := []float32{1.1 * look.Stretch} // names are longer than values
	for range n {
		widths = append(widths, look.Stretch)
	}
	const most = 380 // logical pixels
	return look.NewColumns(12, widths...).Most(most)
}

func (c *compareInputs) header(scenarios []scenario.Scenario, reference int) {
	cells := []fyne.CanvasObject{look.NewMuted("")}
	for i, s := range scenarios {
		name := look.NewMuted(s.Name)
		name.Yielding = true
		if i == reference {
			name.Content += " (reference)"
		}
		swatch := look.NewSwatch("")
		c.shown = append(c.shown, func() {
			if now, ok := c.desk.Session.Scenario(s.ID); ok {
				swatch.SetHex(c.desk.Book.Swatch(now))
			}
		})
		cells = append(cells, container.New(look.NewColumns(6, look.Natural, look.Stretch), swatch, name))
	}
	c.rows.Add(container.New(c.columns(len(scenarios)), cells...))
}

// row adds the row of one input.
func (c *compareInputs) row(d compare.Difference, scenarios []scenario.Scenario, reference int) {
	at := slices.IndexFunc(d.Paths, func(path string) bool { return path == d.Path })
	label := look.NewHintLabel(words.Input(scenarios[max(at, 0)], d.Path), "")
	label.SetTooltip(label.Content)
	cells := []fyne.CanvasObject{label}
	for i, s := range scenarios {
		path := d.Paths[i]
		if path == "" {
			none := look.NewMuted("no such stream")
			cells = append(cells, none)
			continue
		}
		f, ok := newAnyField(c.desk, s.ID, path, "compare."+s.ID+"."+path)
		if !ok {
			value := look.NewText("")
			value.Yielding = true
			c.shown = append(c.shown, func() {
				if s, found := c.desk.Session.Scenario(s.ID); found {
					value.SetText(figureWords(s, path))
				}
			})
			cells = append(cells, value)
			continue
		}
		f.widget.SetLabel(label.Content + ", " + s.Name)
		c.named = append(c.named, f.widget)
		if entry, ok := f.widget.(interface{ WatchError(changed func()) }); ok {
			entry.WatchError(c.desk.StepsChanged)
		}
		c.shown = append(c.shown, func() {
			if s, found := c.desk.Session.Scenario(s.ID); found {
				f.display(inputs.Figure(s, path))
			}
		})
		cells = append(cells, c.withCopy(f, s.ID, path, scenarios[reference], d.Paths[reference]))
	}
	c.rows.Add(field.NewRow(c.columns(len(scenarios)), cells...))
}

// withCopy puts beside a field what copies the reference's value into it, which says
// what it takes and, where there is room, from where.
func (c *compareInputs) withCopy(f anyField, id, path string, reference scenario.Scenario, from string) fyne.CanvasObject {
	width := float32(110)
	if f, _ := inputs.At(path); f.Kind.Choices() != nil {
		width = 170
	}
	place := &inPlaceLayout{width}
	if id == reference.ID || from == "" {
		return container.New(place, f.widget)
	}
	link := look.NewLink("compare."+id+"."+path+".copy", "Take", func() {
		if current, ok := c.desk.Session.Scenario(reference.ID); ok {
			c.desk.DoOnce(edit.CopyFigure(id, path, current, from))
		}
	})
	what := look.NewMuted("")
	what.Yielding = true
	c.named = append(c.named, link)
	c.shown = append(c.shown, func() {
		s, _ := c.desk.Session.Scenario(id)
		r, _ := c.desk.Session.Scenario(reference.ID)
		value, set := inputs.Figure(s, path)
		if other, there := inputs.Figure(r, from); value == other && set == there {
			link.SetTooltip("There is nothing to take: " + r.Name + " has the same")
			link.Disable()
			what.Brief = "the same"
			what.SetText("the same")
			return
		}
		taken := words.Inner(figureWords(r, from), 24)
		tip := "Take over from " + r.Name + ": " + words.Input(r, from) + ", " + figureWords(r, from)
		if _, given := inputs.Figure(r, from); given && edit.MovesRange(s, path) {
			tip += ". Its range, by which it is uncertain, moves along"
		}
		link.SetTooltip(tip)
		link.Enable()
		what.Brief = taken
		what.SetText(taken + " from " + r.Name)
	})
	return container.New(place, f.widget, link, what)
}

// figureWords says what a scenario has in a field.
func figureWords(s scenario.Scenario, path string) string {
	v, ok := inputs.Figure(s, path)
	if ok {
		return words.Value(path, v)
	}
	if f, known := inputs.At(path); known && f.None != "" {
		return f.None
	}
	return "none"
}

// table returns the inputs that differ as they are copied.
func (c *compareInputs) table() ([]sheet.Column, [][]sheet.Cell, int) {
	head := []sheet.Column{{Title: "Input"}}
	for i, s := range c.among {
		name := s.Name
		if i == c.at {
			name += " (reference)"
		}
		head = append(head, sheet.Column{Title: name})
	}
	var rows [][]sheet.Cell
	for _, d := range compare.Inputs(c.among, c.at) {
		at := slices.IndexFunc(d.Paths, func(path string) bool { return path == d.Path })
		row := []sheet.Cell{sheet.Words(words.Input(c.among[max(at, 0)], d.Path))}
		for i, v := range d.Values {
			if d.Paths[i] == "" {
				row = append(row, sheet.Words("no such stream"))
				continue
			}
			row = append(row, desk.InputCell(d.Path, v.SourceValue, v.Set))
		}
		rows = append(rows, row)
	}
	return head, rows, 0
}

// An inPlaceLayout gives a field the width it is to have, or what there is beside
// what copies into it.
type inPlaceLayout struct{ width float32 }

const (
	inPlaceLeast = 72 // the least width of a field, in logical pixels
	inPlaceGap   = 6
)

// MinSize implements fyne.Layout.
func (l *inPlaceLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(inPlaceLeast, objects[0].MinSize().Height)
	for _, beside := range objects[1:] {
		size.Width += inPlaceGap + beside.MinSize().Width
	}
	return size
}

// Layout implements fyne.Layout. A text that yields takes the rest, where that is
// enough for what it says in brief.
func (l *inPlaceLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(l.width, size.Width-l.MinSize(objects).Width+inPlaceLeast)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	for _, beside := range objects[1:] {
		least := beside.MinSize()
		if text, ok := beside.(*look.Text); ok && text.Yielding {
			rest := size.Width - width - inPlaceGap
			if fyne.MeasureText(text.Brief, look.SizeCaption, fyne.TextStyle{}).Width <= rest {
				least.Width = rest
			}
		}
		beside.Move(fyne.NewPos(width+inPlaceGap, (size.Height-least.Height)/2))
		beside.Resize(least)
		width += inPlaceGap + least.Width
	}
}
