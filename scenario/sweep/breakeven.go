package sweep

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A BreakEven is what it would take for the cap to be reached exactly at the end of a
// December, each by itself.
type BreakEven struct {
	By    unit.Month
	Cap   unit.Amount // what is due by then and counts
	Shift unit.Rate   // of every growth
	Pace  unit.Amount // flat annual revenue from the actuals on
	// What does not exist: nothing is due that December, or no shift, or none is needed.
	NoCap, NoShift, NoPace bool
}

// BreakEvens returns one for each December of the horizon.
func BreakEvens(p *scenario.Prepared) ([]BreakEven, error) {
	s := p.Scenario()
	projection, err := scenario.Project(s)
	if err != nil {
		return nil, err
	}
	out := make([]BreakEven, 0, s.LastYear-s.FirstYear+1)
	for year := s.FirstYear; year <= s.LastYear; year++ {
		row := BreakEven{By: unit.NewMonth(year, 12), NoCap: true, NoShift: true, NoPace: true}
		for _, need := range projection.Pace.Needed {
			if need.By == row.By && need.Known {
				row.Pace, row.NoPace = need.Annual, false
			}
		}
		if err := row.find(s); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// find finds cap and shift, by the same terms ending with that December and without a
// cap: then all that is due is what counts.
func (b *BreakEven) find(s scenario.Scenario) error {
	share := s.Terms.Share
	if _, last := s.ShareWindow(); b.By > last || b.By < share.From || b.By < share.CapStart() {
		return nil
	}
	own := s
	own.Uncertainty = nil
	own.Terms.Share = scenario.Share{
		Rate: share.Rate, RatesByYear: share.RatesByYear, From: max(share.From, share.CapStart()), Through: b.By,
	}
	p, err := scenario.Prepare(own)
	if err != nil {
		return err
	}
	projection, err := scenario.Project(own)
	if err != nil {
		return err
	}
	if projection.Months[b.By-s.FirstMonth()].Due <= 0 {
		return nil
	}
	b.Cap, b.NoCap = share.AlreadyPaid, false
	for _, m := range projection.Months {
		b.Cap += m.Due
	}
	if share.Capped && share.Cap > share.AlreadyPaid {
		return b.shift(p, share.Cap-share.AlreadyPaid)
	}
	return nil
}

// shift finds the shift with which so much is due.
func (b *BreakEven) shift(p *scenario.Prepared, due unit.Amount) error {
	s := p.Scenario()
	low, _, err := scenario.InputGrowthShift.Range(s)
	if err != nil {
		return nil // there is no growth to shift
	}
	// The table shows how far away a year is, so it looks as far as growth may go.
	high := scenario.MaxGrowth - low
	for i := range s.Outlook.Streams {
		for _, g := range s.Outlook.Streams[i].Growth {
			for high = min(high, float64(scenario.MaxGrowth-g.Rate)); g.Rate+unit.Rate(high) > scenario.MaxGrowth; {
				high = math.Nextafter(high, 0)
			}
		}
	}
	answer, err := solve.FindIn(Span{Low: low, High: high}, p, scenario.InputGrowthShift, solve.Paid, solve.Value{Number: float64(due)})
	if err != nil || !answer.Possible() {
		return err
	}
	b.Shift, b.NoShift = unit.Rate(answer.Value), false
	return nil
}
