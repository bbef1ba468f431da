package report

import (
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/words"
)

// deal shows the agreement over time, and what each of its terms is worth beside the
// terms before the amendment, under the outlook of the first scenario.
func (m maker) deal() ([]Section, error) {
	s := m.first()
	prior, ok := preset.FindTerms(preset.PriorTerms)
	if !ok {
		return nil, fmt.Errorf("there are no shipped terms %q", preset.PriorTerms)
	}
	s, err := underAmended(s, prior.Terms)
	if err != nil {
		return nil, err
	}
	before := prior.ApplyTo(s.Scenario)
	deal, err := compare.NewDeal(s.Scenario, prior.Terms, s.Terms)
	if err != nil {
		return nil, fmt.Errorf("value the terms of %q: %w", s.ID, err)
	}
	table := termsTable(deal, before, s)
	favor := words.Favor(deal.ToOpenAI(), s.LastYear)
	return []Section{{ID: "deal", Title: "The deal", Level: 1, Blocks: []Block{
		Paragraph{"What " + named(s.Terms, "these terms") + " change beside " + named(prior.Terms, "the prior ones") + ", under the outlook of " + words.Inner(s.Name, 60) + ": " + favor + ".", Plain},
		Figure{
			Chart: plot.Deal{Subject: s.drawn(), Prior: prior.Terms}, Width: 900, Height: 360, NarrowWidth: 380, NarrowHeight: 420,
			Caption: "The agreement over time, before the amendment and as amended",
			Says:    dealSays(deal, before, s),
		},
		table,
	}}}, nil
}

// underAmended returns a subject under the amended terms where its own are the prior
// ones: there would be nothing to say of them.
func underAmended(s subject, prior scenario.Terms) (subject, error) {
	if !s.Terms.Same(prior) {
		return s, nil
	}
	amended, ok := preset.FindTerms(preset.AmendedTerms)
	if !ok {
		return s, fmt.Errorf("there are no shipped terms %q", preset.AmendedTerms)
	}
	s.Scenario = amended.ApplyTo(s.Scenario)
	var err error
	s.projection, err = scenario.Project(s.Scenario)
	return s, err
}

func named(t scenario.Terms, otherwise string) string {
	if t.Name == "" {
		return otherwise
	}
	return "the terms “" + t.Name + "”"
}

// termsTable holds both terms side by side, and says what each change is worth.
func termsTable(deal compare.Deal, before scenario.Scenario, s subject) Table {
	t := Table{Caption: "What each term is worth through " + strconv.Itoa(s.LastYear), Columns: []Column{
		{"Term", Words},
		{"Before", Words},
		{"As amended", Words},
		{"Worth to\nOpenAI", Dollars},
		{"Worth to\nMicrosoft", Dollars},
		{"Revenue\nallowed", Dollars},
		{"Status", Words},
	}}
	moves := false
	for _, term := range deal.Terms {
		prior, amended := TermWords(term, before, s.Scenario)
		row := []Cell{Text(TermName(term)), Text(prior), Text(amended), Change(term.ToOpenAI()), Change(term.ToMicrosoft()), Nothing(), termStatus(term, s)}
		if term.Revenue != 0 {
			moves = true
			row[5] = Change(term.Revenue)
		}
		if term.Reason != "" {
			row[4] = Nothing()
			row[3] = Cell{Text: "–"}
			t.Notes = append(t.Notes, TermName(term)+" is worth nothing by itself: "+term.Reason+".")
		}
		t.Rows = append(t.Rows, Row{Cells: row})
	}
	t.Rows = append(t.Rows, Row{Kind: RowTotal, Cells: []Cell{
		Text("Net"), Nothing(), Nothing(), Change(deal.ToOpenAI()), Change(deal.ToMicrosoft()), Nothing(), Nothing(),
	}})
	if moves {
		t.Notes = append(t.Notes, "Revenue that a term allows, or forbids, is OpenAI's and no payment: it is not added in.")
	}
	t.keep(func(i int) bool { return i != 5 || moves })
	return t
}

// termStatus says how well the amended side of a term is known, and leads to where
// that is from.
func termStatus(t compare.TermWorth, s subject) Cell {
	for _, d := range t.Fields {
		if in := explain.At(s.Scenario, d.Path); in.Value != "" && in.Source != nil {
			return Linked(statusOf(in), in.Source.URL)
		}
	}
	return Text(own)
}

func dealSays(deal compare.Deal, before scenario.Scenario, s subject) []string {
	var says []string
	for _, term := range deal.Terms {
		prior, amended := TermWords(term, before, s.Scenario)
		says = append(says, TermName(term)+": before "+prior+"; as amended "+amended+".")
	}
	return says
}
