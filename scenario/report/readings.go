package report

import (
	"strconv"

	"headroom/scenario/words"
)

// readings says what the figures assume, and what they do not say.
func (m maker) readings() ([]Section, error) {
	general := []string{
		"Nothing here is a reading of the contract, which is not public. A figure is confirmed (in a statement by Microsoft or OpenAI), reported (in the press, from unnamed people or leaked documents) or an estimate (an analyst's, or derived); one marked as own was set by whoever made the scenario.",
		"Payments are computed month by month, at the year's rate on the revenue that the share applies to. A month that a term only partly covers belongs to the term in force for most of it.",
		"The day on which a cap is reached depends on how revenue is spread within its year, which alone can move it by ten days. The month is what can be relied on.",
		"Before payments count toward the cap they are made in full. From then on no more is paid than the cap leaves room for; what is due beyond it is what the cap saves.",
		"Present value counts each payment at the end of its month, from the month of valuation on.",
		"Whether the share is computed on revenue before or after what partners keep is not published; the part of a stream that is shared is an assumption.",
	}
	return []Section{
		{ID: "readings", Title: "Readings and limits", Level: 1, Blocks: []Block{List{general}}},
		{ID: "readings-scenarios", Title: "Of each scenario", Level: 2, Blocks: []Block{m.each()}},
	}, nil
}

// each says how each scenario reads what is open, those that read it alike together.
func (m maker) each() List {
	var said []string
	names := map[string][]string{}
	for _, s := range m.subjects {
		for _, reading := range readingOf(s) {
			if names[reading] == nil {
				said = append(said, reading)
			}
			names[reading] = append(names[reading], words.Inner(s.Name, 60))
		}
	}
	var l List
	for _, reading := range said {
		l.Items = append(l.Items, words.List(names[reading])+": "+reading)
	}
	return l
}

// readingOf says how a scenario reads what is open.
func readingOf(s subject) []string {
	share := s.Terms.Share
	said := "the share of " + words.ShareRates(share) + " is paid " + words.Window(share)
	if from, through := s.ShareWindow(); share.EndsAtAGI && through < share.Through && from <= through {
		said += ", and ends with AGI in " + s.Outlook.AGIVerified.Long()
	}
	if share.Capped {
		said += "; payments count toward the cap from " + words.CapStart(share)
	}
	out := []string{said + ". Revenue within a year " + s.Outlook.Shape.Words() + "."}
	for i, st := range s.Outlook.Streams {
		if c, ok := s.Continuation(i); ok {
			out = append(out, st.Name+" is actual through "+c.Last.Long()+" and then goes on by the rule “"+c.Rule.Words()+"”.")
		}
	}
	if s.FirstYear != s.LastYear {
		out[0] += " The horizon is " + strconv.Itoa(s.FirstYear) + " to " + strconv.Itoa(s.LastYear) + "; nothing is said of later years."
	}
	return out
}
