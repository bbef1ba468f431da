package plan

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/ui/look"
	"headroom/ui/why"
)

// chip adds to the form the status of a figure: that of its source while the
// figure is as published, "yours" once it was changed, and nothing for a figure
// without a source. Pressed, it shows the source.
func (f *form) chip(path string) fyne.CanvasObject {
	return f.chipWhere(path, func(in explain.Input) bool { return in.Source != nil })
}

// knownChip is a chip that is shown as long as there is a figure, "yours" where it has
// no source, which sets what was entered apart from what was published.
func (f *form) knownChip(path string) fyne.CanvasObject {
	return f.chipWhere(path, func(in explain.Input) bool { return in.Value != "" })
}

func (f *form) chipWhere(path string, shown func(explain.Input) bool) fyne.CanvasObject {
	chip := look.NewChip(path+".source", "", "", func() { why.Source(f.desk, path) })
	f.add(chip, func(s scenario.Scenario) {
		in := explain.At(s, path)
		if !shown(in) {
			chip.Hide()
			return
		}
		chip.Show()
		chip.SetText(in.Status())
		chip.SetTooltipOf(func() string { return why.Describe(in) })
	})
	return chip
}

// yoursChip is a chip that is only shown once one of the figures was changed, or for
// one that nobody has published.
func (f *form) yoursChip(paths ...string) *look.Button {
	chip := look.NewChip(paths[0]+".source", "", "", nil)
	first := ""
	chip.OnTapped = func() { why.Source(f.desk, first) }
	f.add(chip, func(s scenario.Scenario) {
		var yours []explain.Input
		for _, path := range paths {
			if in := explain.At(s, path); in.Changed || added(s, in) || why.Supposed(in) {
				yours = append(yours, in)
			}
		}
		if yours == nil {
			chip.Hide()
			return
		}
		first = yours[0].Path
		chip.SetText(yours[0].Status())
		chip.Show()
		chip.SetTooltipOf(func() string {
			lines := make([]string, len(yours))
			for i, in := range yours {
				lines[i] = why.Describe(in)
			}
			return strings.Join(lines, "\n")
		})
	})
	return chip
}

// added reports whether a figure is the revenue of a year after those published of
// its stream.
func added(s scenario.Scenario, in explain.Input) bool {
	stream, year, found := strings.Cut(in.Path, "revenue.")
	if !found || in.Source != nil {
		return false
	}
	last := ""
	for path := range s.Sources {
		if published, of := strings.CutPrefix(path, stream+"revenue."); of {
			last = max(last, published)
		}
	}
	return last != "" && year > last
}

// sourcedLabel is the label of a row that has no room for a chip behind its
// fields: it bears one while a figure at one of the paths is the user's own.
func (f *form) sourcedLabel(label, hint string, paths ...string) fyne.CanvasObject {
	return container.New(look.NewColumns(look.Gap, look.Stretch), look.NewHintLabel(label, hint), f.yoursChip(paths...))
}

// sourceMenu is what the menu of a field offers for the figure at path: to go back
// to its source, and to see that.
func (f *form) sourceMenu(path string) func() []*fyne.MenuItem {
	return func() []*fyne.MenuItem {
		s, _ := f.desk.Selected()
		in := explain.At(s, path)
		if in.Source == nil {
			return nil
		}
		back := fyne.NewMenuItem("Back to source: "+in.Name+" "+in.Given, func() { f.desk.DoOnce(edit.BackToSource(s.ID, path)) })
		back.Disabled = !in.Changed
		return []*fyne.MenuItem{back, fyne.NewMenuItem("Where it comes from…", func() { why.Source(f.desk, path) })}
	}
}

// provenance says where the figure at path comes from, empty where it has no
// source.
func (f *form) provenance(s scenario.Scenario, path string) string {
	in := explain.At(s, path)
	if in.Source == nil {
		return ""
	}
	return why.Describe(in)
}
