package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A prompt is a question put before the window: a title, some content, and
// buttons. It has its own form, rather than Fyne's, so that its parts bear
// names, Enter and Escape answer it, and a fault is shown where it was made.
type prompt struct {
	name    string // in the inspection file
	title   string
	content fyne.CanvasObject // nil for none
	message string            // shown under the title
	accept  string            // the word on the button that agrees
	other   string            // the word on another way out, which stands apart; empty for none
	dismiss string            // the word on the button that gives up; Cancel where empty
	alone   bool              // whether there is nothing to give up: one button
	fields  []inspect.Widget
	first   fyne.Focusable // takes the focus
	width   float32        // in logical pixels, as far as the window has room; 460 where 0
	// scroll, where the content has one, scrolls by key from the prompt's buttons;
	// scrolled lists what is in it by now.
	scroll   *container.Scroll
	scrolled func() []inspect.Widget

	// onAccept answers the prompt; the words it returns, if any, are shown in the
	// prompt, which then stays.
	onAccept func() (fault string)
	// onAnswer, where set, answers the prompt in place of onAccept where that takes
	// a further question or work aside: the prompt stays until settle is called.
	onAnswer func(s *shownPrompt)
	onOther  func()
	onCancel func()
}

// dialogs are the prompts on the screen, the last on top.
type dialogs struct {
	canvas  fyne.Canvas
	stack   []*shownPrompt
	former  fyne.Focusable       // had the focus before the first of them, nil for none
	refocus func(fyne.Focusable) // gives it back
}

type shownPrompt struct {
	prompt
	popup   *widget.PopUp
	fault   *look.Paragraph
	buttons []inspect.Widget
	busy    bool // what was agreed to is being done aside
}

// name returns the name of the prompt on top, empty where there is none.
func (d *dialogs) name() string {
	if len(d.stack) == 0 {
		return ""
	}
	return d.stack[len(d.stack)-1].name
}

// show puts p before the window.
func (d *dialogs) show(p prompt) *shownPrompt {
	if focused := d.canvas.Focused(); focused != nil && len(d.stack) == 0 {
		d.former = focused
	}
	s := &shownPrompt{prompt: p, fault: look.NewParagraph("", theme.ColorNameError, theme.SizeNameText)}
	s.fault.Hide()
	title := look.NewHeadline(p.title, 16)
	rows := []fyne.CanvasObject{title}
	if p.message != "" {
		rows = append(rows, look.NewParagraph(p.message, theme.ColorNameForeground, theme.SizeNameText))
	}
	if p.content != nil {
		rows = append(rows, p.content)
	}
	rows = append(rows, s.fault, d.answers(s))
	width := canvas.NewRectangle(color.Transparent) // only a size: the popup paints the ground, anew with each theme
	width.SetMinSize(fyne.NewSize(d.width(p), 0))
	body := container.NewStack(width, look.Stack(look.Gap, rows...))
	s.popup = widget.NewModalPopUp(container.New(layout.NewCustomPaddedLayout(10, 10, 12, 12), body), d.canvas)
	d.stack = append(d.stack, s)
	for _, f := range p.fields {
		if answering, ok := f.(interface{ Answer(enter, escape func()) }); ok {
			answering.Answer(d.accept, d.cancel)
		}
	}
	d.present(s)
	return s
}

// width returns how wide the content of a prompt is.
func (d *dialogs) width(p prompt) float32 {
	return min(max(p.width, 460), d.canvas.Size().Width-80)
}

// answers makes the buttons of a prompt: those that answer it at the right, and
// apart from them, at the left, the other way out. That one removes
// something or lets changes go, and is not to be hit by who reaches for the others; by key it
// comes after them.
func (d *dialogs) answers(s *shownPrompt) fyne.CanvasObject {
	made := func(b *look.Button) *look.Button {
		b.OnKey = d.key
		s.buttons = append(s.buttons, b)
		return b
	}
	row := container.NewHBox(layout.NewSpacer())
	if !s.alone {
		word := s.dismiss
		if word == "" {
			word = "Cancel"
		}
		row.Add(made(look.NewButton("dialog.cancel", word, d.cancel)))
	}
	accept := made(look.NewPrimary("dialog.ok", s.accept, d.accept))
	row.Add(accept)
	if s.first == nil && s.scroll != nil {
		s.first = accept // whose keys scroll
	}
	if s.other == "" {
		return row
	}
	other := made(look.NewButton("dialog.other", s.other, func() {
		d.close(s)
		s.onOther()
	}))
	return container.NewBorder(nil, nil, other, nil, row)
}

// accept answers the prompt on top.
func (d *dialogs) accept() {
	if len(d.stack) == 0 {
		return
	}
	s := d.stack[len(d.stack)-1]
	switch {
	case s.busy:
	case s.onAnswer != nil:
		s.onAnswer(s)
	case s.onAccept != nil:
		d.settle(s, s.onAccept())
	default:
		d.close(s)
	}
}

// say shows in the prompt what stands against something, or, without words, that
// nothing does any more.
func (s *shownPrompt) say(fault string) {
	s.fault.SetText(fault)
	if s.fault.Show(); fault == "" {
		s.fault.Hide()
	}
	s.popup.Resize(s.popup.MinSize())
}

// complain shows in the prompt on top what stands against it as it is, if anything.
func (d *dialogs) complain(fault string) {
	if len(d.stack) > 0 {
		d.stack[len(d.stack)-1].say(fault)
	}
}

// refuse shows in the prompt on top why something was not taken.
func (d *dialogs) refuse(err error) {
	if len(d.stack) > 0 {
		d.stack[len(d.stack)-1].say(sentence(err))
	}
}

// settle ends an answer: the prompt goes, or where something stands against the
// answer says so and stays.
func (d *dialogs) settle(s *shownPrompt, fault string) {
	s.busy = false
	if fault == "" {
		d.close(s)
		return
	}
	s.say(fault)
}

// shows reports whether a prompt is still on the screen.
func (d *dialogs) shows(s *shownPrompt) bool { return slices.Contains(d.stack, s) }

// cancel gives the prompt on top up.
func (d *dialogs) cancel() {
	if len(d.stack) == 0 {
		return
	}
	s := d.stack[len(d.stack)-1]
	d.close(s)
	if s.onCancel != nil {
		s.onCancel()
	}
}

// key answers a key of a button in the prompt on top: Escape gives it up, and what
// it scrolls moves.
func (d *dialogs) key(key fyne.KeyName) {
	if key == fyne.KeyEscape {
		d.cancel()
	}
	if len(d.stack) == 0 || d.stack[len(d.stack)-1].scroll == nil {
		return
	}
	const line = 40
	scroll := d.stack[len(d.stack)-1].scroll
	at, page, end := scroll.Offset.Y, scroll.Size().Height-line, scroll.Content.Size().Height
	switch key {
	case fyne.KeyUp:
		at -= line
	case fyne.KeyDown:
		at += line
	case fyne.KeyPageUp:
		at -= page
	case fyne.KeyPageDown:
		at += page
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = end
	}
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(at, end-scroll.Size().Height))))
}

// close takes s from the screen, wherever in the stack it is by now. What an
// answer has put above it stays: Fyne takes that away with what is below it, so it
// is put there again. With the last, the focus goes back to what had it.
func (d *dialogs) close(s *shownPrompt) {
	i := slices.Index(d.stack, s)
	if i < 0 {
		return
	}
	above := d.stack[i+1:]
	for _, shown := range slices.Backward(above) {
		shown.popup.Hide()
	}
	s.popup.Hide()
	d.stack = slices.Delete(d.stack, i, i+1)
	for _, shown := range d.stack[i:] {
		d.present(shown)
	}
	d.resume()
}

// resume gives the focus back to what had it, once there is no prompt.
func (d *dialogs) resume() {
	if len(d.stack) > 0 {
		return
	}
	former := d.former
	d.former = nil
	if former != nil && d.canvas.Focused() == nil {
		d.refocus(former)
	}
}

// present puts a prompt on the screen, above what is there.
func (d *dialogs) present(s *shownPrompt) {
	s.popup.Show()
	if s.first != nil {
		d.canvas.Focus(s.first)
	}
}

// tell shows a message that needs no answer.
func (d *dialogs) tell(name, title, message string) {
	d.show(prompt{name: name, title: title, message: message, accept: "OK", alone: true})
}

// ask asks before something is done.
func (d *dialogs) ask(name, title, message, accept string, do func()) {
	d.show(prompt{name: name, title: title, message: message, accept: accept, onAccept: func() string {
		do()
		return ""
	}})
}

// census lists what of the prompt on top can be seen.
func (d *dialogs) census(c *inspect.Census) {
	if len(d.stack) == 0 {
		return
	}
	top := d.stack[len(d.stack)-1]
	c.Within(nil)
	c.Add(top.fields...)
	c.Add(top.buttons...)
	if top.scroll != nil {
		c.Within(top.scroll)
		c.Add(top.scrolled()...)
	}
}
