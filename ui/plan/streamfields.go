package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// streamFields ask for all of a stream but its growth, and say what would come of
// it.
type streamFields struct {
	scenario scenario.Scenario
	name     *field.Text
	channel  *field.Choice
	launch   *field.Text
	base     *field.Number
	of       *look.Text // says of which year base is the revenue
	shared   *field.Number
	answer   *desk.Outcome
	show     func() // what would come of it
}

// newStreamFields returns the fields as they show a stream of a scenario, or for
// one.
func newStreamFields(d *desk.Desk, s scenario.Scenario, st scenario.Stream) *streamFields {
	f := &streamFields{scenario: s, of: look.NewMuted(""), answer: desk.NewOutcome(d), show: func() {}}
	f.name = field.NewText("dialog.name", "Name of the stream")
	f.name.Display(st.Name)
	f.channel = field.NewChoice("dialog.channel", wordsOf(channels), func(int) { f.show() })
	f.channel.Display(slices.Index(channels, st.Channel))
	f.launch = field.NewText("dialog.launch", "none: it earned before the first year")
	if st.Launch != 0 {
		f.launch.Display(strconv.Itoa(st.Launch))
	}
	f.base = field.NewNumber("dialog.base", format.Amount(""))
	f.base.Display(float64(st.Base))
	f.shared = field.NewNumber("dialog.shared", format.Rate(0, 1))
	f.shared.Display(float64(st.Shared))
	f.launch.OnType = func(string) {
		f.showYear()
		f.show()
	}
	for _, n := range []*field.Number{f.base, f.shared} {
		n.OnType = func(string) { f.show() }
		n.OnEdit = func(float64) error { // stepped by key, where nothing is typed
			f.show()
			return nil
		}
	}
	f.showYear()
	return f
}

func (f *streamFields) all() []inspect.Widget {
	return []inspect.Widget{f.name, f.channel, f.launch, f.base, f.shared}
}

func (f *streamFields) content() fyne.CanvasObject {
	row := func(label, hint string, widths []float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(look.NewColumns(look.Gap, append([]float32{96}, widths...)...),
			append([]fyne.CanvasObject{look.NewHintLabel(label, hint)}, objects...)...)
	}
	return container.NewVBox(
		row("Name", "What the stream is called", []float32{look.Stretch}, f.name),
		row("Channel", "Whose revenue it is, and so which share applies", []float32{look.Stretch}, f.channel),
		row("Launch year", "Before it the stream earns nothing; empty for none", []float32{look.Stretch}, f.launch),
		row("Revenue", "What it grows from", []float32{96, look.Stretch}, f.base, f.of),
		row("Shared part", "The part of its revenue that a share applies to", []float32{96}, f.shared),
		f.answer.Content)
}

// showYear says of which year the revenue is.
func (f *streamFields) showYear() {
	switch year, err := f.year(); {
	case err != nil:
		f.of.SetText("")
	case year == 0:
		f.of.SetText(fmt.Sprintf("in %d, the year before the first", f.scenario.FirstYear-1))
	default:
		f.of.SetText(fmt.Sprintf("in %d, when it launches", year))
	}
}

// year reads the launch year; 0 is none.
func (f *streamFields) year() (int, error) {
	text := f.launch.Reading()
	if text == "" || strings.EqualFold(text, "none") {
		return 0, nil
	}
	year, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("%s is not a year; leave the launch year empty for none", unit.Quote(text))
	}
	return year, nil
}

// reading returns the stream as it is being given, without growth; the error says
// of a field what is wrong with it.
func (f *streamFields) reading() (scenario.Stream, error) {
	st := scenario.Stream{Name: f.name.Reading(), Channel: channels[f.channel.Index()]}
	var err error
	if st.Launch, err = f.year(); err != nil {
		return st, err
	}
	base, err := f.base.Reading()
	if err != nil {
		return st, err
	}
	shared, err := f.shared.Reading()
	st.Base, st.Shared = unit.Amount(base), unit.Rate(shared)
	return st, err
}

// committed takes over what was typed and returns the stream, or in words what is
// wrong with it.
func (f *streamFields) committed() (asked scenario.Stream, fault string) {
	f.name.Commit()
	f.launch.Commit()
	for _, n := range []*field.Number{f.base, f.shared} {
		if !n.Commit() {
			return asked, n.ErrorText()
		}
	}
	asked, err := f.reading()
	if err != nil {
		return asked, words.Sentence(err)
	}
	return asked, ""
}
