package scenario

import (
	"reflect"
	"sort"

	"headroom/scenario/pin"
	"headroom/scenario/unit"
)

// A Workspace is what one file holds: scenarios, and which of them are looked
// at. It is a value: a change makes a new one, and what two workspaces share is
// never written to.
type Workspace struct {
	Name      string // empty where not given
	View      View
	Scenarios []Scenario
}

// A View says which scenarios of a workspace are looked at, by id. Empty fields
// are unset.
type View struct {
	Selected  string
	Compared  []string
	Reference string
}

// A Scenario is one outlook under one set of terms, with a valuation and an
// uncertainty.
type Scenario struct {
	ID          string // 1 to 64 of a-z, 0-9 and -, unique in its workspace
	Name        string // 1 to 200 characters
	Color       string // #RRGGBB, empty where the order of scenarios gives it
	Note        string // at most 10,000 characters
	FirstYear   int    // 2000 to 2100
	LastYear    int    // FirstYear or later, a horizon of at most 50 years
	Outlook     Outlook
	Terms       Terms
	Valuation   Valuation
	Uncertainty *Uncertainty      // nil where nothing is uncertain
	Pin         *pin.Pin          // nil where no input is tied to a result
	Sources     map[string]Source // by path within the scenario
}

// An Outlook is what one believes about revenue.
type Outlook struct {
	Name         string
	Preset       string // id of the preset it was taken from, empty for none
	Shape        Shape
	AGIVerified  unit.Month   // zero for never
	AfterActuals AfterActuals // how a stream goes on after its last actual
	Streams      []Stream     // at most 64, names differ
}

// A Shape is how a year's revenue is spread over its months.
type Shape string

// The shapes.
const (
	ShapeRamp Shape = "ramp" // grows by a constant factor a month
	ShapeEven Shape = "even" // a twelfth a month
)

// A Channel says whose revenue a stream is, and so which share applies to it.
type Channel string

// The channels.
const (
	ChannelDirect     Channel = "direct"      // OpenAI's own sales
	ChannelOtherCloud Channel = "other-cloud" // OpenAI's sales through other clouds
	ChannelAzure      Channel = "azure"       // Microsoft's resale of OpenAI models
)

// A Stream is one line of revenue.
type Stream struct {
	Name    string
	Channel Channel
	Launch  int         // year of launch, FirstYear or later; 0 for none
	Base    unit.Amount // a year's revenue: in Launch, or in the year before FirstYear
	Shared  unit.Rate   // the part a share applies to, 0 to 1
	Growth  ByYear      // above -1, at most 100; also of years outside the horizon
	Actuals Actuals     // at most 600; also outside the horizon
}

// Terms are what the agreement says.
type Terms struct {
	Name        string
	Preset      string // id of the preset they were taken from, empty for none
	Share       Share
	Reverse     *Reverse // nil for no reverse share
	OtherClouds OtherClouds
	License     *License // nil where nothing is said of it
}

// Same reports whether two terms provide the same, whatever they are called.
func (t Terms) Same(u Terms) bool {
	t.Name, t.Preset, u.Name, u.Preset = "", "", "", ""
	return reflect.DeepEqual(t, u)
}

// A Share is the revenue share to Microsoft.
type Share struct {
	Rate        unit.Rate // 0 to 1
	RatesByYear ByYear    // overrides Rate
	From        unit.Month
	Through     unit.Month // included
	CapFrom     unit.Month // payments count toward the cap from here on; zero for From
	Capped      bool
	Cap         unit.Amount // 0 where not Capped
	AlreadyPaid unit.Amount // what counts toward the cap from before the horizon
	EndsAtAGI   bool
}

// CapStart returns the month from which payments count toward the cap.
func (s Share) CapStart() unit.Month {
	if s.CapFrom.IsZero() {
		return s.From
	}
	return s.CapFrom
}

// RateIn returns the rate of the given year.
func (s Share) RateIn(year int) unit.Rate {
	if rate, ok := s.RatesByYear.Get(year); ok {
		return rate
	}
	return s.Rate
}

// A Reverse is the share of Azure resale that Microsoft pays to OpenAI.
type Reverse struct {
	Rate      unit.Rate // 0 to 1
	From      unit.Month
	Through   unit.Month // included
	EndsAtAGI bool
}

// OtherClouds says when OpenAI may sell through other clouds. The zero value is
// never.
type OtherClouds struct {
	From            unit.Month // zero where no month opens them
	AzureLeadMonths int        // 0 to 120, by which products ship on Azure first
	OpensAtAGI      bool
}

// A License is Microsoft's license. It moves no money.
type License struct {
	Through   unit.Month // included
	Exclusive Exclusive
}

// Exclusive says whether and how long a license is exclusive.
type Exclusive string

// The kinds of exclusivity.
const (
	ExclusiveNo       Exclusive = "no"
	ExclusiveUntilAGI Exclusive = "until-agi"
	ExclusiveYes      Exclusive = "yes"
)

// A Valuation says how payments are discounted.
type Valuation struct {
	DiscountRate unit.Rate  // a year, -0.5 to 10
	AsOf         unit.Month // zero for January of FirstYear
}

// An Uncertainty says how sure the growth and the cap are.
type Uncertainty struct {
	GrowthSD    ByYear    // standard deviation of a year's log growth, 0 to 5
	Correlation unit.Rate // between the shocks of adjacent years, -1 to 1
	CapRange    *CapRange // nil where the cap is certain
}

// A CapRange is the range of a triangular distribution whose mode is the cap.
type CapRange struct{ Low, High unit.Amount }

// Moved returns the range of a cap that goes from one amount to another: moved by the
// ratio of the two. From 0 there is none, and the range only makes room.
func (r CapRange) Moved(from, to unit.Amount) CapRange {
	if from > 0 {
		r.Low *= to / from
		r.High *= to / from
	}
	return CapRange{Low: min(r.Low, to), High: max(min(r.High, MaxAmount), to)}
}

// AsOf returns the month from which payments are valued.
func (s Scenario) AsOf() unit.Month {
	if s.Valuation.AsOf.IsZero() {
		return s.FirstMonth()
	}
	return s.Valuation.AsOf
}

// CountsAllDue reports whether all that is due of the share without its cap counts
// toward the cap, and nothing else does: no payment comes before counting starts,
// and none was counted before.
func (s Scenario) CountsAllDue() bool {
	share := s.Terms.Share
	return !share.Capped || share.AlreadyPaid == 0 && share.CapStart() <= max(share.From, s.FirstMonth())
}

// FirstMonth returns the first month of the horizon.
func (s Scenario) FirstMonth() unit.Month { return unit.NewMonth(s.FirstYear, 1) }

// LastMonth returns the last month of the horizon.
func (s Scenario) LastMonth() unit.Month { return unit.NewMonth(s.LastYear, 12) }

// Find returns the index of the scenario with the given id, or -1.
func (w Workspace) Find(id string) int {
	for i := range w.Scenarios {
		if w.Scenarios[i].ID == id {
			return i
		}
	}
	return -1
}

// ByYear is one rate a year, in ascending order of years, each year at most
// once. It is never written to: With and Without return a new one.
type ByYear []YearRate

// A YearRate is the rate of one year.
type YearRate struct {
	Year int
	Rate unit.Rate
}

// Get returns the rate of year and whether there is one.
func (b ByYear) Get(year int) (unit.Rate, bool) {
	for i := range b {
		if b[i].Year == year {
			return b[i].Rate, true
		}
	}
	return 0, false
}

// With returns b with the rate of one year set.
func (b ByYear) With(year int, rate unit.Rate) ByYear {
	at := sort.Search(len(b), func(i int) bool { return b[i].Year >= year })
	out := make(ByYear, 0, len(b)+1)
	out = append(out, b[:at]...)
	out = append(out, YearRate{year, rate})
	if at < len(b) && b[at].Year == year {
		at++
	}
	return append(out, b[at:]...)
}

// Without returns b without the given year, nil where nothing is left.
func (b ByYear) Without(year int) ByYear {
	var out ByYear
	for _, yr := range b {
		if yr.Year != year {
			out = append(out, yr)
		}
	}
	return out
}
