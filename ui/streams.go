package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/ui/field"
	"headroom/ui/look"
)

// The channels, in the order of the choice.
var channels = []scenario.Channel{scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}

// streamMenu offers the streams that can be added.
func (f *form) streamMenu() *fyne.Menu {
	p := f.planner
	s, _ := p.selected()
	menu := fyne.NewMenu("", fyne.NewMenuItem("Blank stream", func() {
		p.addStream(edit.AddStream(s.ID, scenario.Stream{Name: "New stream", Channel: scenario.ChannelDirect, Base: 1e9, Shared: 1}))
	}))
	for _, t := range preset.StreamTemplates() {
		if t.Contained {
			for i, st := range s.Outlook.Streams {
				if st.Channel == scenario.ChannelDirect {
					menu.Items = append(menu.Items, fyne.NewMenuItem(fmt.Sprintf("%s, out of %s", t.Name, st.Name), func() {
						p.addStream(edit.Revise(s.ID, "add stream "+t.Name, func(s scenario.Scenario) (scenario.Scenario, error) {
							return t.TakeFrom(s, i)
						}))
					}))
				}
			}
		}
		label := t.Name
		if t.Contained {
			label += ", on top"
		}
		menu.Items = append(menu.Items, fyne.NewMenuItem(label, func() {
			p.addStream(edit.Revise(s.ID, "add stream "+t.Name, t.AddTo))
		}))
	}
	return menu
}

// addStream makes a change that adds a stream after the others, and shows it.
func (p *Planner) addStream(change edit.Change) {
	before, _ := p.selected()
	p.doOnce(change)
	after, _ := p.selected()
	if len(after.Outlook.Streams) > len(before.Outlook.Streams) {
		p.plan.form.stream = len(after.Outlook.Streams) - 1
		p.plan.form.show()
	}
}

// onEditStream asks for what of a stream the form does not show, and offers to
// remove it.
func (p *Planner) onEditStream() {
	p.commit()
	s, ok := p.selected()
	stream := p.plan.form.stream
	if !ok || stream < 0 || stream >= len(s.Outlook.Streams) {
		return
	}
	st := s.Outlook.Streams[stream]
	name := field.NewText("dialog.name", "Name of the stream")
	name.Display(st.Name)
	channel := field.NewChoice("dialog.channel", wordsOf(channels), nil)
	channel.Display(slices.Index(channels, st.Channel))
	launch := field.NewText("dialog.launch", "none: it earned before the first year")
	if st.Launch != 0 {
		launch.Display(strconv.Itoa(st.Launch))
	}
	shared := field.NewNumber("dialog.shared", rateFormat(0, 1))
	shared.Display(float64(st.Shared))
	row := func(label, hint string, object fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(look.NewColumns(look.Gap, 96, look.Stretch), newHintLabel(label, hint), object)
	}
	p.dialogs.show(prompt{
		name: "stream", title: "Stream " + st.Name, accept: "Apply", other: "Remove the stream", first: name,
		fields: []field.Inspectable{name, channel, launch, shared},
		content: container.NewVBox(
			row("Name", "What the stream is called", name),
			row("Channel", "Whose revenue it is, and so which share applies", channel),
			row("Launch year", "Before it the stream earns nothing; empty for none", launch),
			row("Shared part", "The part of its revenue that a share applies to", shared)),
		onOther: func() { p.doOnce(edit.RemoveStream(s.ID, stream)) },
		onAccept: func() string {
			name.Commit()
			launch.Commit()
			if !shared.Commit() {
				return shared.ErrorText()
			}
			year := 0
			if text := strings.TrimSpace(launch.Value()); text != "" && !strings.EqualFold(text, "none") {
				var err error
				if year, err = strconv.Atoi(text); err != nil {
					return fmt.Sprintf("%q is not a year; leave the launch year empty for none.", text)
				}
			}
			return p.tryOnce(edit.Group("change stream "+st.Name,
				edit.SetLaunch(s.ID, stream, year),
				edit.SetChannel(s.ID, stream, channels[channel.Index()]),
				edit.SetShared(s.ID, stream, rate(shared.Value())),
				edit.RenameStream(s.ID, stream, name.Value())))
		},
	})
}
