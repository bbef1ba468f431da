package edit

import (
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
	return setRate(id, "terms.reverse.rate", rate)
}

// SetReverseFrom sets the first month of the reverse share.
func SetReverseFrom(id string, from unit.Month) Change {
	return set(id, "terms.reverse.from", scenario.MonthValue(from))
}

// SetReverseThrough sets the last month of the reverse share.
func SetReverseThrough(id string, through unit.Month) Change {
	return set(id, "terms.reverse.through", scenario.MonthValue(through))
}

// SetReverseEndsAtAGI sets whether the reverse share ends when AGI is verified.
func SetReverseEndsAtAGI(id string, ends bool) Change {
	return setTruth(id, "terms.reverse.endsAtAGI", ends)
}

// SetOtherCloudsFrom sets the month from which other clouds are open, zero for
// none.
func SetOtherCloudsFrom(id string, from unit.Month) Change {
	return setMonth(id, "terms.otherClouds.from", from, "never")
}

// SetAzureLead sets by how many months products ship on Azure first: 0 to 120.
func SetAzureLead(id string, months int) Change {
	return setCount(id, "terms.otherClouds.azureLeadMonths", months)
}

// SetOpensAtAGI sets whether other clouds open the month after AGI is verified.
func SetOpensAtAGI(id string, opens bool) Change {
	return setTruth(id, "terms.otherClouds.opensAtAGI", opens)
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
	return set(id, "terms.license.through", scenario.MonthValue(through))
}

// SetExclusive sets whether and how long the license is exclusive. It is refused
// where there is no license.
func SetExclusive(id string, exclusive scenario.Exclusive) Change {
	return set(id, "terms.license.exclusive", scenario.TextValue(string(exclusive)))
}
