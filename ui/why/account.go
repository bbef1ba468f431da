package why

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/explain"
	inputs "headroom/scenario/field"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/sheet"
)

// An explanation laid out: the rules that bound a figure, and its computation step by
// step.

// Account shows the explanation of a figure that lies between scenarios or terms.
func Account(d *desk.Desk, e explain.Explanation) {
	d.Commit()
	if d.Prompts.Name() != "" {
		return
	}
	title, answer := look.NewHeadline(e.Title, look.SizeText), look.NewHeadline(e.Answer, look.SizeHero)
	copied := look.NewButton("why.copy", "Copy", func() { d.OnCopied(accountTable(e, scenario.Scenario{})) })
	copied.SetTooltip("Copy the computation for a spreadsheet")
	copied.OnKey = d.Prompts.Key
	rows := container.NewVBox()
	addSteps(rows, e)
	scroll := container.NewVScroll(look.BesideBar(rows))
	const width = 720
	rows.Resize(fyne.NewSize(width, 0)) // The height of wrapped text depends on its width.
	scroll.SetMinSize(fyne.NewSize(0, min(d.Prompts.Canvas.Size().Height-240, rows.MinSize().Height)))
	d.Prompts.Show(prompt.Prompt{
		Name: "why", Title: desk.AskWhy, Accept: "Close", Alone: true, Width: width,
		Fields: []inspect.Widget{copied},
		Scroll: scroll, Scrolled: func() []inspect.Widget { return nil },
		Content: container.NewVBox(container.New(look.NewColumns(look.Gap, look.Stretch), look.Stack(0, title, answer), copied), scroll),
	})
}

// addSteps adds the rules and steps of an explanation.
func addSteps(rows *fyne.Container, e explain.Explanation) {
	for _, rule := range e.Rules {
		rows.Add(ruleRow(rule))
	}
	for _, step := range e.Steps {
		rows.Add(stepRows(step))
	}
}

// ruleRow says a rule that bound the figure.
func ruleRow(rule explain.Rule) fyne.CanvasObject {
	text := widget.NewLabel(rule.Text)
	text.Wrapping = fyne.TextWrapWord
	return container.NewBorder(nil, nil, widget.NewIcon(theme.InfoIcon()), nil, text)
}

// The widths of an explanation's columns.
const (
	whyLabel  = 250
	whyAmount = 110
	whyStatus = 74
)

// stepRows shows a part of the computation: its lines, and below a rule what they
// add up to.
func stepRows(step explain.Step) fyne.CanvasObject {
	rows := look.Stack(3, look.NewHeading(step.Heading))
	for _, line := range step.Lines {
		rows.Add(lineRow(line, false))
	}
	if step.Total.Label == "" { // what stands below one another is not added up
		return look.NewCard(rows, look.CardPad)
	}
	if len(step.Lines) > 0 {
		rows.Add(look.NewRule())
	}
	rows.Add(lineRow(step.Total, true))
	return look.NewCard(rows, look.CardPad)
}

func lineRow(line explain.Line, total bool) fyne.CanvasObject {
	label, amount := look.NewText(line.Label), look.NewText(line.Text)
	label.Yielding, label.Bold = true, total
	amount.Align, amount.Bold = fyne.TextAlignTrailing, total
	formula := look.NewText(line.Formula)
	formula.Yielding, formula.ColorName = true, look.ColorMuted
	return container.New(look.NewColumns(look.Gap, whyLabel, look.Stretch, whyAmount), label, formula, amount)
}

// accountTable returns an explanation as it is copied: a row a line, and what of s it
// stands on.
func accountTable(e explain.Explanation, s scenario.Scenario) ([]sheet.Column, [][]sheet.Cell, int) {
	head := []sheet.Column{{Title: "Part"}, {Title: e.Title}, {Title: "How"}, {Title: "Amount", Unit: desk.USD}, {Title: "Source"}}
	var rows [][]sheet.Cell
	add := func(part string, line explain.Line) {
		rows = append(rows, []sheet.Cell{sheet.Words(part), sheet.Words(line.Label), sheet.Words(line.Formula), lineCell(line)})
	}
	for _, step := range e.Steps {
		for _, line := range step.Lines {
			add(step.Heading, line)
		}
		if step.Total.Label != "" {
			add(step.Heading+", total", step.Total)
		}
	}
	for _, rule := range e.Rules {
		rows = append(rows, []sheet.Cell{sheet.Words("Rule"), sheet.Words(rule.Text)})
	}
	for _, in := range e.Inputs {
		value, set := inputs.Figure(s, in.Path)
		rows = append(rows, []sheet.Cell{
			sheet.Words("What it stands on"), sheet.Words(in.Name), {}, desk.InputCell(in.Path, value, set), sheet.Words(Publication(in.Source)),
		})
	}
	return head, rows, 0
}

// lineCell returns the amount of a line, or what stands in its place.
func lineCell(line explain.Line) sheet.Cell {
	if slices.Contains([]string{line.Amount.Table(), line.Amount.Delta()}, line.Text) {
		return sheet.Figure(line.Text, desk.Dollars(line.Amount))
	}
	if date, err := time.Parse("Jan 2, 2006", line.Text); err == nil {
		return sheet.Figure(line.Text, date.Format(time.DateOnly))
	}
	if strings.HasSuffix(line.Text, "%") || strings.HasSuffix(line.Text, " pp") {
		return desk.PartCell(line.Text)
	}
	return sheet.Words(line.Text)
}
