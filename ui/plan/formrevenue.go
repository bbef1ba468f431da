package plan

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/scenario/edit"
	inputs "headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/look"
	"headroom/ui/reach"
)

// revenueSection holds the stream chosen: its base, and each year's growth and
// revenue.
func (f *form) revenueSection(s scenario.Scenario) {
	add := look.NewLink("stream.add", "+ Stream", nil)
	add.OnTapped = func() { look.ShowMenu(f.streamMenu(), fyne.NewPos(0, add.Size().Height), add) }
	add.SetTooltip("Add a stream of revenue")
	f.named = append(f.named, add)
	if len(s.Outlook.Streams) == 0 {
		f.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch), look.NewHeading("Revenue"), add))
		f.rows.Add(look.NewMuted("There is no stream of revenue, so nothing is due."))
		return
	}
	f.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch, 176), look.NewHeading("Revenue"), f.streamChoice(s)))
	if f.stream == ownStreamsTogether {
		f.pinRow(s, scenario.InputBase)
		for year := s.FirstYear; year <= s.LastYear; year++ {
			f.totalRow(year)
			f.pinRow(s, scenario.GrowthOf(year))
		}
	} else {
		f.launchRow(s)
		f.baseRow(s)
		f.pinRow(s, scenario.InputBase)
		for year := s.FirstYear; year <= s.LastYear; year++ {
			f.yearRow(year, s.Outlook.Streams[f.stream].Grows(year))
			f.pinRow(s, scenario.GrowthOf(year))
		}
	}
	f.pinRow(s, scenario.InputGrowthShift)
	links := []*look.Button{
		add,
		look.NewLink("stream.edit", "Edit stream…", f.onEditStream),
		look.NewLink("stream.shift", "Shift all…", func() { reach.Shift(f.desk) }),
		look.NewLink("stream.paste", "Paste…", f.onPasteYears),
	}
	links[1].SetTooltip("Name, channel, launch, first revenue and shared part; remove the stream")
	links[2].SetTooltip("Add percentage points to every growth of every stream")
	links[3].SetTooltip("Fill the years from a row of a spreadsheet")
	if f.stream == ownStreamsTogether {
		links[1].Disable()
		links[3].Disable()
	}
	row := container.New(look.NewColumns(10))
	for _, link := range links {
		row.Add(link)
	}
	f.named = append(f.named, links[1], links[2], links[3])
	f.rows.Add(row)
	keep := field.NewCheck("stream.keep-later", "Typed revenue leaves later years unchanged", func(on bool) { f.keep = on })
	keep.SetTooltip("Where a year's revenue is typed, later years keep their revenue, and the growth after it follows; otherwise they keep their growth")
	keep.Display(f.keep)
	f.named = append(f.named, keep)
	f.rows.Add(keep)
}

// streamChoice chooses the stream that the form edits.
func (f *form) streamChoice(s scenario.Scenario) fyne.CanvasObject {
	var names []string
	var streams []int
	for i, st := range s.Outlook.Streams {
		names, streams = append(names, st.Name), append(streams, i)
	}
	if ownStreams(s) > 1 {
		names, streams = append(names, "Total of OpenAI's own"), append(streams, ownStreamsTogether)
	}
	choice := field.NewChoice("stream", names, func(i int) { f.showStream(streams[i]) })
	choice.SetLabel("Revenue")
	choice.SetTooltip("Which stream of revenue is shown below")
	stream := f.stream
	f.add(choice, func(scenario.Scenario) {
		for i := range streams {
			if streams[i] == stream {
				choice.Display(i)
			}
		}
	})
	return choice
}

// ownStreams returns how many direct streams there are.
func ownStreams(s scenario.Scenario) int {
	n := 0
	for _, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelDirect {
			n++
		}
	}
	return n
}

// launchRow is the year in which a stream begins, for one that does so within the
// horizon.
func (f *form) launchRow(s scenario.Scenario) {
	stream := f.stream
	if s.Outlook.Streams[stream].Launch == 0 {
		return
	}
	path := inputs.StreamPath(stream, "launch")
	years := format.Year()
	years.None = "none"
	launch := f.number(path, years,
		func(s scenario.Scenario) float64 { return float64(s.Outlook.Streams[stream].Launch) },
		func(v float64) edit.Change {
			if math.IsNaN(v) { // emptied: it earned before the first year
				v = 0
			}
			return edit.SetLaunch(f.id(), stream, int(v))
		})
	f.row("Launch year", "The year in which the stream begins to earn; empty where it earned before the first", []float32{amountWidth, look.Natural}, launch, f.yoursChip(path))
}

// baseRow is what a stream starts from.
func (f *form) baseRow(s scenario.Scenario) {
	stream := f.stream
	path := inputs.StreamPath(stream, "base")
	label, hint := strconv.Itoa(s.FirstYear-1)+" revenue", "What the stream earned in the year before the first, from which it grows"
	if launch := s.Outlook.Streams[stream].Launch; launch != 0 {
		label, hint = strconv.Itoa(launch)+" revenue", "What the stream earns in the year of its launch"
	}
	base := f.number(path, format.Amount(""),
		func(s scenario.Scenario) float64 { return float64(s.Outlook.Streams[stream].Base) },
		func(v float64) edit.Change { return edit.SetBase(f.id(), stream, unit.Amount(v)) })
	f.row(label, hint, []float32{amountWidth, look.Natural}, base, f.chip(path))
}

// yearRow is one year of a stream: growth by slider and field, revenue by field.
func (f *form) yearRow(year int, grows bool) {
	stream := f.stream
	path := inputs.StreamPath(stream, "")
	written := format.Growth("")
	if !grows {
		written = format.Growth("–")
	}
	revenuePath := fmt.Sprintf("%srevenue.%d", path, year)
	slider, growth, revenue := f.year(path, year, []string{revenuePath}, written,
		func(s scenario.Scenario) float64 {
			rate, _ := s.Outlook.Streams[stream].Growth.Get(year)
			if !grows {
				return math.NaN()
			}
			return float64(rate)
		},
		func(s scenario.Scenario) float64 { return field.Clean(float64(s.Revenue(stream, year))) },
		func(v float64) edit.Change { return edit.SetGrowth(f.id(), stream, year, unit.Rate(v)) },
		func(v float64) edit.Change { return edit.SetRevenue(f.id(), stream, year, unit.Amount(v), f.keep) })
	if !grows {
		slider.Disable()
		growth.Disable()
		revenue.Disable()
	}
	growth.MoreOfMenu = f.sourceMenu(revenuePath) // a growth is that of the revenue it leads to
	f.shown = append(f.shown, func(s scenario.Scenario) {
		if !grows {
			growth.SetHint("The stream earns nothing before its launch, and grows only after that year")
			return
		}
		growth.SetHintOf(func() string { return f.provenance(s, revenuePath) })
	})
}

// totalRow is one year of all of OpenAI's own streams together.
func (f *form) totalRow(year int) {
	sum := func(s scenario.Scenario, year int) (sum unit.Amount) {
		for i, st := range s.Outlook.Streams {
			if st.Channel == scenario.ChannelDirect {
				sum += s.Revenue(i, year)
			}
		}
		return sum
	}
	s, _ := f.desk.Selected()
	var paths []string
	for i, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelDirect {
			paths = append(paths, inputs.StreamPath(i, "revenue."+strconv.Itoa(year)))
		}
	}
	f.year("outlook.total.", year, paths, format.Growth(""),
		func(s scenario.Scenario) float64 {
			before := sum(s, year-1)
			if before == 0 {
				return 0
			}
			return field.Clean(float64(sum(s, year)/before) - 1)
		},
		func(s scenario.Scenario) float64 { return field.Clean(float64(sum(s, year))) },
		func(v float64) edit.Change { return edit.SetTotalGrowth(f.id(), year, unit.Rate(v)) },
		func(v float64) edit.Change { return edit.SetTotalRevenue(f.id(), year, unit.Amount(v), f.keep) })
}

// year adds the row of a year: what is shown of growth and revenue, and what
// sets them; it says "yours" for the figures at sourced, and written is that of the
// growth.
func (f *form) year(path string, year int, sourced []string, written field.Format, growth, revenue func(scenario.Scenario) float64, setGrowth, setRevenue func(v float64) edit.Change) (*field.Slider, *field.Number, *field.Number) {
	growthPath := fmt.Sprintf("%sgrowth.%d", path, year)
	slid := func(s scenario.Scenario) float64 {
		v := growth(s)
		if math.IsNaN(v) { // none yet: the knob stands at zero
			return 0
		}
		return v
	}
	slider := f.slider(growthPath, -0.5, 2, 0.005, format.Growth("").Short, slid, setGrowth)
	entry := f.number(growthPath, ofOneYear(written), growth, setGrowth)
	revenuePath := fmt.Sprintf("%srevenue.%d", path, year)
	amount := f.number(revenuePath, ofOneYear(format.Revenue()), revenue, setRevenue)
	slider.SetLabel(strconv.Itoa(year) + " growth")
	entry.SetLabel(strconv.Itoa(year) + " growth")
	amount.SetLabel(strconv.Itoa(year) + " revenue")
	f.labeledRow(f.sourcedLabel(strconv.Itoa(year), "Growth over the year before, and the revenue that follows", sourced...),
		[]float32{look.Stretch, growthWidth, amountWidth}, slider, entry, amount)
	return slider, entry, amount
}

// ofOneYear tells whoever pastes a row of figures into the field of one year where
// it can be pasted.
func ofOneYear(written field.Format) field.Format {
	parse := written.Parse
	written.Parse = func(text string, shown float64) (float64, error) {
		if grid, err := block.Split(text); err == nil && grid.Cells() > 1 && strings.ContainsAny(text, "\t;") {
			return 0, errors.New("these are the figures of several years: \"Paste…\" below fills them in, of one stream at a time")
		}
		return parse(text, shown)
	}
	return written
}
