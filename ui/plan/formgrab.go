package plan

import (
	"strconv"

	"headroom/scenario"
	inputs "headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/grab"
)

var _ grab.Form = (*form)(nil)

// OwnStream returns the stream of OpenAI's own revenue that is edited, or else
// the first there is; -1 for none.
func (f *form) OwnStream(s scenario.Scenario) int {
	first := -1
	for i, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelAzure {
			continue
		}
		if i == f.stream {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// TypeCap gives the focus to the field of the cap.
func (f *form) TypeCap() { f.typeInto("terms.share.cap") }

// TypeGrowth shows a stream, and gives the focus to the field of its growth in a year.
func (f *form) TypeGrowth(stream, year int) {
	f.showStream(stream)
	f.typeInto(inputs.StreamPath(stream, "growth."+strconv.Itoa(year)))
}

// TypeActual gives the focus to the field of what a stream earned in a month or
// quarter. A quarter of a stream is edited in the total too, where that is shown.
func (f *form) TypeActual(stream int, p unit.Period) {
	if f.stream != ownStreamsTogether || p.Months == 1 {
		f.stream = stream
	}
	if p.Months == 1 {
		f.opened[p.First-(p.First-unit.FirstMonth)%3] = true
	}
	f.show()
	f.typeInto(f.actualPath(p))
}

// showStream shows a stream's revenue in the form.
func (f *form) showStream(stream int) {
	f.stream = stream
	f.show()
}

// typeInto gives the focus to the field of a path.
func (f *form) typeInto(path string) {
	for _, w := range f.named {
		if entry, ok := w.(*field.Number); ok && entry.InspectName() == path {
			f.desk.Window.Canvas().Focus(entry)
		}
	}
}
