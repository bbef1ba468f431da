package compare

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Deal says what changing the terms of a scenario is worth: the bridge in net
// between the two terms, all else being the scenario's.
type Deal struct {
	Prior, Amended End // results are of Net
	Terms          []TermWorth
}

// A TermWorth is what one changed term is worth over the horizon.
type TermWorth struct {
	Group   Group
	Net     unit.Amount  // change in net to Microsoft; less than 0 is to OpenAI's favor
	Revenue unit.Amount  // of OpenAI that the term allows, or less than 0 forbids; no part of Net
	Reason  string       // why it moves no money, for people; empty where it does
	Fields  []Difference // that differ: the values of the prior terms, then of the amended
}

// ToMicrosoft returns what the term is worth to Microsoft.
func (t TermWorth) ToMicrosoft() unit.Amount { return t.Net }

// ToOpenAI returns what the term is worth to OpenAI.
func (t TermWorth) ToOpenAI() unit.Amount { return 0 - t.Net }

// ToMicrosoft returns what the change of all terms is worth to Microsoft.
func (d Deal) ToMicrosoft() unit.Amount { return d.Amended.Amount - d.Prior.Amount }

// ToOpenAI returns what the change of all terms is worth to OpenAI.
func (d Deal) ToOpenAI() unit.Amount { return d.Prior.Amount - d.Amended.Amount }

// NewDeal returns what changing the terms of s from prior to amended is worth.
// Terms that are alike on both sides are left out. It fails with the Faults of a
// scenario that cannot be computed.
func NewDeal(s scenario.Scenario, prior, amended scenario.Terms) (Deal, error) {
	from, to := under(s, prior), under(s, amended)
	bridge, err := NewBridge(from, to, Net)
	if err != nil {
		return Deal{}, err
	}
	d := Deal{Prior: bridge.From, Amended: bridge.To}
	fields := map[Group][]Difference{}
	for _, f := range Inputs([]scenario.Scenario{from, to}, 0) {
		fields[f.Group] = append(fields[f.Group], f)
	}
	for _, step := range bridge.Steps {
		term := TermWorth{Group: step.Group, Net: step.Change, Revenue: step.Revenue, Fields: fields[step.Group]}
		if term.Net == 0 {
			term.Reason = idle(step.Group.Kind, &from, &to)
		}
		d.Terms = append(d.Terms, term)
	}
	license := Group{Kind: License}
	if changed := fields[license]; changed != nil {
		d.Terms = append(d.Terms, TermWorth{Group: license, Reason: "it moves no payment", Fields: changed})
	}
	return d, nil
}

// WorthToOpenAI returns what changing the terms of s is worth to OpenAI: how much
// less it then pays, net. It fails with the Faults of a scenario that cannot be
// computed.
func WorthToOpenAI(s scenario.Scenario, prior, amended scenario.Terms) (unit.Amount, error) {
	before, err := scenario.Total(under(s, prior))
	if err != nil {
		return 0, err
	}
	after, err := scenario.Total(under(s, amended))
	return before.Net - after.Net, err
}

// under returns s under other terms, without what belongs to its own: sources,
// and the range of an uncertain cap.
func under(s scenario.Scenario, terms scenario.Terms) scenario.Scenario {
	s.Terms, s.Uncertainty, s.Sources = terms, nil, nil
	return s
}

// idle says why a term that differs moves no money.
func idle(kind Kind, from, to *scenario.Scenario) string {
	switch kind {
	case Cap, CapStart:
		if !from.Terms.Share.Capped && !to.Terms.Share.Capped {
			return "there is no cap"
		}
		if kind == Cap && !reaches(from) && !reaches(to) {
			return "the cap is not reached"
		}
	case AGI:
		if from.Outlook.AGIVerified.IsZero() {
			return "AGI is not verified under this outlook"
		}
	case ReverseShare:
		if !has(from, scenario.ChannelAzure) {
			return "no stream is Azure resale"
		}
	case Clouds:
		if !has(from, scenario.ChannelOtherCloud) {
			return "no stream is sold through other clouds"
		}
	}
	return "it changes no payment under this outlook"
}

func reaches(s *scenario.Scenario) bool {
	total, err := scenario.Total(*s)
	return err == nil && total.Reached.Ever()
}

func has(s *scenario.Scenario, channel scenario.Channel) bool {
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Channel == channel {
			return true
		}
	}
	return false
}
