package listing_test

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// stated is the statement of a scenario with two streams, of which the first is known
// for a quarter, and a cap that is reached in the second.
func stated(t *testing.T, change func(*scenario.Scenario)) listing.Stated {
	t.Helper()
	s := scenario.Scenario{ID: "a", Name: "=R&D", FirstYear: 2026, LastYear: 2026}
	s.Outlook.Shape = scenario.ShapeEven
	s.Outlook.AfterActuals = scenario.KeepMonths
	s.Outlook.Streams = []scenario.Stream{
		{
			Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1, Growth: scenario.ByYear{{Year: 2026}},
			Actuals: scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 4e9}},
		},
		{Name: "-Azure", Channel: scenario.ChannelAzure, Base: 4e9, Shared: 1, Growth: scenario.ByYear{{Year: 2026}}},
	}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 12), Capped: true, Cap: 1e9}
	change(&s)
	st, err := statement.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return listing.Stated{Statement: st}
}

func asIs(*scenario.Scenario) {}

func uncapped(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }

// records returns a CSV as a map of each record by the titles of its columns.
func records(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, title := range rows[0] {
			record[title] = row[i]
		}
		out = append(out, record)
	}
	return out
}

func TestStatementCSVHoldsNumbersOfQuartersAndStreams(t *testing.T) {
	got := records(t, text(t)(listing.StatementCSV([]listing.Stated{stated(t, asIs)})))
	if len(got) != 12 {
		t.Fatalf("%d rows, want a quarter and two streams four times", len(got))
	}
	for _, c := range []struct {
		row   int
		title string
		want  string
	}{
		{0, "name", `'=R&D`},
		{0, "quarter", "2026-Q1"},
		{0, "fiscalQuarter", "FY2026-Q3"},
		{0, "actualThrough", "2026-03"},
		{0, "opening", "0"},
		{0, "base", "4000000000"},
		{0, "paid", "800000000"},
		{0, "planPaid", "600000000"},
		{0, "closing", "800000000"},
		{1, "stream", "OpenAI"},
		{1, "base", "4000000000"},
		{1, "planBase", "3000000000"},
		{2, "stream", "'-Azure"},
		{2, "resale", "1000000000"},
		{2, "base", "0"},
		{3, "actualThrough", ""},
		{3, "room", "200000000"},
		{3, "paid", "200000000"},
		{3, "forgone", "400000000"},
		{3, "headroom", "0"},
	} {
		if got[c.row][c.title] != c.want {
			t.Errorf("row %d has %q as %s, want %q", c.row, got[c.row][c.title], c.title, c.want)
		}
	}
	open := records(t, text(t)(listing.StatementCSV([]listing.Stated{stated(t, uncapped)})))
	if open[0]["room"] != "" || open[0]["headroom"] != "" {
		t.Errorf("without a cap the room is %q and the headroom %q", open[0]["room"], open[0]["headroom"])
	}
}

func TestStatementJSONAgreesWithItsCSV(t *testing.T) {
	s := stated(t, asIs)
	var doc struct {
		Scenarios []struct {
			Quarters []map[string]any
			Total    map[string]any
		}
	}
	if err := json.Unmarshal([]byte(text(t)(listing.StatementJSON([]listing.Stated{s}))), &doc); err != nil {
		t.Fatal(err)
	}
	rows := records(t, text(t)(listing.StatementCSV([]listing.Stated{s})))
	for i, q := range doc.Scenarios[0].Quarters {
		for _, name := range []string{"opening", "room", "revenue", "base", "rate", "due", "paid", "uncounted", "forgone", "closing", "headroom"} {
			if want, _ := strconv.ParseFloat(rows[3*i][name], 64); q[name] != want {
				t.Errorf("%s of quarter %d is %v, in CSV %v", name, i, q[name], want)
			}
		}
		plan, _ := q["plan"].(map[string]any)
		if want, _ := strconv.ParseFloat(rows[3*i]["planPaid"], 64); plan["paid"] != want {
			t.Errorf("the plan of quarter %d pays %v, in CSV %v", i, plan["paid"], want)
		}
	}
	if total := doc.Scenarios[0].Total; total["paid"] != 1e9 || total["opening"] != 0.0 || total["closing"] != 1e9 {
		t.Errorf("the total is %v", total)
	}
}

func TestStatementJSONIsNullWhereThereIsNothing(t *testing.T) {
	s := stated(t, func(s *scenario.Scenario) { uncapped(s); s.Outlook.Streams = nil })
	q := s.Statement.Quarters[0]
	s.Quarter = &q
	got := text(t)(listing.StatementJSON([]listing.Stated{s}))
	for _, part := range []string{`"room": null`, `"headroom": null`, `"actualThrough": null`, `"plan": null`, `"streams": []`} {
		if !strings.Contains(got, part) {
			t.Errorf("there is no %s in\n%s", part, got)
		}
	}
	if strings.Contains(got, `"total"`) || strings.Contains(got, "2026-Q2") {
		t.Errorf("one quarter says more than itself:\n%s", got)
	}
}

func TestStatementTablesLeaveOutWhatSaysNothing(t *testing.T) {
	full := text(t)(listing.StatementTable([]listing.Stated{stated(t, asIs)}, statement.CalendarQuarters))
	bare := text(t)(listing.StatementTable([]listing.Stated{stated(t, func(s *scenario.Scenario) {
		uncapped(s)
		s.Outlook.Streams = s.Outlook.Streams[:1]
		s.Outlook.Streams[0].Actuals = nil
	})}, statement.CalendarQuarters))
	for _, word := range []string{"Headroom", "Saved by", "the plan", "resale"} {
		if !strings.Contains(full, word) || strings.Contains(bare, word) {
			t.Errorf("%q is said %v where it says something and %v where not", word, strings.Contains(full, word), strings.Contains(bare, word))
		}
	}
	if !strings.HasPrefix(full, "=R&D (a)\n") {
		t.Errorf("the name is not as it is:\n%s", full)
	}
	if strings.Contains(bare, "by stream") {
		t.Errorf("one stream of which all is shared has a table of its own:\n%s", bare)
	}
	if got := text(t)(listing.StatementTable(nil, statement.CalendarQuarters)); got != "The workspace holds no scenarios.\n" {
		t.Errorf("of no scenarios: %q", got)
	}
}

func TestFiscalStatementsGoByFiscalYears(t *testing.T) {
	got := text(t)(listing.StatementTable([]listing.Stated{stated(t, asIs)}, statement.FiscalQuarters))
	var firsts []string
	for line := range strings.Lines(got) {
		if fields := strings.Fields(line); len(fields) > 1 && (strings.HasPrefix(fields[0], "Q") && strings.HasPrefix(fields[1], "FY") && len(fields) > 8 || strings.HasPrefix(fields[0], "FY2")) {
			firsts = append(firsts, fields[0])
		}
	}
	if got := strings.Join(firsts, " "); got != "Q3 Q4 FY2026 Q1 Q2 FY2027" {
		t.Errorf("the rows are %s", got)
	}
}
