package plan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/words"
	"headroom/ui/prompt"
)

// The channels, in the order of the choice.
var channels = []scenario.Channel{scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}

// streamMenu offers the streams that can be added.
func (f *form) streamMenu() *fyne.Menu {
	s, _ := f.desk.Selected()
	menu := fyne.NewMenu("", fyne.NewMenuItem("Blank stream", func() { f.onAddBlankStream(s) }))
	add := func(label string, t preset.StreamTemplate, to func(preset.StreamTemplate, scenario.Scenario) (scenario.Scenario, error)) {
		menu.Items = append(menu.Items, fyne.NewMenuItem(label, func() { f.onAddTemplate(s, label, t, to) }))
	}
	for _, t := range preset.StreamTemplates() {
		if !t.Contained {
			add(t.Name, t, preset.StreamTemplate.AddTo)
			continue
		}
		for i, st := range s.Outlook.Streams {
			if st.Channel == scenario.ChannelDirect {
				add(fmt.Sprintf("%s, out of %s", t.Name, st.Name), t, func(t preset.StreamTemplate, s scenario.Scenario) (scenario.Scenario, error) {
					return t.TakeFrom(s, i)
				})
			}
		}
		add(t.Name+", on top", t, preset.StreamTemplate.AddTo)
	}
	return menu
}

// onAddBlankStream asks for a stream that does not grow.
func (f *form) onAddBlankStream(s scenario.Scenario) {
	blank := scenario.Stream{Name: "New stream", Channel: scenario.ChannelDirect, Base: 1e9, Shared: 1}
	f.askAddStream(s, "Add a stream", blank, func(asked scenario.Stream) edit.Change { return edit.AddStream(s.ID, asked) })
}

// onAddTemplate asks for when a stream of a template begins and from what it grows,
// and what else there is of it.
func (f *form) onAddTemplate(s scenario.Scenario, label string, t preset.StreamTemplate, to func(preset.StreamTemplate, scenario.Scenario) (scenario.Scenario, error)) {
	plain, err := t.AddTo(s)
	if err != nil {
		f.desk.Prompts.Tell("error", "This cannot be done", words.Sentence(err))
		return
	}
	last := len(plain.Outlook.Streams) - 1
	f.askAddStream(s, "Add "+label, plain.Outlook.Streams[last], func(asked scenario.Stream) edit.Change {
		return edit.Revise(s.ID, "add stream "+asked.Name, func(s scenario.Scenario) (scenario.Scenario, error) {
			added, err := to(t.Launched(asked.Launch).Earning(asked.Base), s)
			if err != nil {
				return s, err
			}
			st := &added.Outlook.Streams[last]
			st.Name, st.Channel, st.Shared, st.Launch = asked.Name, asked.Channel, asked.Shared, asked.Launch
			return added, nil
		})
	})
}

// follow shows what the answer leads to, now and as it is typed.
func (f *streamFields) follow(s scenario.Scenario, change func(asked scenario.Stream) edit.Change) {
	f.show = func() {
		asked, err := f.reading()
		if err != nil {
			f.answer.Say("") // it is being typed
			return
		}
		f.answer.Of(s, change(asked))
	}
	f.show()
}

// askAddStream asks for what a stream begins with, start being offered, and adds it
// by the change made of the answer.
func (f *form) askAddStream(s scenario.Scenario, title string, start scenario.Stream, change func(asked scenario.Stream) edit.Change) {
	f.desk.Commit()
	fields := newStreamFields(f.desk, s, start)
	fields.follow(s, change)
	f.desk.Prompts.Show(prompt.Prompt{
		Name: "add-stream", Title: title, Accept: "Add", First: fields.name, Fields: fields.all(), Content: fields.content(),
		OnAccept: fields.answer.OrRefusal(func() string {
			asked, fault := fields.committed()
			if fault == "" {
				fault = f.addStream(change(asked))
			}
			if fault != "" {
				fields.answer.Say("") // it says the same
			}
			return fault
		}),
	})
}

// addStream makes a change that adds a stream after the others, and shows it; it
// returns in words what stands against it.
func (f *form) addStream(change edit.Change) string {
	if fault := f.desk.TryOnce(change); fault != "" {
		return fault
	}
	after, _ := f.desk.Selected()
	f.showStream(len(after.Outlook.Streams) - 1)
	return ""
}

// onEditStream asks for what of a stream the form does not show, and offers to
// remove it.
func (f *form) onEditStream() {
	f.desk.Commit()
	s, ok := f.desk.Selected()
	stream := f.stream
	if !ok || stream < 0 || stream >= len(s.Outlook.Streams) {
		return
	}
	st := s.Outlook.Streams[stream]
	fields := newStreamFields(f.desk, s, st)
	change := func(asked scenario.Stream) edit.Change {
		return edit.Group("change stream "+st.Name,
			edit.SetLaunch(s.ID, stream, asked.Launch),
			edit.SetBase(s.ID, stream, asked.Base),
			edit.SetChannel(s.ID, stream, asked.Channel),
			edit.SetShared(s.ID, stream, asked.Shared),
			edit.RenameStream(s.ID, stream, asked.Name))
	}
	fields.follow(s, change)
	f.desk.Prompts.Show(prompt.Prompt{
		Name: "stream", Title: "Stream " + st.Name, Accept: "Apply", Other: "Remove the stream", First: fields.name,
		Fields: fields.all(), Content: fields.content(),
		OnOther: func() { f.desk.DoOnce(edit.RemoveStream(s.ID, stream)) },
		OnAccept: fields.answer.OrRefusal(func() string {
			asked, fault := fields.committed()
			if fault == "" {
				fault = f.desk.TryOnce(change(asked))
			}
			if fault != "" {
				fields.answer.Say("") // it says the same
			}
			return fault
		}),
	})
}
