package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/report"
	"headroom/scenario/unit"
)

// flat returns a scenario that earns 12 billion a year, of which a fifth is due: 2.4
// billion a year.
func flat(id, name string) scenario.Scenario {
	s := scenario.Scenario{ID: id, Name: name, FirstYear: 2026, LastYear: 2028}
	s.Outlook.Shape = scenario.ShapeEven
	s.Outlook.Streams = []scenario.Stream{{
		Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
		Growth: scenario.ByYear{{Year: 2026}, {Year: 2027}, {Year: 2028}},
	}}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2028, 12), Capped: true, Cap: 6e9}
	s.Valuation.DiscountRate = 0.1
	return s
}

func made(t *testing.T, r report.Request) report.Report {
	t.Helper()
	out, err := report.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func of(scenarios ...scenario.Scenario) report.Request {
	return report.Request{Workspace: scenario.Workspace{Scenarios: scenarios}}
}

// section returns the section with an id.
func section(t *testing.T, r report.Report, id string) report.Section {
	t.Helper()
	at := slices.IndexFunc(r.Sections, func(s report.Section) bool { return s.ID == id })
	if at < 0 {
		t.Fatalf("there is no section %q", id)
	}
	return r.Sections[at]
}

// first returns the first block of a kind in a section.
func first[T report.Block](t *testing.T, s report.Section) T {
	t.Helper()
	for _, b := range s.Blocks {
		if of, ok := b.(T); ok {
			return of
		}
	}
	t.Fatalf("section %q has no such block", s.ID)
	panic("not reached")
}

func TestTheAnswerIsASentence(t *testing.T) {
	for _, c := range []struct {
		about  string
		change func(*scenario.Scenario)
		want   string
	}{
		{"reached", func(*scenario.Scenario) {}, "The cap of $6.0B is reached in June 2028, about the 30th. OpenAI pays $6.0B through 2028, and the cap saves it $1.2B."},
		{"not reached", func(s *scenario.Scenario) { s.Terms.Share.Cap = 8e9 }, "The cap of $8.0B is not reached by 2028: $800M of headroom is left. OpenAI pays $7.2B through 2028."},
		{"no cap", func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }, "There is no cap, and OpenAI pays $7.2B through 2028."},
		{"reached before", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 6e9 }, "The cap of $6.0B is reached before 2026, by what was counted before; OpenAI pays $0 through 2028, and the cap saves it $7.2B."},
	} {
		s := flat("a", "A")
		c.change(&s)
		lead := first[report.Paragraph](t, section(t, made(t, of(s)), "answer"))
		if lead.Text != c.want || lead.Kind != report.Lead {
			t.Errorf("%s: %q, want %q", c.about, lead.Text, c.want)
		}
	}
}

func TestWhatIsActualIsToldFromTheForecast(t *testing.T) {
	s := flat("a", "A")
	s.Outlook.Streams[0].Actuals = scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 3e9}}
	r := made(t, of(s))
	years := first[report.Table](t, section(t, r, "scenario-a"))
	var known []string
	for _, row := range years.Rows {
		known = append(known, row.Cells[1].Text)
	}
	if got := strings.Join(known, ", "); got != "3 of 12 months actual, forecast, forecast, " {
		t.Errorf("the years are %s", got)
	}
	said := fmt.Sprint(section(t, r, "answer").Blocks)
	for _, want := range []string{"actual through March 2026", "$12.0B a year"} {
		if !strings.Contains(said, want) {
			t.Errorf("the answer does not say %q: %s", want, said)
		}
	}
	if text := fmt.Sprint(section(t, r, "readings-scenarios").Blocks); !strings.Contains(text, "by the rule “Keep the year's plan”") {
		t.Errorf("the rule is not said: %s", text)
	}
}

func TestInputsSayHowWellTheyAreKnown(t *testing.T) {
	s := flat("a", "A")
	source := scenario.Source{Status: scenario.StatusReported, Publisher: "Press", Date: "2026-05-11", URL: "https://example.org/a"}
	cap, rate := source, source
	cap.Value, rate.Value = scenario.NumberValue(6e9), scenario.NumberValue(0.25)
	s.Sources = map[string]scenario.Source{"terms.share.cap": cap, "terms.share.rate": rate}
	r := made(t, of(s))
	rests := section(t, r, "rests")
	rows := map[string]string{}
	for _, row := range first[report.Table](t, rests).Rows {
		rows[row.Cells[0].Text] = row.Cells[1].Text + "|" + row.Cells[2].Text + "|" + row.Cells[3].Text + "|" + row.Cells[3].Link
	}
	for name, want := range map[string]string{
		"Total cap":             "$6.00B|reported|Press, May 11, 2026|https://example.org/a",
		"Share rate":            "20%|own|was 25%, Press, May 11, 2026|https://example.org/a",
		"Cap counts from":       "Jan 2026|own||",
		"Revenue, 2026 to 2028": "$36.00B|own|own figures|",
	} {
		if rows[name] != want {
			t.Errorf("%s is %q, want %q", name, rows[name], want)
		}
	}
	if standing := first[report.Paragraph](t, rests).Text; !strings.Contains(standing, "1 is reported in the press and ") {
		t.Errorf("it says %q", standing)
	}
	sources := first[report.Table](t, section(t, r, "sources"))
	if len(sources.Rows) != 1 || sources.Rows[0].Cells[2].Text != "Total cap; Share rate" {
		t.Errorf("the sources are %v", sources.Rows)
	}
}

func TestOnlyAddressesOfTheWebAreLinks(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/": "https://example.org/", "HTTP://example.org": "HTTP://example.org",
		"javascript:alert(1)": "", "file:///etc/passwd": "", "example.org": "", "": "",
	} {
		if got := report.Linked("a", address).Link; got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
}

func TestWhichScenarioIsFirst(t *testing.T) {
	w := scenario.Workspace{Scenarios: []scenario.Scenario{flat("a", "A"), flat("b", "B"), flat("c", "C")}}
	w.Scenarios[1].Terms.Share.Cap = 5e9
	w.View.Selected = "b"
	for _, c := range []struct {
		about string
		given []string
		want  string
	}{
		{"the one selected", nil, "B: The cap of $5.0B"},
		{"the first given", []string{"c", "b"}, "C: The cap of $6.0B"},
	} {
		lead := first[report.Paragraph](t, section(t, made(t, report.Request{Workspace: w, Scenarios: c.given}), "answer")).Text
		if !strings.HasPrefix(lead, c.want) {
			t.Errorf("%s: %q, want %q", c.about, lead, c.want)
		}
	}
}

func TestManyScenariosAreHeldAgainstTheFirstInSeveralTables(t *testing.T) {
	r := of(flat("a0", "A0"))
	for i := 1; i < 8; i++ {
		s := flat(fmt.Sprintf("a%d", i), fmt.Sprintf("A%d", i))
		s.Terms.Share.Cap += 1e8 * 1
		s.Terms.Share.Rate = 0.3
		r.Workspace.Scenarios = append(r.Workspace.Scenarios, s)
	}
	seen := map[string]int{}
	for _, b := range section(t, made(t, r), "comparison").Blocks {
		table, ok := b.(report.Table)
		if !ok {
			continue
		}
		if table.Columns[1].Title != "A0" {
			t.Errorf("a table begins with %q", table.Columns[1].Title)
		}
		for _, c := range table.Columns[1:] {
			seen[c.Title]++
		}
	}
	for _, s := range r.Workspace.Scenarios[1:] {
		if seen[s.Name] != 1 {
			t.Errorf("%s is compared %d times", s.Name, seen[s.Name])
		}
	}
}

func TestOneScenarioIsNotCompared(t *testing.T) {
	for _, s := range made(t, of(flat("a", "A"))).Sections {
		if s.ID == "comparison" || strings.HasPrefix(s.ID, "bridge") {
			t.Errorf("there is a section %q", s.ID)
		}
	}
}

func TestTheDealIsWorthWhatThePressComputed(t *testing.T) {
	r := made(t, report.Request{Workspace: preset.Default(), Scenarios: []string{"february-2026"}})
	terms := first[report.Table](t, section(t, r, "deal"))
	worth := map[string]string{}
	for _, row := range terms.Rows {
		worth[row.Cells[0].Text] = row.Cells[3].Text
	}
	for name, want := range map[string]string{"Total cap": "+$96.60B", "Reverse share to OpenAI": "−$20.22B", "Net": "+$76.38B"} {
		if worth[name] != want {
			t.Errorf("%s is worth %q, want %q", name, worth[name], want)
		}
	}
}

func TestAReportIsRefused(t *testing.T) {
	unsound := flat("a", "A")
	unsound.Terms.Share.Rate = 2
	for about, c := range map[string]struct {
		request report.Request
		want    string
	}{
		"of nothing":           {of(), "holds no scenarios"},
		"of what is not there": {report.Request{Workspace: of(flat("a", "A")).Workspace, Scenarios: []string{"b"}}, `there is no scenario "b"`},
		"of what is not sound": {of(unsound), "terms.share.rate"},
	} {
		if _, err := report.New(c.request); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, want %q", about, err, c.want)
		}
	}
}

// TestEveryRowHasItsCells holds all tables of the default workspace, and of one in
// which everything happens.
func TestEveryRowHasItsCells(t *testing.T) {
	full := flat("full", "Full")
	full.Outlook.Streams = append(full.Outlook.Streams, scenario.Stream{
		Name: "Clouds", Channel: scenario.ChannelOtherCloud, Base: 1e9, Shared: 0.5, Growth: full.Outlook.Streams[0].Growth,
		Actuals: scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 1}, Amount: 1e8}},
	})
	full.Terms.OtherClouds.From = unit.NewMonth(2026, 7)
	full.Terms.Share.CapFrom, full.Terms.Share.AlreadyPaid = unit.NewMonth(2026, 5), 1e9
	full.LastYear = 2027
	ids := map[string]bool{}
	for _, r := range []report.Request{{Workspace: preset.Default()}, of(flat("a", "A"), full)} {
		clear(ids)
		for _, s := range made(t, r).Sections {
			if ids[s.ID] {
				t.Errorf("two sections are called %q", s.ID)
			}
			ids[s.ID] = true
			for _, b := range s.Blocks {
				table, ok := b.(report.Table)
				if !ok {
					continue
				}
				if len(table.Rows) == 0 || table.Caption == "" {
					t.Errorf("%s: the table %q has %d rows", s.ID, table.Caption, len(table.Rows))
				}
				for _, row := range table.Rows {
					want := len(table.Columns)
					if row.Kind == report.RowHeading {
						want = 1
					}
					if len(row.Cells) != want {
						t.Errorf("%s, %s: a row has %d cells, want %d: %v", s.ID, table.Caption, len(row.Cells), want, row.Cells)
					}
				}
			}
		}
	}
}

func TestHowSureItIsIsSaidWhereSomethingIsUncertain(t *testing.T) {
	s := flat("a", "A")
	for _, section := range made(t, of(s)).Sections {
		if section.ID == "risk" {
			t.Error("a scenario in which nothing is uncertain has a section on risk")
		}
	}
	s.Uncertainty = &scenario.Uncertainty{GrowthSD: scenario.ByYear{{Year: 2027, Rate: 0.3}}}
	for about, c := range map[string]struct {
		change func(*scenario.Scenario)
		want   string
	}{
		"a cap":  {func(*scenario.Scenario) {}, "Of 8,192 Sobol paths, seed 1,"},
		"when":   {func(s *scenario.Scenario) { s.Terms.Share.Cap = 2e9 }, ", and half of all by "},
		"no cap": {func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }, "none has a cap to reach"},
		"a range": {func(s *scenario.Scenario) {
			s.Uncertainty = &scenario.Uncertainty{CapRange: &scenario.CapRange{Low: 5e9, High: 7e9}}
		}, "and so is the cap"},
		"far away": {func(s *scenario.Scenario) { s.Terms.Share.Cap = 1e13 }, ", 0% reach the cap"},
	} {
		one := s
		c.change(&one)
		risk := section(t, made(t, of(one)), "risk")
		if said := first[report.Paragraph](t, risk).Text; !strings.Contains(said, c.want) {
			t.Errorf("%s: it says %q, want %q", about, said, c.want)
		}
		if paid := first[report.Table](t, risk); paid.Rows[len(paid.Rows)-3].Cells[1].Kind != report.Dollars {
			t.Errorf("%s: what is paid is %v", about, paid.Rows[len(paid.Rows)-3])
		}
	}
}

func TestWhatMovesTheAnswer(t *testing.T) {
	s := flat("a", "A")
	explore := section(t, made(t, of(s)), "explore")
	inputs := map[string]string{}
	for _, row := range first[report.Table](t, explore).Rows {
		inputs[row.Cells[0].Text] = row.Cells[2].Text + " to " + row.Cells[3].Text
	}
	if inputs["Total cap"] != "$4.80B to $7.20B" {
		t.Errorf("the cap is moved from %s: %v", inputs["Total cap"], inputs)
	}
	evens, ok := explore.Blocks[len(explore.Blocks)-1].(report.Table)
	if !ok || len(evens.Rows) != 3 || evens.Rows[1].Cells[1].Text != "$4.80B" {
		t.Errorf("a cap reached at the end of 2027 is not $4.80B: %v", evens.Rows)
	}
	s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
	if title := section(t, made(t, of(s)), "explore").Title; !strings.Contains(title, "paid") {
		t.Errorf("without a cap the question is %q", title)
	}
}
