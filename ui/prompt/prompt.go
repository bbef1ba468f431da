package prompt

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/words"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// A Prompt is a question put before the window: a title, some content, and
// buttons. It has its own form, rather than Fyne's, so that its parts bear
// names, Enter and Escape answer it, and a fault is shown where it was made.
type Prompt struct {
	Name    string // in the inspection file
	Title   string
	Content fyne.CanvasObject // nil for none
	Message string            // shown under the title
	Accept  string            // the word on the button that agrees
	Other   string            // the word on another way out, which stands apart; empty for none
	Dismiss string            // the word on the button that gives up; Cancel where empty
	Alone   bool              // whether there is nothing to give up: one button
	Fields  []inspect.Widget
	First   fyne.Focusable // takes the focus
	Width   float32        // in logical pixels, as far as the window has room; 460 where 0
	// Scroll, where the content has one, scrolls by key from the prompt's buttons;
	// scrolled lists what is in it by now.
	Scroll   *container.Scroll
	Scrolled func() []inspect.Widget

	// OnAccept answers the prompt; the words it returns, if any, are shown in the
	// prompt, which then stays.
	OnAccept func() (fault string)
	// onAnswer, where set, answers the prompt in place of onAccept where that takes
	// a further question or work aside: the prompt stays until settle is called.
	onAnswer func(s *Shown)
	OnOther  func()
	OnCancel func()
}

// Stack are the prompts on the screen, the last on top.
type Stack struct {
	Canvas  fyne.Canvas
	Live    *live.Live
	All     []*Shown
	Former  fyne.Focusable       // had the focus before the first of them, nil for none
	Refocus func(fyne.Focusable) // gives it back
}

type Shown struct {
	Prompt
	Popup   *widget.PopUp
	Fault   *look.Paragraph
	Buttons []inspect.Widget
	accept  *look.Button
	busy    bool // what was agreed to is being done aside
}

// Name returns the name of the prompt on top, empty where there is none.
func (d *Stack) Name() string {
	if len(d.All) == 0 {
		return ""
	}
	return d.All[len(d.All)-1].Name
}

// Show puts p before the window.
func (d *Stack) Show(p Prompt) *Shown {
	if focused := d.Canvas.Focused(); focused != nil && len(d.All) == 0 {
		d.Former = focused
	}
	s := &Shown{Prompt: p, Fault: look.NewParagraph("", theme.ColorNameError, theme.SizeNameText)}
	s.Fault.Hide()
	title := look.NewHeadline(p.Title, 16)
	rows := []fyne.CanvasObject{title}
	if p.Message != "" {
		rows = append(rows, look.NewParagraph(p.Message, theme.ColorNameForeground, theme.SizeNameText))
	}
	if p.Content != nil {
		rows = append(rows, p.Content)
	}
	rows = append(rows, s.Fault, d.answers(s))
	width := canvas.NewRectangle(color.Transparent) // only a size: the popup paints the ground, again with each theme
	width.SetMinSize(fyne.NewSize(d.width(p), 0))
	body := container.NewStack(width, look.Stack(look.Gap, rows...))
	s.Popup = widget.NewModalPopUp(container.New(layout.NewCustomPaddedLayout(10, 10, 12, 12), body), d.Canvas)
	d.All = append(d.All, s)
	for _, f := range p.Fields {
		if answering, ok := f.(interface{ Answer(enter, escape func()) }); ok {
			answering.Answer(d.Accept, d.Cancel)
		}
	}
	d.present(s)
	return s
}

// width returns how wide the content of a prompt is.
func (d *Stack) width(p Prompt) float32 {
	return min(max(p.Width, 460), d.Canvas.Size().Width-80)
}

// answers makes the buttons of a prompt: those that answer it at the right, and
// apart from them, at the left, the other way out. That one removes
// something or lets changes go, and is not to be hit by who reaches for the others; by key it
// comes after them.
func (d *Stack) answers(s *Shown) fyne.CanvasObject {
	made := func(b *look.Button) *look.Button {
		b.OnKey = d.Key
		s.Buttons = append(s.Buttons, b)
		return b
	}
	row := container.NewHBox(layout.NewSpacer())
	if !s.Alone {
		word := s.Dismiss
		if word == "" {
			word = "Cancel"
		}
		row.Add(made(look.NewButton("dialog.cancel", word, d.Cancel)))
	}
	s.accept = made(look.NewPrimary("dialog.ok", s.Accept, d.Accept))
	row.Add(s.accept)
	if s.First == nil && s.Scroll != nil {
		s.First = s.accept // whose keys scroll
	}
	if s.Other == "" {
		return row
	}
	other := made(look.NewButton("dialog.other", s.Other, func() {
		d.Close(s)
		s.OnOther()
	}))
	return container.NewBorder(nil, nil, other, nil, row)
}

// Accept answers the prompt on top.
func (d *Stack) Accept() {
	if len(d.All) == 0 {
		return
	}
	s := d.All[len(d.All)-1]
	switch {
	case s.busy:
	case s.onAnswer != nil:
		s.onAnswer(s)
	case s.OnAccept != nil:
		d.settle(s, s.OnAccept())
	default:
		d.Close(s)
	}
}

// say shows in the prompt what stands against something, or, without words, that
// nothing does any more.
func (s *Shown) say(fault string) {
	s.Fault.SetText(fault)
	if s.Fault.Show(); fault == "" {
		s.Fault.Hide()
	}
	s.Popup.Resize(s.Popup.MinSize())
}

// Refuse shows in the prompt on top why something was not taken.
func (d *Stack) Refuse(err error) {
	if len(d.All) > 0 {
		d.All[len(d.All)-1].say(words.Sentence(err))
	}
}

// settle ends an answer: the prompt goes, or where something stands against the
// answer says so and stays.
func (d *Stack) settle(s *Shown, fault string) {
	s.busy = false
	if fault == "" {
		d.Close(s)
		return
	}
	s.say(fault)
}

// shows reports whether a prompt is still on the screen.
func (d *Stack) shows(s *Shown) bool { return slices.Contains(d.All, s) }

// Cancel gives the prompt on top up.
func (d *Stack) Cancel() {
	if len(d.All) == 0 {
		return
	}
	s := d.All[len(d.All)-1]
	d.Close(s)
	if s.OnCancel != nil {
		s.OnCancel()
	}
}

// Key answers a key of a button in the prompt on top: Escape gives it up, and what
// it scrolls moves.
func (d *Stack) Key(key fyne.KeyName) {
	if key == fyne.KeyEscape {
		d.Cancel()
	}
	if len(d.All) == 0 || d.All[len(d.All)-1].Scroll == nil {
		return
	}
	const line = 40
	scroll := d.All[len(d.All)-1].Scroll
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

// Close takes s from the screen, wherever in the stack it is by now. What an
// answer has put above it stays: Fyne takes that away with what is below it, so it
// is put there again. With the last, the focus goes back to what had it.
func (d *Stack) Close(s *Shown) {
	i := slices.Index(d.All, s)
	if i < 0 {
		return
	}
	above := d.All[i+1:]
	for _, shown := range slices.Backward(above) {
		shown.Popup.Hide()
	}
	s.Popup.Hide()
	d.All = slices.Delete(d.All, i, i+1)
	for _, shown := range d.All[i:] {
		d.present(shown)
	}
	d.Resume()
}

// Resume gives the focus back to what had it, once there is no prompt.
func (d *Stack) Resume() {
	if len(d.All) > 0 {
		return
	}
	former := d.Former
	d.Former = nil
	if former != nil && d.Canvas.Focused() == nil {
		d.Refocus(former)
	}
}

// present puts a prompt on the screen, above what is there.
func (d *Stack) present(s *Shown) {
	s.Popup.Show()
	if s.First != nil {
		d.Canvas.Focus(s.First)
	}
}

// Tell shows a message that needs no answer.
func (d *Stack) Tell(name, title, message string) {
	d.Show(Prompt{Name: name, Title: title, Message: message, Accept: "OK", Alone: true})
}

// Ask asks before something is done.
func (d *Stack) Ask(name, title, message, accept string, do func()) {
	d.Show(Prompt{Name: name, Title: title, Message: message, Accept: accept, OnAccept: func() string {
		do()
		return ""
	}})
}

// Snapshot lists what of the prompt on top can be seen.
func (d *Stack) Snapshot(c *inspect.Snapshot) {
	if len(d.All) == 0 {
		return
	}
	top := d.All[len(d.All)-1]
	c.Within(nil)
	c.Add(top.Fields...)
	c.Add(top.Buttons...)
	if top.Scroll != nil {
		c.Within(top.Scroll)
		c.Add(top.Scrolled()...)
	}
}
