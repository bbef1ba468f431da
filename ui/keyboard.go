package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/ui/look"
	"headroom/ui/prompt"
)

// The keys that are no commands, as the list of keys has them.
var otherKeys = []struct{ title, keys, what string }{
	{"", "Alt", "The menu: then arrow keys and Enter"},
	{"", "Ctrl+Y", "Redo"},
	{"", "Tab, Shift+Tab", "To the next and the former field"},
	{"", "Menu key", "What can be done with what has the focus"},
	{"Fields", "Up, Down", "Step by the last digit shown"},
	{"", "Shift, Alt", "With Up and Down: ten times as far, a tenth as far"},
	{"", "Enter, Escape", "Accept what was typed, or go back"},
	{"Chart", "Left, Right", "The month before and after, with Shift a year; Home and End"},
	{"", "Up, Down", "Raise and lower the cap by $0.1B, with Shift by $1.0B"},
	{"", "Shift, Escape", "While dragging: a tenth as far, and give up"},
	{"Table", "Left, Right", "The cell of the row that Enter asks about"},
	{"", "Shift+Up, Down", "Select several rows; Ctrl+A selects all"},
	{"", "Home, End", "The first and the last row; Escape selects none"},
	{"", "Enter, Ctrl+C", "Why this number, and copy"},
}

// onKeyboard shows the list of keys.
func (p *Planner) onKeyboard() {
	line := func(grid *fyne.Container, keys, what string) {
		grid.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, look.Gap), look.NewText(keys)))
		grid.Add(look.NewMuted(what))
	}
	commands := container.New(layout.NewFormLayout())
	title := func(grid *fyne.Container, text string) {
		grid.Add(look.NewHeading(text))
		grid.Add(look.NewMuted(""))
	}
	add := func(grid *fyne.Container, menus ...[]command) {
		for _, c := range slices.Concat(menus...) {
			if c.keys != "" {
				line(grid, c.keys, c.label)
			}
		}
	}
	title(commands, "Commands")
	add(commands, p.fileCommands(), p.editCommands(), p.scenarioCommands())
	var labels []string
	for _, v := range views {
		labels = append(labels, v.label)
	}
	line(commands, fmt.Sprintf("Ctrl+1 to Ctrl+%d", len(labels)), strings.Join(labels, ", "))
	others := container.New(layout.NewFormLayout())
	title(others, "Anywhere")
	add(others, p.helpCommands())
	for _, k := range otherKeys {
		if k.title != "" {
			title(others, k.title)
		}
		line(others, k.keys, k.what)
	}
	p.Prompts.Show(prompt.Prompt{
		Name: "keyboard", Title: "Keyboard", Accept: "Close", Alone: true,
		Content: container.New(look.NewColumns(32).Filled(), container.NewVBox(commands), container.NewVBox(others)),
	})
}
