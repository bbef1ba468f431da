package edit

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// SetReverse sets the reverse share as a whole; nil takes it away.
func SetReverse(id string, reverse *scenario.Reverse) Change {
	name := "set reverse share"
	if reverse == nil {
		name = "remove reverse share"
	} else {
		copied := *reverse
		reverse = &copied
	}
	return choice(id, name, func(s *scenario.Scenario) error {
		s.Terms.Reverse = reverse
		return nil
	})
}

// SetReverseRate sets the rate of the reverse share: 0 to 1. Like all changes of
// one field of it, it is refused where there is no reverse share.
func SetReverseRate(id string, rate unit.Rate) Change {
	return field(id, "terms.reverse.rate", "set reverse rate to "+rate.Percent(), setReverseRate(rate))
}

// SetReverseFrom sets the first month of the reverse share.
func SetReverseFrom(id string, from unit.Month) Change {
	return field(id, "terms.reverse.from", "set reverse share from "+from.Short(), setReverseFrom(from))
}

// SetReverseThrough sets the last month of the reverse share.
func SetReverseThrough(id string, through unit.Month) Change {
	return field(id, "terms.reverse.through", "set reverse share through "+through.Short(), setReverseThrough(through))
}

// SetReverseEndsAtAGI sets whether the reverse share ends when AGI is verified.
func SetReverseEndsAtAGI(id string, ends bool) Change {
	return choice(id, onOff("reverse share ends at AGI", ends), setReverseEndsAtAGI(ends))
}

// SetOtherCloudsFrom sets the month from which other clouds are open, zero for
// none.
func SetOtherCloudsFrom(id string, from unit.Month) Change {
	return field(id, "terms.otherClouds.from", "set other clouds from "+orNone(from, "never"), setOtherCloudsFrom(from))
}

// SetAzureLead sets by how many months products ship on Azure first: 0 to 120.
func SetAzureLead(id string, months int) Change {
	name := "set Azure lead to " + strconv.Itoa(months) + " months"
	if months == 1 {
		name = "set Azure lead to 1 month"
	}
	return field(id, "terms.otherClouds.azureLeadMonths", name, setAzureLead(months))
}

// SetOpensAtAGI sets whether other clouds open the month after AGI is verified.
func SetOpensAtAGI(id string, opens bool) Change {
	return choice(id, onOff("other clouds open at AGI", opens), setOpensAtAGI(opens))
}

// SetLicense sets the license as a whole; nil takes it away.
func SetLicense(id string, license *scenario.License) Change {
	name := "set license"
	if license == nil {
		name = "remove license"
	} else {
		copied := *license
		license = &copied
	}
	return choice(id, name, func(s *scenario.Scenario) error {
		s.Terms.License = license
		return nil
	})
}

// SetLicenseThrough sets the last month of the license. It is refused where there
// is no license.
func SetLicenseThrough(id string, through unit.Month) Change {
	return field(id, "terms.license.through", "set license through "+through.Short(), setLicenseThrough(through))
}

// SetExclusive sets whether and how long the license is exclusive. It is refused
// where there is no license.
func SetExclusive(id string, exclusive scenario.Exclusive) Change {
	return choice(id, "set license to "+exclusive.Words(), setExclusive(exclusive))
}

func setReverseRate(rate unit.Rate) amendment {
	return onReverse(func(r *scenario.Reverse) { r.Rate = rate })
}

func setReverseFrom(from unit.Month) amendment {
	return onReverse(func(r *scenario.Reverse) { r.From = from })
}

func setReverseThrough(through unit.Month) amendment {
	return onReverse(func(r *scenario.Reverse) { r.Through = through })
}

func setReverseEndsAtAGI(ends bool) amendment {
	return onReverse(func(r *scenario.Reverse) { r.EndsAtAGI = ends })
}

func setOtherCloudsFrom(from unit.Month) amendment {
	return onClouds(func(clouds *scenario.OtherClouds) { clouds.From = from })
}

func setAzureLead(months int) amendment {
	return onClouds(func(clouds *scenario.OtherClouds) { clouds.AzureLeadMonths = months })
}

func setOpensAtAGI(opens bool) amendment {
	return onClouds(func(clouds *scenario.OtherClouds) { clouds.OpensAtAGI = opens })
}

func setLicenseThrough(through unit.Month) amendment {
	return onLicense(func(license *scenario.License) { license.Through = through })
}

func setExclusive(exclusive scenario.Exclusive) amendment {
	return onLicense(func(license *scenario.License) { license.Exclusive = exclusive })
}

func onReverse(f func(*scenario.Reverse)) amendment {
	return func(s *scenario.Scenario) error {
		if s.Terms.Reverse == nil {
			return refuse("terms.reverse", "there is no reverse share; add one first")
		}
		reverse := *s.Terms.Reverse
		f(&reverse)
		s.Terms.Reverse = &reverse
		return nil
	}
}

func onClouds(f func(*scenario.OtherClouds)) amendment {
	return func(s *scenario.Scenario) error {
		f(&s.Terms.OtherClouds)
		return nil
	}
}

func onLicense(f func(*scenario.License)) amendment {
	return func(s *scenario.Scenario) error {
		if s.Terms.License == nil {
			return refuse("terms.license", "there is no license; add one first")
		}
		license := *s.Terms.License
		f(&license)
		s.Terms.License = &license
		return nil
	}
}
