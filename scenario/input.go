package scenario

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario/unit"
)

// An Input is one figure of a scenario that is varied to see what follows from it:
// to find what it takes, to see what matters. It may stand for several fields at
// once. Its value is a number: US dollars, a fraction, or a month as unit.Month
// counts them.
type Input string

// The inputs. Those of one year's growth are made by GrowthOf.
const (
	InputCap         Input = "cap"          // US dollars
	InputRate        Input = "rate"         // of the share, in all years
	InputBase        Input = "base"         // US dollars: the bases of direct streams; all streams are scaled alike
	InputGrowthShift Input = "growth-shift" // a fraction added to every growth of every stream
	InputCapFrom     Input = "capFrom"      // a month
	InputThrough     Input = "through"      // the last month of the share
	InputAlreadyPaid Input = "alreadyPaid"  // US dollars
	InputDiscount    Input = "discountRate" // a year
)

const growthOf = "growth:"

// GrowthOf returns the input that is the growth of all direct streams in a year,
// growth:2028.
func GrowthOf(year int) Input { return Input(growthOf + strconv.Itoa(year)) }

// Inputs returns the inputs that s has, in a fixed order.
func Inputs(s Scenario) []Input {
	all := []Input{InputCap, InputRate, InputBase, InputGrowthShift}
	for year := s.FirstYear; year <= s.LastYear; year++ {
		all = append(all, GrowthOf(year))
	}
	all = append(all, InputCapFrom, InputThrough, InputAlreadyPaid, InputDiscount)
	return slices.DeleteFunc(all, func(in Input) bool {
		_, _, err := in.Range(s)
		return err != nil
	})
}

// Year returns the year whose growth the input is, and false for another input.
func (in Input) Year() (int, bool) {
	text, found := strings.CutPrefix(string(in), growthOf)
	if !found {
		return 0, false
	}
	return ParseYear(text)
}

// ParseYear reads a calendar year of those that a workspace may hold, written with
// four digits.
func ParseYear(text string) (int, bool) {
	if len(text) != len("2026") {
		return 0, false
	}
	year, err := strconv.ParseUint(text, 10, 16)
	return int(year), err == nil && year >= MinYear && year <= MaxYear
}

// Range returns the legal values of the input in s, both ends included. The error
// says why s has no such input.
func (in Input) Range(s Scenario) (low, high float64, err error) {
	share := &s.Terms.Share
	switch in {
	case InputCap, InputAlreadyPaid:
		return 0, MaxAmount, nil
	case InputRate:
		return 0, 1, nil
	case InputBase:
		return baseRange(&s)
	case InputGrowthShift:
		return shiftRange(&s)
	case InputCapFrom:
		return float64(unit.FirstMonth), float64(share.Through), nil
	case InputThrough:
		return float64(max(share.From, share.CapFrom)), float64(unit.LastMonth), nil
	case InputDiscount:
		return MinDiscount, MaxDiscount, nil
	}
	year, ok := in.Year()
	switch {
	case !ok:
		return 0, 0, fmt.Errorf("%s is not an input; use cap, rate, base, growth-shift, growth:2028 or another year, "+
			"capFrom, through, alreadyPaid or discountRate", unit.Quote(string(in)))
	case year < s.FirstYear || year > s.LastYear:
		return 0, 0, fmt.Errorf("%s: the horizon is %d to %d", in, s.FirstYear, s.LastYear)
	case !slices.ContainsFunc(s.Outlook.Streams, func(st Stream) bool { return st.directlyGrows(year) }):
		return 0, 0, fmt.Errorf("%s: no direct stream grows in %d", in, year)
	}
	return leastGrowth(), MaxGrowth, nil
}

// Value returns the value that the input has in s; 0 for one that s does not have,
// and for the cap without a cap. The growth of a year is that of its direct streams
// together.
func (in Input) Value(s Scenario) float64 {
	switch in {
	case InputCap:
		return float64(s.Terms.Share.Cap)
	case InputRate:
		return float64(s.Terms.Share.Rate)
	case InputBase:
		return float64(directBase(&s))
	case InputCapFrom:
		return float64(s.Terms.Share.CapStart())
	case InputThrough:
		return float64(s.Terms.Share.Through)
	case InputAlreadyPaid:
		return float64(s.Terms.Share.AlreadyPaid)
	case InputDiscount:
		return float64(s.Valuation.DiscountRate)
	}
	if year, ok := in.Year(); ok {
		return float64(directGrowth(&s, year))
	}
	return 0
}

// With returns s with the value put in. A cap is put on where there is none, and the
// range of a cap moves with it; a rate is that of all years.
// An input that s does not have changes nothing, and a value that is not legal makes
// a scenario in which Check finds it.
func (in Input) With(s Scenario, value float64) Scenario {
	a := newAltered(&s)
	if _, ok := a.set(in, value); !ok {
		return s
	}
	return a.scenario()
}

// leastGrowth is the lowest legal growth.
func leastGrowth() float64 { return math.Nextafter(-1, 0) }

// directlyGrows reports whether the stream is one of OpenAI's own sales and grows
// in the given year of the horizon.
func (st *Stream) directlyGrows(year int) bool {
	return st.Channel == ChannelDirect && st.Grows(year)
}

// directBase returns the sum of the direct streams' bases.
func directBase(s *Scenario) (sum unit.Amount) {
	for i := range s.Outlook.Streams {
		if st := &s.Outlook.Streams[i]; st.Channel == ChannelDirect {
			sum += st.Base
		}
	}
	return sum
}

// scaled returns a base scaled as total is to the sum of the direct streams' bases.
// A stream that is the only direct one has total itself.
func scaled(base, sum, total unit.Amount) unit.Amount {
	if base == sum {
		return total
	}
	return base * (total / sum)
}

// baseRange returns the totals that leave every base legal.
func baseRange(s *Scenario) (low, high float64, err error) {
	sum := directBase(s)
	if sum == 0 {
		return 0, 0, fmt.Errorf("%s: no direct stream has a base to scale; give one first", InputBase)
	}
	var largest unit.Amount
	for i := range s.Outlook.Streams {
		largest = max(largest, s.Outlook.Streams[i].Base)
	}
	high = float64(MaxAmount / largest * sum)
	above := func(st Stream) bool { return scaled(st.Base, sum, unit.Amount(high)) > MaxAmount }
	for slices.ContainsFunc(s.Outlook.Streams, above) {
		high = math.Nextafter(high, 0)
	}
	return 0, high, nil
}

// directGrowth returns the growth of a year that is the same for all direct streams
// that grow in it, and otherwise that of what they earn together.
func directGrowth(s *Scenario, year int) unit.Rate {
	var growth unit.Rate
	var before, after unit.Amount
	count, alike := 0, true
	for i := range s.Outlook.Streams {
		st := &s.Outlook.Streams[i]
		if year < s.FirstYear || year > s.LastYear || !st.directlyGrows(year) {
			continue
		}
		own, _ := st.Growth.Get(year)
		alike = alike && (count == 0 || own == growth)
		growth, count = own, count+1
		before += s.Revenue(i, year-1)
		after += s.Revenue(i, year)
	}
	if alike || before == 0 {
		return growth
	}
	return unit.Rate(after/before) - 1
}

// The shifts of growth that are of use: -100 to +1,000 percentage points.
const (
	lowestShift  = -1
	highestShift = 10
)

// shiftRange returns the shifts that leave every growth legal.
func shiftRange(s *Scenario) (low, high float64, err error) {
	least, most, found := math.Inf(1), math.Inf(-1), false
	for i := range s.Outlook.Streams {
		for _, g := range s.Outlook.Streams[i].Growth {
			least, most, found = min(least, float64(g.Rate)), max(most, float64(g.Rate)), true
		}
	}
	if !found {
		return 0, 0, fmt.Errorf("no stream has a growth to shift; give one growth first")
	}
	low = max(lowestShift, leastGrowth()-least)
	for least+low <= -1 {
		low = math.Nextafter(low, 1)
	}
	high = min(highestShift, MaxGrowth-most)
	for most+high > MaxGrowth {
		high = math.Nextafter(high, -1)
	}
	return low, high, nil
}
