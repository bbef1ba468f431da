package rail

import (
	"slices"
	"strings"

	"headroom/scenario/words"
	"headroom/ui/field"
)

// manyScenarios is from how many scenarios on they are looked for rather than
// looked through: about as many cards as a screen is high.
const manyScenarios = 12

// A finder leaves in the rail the scenarios whose name has all the words typed.
type finder struct {
	rail  *Rail
	text  *field.Text
	words []string // in lower case
	asked bool     // for, where there are few scenarios
	among int      // scenarios, as the field says
	all   bool     // are shown
}

func newFinder(r *Rail) *finder {
	f := &finder{rail: r, text: field.NewText("scenario.find", "")}
	f.text.OnType = func(text string) {
		if wanted := strings.Fields(strings.ToLower(text)); !slices.Equal(wanted, f.words) {
			f.words = wanted
			r.Show()
		}
	}
	f.text.Answer(f.onEnter, f.clear)
	f.text.Hide()
	f.text.SetHint("Shows the scenarios with these words in their names (Ctrl+F); Enter selects the first, Escape shows all")
	return f
}

// find lists what is shown, and reports whether that has changed. A scenario that
// was selected elsewhere, such as by adding it, ends the search where it is none of
// those found.
func (f *finder) find() bool {
	session := f.rail.desk.Session
	f.offer(session.Len())
	selected, _ := f.rail.desk.Selected()
	if selected.ID != f.rail.selected && !f.fits(selected.Name) {
		f.forget()
	}
	if len(f.words) == 0 && f.all && len(f.rail.shown) == session.Len() {
		return false
	}
	f.all = len(f.words) == 0
	var shown []int
	for i := range session.Len() {
		if f.fits(session.At(i).Name) {
			shown = append(shown, i)
		}
	}
	changed := !slices.Equal(shown, f.rail.shown)
	f.rail.shown = shown
	return changed
}

// offer shows the field where there are many scenarios, or it was asked for.
func (f *finder) offer(scenarios int) {
	if scenarios != f.among {
		f.among = scenarios
		f.text.SetPlaceHolder("Find in " + words.Count(scenarios, "scenario", "scenarios"))
	}
	switch wanted := f.asked || scenarios >= manyScenarios; {
	case wanted && !f.text.Visible():
		f.text.Show()
	case !wanted && f.text.Visible():
		f.text.Hide()
		f.forget()
	}
}

// fits reports whether a name has all the words.
func (f *finder) fits(name string) bool {
	name = strings.ToLower(name)
	for _, word := range f.words {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// forget empties the field; whoever calls it shows the rail.
func (f *finder) forget() {
	if len(f.words) == 0 {
		return
	}
	f.words = nil
	f.text.Display("")
	f.text.Revert()
}

// clear ends the search, and takes the field away where there is no need for it.
func (f *finder) clear() {
	f.asked = false
	f.forget()
	f.rail.selected = "" // so that what is selected comes into view
	f.rail.Show()
	if !f.text.Visible() {
		f.rail.desk.Commit()
		f.rail.desk.Prompts.Former = nil
	}
}

// onEnter selects the first of the scenarios found.
func (f *finder) onEnter() {
	if len(f.rail.shown) > 0 {
		f.rail.onSelect(f.rail.shown[0])
	}
}

// Find asks for a scenario by its name.
func (r *Rail) Find() {
	r.desk.Commit()
	r.finder.asked = true
	r.Show()
	r.desk.Window.Canvas().Focus(r.finder.text)
}
