package document

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/export/pdf"
	"headroom/scenario/report"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/system"
)

// An exporter asks which document is to be made.
type exporter struct {
	desk      *desk.Desk
	workspace scenario.Workspace // as it is when the prompt opens
	path      *prompt.PathPrompt

	format *field.Choice
	paper  *field.Choice
	title  *field.Text
	which  *which
	parts  []*field.Check // in the order of a report
	embed  *field.Check

	shown    *pane
	making   *live.Latest[made] // what is to be shown
	progress *progress
	stop     func() // gives up what is being saved, nil while nothing is
}

// Export asks which document is to be made of the workspace on the desk, and where it is
// to be saved; name is what the workspace is called, and open the path of its file, empty
// for none, which no document replaces.
func Export(at *desk.Desk, name, open string) {
	e := &exporter{desk: at, workspace: at.Session.Workspace(), making: live.NewLatest[made](at.Live)}
	e.build()
	kind := kindOf(e.chosenFormat())
	e.path = at.Prompts.AskPath(prompt.PathRequest{
		Spared: open, Fault: system.Fault,
		Name: "export", Title: "Export", Accept: "Export", Saving: true, Wide: true,
		Kind: kind, Folder: at.Settings.Folder(), File: system.FileName(name) + kind.Extension,
		Extra: e.form(), Fields: e.fields(), Scroll: e.which.list.Pane, Scrolled: e.which.widgets,
		Refuses: e.refuses, Aside: e.save, OnCancel: e.giveUp,
	})
	e.show()
}

// papers are what pages can be of, as people call them.
var papers = map[pdf.Paper]string{pdf.A4: "A4", pdf.Letter: "Letter"}

func (e *exporter) build() {
	var formats, sizes []string
	for _, f := range export.DocumentFormats() {
		formats = append(formats, f.Words())
	}
	for _, p := range pdf.Papers() {
		sizes = append(sizes, papers[p])
	}
	last := e.desk.Settings.Exported()
	again := func(int) { e.show() }
	e.format = field.NewChoice("dialog.format", formats, func(int) {
		e.path.Accepts(kindOf(e.chosenFormat()))
		e.show()
	})
	e.format.Display(max(0, slices.Index(export.DocumentFormats(), export.Format(last.Format))))
	e.paper = field.NewChoice("dialog.paper", sizes, again)
	e.paper.Display(max(0, slices.Index(pdf.Papers(), pdf.Paper(last.Paper))))
	e.title = field.NewText("dialog.title", "the name of the workspace")
	e.title.OnEdit = func(string) error {
		e.show()
		return nil
	}
	e.which = newWhich(e.desk, e.workspace, last.Scenarios, e.show)
	for _, p := range report.Parts() {
		c := field.NewCheck("dialog.section."+string(p), p.Words(), func(bool) { e.show() })
		c.Display(!slices.Contains(last.LeftOut, string(p)))
		e.parts = append(e.parts, c)
	}
	e.embed = field.NewCheck("dialog.embed", "Remember the scenarios", nil)
	e.embed.SetTooltip("Puts the scenarios into the file, without their notes: opened in Headroom, it brings them back")
	e.embed.Display(e.desk.Settings.Embed())
	e.shown = newPane(e.desk.Live, e.roomy())
	e.progress = newProgress(e.shown.label)
}

// roomy returns the least size of what is shown: as high as the window has room for.
func (e *exporter) roomy() fyne.Size {
	const rest = 372 // what the prompt takes besides, and the window around it
	return fyne.NewSize(200, max(120, min(620, e.desk.Window.Canvas().Size().Height-rest)))
}

// form lays the fields out beside what comes out.
func (e *exporter) form() fyne.CanvasObject {
	const label = 60 // as wide as before the folder and the name
	row := func(name string, of fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(look.NewColumns(look.Gap, label, look.Stretch), field.NewLabel(name), of)
	}
	sections := container.New(look.NewColumns(look.Gap, look.Stretch, look.Stretch).Filled())
	half := (len(e.parts) + 1) / 2
	for _, column := range [][]*field.Check{e.parts[:half], e.parts[half:]} {
		stack := look.Stack(1)
		for _, c := range column {
			stack.Add(c)
		}
		sections.Add(stack)
	}
	const apart = 5
	above := look.Stack(apart, row("Format", e.format), row("Scenarios", e.which.choice))
	below := look.Stack(apart, sections, row("Paper", e.paper), e.embed)
	list := e.which.card(max(28, min(70, e.desk.Window.Canvas().Size().Height-540)))
	left := container.New(layout.NewBorderLayout(above, below, nil, nil), above, list, below) // as Tab goes
	title, footer := row("Title", e.title), e.shown.footer(e.progress)
	right := container.New(layout.NewBorderLayout(title, footer, nil, nil), title, e.shown, footer)
	return container.New(look.NewColumns(12, 340, look.Stretch).Filled(), left, right)
}

func (e *exporter) fields() []inspect.Widget {
	out := []inspect.Widget{e.format, e.which.choice}
	for _, c := range e.parts {
		out = append(out, c)
	}
	return append(out, e.paper, e.embed, e.title, e.shown, e.shown.before, e.shown.after)
}

func (e *exporter) chosenFormat() export.Format {
	return export.DocumentFormats()[e.format.Index()]
}

// chosenParts returns the parts of a report that are ticked.
func (e *exporter) chosenParts() []report.Part {
	var out []report.Part
	for i, p := range report.Parts() {
		if e.parts[i].Ticked() {
			out = append(out, p)
		}
	}
	return out
}

// request returns what is asked for.
func (e *exporter) request() export.DocumentRequest {
	return export.DocumentRequest{
		Workspace: e.workspace, Scenarios: e.which.chosen(), Parts: e.chosenParts(), Title: e.title.Value(),
		Date:  unit.DateOf(e.desk.Live.Now()),
		Paper: pdf.Papers()[e.paper.Index()], Embed: e.embed.Ticked() && e.chosenFormat().Embeds(),
	}
}

// refuses says what stands against what is chosen, empty where nothing does.
func (e *exporter) refuses() string {
	switch {
	case len(e.workspace.Scenarios) == 0:
		return "There is no scenario to export. Make one first."
	case e.which.none():
		return "Tick at least one scenario."
	case e.chosenFormat().HasParts() && len(e.chosenParts()) == 0:
		return "Tick at least one section of the report."
	}
	return e.shown.fault
}

// kindOf returns what files of a format are.
func kindOf(f export.Format) prompt.FileKind {
	return prompt.FileKind{What: "document", Extension: "." + string(f), Accepted: f.Ends()}
}
