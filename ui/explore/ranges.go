package explore

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A ranger is an input with the two ends of the range that it is moved over, which can be
// typed.
type ranger struct {
	content  *fyne.Container
	input    *field.Choice
	from, to *field.Text
	scenario func() (scenario.Scenario, bool)
	say      func(what string)
	inputs   []scenario.Input
	of       scenario.Input
	over     sweep.Span
	onInput  func(in scenario.Input)
	onRange  func(in scenario.Input, over sweep.Span)
}

// The widths of the parts of a ranger, in logical pixels.
const (
	inputWidth  = 150
	endWidth    = 84
	resultWidth = 160
)

// newRanger returns one whose label is as wide as the widest of some, so that those below
// one another stand in line.
func newRanger(name, label string, d *desk.Desk, among ...string) *ranger {
	wide := look.NewMuted(label).MinSize().Width
	for _, other := range among {
		wide = max(wide, look.NewMuted(other).MinSize().Width)
	}
	r := &ranger{scenario: d.Selected, say: d.Say, from: field.NewText(name+".from", ""), to: field.NewText(name+".to", "")}
	r.input = field.NewChoice(name+".input", nil, func(i int) { r.onInput(r.inputs[i]) })
	r.input.Least = inputWidth
	r.from.OnEdit = func(text string) error { return r.refused(r.edit(text, &r.over.Low)) }
	r.to.OnEdit = func(text string) error { return r.refused(r.edit(text, &r.over.High)) }
	r.input.SetLabel(label)
	r.from.SetLabel(label + ", from")
	r.to.SetLabel(label + ", to")
	r.content = container.New(look.NewColumns(6, wide, inputWidth, look.Natural, endWidth, look.Natural, endWidth),
		look.NewMuted(label), r.input, look.NewMuted("from"), r.from, look.NewMuted("to"), r.to)
	return r
}

// refused says in the bar at the top what is wrong with what was typed.
func (r *ranger) refused(err error) error {
	if err != nil {
		r.say(strings.TrimSuffix(words.Sentence(err), "."))
	}
	return err
}

func (r *ranger) widgets() []inspect.Widget { return []inspect.Widget{r.input, r.from, r.to} }

// show shows an input of s and its range.
func (r *ranger) show(s scenario.Scenario, inputs []scenario.Input, of scenario.Input, over sweep.Span) {
	names := make([]string, len(inputs))
	at := -1
	for i, in := range inputs {
		names[i] = words.Varied(s, in)
		if in == of {
			at = i
		}
	}
	r.inputs, r.of, r.over = inputs, of, over
	r.input.SetOptions(names)
	r.input.Display(at)
	r.from.Display(sweep.Text(of, over.Low))
	r.to.Display(sweep.Text(of, over.High))
}

// edit takes over an end of the range that was typed.
func (r *ranger) edit(text string, end *float64) error {
	s, ok := r.scenario()
	if !ok {
		return errors.New("no scenario is selected")
	}
	v, err := parse(r.of, text, *end)
	if err != nil {
		return err
	}
	was := *end
	*end = v
	if err := sweep.CheckRange(s, r.of, r.over); err != nil {
		*end = was
		return errors.New(strings.TrimPrefix(err.Error(), string(r.of)+": "))
	}
	if r.over.Low == r.over.High {
		*end = was
		return fmt.Errorf("the two ends are the same; a range needs two")
	}
	r.onRange(r.of, r.over)
	return nil
}

// parse reads a value of an input as the fields of the form read it.
func parse(in scenario.Input, text string, shown float64) (float64, error) {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		v, err := unit.ParseAmount(text, unit.Billions)
		return float64(v), err
	case scenario.InputCapFrom, scenario.InputThrough:
		m, _, err := unit.ReadMonth(text)
		return float64(m), err
	case scenario.InputRate, scenario.InputDiscount:
		v, err := unit.ParseRate(text)
		return float64(v), err
	case scenario.InputGrowthShift:
		text = strings.TrimSuffix(strings.TrimSpace(strings.ToLower(text)), "pp")
		v, err := unit.ParseRate(strings.TrimPrefix(strings.TrimSpace(text), "+"))
		return float64(v), err
	}
	v, err := unit.ParseGrowth(text, unit.Rate(shown))
	return float64(v), err
}
