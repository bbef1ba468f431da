package scenario

import (
	"fmt"

	"headroom/scenario/unit"

	"headroom/scenario/fault"
)

// Check returns all that is wrong with the scenario, in the order in which a
// file writes its fields; nil where it is sound. Paths are within the scenario:
// terms.share.rate, outlook.streams[1].growth.2029. What is odd but can be
// computed is no fault: a projection warns of it. Sources are left out: field.Check,
// which knows what their paths name, has them too.
func (s Scenario) Check() fault.List { return s.check(true) }

func (s *Scenario) check(labels bool) fault.List {
	c := checker{fault.Checker{Labels: labels}}
	c.ID(fault.At("id"), s.ID)
	c.Name(fault.At("name"), s.Name)
	c.Color(fault.At("color"), s.Color)
	c.Text(fault.At("note"), s.Note, MaxNote)
	known := c.horizon(s.FirstYear, s.LastYear)
	c.outlook(s, known)
	c.deal(&s.Terms, &s.Valuation)
	if s.Uncertainty != nil {
		c.uncertainty(s.Uncertainty, &s.Terms.Share)
	}
	if s.Pin != nil {
		s.Pin.Check(&c.Checker)
	}
	return c.Found
}

// horizon reports whether first and last year can be relied upon.
func (c *checker) horizon(first, last int) bool {
	ok := c.Whole(fault.At("firstYear"), first, MinYear, MaxYear)
	if !c.Whole(fault.At("lastYear"), last, MinYear, MaxYear) || !ok {
		return false
	}
	if last < first {
		c.Add(fault.At("lastYear"), fmt.Sprintf("%d is before the first year, %d", last, first))
		return false
	}
	if n := last - first + 1; n > MaxHorizon {
		c.Add(fault.At("lastYear"), fmt.Sprintf("%d makes a horizon of %d years; at most %d are taken", last, n, MaxHorizon))
		return false
	}
	return true
}

func (c *checker) outlook(s *Scenario, known bool) {
	o := &s.Outlook
	c.OptionalName(fault.At("outlook.name"), o.Name)
	c.OptionalID(fault.At("outlook.preset"), o.Preset)
	c.Word(fault.At("outlook.shape"), string(o.Shape), o.Shape == ShapeRamp || o.Shape == ShapeEven, "ramp or even")
	c.OptionalMonth(fault.At("outlook.agiVerified"), o.AGIVerified)
	c.Word(fault.At("outlook.afterActuals"), string(o.AfterActuals), isAfterActuals(o.AfterActuals), "keep-year, keep-months, rescale or pace")
	if n := len(o.Streams); n > MaxStreams {
		c.Add(fault.At("outlook.streams"), fmt.Sprintf("has %d entries; at most %d are taken", n, MaxStreams))
	}
	for i := range o.Streams {
		c.stream(s, i, known)
	}
}

func (c *checker) stream(s *Scenario, i int, known bool) {
	here := func(field string) fault.Place { return fault.InStream(i, field) }
	stream := &s.Outlook.Streams[i]
	c.Name(here("name"), stream.Name)
	if c.Labels && stream.Name != "" && named(s.Outlook.Streams[:i], stream.Name) {
		c.Add(here("name"), fault.Quoted(stream.Name)+" is the name of another stream")
	}
	c.Word(here("channel"), string(stream.Channel), isChannel(stream.Channel), "direct, other-cloud or azure")
	if stream.Launch != 0 {
		launched := c.Whole(here("launch"), stream.Launch, MinYear, MaxYear)
		if launched && known && stream.Launch < s.FirstYear {
			c.Add(here("launch"), fmt.Sprintf("%d is before the first year, %d", stream.Launch, s.FirstYear))
			launched = false
		}
		known = known && launched
	}
	c.amount(here("base"), stream.Base)
	c.Rate(here("shared"), stream.Shared)
	c.growth(here("growth"), stream.Growth)
	if known {
		c.growing(here("growth"), stream, s.FirstYear, s.LastYear)
	}
	c.actuals(here("actuals"), stream.Actuals)
}

func isAfterActuals(a AfterActuals) bool {
	switch a.Rule() {
	case KeepYear, KeepMonths, Rescale, HoldPace:
		return true
	}
	return false
}

// actuals checks what a stream has earned: each period is a month or a quarter of
// its own.
func (c *checker) actuals(p fault.Place, actuals Actuals) {
	if n := len(actuals); n > MaxActuals {
		c.Add(p, fmt.Sprintf("has %d entries; at most %d are taken", n, MaxActuals))
		return
	}
	before := unit.Period{First: unit.FirstMonth - 1, Months: 1}
	for i := range actuals {
		a := &actuals[i]
		if a.Period.First > before.Last() && a.Period.IsPart() && a.Amount >= 0 && a.Amount <= MaxAmount {
			before = a.Period
			continue
		}
		here := p.Of(a.Period)
		switch {
		case !a.Period.IsPart():
			c.Add(here, fmt.Sprintf("is not a month or a quarter from %d to %d", MinYear, MaxYear))
			continue
		case a.Period.First > before.Last():
		case a.Period == before || a.Period.First < before.First:
			c.Add(here, "comes twice or out of order")
		case a.Period.Months > 1:
			c.Add(here, "covers "+before.String()+", which has an actual of its own; no month is given twice")
		default:
			c.Add(here, "lies in "+before.String()+", which has an actual of its own; no month is given twice")
		}
		c.amount(here, a.Amount)
		if a.Period.Last() > before.Last() {
			before = a.Period
		}
	}
}

func named(streams []Stream, name string) bool {
	for i := range streams {
		if streams[i].Name == name {
			return true
		}
	}
	return false
}

func isChannel(ch Channel) bool {
	return ch == ChannelDirect || ch == ChannelOtherCloud || ch == ChannelAzure
}

// growing checks that each year in which the stream grows has its growth.
func (c *checker) growing(p fault.Place, stream *Stream, first, last int) {
	if stream.Launch != 0 {
		first = stream.Launch + 1
	}
	for year := first; year <= last; year++ {
		if _, ok := stream.Growth.Get(year); !ok {
			c.Add(p.In(year), "missing")
		}
	}
}

func (c *checker) deal(t *Terms, v *Valuation) {
	c.terms(t)
	c.Number(fault.At("valuation.discountRate"), float64(v.DiscountRate), MinDiscount, MaxDiscount)
	c.OptionalMonth(fault.At("valuation.asOf"), v.AsOf)
}

func (c *checker) terms(t *Terms) {
	c.OptionalName(fault.At("terms.name"), t.Name)
	c.OptionalID(fault.At("terms.preset"), t.Preset)
	c.share(&t.Share)
	if r := t.Reverse; r != nil {
		c.Rate(fault.At("terms.reverse.rate"), r.Rate)
		c.Window(fault.At("terms.reverse.from"), fault.At("terms.reverse.through"), r.From, r.Through)
	}
	c.OptionalMonth(fault.At("terms.otherClouds.from"), t.OtherClouds.From)
	c.Whole(fault.At("terms.otherClouds.azureLeadMonths"), t.OtherClouds.AzureLeadMonths, 0, MaxAzureLead)
	if l := t.License; l != nil {
		c.Month(fault.At("terms.license.through"), l.Through)
		c.Word(fault.At("terms.license.exclusive"), string(l.Exclusive),
			l.Exclusive == ExclusiveNo || l.Exclusive == ExclusiveUntilAGI || l.Exclusive == ExclusiveYes,
			"no, until-agi or yes")
	}
}

func (c *checker) share(s *Share) {
	c.Rate(fault.At("terms.share.rate"), s.Rate)
	c.years(fault.At("terms.share.ratesByYear"), s.RatesByYear, 0, 1)
	c.Window(fault.At("terms.share.from"), fault.At("terms.share.through"), s.From, s.Through)
	if c.OptionalMonth(fault.At("terms.share.capFrom"), s.CapFrom) && !s.CapFrom.IsZero() &&
		isMonth(s.Through) && s.CapFrom > s.Through {
		c.Add(fault.At("terms.share.capFrom"), s.CapFrom.String()+" is after "+s.Through.String()+", where the share ends")
	}
	if s.Capped {
		c.amount(fault.At("terms.share.cap"), s.Cap)
	}
	c.amount(fault.At("terms.share.alreadyPaid"), s.AlreadyPaid)
}

func isMonth(m unit.Month) bool { return m >= unit.FirstMonth && m <= unit.LastMonth }

func (c *checker) uncertainty(u *Uncertainty, share *Share) {
	c.years(fault.At("uncertainty.growthSD"), u.GrowthSD, 0, MaxSD)
	c.Number(fault.At("uncertainty.correlation"), float64(u.Correlation), -1, 1)
	if u.CapRange == nil {
		return
	}
	if !share.Capped {
		c.Add(fault.At("uncertainty.capRange"), "needs a cap: set terms.share.cap or leave the range out")
	}
	low, high := u.CapRange.Low, u.CapRange.High
	if c.amount(fault.At("uncertainty.capRange.low"), low) && share.Capped && low > share.Cap {
		c.Add(fault.At("uncertainty.capRange.low"), unit.Number(float64(low))+" is above the cap, "+unit.Number(float64(share.Cap)))
	}
	if c.amount(fault.At("uncertainty.capRange.high"), high) && share.Capped && high < share.Cap {
		c.Add(fault.At("uncertainty.capRange.high"), unit.Number(float64(high))+" is below the cap, "+unit.Number(float64(share.Cap)))
	}
}
