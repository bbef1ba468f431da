package why

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	inputs "headroom/scenario/field"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/sheet"
)

// sourcesPrompt is the panel of every figure of a scenario that has a source. A figure
// that was changed can go back to it.
type sourcesPrompt struct {
	desk    *desk.Desk
	id      string
	inputs  []explain.Input
	entries []*sourceEntry // of the figures, nil for those not yet seen
	list    *look.LongList
	changed func() // called after a figure went back, nil for nobody
}

// Sources shows where the figures of the selected scenario come from.
func Sources(d *desk.Desk) {
	if s, ok := d.Selected(); ok {
		showSources(d, s.ID, "", nil)
	}
}

// Source shows where the figure at path of the selected scenario comes from.
func Source(d *desk.Desk, path string) {
	if s, ok := d.Selected(); ok {
		showSources(d, s.ID, path, nil)
	}
}

// showSources shows the panel of a scenario at the figure at path, empty for its
// start. changed, where given, is called after each figure that went back to its
// source.
func showSources(d *desk.Desk, id, path string, changed func()) {
	d.Commit()
	s, ok := d.Session.Scenario(id)
	if !ok {
		return
	}
	inputs := explain.Sourced(s)
	if len(inputs) == 0 {
		d.Prompts.Tell("sources", "Sources", "No figure of "+s.Name+" has a source: all of them are your own.")
		return
	}
	panel := &sourcesPrompt{desk: d, id: s.ID, inputs: inputs, entries: make([]*sourceEntry, len(inputs)), changed: changed}
	panel.list = look.NewLongList(len(inputs), sourceGap, panel.guess, panel.make)
	panel.list.Pane.SetMinSize(fyne.NewSize(0, d.Prompts.Canvas.Size().Height-220))
	copied := look.NewButton("sources.copy", "Copy", func() { d.OnCopied(panel.table()) })
	copied.SetTooltip("Copy the figures and their sources for a spreadsheet")
	copied.OnKey = d.Prompts.Key
	d.Prompts.Show(prompt.Prompt{
		Name: "sources", Title: "Sources of " + s.Name, Accept: "Close", Alone: true, Width: 720,
		Fields:  []inspect.Widget{copied},
		Content: container.NewVBox(container.NewHBox(layout.NewSpacer(), copied), panel.list.Pane),
		Scroll:  panel.list.Pane, Scrolled: panel.named,
	})
	panel.reveal(path)
}

// sourceGap is what lies between one figure and the next, in logical pixels.
const sourceGap = 4

// guess says how high the entry of figure i may be at a width: that of its letters in
// lines as long as fit.
func (panel *sourcesPrompt) guess(i int, width float32) float32 {
	const letter, line, names = 6, 16, 20
	lines := 1
	for text := range strings.Lines(sourceWords(panel.inputs[i])) {
		lines += int(float32(len(text))*letter/width) + 1
	}
	return 2*look.CardPad + names + float32(lines)*line
}

// make makes the entry of figure i, as the scenario has it by now.
func (panel *sourcesPrompt) make(i int) fyne.CanvasObject {
	s, _ := panel.desk.Session.Scenario(panel.id)
	panel.entries[i] = newSourceEntry(panel, i, explain.At(s, panel.inputs[i].Path))
	return panel.entries[i].card
}

// table returns the figures with their sources as they are copied.
func (panel *sourcesPrompt) table() ([]sheet.Column, [][]sheet.Cell, int) {
	head := []sheet.Column{
		{Title: "Figure"},
		{Title: "Value"},
		{Title: "Status"},
		{Title: "Published as"},
		{Title: "Publisher"},
		{Title: "Title"},
		{Title: "Date"},
		{Title: "Address"},
		{Title: "Note"},
	}
	s, _ := panel.desk.Session.Scenario(panel.id)
	var rows [][]sheet.Cell
	for _, figure := range panel.inputs {
		in := explain.At(s, figure.Path)
		source := scenario.Source{}
		if in.Source != nil {
			source = *in.Source
		}
		value, set := inputs.Figure(s, in.Path)
		rows = append(rows, []sheet.Cell{
			sheet.Words(in.Name), desk.InputCell(in.Path, value, set), sheet.Words(in.Status()), desk.InputCell(in.Path, source.Value, in.Source != nil),
			sheet.Words(source.Publisher), sheet.Words(source.Title), sheet.Words(source.Date), sheet.Words(source.URL), sheet.Words(source.Note),
		})
	}
	return head, rows, 0
}

// named lists what can be pressed and read.
func (panel *sourcesPrompt) named() []inspect.Widget {
	var named []inspect.Widget
	panel.list.Each(func(i int) {
		e := panel.entries[i]
		named = append(named, e.status, e.back, e.link)
	})
	return named
}

// reveal tints the figure at path, goes to it, and shows it among its neighbors.
func (panel *sourcesPrompt) reveal(path string) {
	i := slices.IndexFunc(panel.inputs, func(in explain.Input) bool { return in.Path == path })
	if i < 0 {
		return
	}
	panel.list.RevealAmid(i)
	panel.entries[i].card.SetSelected(true)
	panel.entries[i].focus(panel.desk.Prompts.Canvas)
	panel.list.RevealAmid(i)
}

// show brings every entry to the scenario as it is by now: one figure that goes
// back can take others along.
func (panel *sourcesPrompt) show(s scenario.Scenario) {
	panel.list.Each(func(i int) { panel.entries[i].show(explain.At(s, panel.entries[i].path)) })
	panel.list.Measure()
}

// onBack gives a figure the value of its source again, as one undo step.
func (panel *sourcesPrompt) onBack(entry *sourceEntry) {
	panel.desk.DoOnce(edit.BackToSource(panel.id, entry.path))
	if s, ok := panel.desk.Session.Scenario(panel.id); ok {
		panel.show(s)
	}
	if !entry.back.Visible() {
		entry.focus(panel.desk.Prompts.Canvas)
	}
	if panel.changed != nil {
		panel.changed()
	}
}

// A sourceEntry is one figure of the panel.
type sourceEntry struct {
	path   string
	card   *look.Card
	value  *look.Text
	status *look.Button
	given  *look.Text
	back   *look.Button
	link   *look.Button
	foot   *fyne.Container // of given, link and back
}

func newSourceEntry(panel *sourcesPrompt, i int, in explain.Input) *sourceEntry {
	e := &sourceEntry{path: in.Path, value: look.NewText(""), given: look.NewText("")}
	name := look.NewHeadline(in.Name, look.SizeText)
	e.value.Align, e.value.Bold = fyne.TextAlignTrailing, true
	e.status = look.NewChip("source.status."+in.Path, "", "", nil)
	e.back = look.NewButton("source.back."+in.Path, "Back to source", func() { panel.onBack(e) })
	e.link = look.NewLink("source.link."+in.Path, "Open source…", func() { OpenLink(panel.desk, in.Source.URL) })
	for _, b := range []*look.Button{e.status, e.back, e.link} {
		b.OnKey = panel.desk.Prompts.Key
		b.OnFocus = func() { panel.list.Reveal(i) }
	}
	if in.Source.URL == "" {
		e.link.Hide()
	}
	e.foot = container.New(look.NewColumns(10, look.Stretch), e.given, e.link, e.back)
	rows := look.Stack(2,
		container.New(look.NewColumns(10, look.Stretch), name, e.value, e.status),
		look.NewCaption(sourceWords(in)), e.foot)
	e.card = look.NewCard(rows, look.CardPad)
	e.show(in)
	return e
}

// sourceWords returns what a source says of itself.
func sourceWords(in explain.Input) string {
	return strings.Trim(Publication(in.Source)+"\n"+in.Source.Note, "\n")
}

// focus goes to what can be done with the figure, or else to its status.
func (e *sourceEntry) focus(canvas fyne.Canvas) {
	for _, b := range []*look.Button{e.back, e.link, e.status} {
		if b.Visible() {
			canvas.Focus(b)
			return
		}
	}
}

// show shows the figure as it is by now.
func (e *sourceEntry) show(in explain.Input) {
	value := in.Value
	if value == "" {
		value = "not set"
	}
	e.value.SetText(value)
	e.status.SetText(in.Status())
	switch {
	case in.Changed:
		e.given.SetText("Published as " + in.Given + ", " + string(in.Source.Status))
		e.back.Show()
		e.foot.Show()
	case e.link.Visible():
		e.given.SetText("")
		e.back.Hide()
	default:
		e.back.Hide()
		e.foot.Hide()
	}
}
