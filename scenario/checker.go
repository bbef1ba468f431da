package scenario

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"headroom/scenario/unit"
)

// The limits of what a workspace holds, all included.
const (
	MinYear      = 2000
	MaxYear      = 2100
	MaxHorizon   = 50     // years
	MaxScenarios = 1000   // in a workspace
	MaxStreams   = 64     // in a scenario
	MaxID        = 64     // characters
	MaxName      = 200    // characters
	MaxNote      = 10_000 // characters, of a source too
	MaxCredit    = 500    // characters of who published a source, and of its title
	MaxURL       = 2000   // characters
	MaxSources   = 1000   // in a scenario
	MaxAmount    = 1e15   // dollars
	MaxGrowth    = 100    // growth is above -1
	MaxSD        = 5      // standard deviation of log growth
	MinDiscount  = -0.5   // discount rate a year
	MaxDiscount  = 10     // discount rate a year
	MaxAzureLead = 120    // months
	MaxActuals   = 600    // of a stream
)

// A checker gathers faults. Its methods allocate only where they find one, since
// every projection begins with a check.
type checker struct {
	faults Faults
	labels bool // whether ids, names and the like are checked
}

// A place is a field within a scenario, put together to a path only where it is
// wrong.
type place struct {
	stream int    // of outlook.streams, counted from 1; 0 for none
	source string // key of sources, empty for none
	field  string
	part   int // the year, or a month or quarter as of packs it; 0 for none
}

func at(field string) place { return place{field: field} }

func (p place) in(year int) place {
	p.part = year
	return p
}

// of returns the place of a month or quarter, in a number below 0: places are made
// by the dozen for every projection, and so are small.
func (p place) of(period unit.Period) place {
	p.part = -(int(period.First)*16 + period.Months)
	return p
}

func (p place) String() string {
	path := p.field
	if p.stream > 0 {
		path = "outlook.streams[" + strconv.Itoa(p.stream-1) + "]." + path
	}
	if p.source != "" {
		path = strings.TrimSuffix("sources."+p.source+"."+path, ".")
	}
	switch {
	case p.part > 0:
		path += "." + strconv.Itoa(p.part)
	case p.part < 0:
		path += "." + unit.Period{First: unit.Month(-p.part / 16), Months: -p.part % 16}.String()
	}
	return path
}

func (c *checker) fault(p place, message string) {
	c.faults = append(c.faults, Fault{p.String(), message})
}

// number checks that v is within low to high. It reports whether it is.
func (c *checker) number(p place, v, low, high float64) bool {
	if v >= low && v <= high {
		return true
	}
	c.fault(p, Number(v)+" is not between "+Number(low)+" and "+Number(high))
	return false
}

func (c *checker) rate(p place, v unit.Rate) { c.number(p, float64(v), 0, 1) }

func (c *checker) amount(p place, v unit.Amount) bool { return c.number(p, float64(v), 0, MaxAmount) }

func (c *checker) whole(p place, v, low, high int) bool {
	if v >= low && v <= high {
		return true
	}
	c.fault(p, fmt.Sprintf("%d is not between %d and %d", v, low, high))
	return false
}

// month checks a month that has to be there.
func (c *checker) month(p place, m unit.Month) bool {
	if m.IsZero() {
		c.fault(p, "missing")
		return false
	}
	return c.optionalMonth(p, m)
}

func (c *checker) optionalMonth(p place, m unit.Month) bool {
	if m.IsZero() || m >= unit.FirstMonth && m <= unit.LastMonth {
		return true
	}
	c.fault(p, fmt.Sprintf("month %d is not between %s and %s", int(m), unit.FirstMonth, unit.LastMonth))
	return false
}

// window checks a first and a last month, both needed.
func (c *checker) window(from, through place, first, last unit.Month) {
	ok := c.month(from, first)
	if c.month(through, last) && ok && last < first {
		c.fault(through, last.String()+" is before "+first.String()+", where it begins")
	}
}

// years checks rates by year, each above or at low and at most high.
func (c *checker) years(p place, rates ByYear, low, high float64) {
	for i := range rates {
		if c.year(p, rates, i) {
			c.number(p.in(rates[i].Year), float64(rates[i].Rate), low, high)
		}
	}
}

// year checks the year of one rate and that it comes after the one before.
func (c *checker) year(p place, rates ByYear, i int) bool {
	year := rates[i].Year
	if year < MinYear || year > MaxYear {
		c.fault(p.in(year), fmt.Sprintf("%d is not between %d and %d", year, MinYear, MaxYear))
		return false
	}
	if i > 0 && year <= rates[i-1].Year {
		c.fault(p.in(year), "comes twice or out of order")
		return false
	}
	return true
}

// growth checks the growth of a stream.
func (c *checker) growth(p place, rates ByYear) {
	for i := range rates {
		if !c.year(p, rates, i) {
			continue
		}
		if v := float64(rates[i].Rate); !(v > -1 && v <= MaxGrowth) {
			c.fault(p.in(rates[i].Year), fmt.Sprintf("%s is not above -1 and at most %d", Number(v), MaxGrowth))
		}
	}
}

// word checks a text that is one of a few words; message names them.
func (c *checker) word(p place, text string, known bool, words string) {
	if !known {
		c.fault(p, quoted(text)+" is not "+words)
	}
}

// text checks a free text of at most most characters.
func (c *checker) text(p place, text string, most int) bool {
	if !c.labels {
		return true
	}
	if !utf8.ValidString(text) {
		c.fault(p, "is not valid UTF-8")
		return false
	}
	if len(text) <= most {
		return true
	}
	if n := utf8.RuneCountInString(text); n > most {
		c.fault(p, fmt.Sprintf("has %d characters; at most %d are taken", n, most))
		return false
	}
	return true
}

// name checks a name that has to be there.
func (c *checker) name(p place, name string) {
	if name == "" && c.labels {
		c.fault(p, fmt.Sprintf("is empty; a name has 1 to %d characters", MaxName))
		return
	}
	c.optionalName(p, name)
}

func (c *checker) optionalName(p place, name string) {
	if !c.text(p, name, MaxName) || !c.labels {
		return
	}
	for _, r := range name {
		switch {
		case unicode.IsControl(r):
			c.fault(p, fmt.Sprintf("has the control character U+%04X", r))
			return
		case deceives(r):
			c.fault(p, fmt.Sprintf("has U+%04X, which cannot be seen and can turn what is read around; write the name without it", r))
			return
		}
	}
}

// deceives reports whether a character that is not seen can make a name read as
// another one: those that turn the direction of text, and those without a width. What
// joins and parts letters and emoji (U+200C, U+200D) is taken: some languages need it.
func deceives(r rune) bool {
	switch {
	case r == 0x61C, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF,
		r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	}
	return false
}

func (c *checker) id(p place, id string) {
	if c.labels && !isID(id) {
		c.fault(p, quoted(id)+" is not 1 to 64 of a-z, 0-9 and -")
	}
}

func (c *checker) optionalID(p place, id string) {
	if id != "" {
		c.id(p, id)
	}
}

func (c *checker) color(p place, color string) {
	if c.labels && color != "" && !isColor(color) {
		c.fault(p, quoted(color)+" is not a color written #RRGGBB")
	}
}

func isID(id string) bool {
	for i := range len(id) {
		b := id[i]
		if !(b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-') {
			return false
		}
	}
	return id != "" && len(id) <= MaxID
}

func isColor(color string) bool {
	if len(color) != 7 || color[0] != '#' {
		return false
	}
	for i := range len(color) - 1 {
		b := color[i+1]
		if !(b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F') {
			return false
		}
	}
	return true
}

func isFinite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
