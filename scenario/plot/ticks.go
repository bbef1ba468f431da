package plot

import (
	"math"
	"strconv"
	"strings"

	"headroom/scenario/unit"
)

// A steps is the round values of a vertical axis: 0, step, 2 step, ... up to
// its upper end, all shown in one unit.
type steps struct {
	step  float64
	count int // above 0
	unit  float64
	sign  string
	cents int // decimal places
}

// newSteps returns the finest steps of 1, 2, 2.5 or 5 times a power of ten that
// top is at most the given number of, but at least one. As each of these is at
// most twice the one before, no less than half of that number are used.
func newSteps(top, most float64) steps {
	step, at := roundStep(top / math.Max(1, most))
	for step > top {
		step, at = roundStep(step / 2.1)
	}
	s := steps{step: step, count: int(top/step + 1e-9), unit: 1}
	switch countedIn(top) {
	case unit.Billions:
		s.unit, s.sign = 1e9, "B"
	case unit.Millions:
		s.unit, s.sign = 1e6, "M"
	}
	s.cents = max(0, at.places+int(math.Round(math.Log10(s.unit)))-at.power)
	return s
}

// countedIn returns the unit in which an axis up to top counts.
func countedIn(top float64) unit.AmountUnit {
	switch {
	case top >= 1e9:
		return unit.Billions
	case top >= 1e6:
		return unit.Millions
	}
	return unit.Dollars
}

// label returns what is written beside the i-th step.
func (s steps) label(i int) string {
	if i == 0 {
		return "$0"
	}
	v := float64(i) * s.step / s.unit
	if v >= 1e9 || s.cents > 6 {
		return "$" + strconv.FormatFloat(v, 'e', 0, 64) + s.sign
	}
	return "$" + grouped(strconv.FormatFloat(v, 'f', s.cents, 64)) + s.sign
}

// grouped puts commas between the thousands of a decimal number.
func grouped(digits string) string {
	whole, rest := digits, ""
	if dot := strings.IndexByte(digits, '.'); dot >= 0 {
		whole, rest = digits[:dot], digits[dot:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + rest
}

// A roundness says how a round number is written: the power of ten it is a small
// multiple of, and the decimal places of that multiple.
type roundness struct{ power, places int }

// roundStep returns the least of 1, 2, 2.5 and 5 times a power of ten that is not
// below v, which is above 0.
func roundStep(v float64) (float64, roundness) {
	exp := math.Floor(math.Log10(v))
	power := math.Pow(10, exp)
	at := roundness{power: int(exp)}
	for _, m := range [...]float64{1, 2, 2.5, 5} {
		if m*power >= v*(1-1e-9) {
			if m == 2.5 {
				at.places = 1
			}
			return m * power, at
		}
	}
	return 10 * power, roundness{power: int(exp) + 1}
}

// A span is a stretch of the time axis with its label in the middle: a year, or
// a month where less than a year is shown. Times are in months since the year 0.
type span struct {
	from, through float64
	label         string // empty where there is no room for it
}

// spansOf appends the stretches of the time axis to out. The room says how many
// pixels a label of the given text takes, a month how many one month has.
func spansOf(out []span, from, through unit.Month, month float64, room func(string) float64) []span {
	if through-from < 11 {
		every := labelStep(room("Sep 2028") / month)
		for m := from; m <= through; m++ {
			s := span{from: float64(m), through: float64(m + 1)}
			if int(m-from)%every == 0 {
				s.label = m.Short()
			}
			out = append(out, s)
		}
		return out
	}
	every := labelStep(room("2028") / (12 * month))
	for m := from; m <= through; m = unit.NewMonth(m.Year()+1, 1) {
		end := min(through+1, unit.NewMonth(m.Year()+1, 1))
		s := span{from: float64(m), through: float64(end)}
		label := strconv.Itoa(m.Year())
		fits := every > 1 || room(label) <= float64(end-m)*month
		if m.Year()%every == 0 && fits {
			s.label = label
		}
		out = append(out, s)
	}
	return out
}

// labelStep returns how many stretches share one label, where a label is as wide
// as the given number of stretches: 1, 2, 5, 10, 20, ...
func labelStep(wide float64) int {
	for power := 1; ; power *= 10 {
		for _, m := range [...]int{1, 2, 5} {
			if float64(m*power) >= wide || power > 1e6 {
				return m * power
			}
		}
	}
}
