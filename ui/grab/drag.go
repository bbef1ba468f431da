package grab

import (
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/format"
	"headroom/ui/reach"
)

// onDrag sets what is dragged to where the pointer is; while Shift is held it goes a
// tenth of the pointer's way.
func (g *Grabber) onDrag(at fyne.Position, modifiers fyne.KeyModifier) {
	if g.held == nil {
		return
	}
	way, fine := at.Subtract(g.at), modifiers&fyne.KeyModifierShift != 0
	if fine {
		way.X, way.Y = way.X/10, way.Y/10
	}
	aim := g.held.aim.Add(way)
	g.at, g.held.aim, g.fine = at, aim, modifiers
	g.scroll(aim)
	switch g.held.handle {
	case Cap:
		g.label = g.dragCap(aim, fine)
	case Point:
		g.label = g.dragPoint(aim, fine)
	case Reached:
		g.label = g.dragReached(aim, fine)
	}
	g.showLabel()
}

// showLabel says beside the pointer what the drag sets, where it does not cover
// what is dragged, nor, where it can be helped, when the cap is reached.
func (g *Grabber) showLabel() {
	from, to := g.dragged()
	var words [][2]fyne.Position
	if w := g.chart.Frame.ReachedWords; w.Width() > 0 {
		words = append(words, [2]fyne.Position{
			fyne.NewPos(float32(w.Left), float32(w.Top)), fyne.NewPos(float32(w.Right), float32(w.Bottom)),
		})
	}
	g.chart.View.SetLabel(g.at, g.label, from, to, words...)
}

// dragged returns from where to where what is dragged goes in the picture as it
// is drawn now, which is not always where the pointer is; where the picture does
// not show it, it is where the pointer is.
func (g *Grabber) dragged() (from, to fyne.Position) {
	f := g.chart.Frame
	switch g.held.handle {
	case Cap:
		if f.Capped {
			return fyne.NewPos(float32(f.Plot.Left), float32(f.CapY)), fyne.NewPos(float32(f.Plot.Right), float32(f.CapY))
		}
	case Point:
		for _, point := range f.Points {
			if point.Year == g.held.year {
				at := fyne.NewPos(float32(point.X), float32(point.Y))
				return at, at
			}
		}
	case Reached:
		if f.Reached {
			at := fyne.NewPos(float32(f.ReachedX), float32(f.ReachedY))
			return at, at
		}
	}
	return g.at, g.at
}

// scroll raises the axis while what is dragged is above its end.
func (g *Grabber) scroll(at fyne.Position) {
	if over := g.held.frame.Plot.Top - float64(at.Y); over > 0 {
		g.held.top *= unit.Amount(1 + min(0.003, over/12000))
		g.chart.View.Stale()
	}
}

// onDrawn moves the label out of the way of what is dragged, where the new
// picture has it, and goes on raising the axis while that is held above its end.
func (g *Grabber) onDrawn() {
	if g.held != nil && g.label != "" {
		g.showLabel()
	}
	if g.held == nil || float64(g.held.aim.Y) >= g.held.frame.Plot.Top || g.label == "" {
		return
	}
	held := g.held
	g.desk.Live.Later(func() {
		if g.held == held {
			g.onDrag(g.at, g.fine)
		}
	})
}

// amount returns the amount at a place on the axis as it is held.
func (g *Grabber) amount(at fyne.Position) unit.Amount {
	f := g.held.frame
	f.Top = g.held.top
	return max(0, f.AmountAt(max(float64(at.Y), f.Plot.Top))) // above the axis it is its end
}

// dragCap sets the cap: to tenths of a billion, or of a million beside an axis of
// millions, with Shift to hundredths; without, to what would be due at a year-end
// where that is near.
func (g *Grabber) dragCap(at fyne.Position, fine bool) string {
	limit, label := g.amount(at), ""
	least := g.held.grain()
	if fine {
		least /= 10
	}
	value := roundWithin(limit, g.pixel(fine), least)
	if !fine {
		f := g.held.frame
		f.Top = g.held.top
		for _, point := range g.chart.Frame.Points {
			if math.Abs(f.Y(point.Value)-float64(at.Y)) <= snapReach {
				value = format.RoundTo(point.Value, least/10)
				label = fmt.Sprintf(": all that %s by the end of %d", countsWords(g.held.start), point.Year)
			}
		}
	}
	if fault := g.try(edit.SetCap(g.held.start.ID, value)); fault != "" {
		return fault
	}
	shown := value.HeadlineIn(g.held.frame.Unit())
	if fine {
		shown = value.TableIn(g.held.frame.Unit())
	}
	return "Cap " + shown + label
}

// grain returns what the cap is dragged by: a tenth of a billion, or of a million or a
// thousand where the axis is so short that it counts in these.
func (g *grab) grain() unit.Amount {
	switch g.frame.Unit() {
	case unit.Billions:
		return 0.1e9
	case unit.Millions:
		return 0.1e6
	}
	return 100
}

// pixel returns the amount that a drag by one pixel changes.
func (g *Grabber) pixel(fine bool) unit.Amount {
	step := g.held.top / unit.Amount(g.held.frame.Plot.Height())
	if fine {
		step /= 10
	}
	return step
}

// roundWithin returns the roundest of the values that a pixel stands for, which is
// worth step, around v: a multiple of a thousand, five hundred, two hundred and so on
// times least, so that round values can be hit; where it stands for none, a multiple
// of least.
func roundWithin[T ~float64](v, step, least T) T {
	for times := 1000; times > 1; times /= 10 {
		for _, part := range []int{1, 2, 5} {
			if round := format.RoundTo(v, T(times/part)*least); math.Abs(float64(round-v)) <= float64(step)/2 {
				return round
			}
		}
	}
	return format.RoundTo(v, least)
}

// dragPoint sets the growth of the point's year so that what is due by its end
// is at the pointer, to tenths of a point, with Shift to hundredths.
func (g *Grabber) dragPoint(at fyne.Position, fine bool) string {
	if fault := g.still(g.held.start, g.held.year); fault != "" {
		return fault
	}
	stream := g.form.OwnStream(g.held.start)
	due, err := solve.DueOf(g.held.start, stream, g.held.year)
	if err != nil {
		return words.Sentence(err)
	}
	present, _ := g.held.start.Outlook.Streams[stream].Growth.Get(g.held.year)
	growth := due.Growth(due.At(present) + g.amount(at) - g.pointAtStart())
	least := unit.Rate(0.001)
	if fine {
		least = 0.0001
	}
	step := unit.Rate(0)
	if slope := (due.At(growth+reach.WholePoint) - due.At(growth)) / reach.WholePoint; slope > 0 {
		step = unit.Rate(g.pixel(fine) / slope)
	}
	growth = min(max(roundWithin(growth, step, least), format.LeastGrowth), format.MostGrowth)
	if fault := g.try(edit.SetGrowth(g.held.start.ID, stream, g.held.year, growth)); fault != "" {
		return fault
	}
	s, _ := g.desk.Session.Scenario(g.held.start.ID)
	return fmt.Sprintf("%d growth %s, revenue %s", g.held.year, growth.Growth(), s.Revenue(stream, g.held.year).Headline())
}

// pointAtStart returns what was due by the end of the point's year when it was
// grabbed.
func (g *Grabber) pointAtStart() unit.Amount {
	for _, point := range g.held.frame.Points {
		if point.Year == g.held.year {
			return point.Value
		}
	}
	return 0
}

// dragReached shifts all growth so that the cap is reached on the day at the
// pointer; where no shift does, it stops at the nearest day that one reaches, and
// says so. Near a year's end it is that day.
func (g *Grabber) dragReached(at fyne.Position, fine bool) string {
	day := dayAt(g.held.frame, float64(at.X))
	end, near := yearEndAt(g.held.frame, float64(at.X))
	snapped := near && !fine
	if snapped {
		day = end
	}
	x := float32(min(max(float64(at.X), g.held.frame.Plot.Left), g.held.frame.Plot.Right))
	if snapped {
		x = float32(g.held.frame.X(day.Month, 1))
	}
	g.chart.View.SetGhost( // from the cap line down, clear of the words above it
		fyne.NewPos(x, float32(g.held.frame.CapY)), fyne.NewPos(x, float32(g.held.frame.Plot.Bottom)))
	answer, err := solve.Reached(g.held.start, solve.GrowthShift, day)
	said := day.Medium()
	if err == nil && !answer.Possible() {
		nearest := answer.Result.Date
		if nearest.IsZero() {
			return fmt.Sprintf("No growth reaches the cap on %s", day.Medium())
		}
		switch answer.Value {
		case answer.Range.High:
			said = fmt.Sprintf("No earlier than %s\nby shifts up to %s", nearest.Medium(), unit.Rate(answer.Range.High).Points())
		case answer.Range.Low:
			said = fmt.Sprintf("No later than %s\nby shifts down to %s", nearest.Medium(), unit.Rate(answer.Range.Low).Points())
		default:
			said = fmt.Sprintf("No growth reaches the cap on %s\nthe nearest is %s", day.Medium(), nearest.Medium())
		}
		answer, err = solve.Reached(g.held.start, solve.GrowthShift, nearest)
	}
	switch {
	case err != nil:
		return words.Sentence(err)
	case !answer.Possible():
		return said
	}
	shift := unit.Rate(reach.Roundest(answer.Intervals[0], reach.WholePoint))
	if fault := g.try(edit.ShiftGrowth(g.held.start.ID, shift)); fault != "" {
		return fault
	}
	return fmt.Sprintf("%s: all growth %s", said, shift.Points())
}

// try makes a change that belongs to the drag; it returns in words what stands
// against it.
func (g *Grabber) try(change edit.Change) string {
	if err := g.desk.Session.Do(change); err != nil {
		return words.Sentence(err)
	}
	return ""
}

// dayAt returns the day at x on the time axis, within the months shown.
func dayAt(f plot.Frame, x float64) unit.Date {
	months := f.TimeAt(min(max(x, f.Plot.Left), f.Plot.Right-1e-6)) * 12
	m := unit.Month(math.Floor(months))
	return unit.Date{Month: m, Day: min(int((months-math.Floor(months))*float64(m.Days()))+1, m.Days())}
}

// yearEndAt returns the last day of a year whose end is near x on the time axis.
func yearEndAt(f plot.Frame, x float64) (unit.Date, bool) {
	for m := f.From; m <= f.Through; m++ {
		if m.Month() == time.December && math.Abs(f.X(m, 1)-x) <= snapReach {
			return unit.Date{Month: m, Day: m.Days()}, true
		}
	}
	return unit.Date{}, false
}

// countsWords says what of the share the chart's dotted line shows.
func countsWords(s scenario.Scenario) string {
	if s.CountsAllDue() {
		return "is due"
	}
	return "would count"
}

// still says why no growth moves the point of a year, empty where one does.
func (g *Grabber) still(s scenario.Scenario, year int) string {
	stream := g.form.OwnStream(s)
	if stream < 0 {
		return "No stream of OpenAI's revenue to change"
	}
	if s.Outlook.Streams[stream].Grows(year) && s.Revenue(stream, year-1) != 0 {
		if due, err := solve.DueOf(s, stream, year); err == nil && due.Moves() {
			return ""
		}
	}
	return fmt.Sprintf("No growth of %d moves this point", year)
}
