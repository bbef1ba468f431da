package scenario_test

import (
	"fmt"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// The properties that compare a scenario with one made from it.

// doubled compares with twice the scenario, or with half of it where twice
// would be more than a scenario may hold. The half cent of the sliver does not
// double: where it may decide, there is nothing to compare.
func doubled(s scenario.Scenario, p scenario.Projection) string {
	share := s.Terms.Share
	if share.Capped && sliverDecides(share, p) {
		return ""
	}
	times := unit.Amount(2)
	if max(share.Cap, share.AlreadyPaid, largestBase(s)) > 0.5e15 {
		times = 0.5
	}
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		s.Outlook.Streams[i].Base *= times
		s.Outlook.Streams[i].Actuals = timed(s.Outlook.Streams[i].Actuals, times)
	}
	s.Terms.Share.Cap *= times
	s.Terms.Share.AlreadyPaid *= times
	total := mustTotal(s)
	if total.Reached != p.Total.Reached {
		return fmt.Sprintf("it is reached on %q, not %q", total.Reached, p.Total.Reached)
	}
	if !near(total.PresentValue, p.Total.PresentValue*times) || !near(total.Cumulative, p.Total.Cumulative*times) {
		return fmt.Sprintf("%+v is not %v times %+v", total, times, p.Total)
	}
	return flowsApart(p.Total.Flows, total.Flows, times, 0)
}

// sliverDecides reports whether in some month all but a few slivers of the cap
// are used, or a few more than all.
func sliverDecides(share scenario.Share, p scenario.Projection) bool {
	few := 0.02 + 3e-12*share.Cap
	room := share.Cap - share.AlreadyPaid
	if room < few {
		return true
	}
	for _, m := range p.Months {
		if m.Due > 0 && m.From >= share.CapStart() && math.Abs(float64(room-m.Due)) < float64(few) {
			return true
		}
		room = m.Headroom
	}
	return false
}

func largestBase(s scenario.Scenario) unit.Amount {
	var most unit.Amount
	for _, st := range s.Outlook.Streams {
		most = max(most, st.Base)
	}
	return most
}

func reversed(s scenario.Scenario, p scenario.Projection) string {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	slices.Reverse(s.Outlook.Streams)
	return sameTotals(p.Total, mustTotal(s))
}

func halved(s scenario.Scenario, p scenario.Projection) string {
	var halves []scenario.Stream
	for _, st := range s.Outlook.Streams {
		st.Base /= 2
		st.Actuals = timed(st.Actuals, 0.5)
		halves = append(halves, st)
		st.Name += ", the other half"
		halves = append(halves, st)
	}
	s.Outlook.Streams = halves
	return sameTotals(p.Total, mustTotal(s))
}

func sameTotals(a, b scenario.Totals) string {
	if a.Reached != b.Reached {
		return fmt.Sprintf("reached %q and %q", a.Reached, b.Reached)
	}
	return flowsApart(a.Flows, b.Flows, 1, a.Cap/1000)
}

// evened is of revenue that no opening cuts within a year.
func evened(s scenario.Scenario, _ scenario.Projection) string {
	s = withoutActuals(s) // which end within a year
	s.Outlook.Shape = scenario.ShapeEven
	s.Outlook.Streams = slices.DeleteFunc(slices.Clone(s.Outlook.Streams), func(st scenario.Stream) bool {
		return st.Channel == scenario.ChannelOtherCloud
	})
	even := mustTotal(s).Revenue
	s.Outlook.Shape = scenario.ShapeRamp
	if ramp := mustTotal(s).Revenue; !near(even, ramp) {
		return fmt.Sprintf("%v even, %v ramping", even, ramp)
	}
	return ""
}

// laterValue holds as long as no payment is left out by it.
func laterValue(s scenario.Scenario, p scenario.Projection) string {
	if s.AsOf() >= s.FirstMonth() {
		return ""
	}
	factor := unit.Amount(math.Pow(1+float64(s.Valuation.DiscountRate), 1.0/12))
	s.Valuation.AsOf = s.AsOf() + 1
	later := mustTotal(s)
	if !near(p.Total.PresentValue*factor, later.PresentValue) || !near(p.Total.PresentValueForgone*factor, later.PresentValueForgone) {
		return fmt.Sprintf("%v, a month later %v", p.Total.PresentValue, later.PresentValue)
	}
	return ""
}

func totalsAlone(s scenario.Scenario, p scenario.Projection) string {
	if total := mustTotal(s); total != p.Total {
		return fmt.Sprintf("%+v is not %+v", total, p.Total)
	}
	return ""
}

func words(s scenario.Scenario, p scenario.Projection) string {
	s.ID, s.Name, s.Note, s.Color = "other", "Other", "A note", "#0072B2"
	s.Outlook.Name, s.Outlook.Preset, s.Terms.Name, s.Terms.Preset = "An outlook", "a", "Terms", "b"
	s.Terms.License = &scenario.License{Through: unit.LastMonth, Exclusive: scenario.ExclusiveUntilAGI}
	s.Uncertainty = &scenario.Uncertainty{GrowthSD: scenario.ByYear{{Year: s.FirstYear, Rate: 5}}, Correlation: 1}
	return totalsAlone(s, p)
}

// timed returns actuals that are so many times as much.
func timed(actuals scenario.Actuals, times unit.Amount) (out scenario.Actuals) {
	for _, a := range actuals {
		out = append(out, scenario.Actual{Period: a.Period, Amount: a.Amount * times})
	}
	return out
}
