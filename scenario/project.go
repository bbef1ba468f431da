package scenario

import (
	"math"

	"headroom/scenario/unit"
)

// Project computes what follows from s: every month of the horizon, the totals
// by quarter, calendar year and fiscal year, the results over the horizon, and
// warnings about what is odd in it. It is pure. The error is the Faults that
// Check finds.
func Project(s Scenario) (Projection, error) {
	if faults := s.Check(); faults != nil {
		return Projection{}, faults
	}
	years := s.LastYear - s.FirstYear + 1
	months := 12 * years
	rows := make([]Row, months+4*years+years+years+1)
	p := Projection{
		Months:      rows[:months:months],
		Quarters:    rows[months : months+4*years : months+4*years],
		Years:       rows[months+4*years : months+5*years : months+5*years],
		FiscalYears: rows[months+5*years:],
	}
	p.Total = s.run(p.Months)
	group(p.Quarters, p.Months, 3, 3)
	group(p.Years, p.Months, 12, 12)
	group(p.FiscalYears, p.Months, 6, 12)
	p.Warnings = warnings(&s, &p)
	return p, nil
}

// Total computes the results over the horizon alone, without allocating: for
// callers that project thousands of variants. They are bit for bit those of
// Project. The error is the Faults that Check finds.
func Total(s Scenario) (Totals, error) {
	if faults := s.Check(); faults != nil {
		return Totals{}, faults
	}
	return s.run(nil), nil
}

// run walks the months of the horizon and returns the totals. It fills rows, one
// a month, unless rows is nil.
func (s *Scenario) run(rows []Row) Totals {
	var tracks [MaxStreams]track
	streams := tracks[:len(s.Outlook.Streams)]
	for i := range streams {
		streams[i] = newTrack(s, i)
	}
	var (
		ledger  = newLedger(s)
		reverse = reverseWindow(s)
		value   = newDiscount(s)
		even    = s.Outlook.Shape == ShapeEven
		total   Totals
		month   = s.FirstMonth()
	)
	for year := s.FirstYear; year <= s.LastYear; year++ {
		rate := s.Terms.Share.RateIn(year)
		for i := range streams {
			streams[i].enter(year, even)
		}
		for range 12 {
			var flows Flows
			var shared, resale unit.Amount
			for i := range streams {
				earned := streams[i].earn(month)
				if streams[i].stream.Channel == ChannelAzure {
					resale += unit.Amount(streams[i].stream.Shared) * earned
					continue
				}
				flows.Revenue += earned
				shared += unit.Amount(streams[i].stream.Shared) * earned
			}
			if ledger.window.has(month) {
				flows.Due = unit.Amount(rate) * shared
			}
			if reverse.has(month) {
				flows.Reverse = unit.Amount(s.Terms.Reverse.Rate) * resale
			}
			flows.Paid = ledger.pay(month, flows.Due)
			flows.Forgone = max(0, flows.Due-flows.Paid)
			flows.Net = flows.Paid - flows.Reverse
			total.add(flows)
			factor := value.next(month)
			total.PresentValue += flows.Paid * factor
			total.PresentValueForgone += flows.Forgone * factor
			if rows != nil {
				rows[month-s.FirstMonth()] = Row{
					From: month, Through: month, Flows: flows,
					Cumulative: ledger.cumulative, Headroom: ledger.headroom(),
				}
			}
			month++
		}
	}
	total.Capped, total.Cap = s.Terms.Share.Capped, s.Terms.Share.Cap
	total.Cumulative, total.Headroom = ledger.cumulative, ledger.headroom()
	total.Reached = ledger.reached
	return total
}

// group sums months into out: the first group is of first months, all others
// but a last, shorter one of size months.
func group(out, months []Row, first, size int) {
	length := first
	for i := range out {
		length = min(length, len(months))
		end := months[length-1]
		row := Row{From: months[0].From, Through: end.Through, Cumulative: end.Cumulative, Headroom: end.Headroom}
		for _, m := range months[:length] {
			row.add(m.Flows)
		}
		out[i] = row
		months, length = months[length:], size
	}
}

func (f *Flows) add(g Flows) {
	f.Revenue += g.Revenue
	f.Due += g.Due
	f.Paid += g.Paid
	f.Forgone += g.Forgone
	f.Reverse += g.Reverse
	f.Net += g.Net
}

// A discount gives the factor by which a payment of a month counts in present
// value, months being asked for in order.
type discount struct {
	asOf    unit.Month
	monthly float64
	factor  float64 // of the month before
}

func newDiscount(s *Scenario) discount {
	d := discount{asOf: s.AsOf(), factor: 1}
	d.monthly = math.Pow(1+float64(s.Valuation.DiscountRate), -1.0/12)
	if before := int(s.FirstMonth() - d.asOf); before > 0 {
		d.factor = math.Pow(1+float64(s.Valuation.DiscountRate), -float64(before)/12)
	}
	return d
}

func (d *discount) next(m unit.Month) unit.Amount {
	if m < d.asOf {
		return 0
	}
	d.factor *= d.monthly
	return unit.Amount(d.factor)
}
