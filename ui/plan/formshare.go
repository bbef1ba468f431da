package plan

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/format"
	"headroom/ui/look"
)

// shareSection holds the cap, the rate and the window of the share.
func (f *form) shareSection(now scenario.Scenario) {
	f.rows.Add(look.NewHeading("Cap and share"))
	limit := func(s scenario.Scenario) float64 {
		if !s.Terms.Share.Capped {
			return math.NaN()
		}
		return float64(s.Terms.Share.Cap)
	}
	setCap := func(v float64) edit.Change {
		if math.IsNaN(v) {
			return edit.RemoveCap(f.id())
		}
		return edit.SetCap(f.id(), unit.Amount(v))
	}
	f.row("Total cap", "What OpenAI pays in all, at most; empty for no cap", []float32{look.Stretch, amountWidth, chipWidth},
		f.slider("terms.share.cap", 0, 100e9, 0.1e9, format.Amount("").Short, limit, setCap),
		f.number("terms.share.cap", format.Amount("no cap"), limit, setCap),
		f.chip("terms.share.cap"))
	f.pinRow(now, scenario.InputCap)
	rate := func(s scenario.Scenario) float64 { return float64(s.Terms.Share.Rate) }
	setRate := func(v float64) edit.Change { return edit.SetRate(f.id(), unit.Rate(v)) }
	byYear := look.NewLink("terms.share.ratesByYear", "Other rates by year…", func() { ratesByYear(f.desk) })
	f.add(byYear, func(s scenario.Scenario) {
		text, hint := "Other rates by year…", "Other rates in some years"
		if other := s.Terms.Share.RatesByYear; len(other) > 0 {
			text, hint = "Other rates in "+words.Count(len(other), "year", "years")+"…", "Other rates:"
			for _, r := range other {
				hint += fmt.Sprintf(" %d %s", r.Year, r.Rate.Percent())
			}
		}
		if text != byYear.Text() {
			byYear.SetText(text)
			f.lines[byYear].Refresh() // its width
		}
		byYear.SetTooltip(hint)
	})
	f.row("Share rate", "The part of OpenAI's revenue that is due to Microsoft", []float32{look.Stretch, amountWidth, chipWidth},
		f.slider("terms.share.rate", 0, 0.5, 0.005, format.Rate(0, 1).Short, rate, setRate),
		f.number("terms.share.rate", format.Rate(0, 1), rate, setRate),
		f.chip("terms.share.rate"))
	f.pinRow(now, scenario.InputRate)
	f.labeledRow(layout.NewSpacer(), []float32{look.Natural}, byYear)
	f.row("Paid", "The first and the last month of the share", []float32{monthWidth, look.Natural, monthWidth, look.Natural},
		f.month("terms.share.from", "", func(s scenario.Scenario) unit.Month { return s.Terms.Share.From },
			func(m unit.Month) edit.Change { return edit.SetShareFrom(f.id(), m) }),
		look.NewMuted("to"),
		f.month("terms.share.through", "", func(s scenario.Scenario) unit.Month { return s.Terms.Share.Through },
			func(m unit.Month) edit.Change { return edit.SetShareThrough(f.id(), m) }),
		f.yoursChip("terms.share.from", "terms.share.through"))
	f.row("Cap counts from", "Payments before this month are made in full and do not count", []float32{monthWidth, look.Natural},
		f.month("terms.share.capFrom", "the start", func(s scenario.Scenario) unit.Month { return s.Terms.Share.CapFrom },
			func(m unit.Month) edit.Change { return edit.SetCapFrom(f.id(), m) }),
		f.chip("terms.share.capFrom"))
	f.row("Counted before", "What counts toward the cap from before the first year", []float32{monthWidth, look.Natural},
		f.number("terms.share.alreadyPaid", format.Amount(""), func(s scenario.Scenario) float64 { return float64(s.Terms.Share.AlreadyPaid) },
			func(v float64) edit.Change { return edit.SetAlreadyPaid(f.id(), unit.Amount(v)) }),
		f.chip("terms.share.alreadyPaid"))
}

// valuationSection holds how payments are discounted.
func (f *form) valuationSection() {
	f.rows.Add(look.NewHeading("Valuation"))
	f.row("Discount rate", "By how much a year's waiting makes a payment worth less", []float32{monthWidth, look.Natural},
		f.number("valuation.discountRate", format.Rate(-0.5, 10), func(s scenario.Scenario) float64 { return float64(s.Valuation.DiscountRate) },
			func(v float64) edit.Change { return edit.SetDiscountRate(f.id(), unit.Rate(v)) }),
		f.yoursChip("valuation.discountRate"))
	f.row("Valued as of", "The month whose money the present value is in", []float32{monthWidth, look.Natural},
		f.month("valuation.asOf", "the start", func(s scenario.Scenario) unit.Month { return s.Valuation.AsOf },
			func(m unit.Month) edit.Change { return edit.SetAsOf(f.id(), m) }),
		f.yoursChip("valuation.asOf"))
}
