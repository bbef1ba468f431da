package scenario_test

import (
	"math"
	"math/big"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// The oracle computes a scenario a second time, slowly and from the words of
// the model: for every stream the list of all its months, in 200-bit
// arithmetic, then the months in which a share applies, then the month in which
// what was due adds up to the cap. It shares no code with the engine.

// A truthMonth is what the oracle finds for one month.
type truthMonth struct {
	month                                          unit.Month
	revenue, due, paid, forgone, reverse           *big.Float
	net, cumulative, headroom, discount, roomScale *big.Float
}

// A truth is what the oracle finds for a scenario.
type truth struct {
	months  []truthMonth
	reached scenario.Reached
}

func num(v float64) *big.Float        { return new(big.Float).SetPrec(200).SetFloat64(v) }
func amount(v unit.Amount) *big.Float { return num(float64(v)) }
func rate(v unit.Rate) *big.Float     { return num(float64(v)) }
func plus(a, b *big.Float) *big.Float { return num(0).Add(a, b) }
func less(a, b *big.Float) *big.Float { return num(0).Sub(a, b) }
func mult(a, b *big.Float) *big.Float { return num(0).Mul(a, b) }
func over(a, b *big.Float) *big.Float { return num(0).Quo(a, b) }

func atLeastZero(a *big.Float) *big.Float {
	if a.Sign() < 0 {
		return num(0)
	}
	return a
}

func min2(a, b *big.Float) *big.Float {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

// twelfthRoot takes the square root twice, then the cube root by Newton's
// method from the rounded value on.
func twelfthRoot(x *big.Float) *big.Float {
	x = num(0).Sqrt(num(0).Sqrt(x))
	mantissa, exponent := num(0), x.MantExp(nil)
	shift := exponent / 3 * 3
	mantissa.SetMantExp(x, -shift)
	rounded, _ := mantissa.Float64()
	root := num(math.Cbrt(rounded))
	for range 4 {
		root = over(plus(mult(num(2), root), over(mantissa, mult(root, root))), num(3))
	}
	return root.SetMantExp(root, shift/3)
}

// annualTruth is the potential revenue of a stream in a year, from the base on
// by every growth since.
func annualTruth(s scenario.Scenario, stream scenario.Stream, year int) *big.Float {
	start := s.FirstYear - 1
	if stream.Launch != 0 {
		start = stream.Launch
	}
	if year < start {
		return num(0)
	}
	revenue := amount(stream.Base)
	for y := start + 1; y <= year; y++ {
		growth, ok := stream.Growth.Get(y)
		if !ok {
			panic("the oracle was given a scenario without growth for a year that needs it")
		}
		revenue = mult(revenue, plus(num(1), rate(growth)))
	}
	return revenue
}

// potentialTruth lists a stream's revenue of every month of the horizon.
func potentialTruth(s scenario.Scenario, stream scenario.Stream) []*big.Float {
	var months []*big.Float
	for year := s.FirstYear; year <= s.LastYear; year++ {
		before, now := annualTruth(s, stream, year-1), annualTruth(s, stream, year)
		q := num(1)
		if s.Outlook.Shape == scenario.ShapeRamp && before.Sign() != 0 && now.Sign() != 0 {
			q = twelfthRoot(over(now, before))
		}
		weight, weights, sum := num(1), []*big.Float{}, num(0)
		for range 12 {
			weights, sum = append(weights, weight), plus(sum, weight)
			weight = mult(weight, q)
		}
		for _, w := range weights {
			months = append(months, over(mult(now, w), sum))
		}
	}
	return months
}

// earnsTruth says whether a stream is sold in a month at all.
func earnsTruth(s scenario.Scenario, stream scenario.Stream, month unit.Month) bool {
	if stream.Channel != scenario.ChannelOtherCloud {
		return true
	}
	clouds, agi := s.Terms.OtherClouds, s.Outlook.AGIVerified
	var openings []unit.Month
	if clouds.From != 0 {
		openings = append(openings, clouds.From)
	}
	if clouds.OpensAtAGI && agi != 0 {
		openings = append(openings, agi+1)
	}
	for _, opening := range openings {
		ships := max(opening, unit.NewMonth(stream.Launch, 1)) + unit.Month(clouds.AzureLeadMonths)
		if month >= ships {
			return true
		}
	}
	return false
}

// windowTruth lists the months of a share's window.
func windowTruth(s scenario.Scenario, from, through unit.Month, endsAtAGI bool) map[unit.Month]bool {
	within := map[unit.Month]bool{}
	for m := from; m <= through; m++ {
		if endsAtAGI && s.Outlook.AGIVerified != 0 && m > s.Outlook.AGIVerified {
			continue
		}
		within[m] = true
	}
	return within
}

// dueTruth lists the months with revenue, due, reverse and the divisor of
// present value; a zero discount means that the month is not valued.
func dueTruth(s scenario.Scenario) []truthMonth {
	var months []truthMonth
	asOf := s.Valuation.AsOf
	if asOf == 0 {
		asOf = unit.NewMonth(s.FirstYear, 1)
	}
	for m := unit.NewMonth(s.FirstYear, 1); m.Year() <= s.LastYear; m++ {
		row := truthMonth{month: m, revenue: num(0), due: num(0), reverse: num(0), discount: num(0)}
		if m >= asOf {
			row.discount = num(math.Pow(1+float64(s.Valuation.DiscountRate), float64(m-asOf+1)/12))
		}
		months = append(months, row)
	}
	terms := s.Terms
	share := windowTruth(s, terms.Share.From, terms.Share.Through, terms.Share.EndsAtAGI)
	reverse := map[unit.Month]bool{}
	if terms.Reverse != nil {
		reverse = windowTruth(s, terms.Reverse.From, terms.Reverse.Through, terms.Reverse.EndsAtAGI)
	}
	for _, stream := range s.Outlook.Streams {
		for i, potential := range earnedTruth(s, stream) {
			row := &months[i]
			if !earnsTruth(s, stream, row.month) {
				continue
			}
			base := mult(rate(stream.Shared), potential)
			if stream.Channel == scenario.ChannelAzure {
				if reverse[row.month] {
					row.reverse = plus(row.reverse, mult(rate(terms.Reverse.Rate), base))
				}
				continue
			}
			row.revenue = plus(row.revenue, potential)
			if share[row.month] {
				row.due = plus(row.due, mult(rate(rateTruth(terms.Share, row.month)), base))
			}
		}
	}
	return months
}

func rateTruth(share scenario.Share, month unit.Month) unit.Rate {
	for _, special := range share.RatesByYear {
		if special.Year == month.Year() {
			return special.Rate
		}
	}
	return share.Rate
}

// compute is the whole oracle. What counts toward the cap is, until the cap is
// reached, what was counted before plus everything due since the cap counts;
// the month in which the cap is reached is the first in which that leaves less
// than a sliver.
func compute(s scenario.Scenario) truth {
	result := truth{months: dueTruth(s)}
	share := s.Terms.Share
	sliver := sliverTruth(share)
	result.reached.Before = share.Capped && less(amount(share.Cap), amount(share.AlreadyPaid)).Cmp(sliver) < 0
	done := result.reached.Before
	counted := amount(share.AlreadyPaid)
	for i := range result.months {
		m := &result.months[i]
		m.roomScale = amount(max(share.Cap, share.AlreadyPaid) / 1000)
		switch {
		case !share.Capped:
			m.paid = m.due
			counted = plus(counted, m.due)
		case share.CapFrom != 0 && m.month < share.CapFrom:
			m.paid = m.due
		case done:
			m.paid = num(0)
		default:
			room := less(amount(share.Cap), counted)
			m.paid = m.due
			counted = plus(counted, m.due)
			if m.due.Sign() > 0 && less(amount(share.Cap), counted).Cmp(sliver) < 0 {
				m.paid, counted, done = room, amount(share.Cap), true
				result.reached.Date = dateTruth(m.month, over(room, m.due))
			}
		}
		m.cumulative, m.headroom = counted, num(0)
		if share.Capped {
			m.headroom = atLeastZero(less(amount(share.Cap), counted))
		}
		if done {
			m.headroom = num(0)
		}
		m.forgone = atLeastZero(less(m.due, m.paid))
		m.net = less(m.paid, m.reverse)
	}
	return result
}

func sliverTruth(share scenario.Share) *big.Float {
	return plus(num(0.005), mult(amount(share.Cap), num(1e-12)))
}

func dateTruth(month unit.Month, part *big.Float) unit.Date {
	days := month.Days()
	day, _ := plus(mult(min2(part, num(1)), num(float64(days))), num(1e-6)).Int64()
	return unit.Date{Month: month, Day: min(int(day)+1, days)}
}

// presentValue sums the amounts of the valued months, each by its own divisor.
func (t truth) presentValue(of func(truthMonth) *big.Float) *big.Float {
	sum := num(0)
	for _, m := range t.months {
		if m.discount.Sign() > 0 {
			sum = plus(sum, over(of(m), m.discount))
		}
	}
	return sum
}
