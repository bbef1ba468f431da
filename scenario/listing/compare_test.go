package listing_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/listing"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// flat returns a scenario that pays a fifth of an even revenue, up to a cap.
func flat(id string, revenue, cap unit.Amount) scenario.Scenario {
	s := scenario.Scenario{
		ID: id, Name: "The " + id, FirstYear: 2026, LastYear: 2027,
		Outlook: scenario.Outlook{Shape: scenario.ShapeEven, Streams: []scenario.Stream{{
			Name: "All", Channel: scenario.ChannelDirect, Base: revenue, Shared: 1,
			Growth: scenario.ByYear{{Year: 2026, Rate: 0}, {Year: 2027, Rate: 0}},
		}}},
	}
	s.Terms.Share = scenario.Share{
		Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2027, 12), Capped: true, Cap: cap,
	}
	return s
}

func comparedTo(t *testing.T, result compare.Result, scenarios ...scenario.Scenario) listing.Compared {
	t.Helper()
	var subjects []compare.Subject
	var out listing.Compared
	for i, s := range scenarios {
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		subjects = append(subjects, compare.Subject{Scenario: s, Projection: p})
		if result != "" && i > 0 {
			b, err := compare.NewBridge(scenarios[0], s, result)
			if err != nil {
				t.Fatal(err)
			}
			out.Bridges = append(out.Bridges, b)
		}
	}
	var err error
	if out.Comparison, err = compare.New(subjects, 0); err != nil {
		t.Fatal(err)
	}
	return out
}

func tableOf(t *testing.T, c listing.Compared) string {
	t.Helper()
	text, err := listing.CompareTable(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// row returns the cells of the first line of a table that begins with a name.
func row(t *testing.T, table, name string) []string {
	t.Helper()
	for line := range strings.Lines(table) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), name+"  "); ok {
			cells := strings.Split(rest, "  ")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			return slices.DeleteFunc(cells, func(cell string) bool { return cell == "" })
		}
	}
	t.Fatalf("there is no row %q in\n%s", name, table)
	return nil
}

// Of a revenue of 12 in even parts 0.2 is due a month, 4.8 in all. A cap of 3 is
// reached with the last day of March 2027.
func TestDifferencesAsPeopleReadThem(t *testing.T) {
	base := flat("base", 12e9, 3e9)
	for _, c := range []struct {
		other     scenario.Scenario
		row, want string
	}{
		{flat("other", 12e9, 3e9), "Cap reached", "Mar 31, 2027|Mar 31, 2027"},
		{flat("other", 12e9, 2.99e9), "Cap reached", "Mar 31, 2027|Mar 30, 2027|−1 day"},
		{flat("other", 12e9, 3.002e9), "Cap reached", "Mar 31, 2027|Apr 1, 2027|+1 day"},
		{flat("other", 12e9, 2.8e9), "Cap reached", "Mar 31, 2027|Feb 28, 2027|−31 days"},
		{flat("other", 12e9, 5e9), "Cap reached", "Mar 31, 2027|not by 2027"},
		{flat("other", 12e9, 0), "Cap reached", "Mar 31, 2027|before 2026"},
		{flat("other", 12e9, 3.6e9), "Paid", "$3.00B|$3.60B|+$0.60B (+20%)"},
		{flat("other", 12e9, 2.4e9), "Paid", "$3.00B|$2.40B|−$0.60B (−20%)"},
		{flat("other", 12e9, 3.001e9), "Paid", "$3.00B|$3.00B"},
		{flat("other", 0, 3e9), "Effective rate", "12.5%|no revenue"},
		{flat("other", 12e9, 2.4e9), "Effective rate", "12.5%|10%|−2.5 pp"},
		{flat("other", 12e9, 4.6e9), "Cap used", "100%|100%"},
		{flat("other", 12e9, 0), "Cap used", "100%|cap of $0"},
		{flat("other", 12e9, 3e9), "Paid in 2027", "$0.60B|$0.60B"},
		{flat("other", 131.8e9, 300e9), "Share before the cap", "$4.80B|$52.72B|+$47.92B (+998%)"},
		{flat("other", 132e9, 300e9), "Share before the cap", "$4.80B|$52.80B|+$48.00B"}, // 1,000% says nothing
	} {
		table := tableOf(t, comparedTo(t, "", base, c.other))
		if got := strings.Join(row(t, table, c.row), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.row, got, c.want)
		}
	}
	zero := tableOf(t, comparedTo(t, "", flat("base", 12e9, 0), base))
	if got := strings.Join(row(t, zero, "Paid"), "|"); got != "$0|$3.00B|+$3.00B (new)" {
		t.Errorf("against nothing: %s", got)
	}
}

func TestInputsAsPeopleReadThem(t *testing.T) {
	a, b := flat("a", 12e9, 3e9), flat("b", 14e9, 3e9)
	b.Outlook.Shape = scenario.ShapeRamp
	b.Outlook.AGIVerified = unit.NewMonth(2027, 6)
	b.Outlook.Streams[0].Growth = b.Outlook.Streams[0].Growth.With(2027, -0.5)
	b.Outlook.Streams[0].Shared = 0.255
	b.Outlook.Streams[0].Launch = 2026
	b.Terms.Share.EndsAtAGI = true
	b.Terms.OtherClouds.AzureLeadMonths = 3
	b.Uncertainty = &scenario.Uncertainty{Correlation: -0.5, GrowthSD: scenario.ByYear{{Year: 2026, Rate: 0.05}}}
	table := tableOf(t, comparedTo(t, "", a, b))
	for name, want := range map[string]string{
		"outlook.shape":                        "a twelfth each month|grows month by month",
		"outlook.agiVerified":                  "–|Jun 2027",
		"outlook.streams[0].base (All)":        "$12.00B|$14.00B",
		"outlook.streams[0].launch (All)":      "–|2026",
		"outlook.streams[0].shared (All)":      "100%|25.5%",
		"outlook.streams[0].growth.2027 (All)": "0.0%|−50.0%",
		"terms.share.endsAtAGI":                "no|yes",
		"terms.otherClouds.azureLeadMonths":    "0 months|3 months",
		"uncertainty.correlation":              "–|−0.5",
		"uncertainty.growthSD.2026":            "–|5%",
	} {
		if got := strings.Join(row(t, table, name), "|"); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestBridgesAsPeopleReadThem(t *testing.T) {
	a, b := flat("a", 12e9, 3e9), flat("b", 24e9, 3e9)
	b.Outlook.Streams[0].Growth = b.Outlook.Streams[0].Growth.With(2026, 0)
	table := tableOf(t, comparedTo(t, compare.Paid, a, b))
	if got := strings.Join(row(t, table, "Base revenue"), "|"); got != "$0|+$4.80B|+$4.80B" {
		t.Errorf("of the base the cap absorbs all: %s\n%s", got, table)
	}
	net := tableOf(t, comparedTo(t, compare.Net, a, b))
	if strings.Contains(net, "Absorbed") || !strings.Contains(net, "Net to Microsoft, from The a to The b") {
		t.Errorf("a bridge in net:\n%s", net)
	}
}

func TestABridgeSaysWhichGroupsAreOneStep(t *testing.T) {
	a, b := flat("a", 12e9, 3e9), flat("b", 12e9, 3e9)
	for i := range compare.MaxGroups + 1 {
		more := b.Outlook.Streams[0]
		more.Name = fmt.Sprintf("More %d", i)
		b.Outlook.Streams = append(b.Outlook.Streams, more)
	}
	c := comparedTo(t, compare.Paid, a, b)
	want := "Note: More than 12 groups of inputs differ, so each of these is one step: streams that differ as a whole.\n"
	if table := tableOf(t, c); !strings.Contains(table, want) {
		t.Errorf("it does not:\n%s", table)
	}
	data, err := listing.CompareJSON(c)
	if err != nil || !strings.Contains(string(data), `"merged": [`+"\n        \"outlook.streams\"") {
		t.Errorf("the document does not, error %v:\n%s", err, data)
	}
}

func TestNamesCannotBreakAComparison(t *testing.T) {
	a, b := flat("a", 12e9, 3e9), flat("b", 12e9, 2e9)
	a.Name = "A,\"B\""
	b.Outlook.Streams[0].Name = "=S"
	data, err := listing.CompareCSV(comparedTo(t, compare.Paid, a, b))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), `,'=S,`) {
		t.Errorf("a formula comes through:\n%s", data)
	}
	if read, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil || len(read) < 10 {
		t.Errorf("%d rows are read, %v", len(read), err)
	}
	for name, why := range map[string]string{"A\u2029B": "U+2029", "A\u2028": "U+2028", "A\nB": "U+000A"} {
		b.Outlook.Streams[0].Name = name
		if _, err := compare.NewBridge(a, b, compare.Paid); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("a name that breaks lines is taken: %q, %v", name, err)
		}
	}
}

// BenchmarkCompareTable is a comparison of four scenarios as text.
func BenchmarkCompareTable(b *testing.B) {
	var c listing.Compared
	for _, s := range preset.Default().Scenarios[:4] {
		p, err := scenario.Project(s)
		if err != nil {
			b.Fatal(err)
		}
		c.Comparison.Subjects = append(c.Comparison.Subjects, compare.Subject{Scenario: s, Projection: p})
	}
	for b.Loop() {
		if _, err := listing.CompareTable(c); err != nil {
			b.Fatal(err)
		}
	}
}
