package plan

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A form edits the selected scenario: revenue by year of one of its streams, the
// share and its cap, the deal's terms, and the valuation.
type form struct {
	desk     *desk.Desk
	content  *container.Scroll
	pane     *desk.Pane // that is the content
	rows     *fyne.Container
	shape    formShape
	stream   int                         // index of the stream whose revenue is edited, or ownStreamsTogether
	keep     bool                        // whether typing a year's revenue keeps that of later years
	entering string                      // the id of the scenario whose actuals were asked for
	opened   map[unit.Month]bool         // quarters, by their first months, whose months are shown
	reverse  map[string]scenario.Reverse // last taken away, by the scenario's id
	license  map[string]scenario.License // the same
	named    []inspect.Widget
	pressed  inspect.Widget                       // while a button of the mouse is held on it
	lines    map[inspect.Widget]fyne.CanvasObject // the row each field is in
	shown    []func(s scenario.Scenario)
}

// A formShape is what the form's rows depend on; where it is another, they are
// built again. All else only changes what they show.
type formShape struct {
	id                  string
	firstYear, lastYear int
	streams             string
	stream              int
	capped, reverse     bool
	license             bool
	actuals             string // the lines of them
	pinned              string // the input that is
}

// ownStreamsTogether is edited in place of a stream where all of OpenAI's own
// streams are scaled alike.
const ownStreamsTogether = -1

// The least width of the form, in logical pixels: with all of its words, and where
// the view has not the room for that.
const (
	formWidth  = 382
	formNarrow = 356
	formRoom   = 771 // of the view, from which on all words have room
)

// A formLayout gives the view its size, and the form of it the width that is due.
type formLayout struct {
	form  *form
	stack fyne.Layout
}

// Layout implements fyne.Layout.
func (l formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := fyne.NewSize(formNarrow, 0)
	if size.Width >= formRoom {
		least.Width = formWidth
	}
	l.form.content.SetMinSize(least)
	l.stack.Layout(objects, size)
}

// MinSize implements fyne.Layout.
func (l formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.stack.MinSize(objects) }

func newForm(d *desk.Desk) *form {
	f := &form{
		desk: d, rows: container.New(layout.NewCustomPaddedVBoxLayout(6)),
		reverse: map[string]scenario.Reverse{}, license: map[string]scenario.License{}, opened: map[unit.Month]bool{},
	}
	f.content = look.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 12, 14), f.rows))
	f.content.SetMinSize(fyne.NewSize(formNarrow, 0))
	f.pane = &desk.Pane{Desk: d, Scroll: f.content, Fields: func() []inspect.Widget { return f.named }, Stands: f.standing}
	return f
}

// show brings the form to the selected scenario.
func (f *form) show() {
	s, ok := f.desk.Selected()
	if !ok {
		f.shape = formShape{}
		f.rows.RemoveAll()
		f.named, f.shown = nil, nil
		return
	}
	var focused inspect.Widget
	var stood float32 // where the field stood that has the focus
	if shape := f.shapeOf(s); shape != f.shape {
		f.tellGivenUp()
		if focused = desk.FocusedOf(f.named); focused != nil {
			stood = f.stands(focused)
		}
		f.build(s)
		f.shape = f.shapeOf(s)
	}
	for _, display := range f.shown {
		display(s)
	}
	if focused != nil {
		f.rows.Refresh() // so that each row lies where it will
		f.content.Refresh()
		f.pane.FocusLike(focused)
		f.keepAt(desk.FocusedOf(f.named), stood)
	}
}

// stands returns how far below the top of the form a field stands, zero where that is
// not known.
func (f *form) stands(w inspect.Widget) float32 {
	top, _, _ := f.pane.PlaceOf(w)
	return top
}

// standing returns where a field made just now will stand within what is scrolled, by
// the row it is in.
func (f *form) standing(w inspect.Widget) (top, height float32, ok bool) {
	row, ok := f.lines[w]
	if !ok {
		return 0, 0, false
	}
	return row.Position().Y + f.rows.Position().Y, row.Size().Height, true
}

// keepAt scrolls so that a field stands as far below the top as it did.
func (f *form) keepAt(w inspect.Widget, stood float32) {
	if w == nil || stood == 0 {
		return
	}
	if now := f.stands(w); now != 0 && now != stood {
		f.content.ScrollToOffset(f.content.Offset.AddXY(0, now-stood))
	}
}

// tellGivenUp says that what was typed and refused is gone, since the fields give
// way to others.
func (f *form) tellGivenUp() {
	for _, w := range f.named {
		if entry, ok := w.(interface{ ErrorText() string }); ok && entry.ErrorText() != "" {
			f.desk.Say("A refused entry was given up")
			return
		}
	}
}

func (f *form) shapeOf(s scenario.Scenario) formShape {
	if s.ID != f.shape.id || f.stream >= len(s.Outlook.Streams) || f.stream == ownStreamsTogether && ownStreams(s) < 2 {
		f.stream = 0
	}
	shape := formShape{
		id: s.ID, firstYear: s.FirstYear, lastYear: s.LastYear, stream: f.stream,
		capped: s.Terms.Share.Capped, reverse: s.Terms.Reverse != nil, license: s.Terms.License != nil,
	}
	for _, st := range s.Outlook.Streams {
		shape.streams += fmt.Sprintf("%q %s %d ", st.Name, st.Channel, st.Launch)
	}
	shape.actuals = f.actualsShape(s)
	if s.Pin != nil {
		shape.pinned = s.Pin.Input
	}
	return shape
}

// build makes the rows for s again.
func (f *form) build(s scenario.Scenario) {
	f.rows.RemoveAll()
	f.named, f.shown, f.lines = nil, nil, map[inspect.Widget]fyne.CanvasObject{}
	f.revenueSection(s)
	f.actualsSection(s)
	f.rows.Add(look.NewRule())
	f.shareSection(s)
	f.rows.Add(look.NewRule())
	f.termsSection(s)
	f.rows.Add(look.NewRule())
	f.outlookSection()
	f.rows.Add(look.NewRule())
	f.valuationSection()
	f.rows.Refresh()
	f.pane.Reveal(f.named)
	f.pressed = nil
	for _, w := range f.named {
		watched, ok := w.(interface{ WhenPressed(do func(held bool)) })
		if !ok {
			continue
		}
		watched.WhenPressed(func(held bool) {
			f.pressed = nil
			if held {
				f.pressed = w
			}
		})
	}
}

// onGrown names what undo would do, since an entry is refused or no longer, and
// keeps what is pressed under the pointer while rows above it have another height:
// a press takes the focus from a field, which may say only then that it refuses
// what was typed.
func (f *form) onGrown() {
	f.desk.StepsChanged()
	if f.pressed == nil {
		return
	}
	stood := f.stands(f.pressed)
	f.rows.Refresh()
	f.content.Refresh()
	f.keepAt(f.pressed, stood)
}

// forget lets go of what was taken away: another workspace is opened.
func (f *form) forget() {
	clear(f.reverse)
	clear(f.license)
}

// id returns the id of the scenario that the form edits.
func (f *form) id() string { return f.shape.id }

// do makes a change of the scenario; the error is shown at the field.
func (f *form) do(c edit.Change) error { return words.Plain(f.desk.Session.Do(c)) }

// seal ends the undo step.
func (f *form) seal() { f.desk.Seal() }

// number adds a number field to the form.
func (f *form) number(path string, written field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Number {
	n := field.NewNumber(path, written)
	n.OnEdit = func(v float64) error { return f.do(change(v)) }
	n.OnCommit = f.seal
	n.MoreOfMenu = f.sourceMenu(path)
	f.add(n, func(s scenario.Scenario) {
		n.Display(get(s))
		n.SetHintOf(func() string { return f.provenance(s, path) })
	})
	return n
}

// slider adds a slider over low to high in steps, its value said by text.
func (f *form) slider(path string, low, high, step float64, text func(v float64) string, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Slider {
	sl := field.NewSlider(path, field.Linear(low, high, step))
	sl.OnEdit = func(v float64) { f.desk.Do(change(v)) }
	sl.OnCommit = f.seal
	sl.Text = text
	f.add(sl, func(s scenario.Scenario) {
		v := get(s)
		if math.IsNaN(v) { // none, such as no cap: beyond the far end
			v = high
		}
		sl.Display(v)
	})
	return sl
}

// month adds a month field; none is what it shows where there is none, empty
// where there must be one.
func (f *form) month(path, none string, get func(scenario.Scenario) unit.Month, change func(m unit.Month) edit.Change) *field.Month {
	m := field.NewMonth(path, none)
	m.OnEdit = func(v unit.Month) error { return f.do(change(v)) }
	m.OnDoubt = f.desk.Say
	m.OnCommit = f.seal
	m.MoreOfMenu = f.sourceMenu(path)
	f.add(m, func(s scenario.Scenario) {
		m.From = s.FirstMonth()
		m.Display(get(s))
		m.SetHintOf(func() string { return f.provenance(s, path) })
	})
	return m
}

func (f *form) add(w inspect.Widget, display func(s scenario.Scenario)) {
	f.named = append(f.named, w)
	f.shown = append(f.shown, display)
}

// row adds a line of the form: a label and what stands beside it, and below it
// the error of any of its fields.
func (f *form) row(label, hint string, widths []float32, objects ...fyne.CanvasObject) {
	f.labeledRow(look.NewHintLabel(label, hint), widths, objects...)
}

// labeledRow adds a line of the form behind a label of its own kind.
func (f *form) labeledRow(label fyne.CanvasObject, widths []float32, objects ...fyne.CanvasObject) {
	row := field.NewRow(look.NewColumns(look.Gap, append([]float32{labelWidth}, widths...)...), append([]fyne.CanvasObject{label}, objects...)...)
	row.WhenGrown(f.onGrown)
	f.rows.Add(row)
	for _, o := range objects {
		if w, ok := o.(inspect.Widget); ok {
			f.lines[w] = row
		}
	}
}

// The widths of the form's columns, in logical pixels.
const (
	labelWidth  = 104
	growthWidth = 76
	amountWidth = 74
	monthWidth  = 76
	leadWidth   = 90 // of a number of months, up to 120
	chipWidth   = 62 // the same for all statuses, so that a slider keeps its width
)

func (f *form) snapshot(c *inspect.Snapshot) {
	c.Within(f.content)
	c.Add(f.named...)
}
