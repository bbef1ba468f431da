package swept

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// A Scale maps values to pixels along a line, and back.
type Scale struct {
	From, To float64 // values
	A, B     float64 // where they are, in logical pixels
}

// At returns where a value is; it goes on beyond both ends.
func (s Scale) At(v float64) float64 {
	if s.To == s.From {
		return (s.A + s.B) / 2
	}
	return s.A + (v-s.From)/(s.To-s.From)*(s.B-s.A)
}

// Value returns the value at a place; it goes on beyond both ends.
func (s Scale) Value(at float64) float64 {
	if s.A == s.B {
		return s.From
	}
	return s.From + (at-s.A)/(s.B-s.A)*(s.To-s.From)
}

// Clipped returns At within the ends.
func (s Scale) Clipped(v float64) float64 {
	low, high := min(s.A, s.B), max(s.A, s.B)
	return min(max(s.At(v), low), high)
}

// one returns the subject that a chart is of.
func one(s plot.Subject) []plot.Subject { return []plot.Subject{s} }

// span returns the horizon of a subject: none of these charts has a time axis.
func span(s plot.Subject) (from, through unit.Month) {
	return s.Scenario.FirstMonth(), s.Scenario.LastMonth()
}

// rowBaseline returns where text of a size stands in the middle of a row.
func rowBaseline(p *layout.Page, top, bottom, size float64) float64 {
	return (top+bottom)/2 + layout.CapHeight/2*size*p.Unit
}

// widest returns how wide the widest of texts is.
func widest(p *layout.Page, texts []string, size float64, bold bool) (w float64) {
	for _, text := range texts {
		w = math.Max(w, p.Width(text, size, bold))
	}
	return w
}

// ticks returns round places of a result between two, no more than most: of dates the
// beginnings of years, halves or quarters.
func ticks(s scenario.Scenario, r solve.Result, low, high, most float64) []float64 {
	if !(high > low) || most < 1 {
		return nil
	}
	if r == solve.CapReached {
		return dateTicks(s, low, high, most)
	}
	return round(low, high, most)
}

// round returns round numbers between two, no more than most and one.
func round(low, high, most float64) []float64 {
	step := math.Pow(10, math.Floor(math.Log10((high-low)/most)))
	for _, more := range []float64{1, 2, 2.5, 5, 10} {
		if (high-low)/(step*more) <= most {
			step *= more
			break
		}
	}
	var out []float64
	for i := math.Ceil(low / step); i*step <= high; i++ {
		out = append(out, i*step)
	}
	return out
}

func dateTicks(s scenario.Scenario, low, high, most float64) []float64 {
	for _, months := range []unit.Month{1, 3, 6, 12, 24, 60, 120} {
		var out []float64
		for m := s.FirstMonth(); m <= s.LastMonth()+1; m++ {
			if m%months != 0 && months <= 12 || months > 12 && (m%12 != 0 || m.Year()%int(months/12) != 0) {
				continue
			}
			if at := float64(unit.Date{Month: m, Day: 1}.DaysSince(unit.Date{Month: s.FirstMonth(), Day: 1})); at >= low && at <= high {
				out = append(out, at)
			}
		}
		if float64(len(out)) <= most {
			return out
		}
	}
	return nil
}

// tickLabel says what is at a tick, in few letters.
func tickLabel(s scenario.Scenario, r solve.Result, at float64) string {
	v := sweep.At(s, r, at)
	if r == solve.CapReached && !v.Ever() {
		return sweep.Said(s, r, v)
	}
	return sweep.Brief(s, r, v)
}
