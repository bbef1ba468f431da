package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// told returns a difference as PATH (group): value | value, a dash for none.
func told(d compare.Difference) string {
	var values []string
	for _, v := range d.Values {
		text := "-"
		if v.Set {
			text = [...]string{unit.Number(v.Number), v.Text, fmt.Sprint(v.Truth)}[v.Kind]
		}
		values = append(values, text)
	}
	return fmt.Sprintf("%s (%s): %s", d.Path, d.Group, strings.Join(values, " | "))
}

func listed(scenarios ...scenario.Scenario) string {
	var lines []string
	for _, d := range compare.Inputs(scenarios, 0) {
		lines = append(lines, told(d))
	}
	return strings.Join(lines, "\n")
}

func TestOnlyInputsThatDifferAreListed(t *testing.T) {
	amended, prior := of(t, "february-2026"), of(t, "february-2026-prior")
	want := `terms.share.cap (cap): 38e9 | -
terms.share.endsAtAGI (AGI, month and clauses): false | true
terms.reverse.through (reverse share): 2026-04 | 2030-12
terms.reverse.endsAtAGI (AGI, month and clauses): false | true
terms.otherClouds.from (other clouds): 2026-05 | -
terms.otherClouds.opensAtAGI (AGI, month and clauses): false | true
terms.license.exclusive (license): no | until-agi`
	if got := listed(amended, prior); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := compare.Inputs([]scenario.Scenario{amended}, 0); got != nil {
		t.Errorf("one scenario differs in %v", got)
	}
	same := amended
	same.ID, same.Name, same.Color, same.Note, same.Sources = "b", "B", "#000000", "x", nil
	same.Outlook.Preset, same.Terms.Name = "", ""
	if got := listed(amended, same); got != "" {
		t.Errorf("words are listed: %s", got)
	}
}

func TestEveryFieldIsListedWithItsGroup(t *testing.T) {
	a, b := of(t, "february-2026"), of(t, "february-2026")
	b.FirstYear, b.LastYear = 2025, 2029
	b.Outlook.Shape, b.Outlook.AGIVerified = scenario.ShapeEven, unit.NewMonth(2029, 6)
	b.Outlook.AfterActuals = scenario.HoldPace
	quarter := func(year int, amount unit.Amount) scenario.Actual {
		return scenario.Actual{Period: unit.Period{First: unit.NewMonth(year, 4), Months: 3}, Amount: amount}
	}
	a = changed(a, func(st []scenario.Stream) {
		st[0].Actuals = scenario.Actuals{quarter(2024, 1e9), quarter(2025, 2e9), quarter(2026, 3e9), quarter(2028, 4e9)}
	})
	b = changed(b, func(st []scenario.Stream) {
		st[0].Actuals = scenario.Actuals{quarter(2026, 5e9), quarter(2027, 6e9), quarter(2028, 4e9), quarter(2031, 1e9)}
		st[1].Actuals = scenario.Actuals{quarter(2026, 0)}
		st[0].Base, st[0].Shared, st[0].Launch = 14e9, 0.5, 2026
		st[0].Growth = st[0].Growth.With(2028, 0.5)
		st[1].Base = 5e9
		st[1].Growth = st[1].Growth.With(2030, 0.1)
	})
	share := &b.Terms.Share
	share.Rate, share.RatesByYear = 0.15, scenario.ByYear{{Year: 2030, Rate: 0.1}}
	share.From, share.Through, share.CapFrom = unit.NewMonth(2026, 2), unit.NewMonth(2029, 12), unit.NewMonth(2026, 3)
	share.Capped, share.Cap, share.AlreadyPaid, share.EndsAtAGI = false, 0, 1e9, true
	b.Terms.Reverse = nil
	b.Terms.OtherClouds = scenario.OtherClouds{AzureLeadMonths: 3, OpensAtAGI: true}
	b.Terms.License = nil
	b.Valuation = scenario.Valuation{DiscountRate: 0.05, AsOf: unit.NewMonth(2026, 7)}
	a.Uncertainty = &scenario.Uncertainty{Correlation: 0.5, GrowthSD: scenario.ByYear{{Year: 2026, Rate: 0.1}}, CapRange: &scenario.CapRange{Low: 35e9, High: 41e9}}
	want := `firstYear (horizon): 2026 | 2025
lastYear (horizon): 2030 | 2029
outlook.shape (shape within the year): ramp | even
outlook.afterActuals (rule after the actuals): keep-year | pace
outlook.agiVerified (AGI, month and clauses): - | 2029-06
outlook.streams[0].launch (base revenue): - | 2026
outlook.streams[0].base (base revenue): 13.07e9 | 14e9
outlook.streams[0].shared (base revenue): 1 | 0.5
outlook.streams[0].growth.2028 (growth 2028): 0.8225806451612903 | 0.5
outlook.streams[0].actuals.2025-Q2 (actuals): 2e9 | -
outlook.streams[0].actuals.2026-Q2 (actuals): 3e9 | 5e9
outlook.streams[0].actuals.2027-Q2 (actuals): - | 6e9
outlook.streams[1].base (Azure streams): 4.1e9 | 5e9
outlook.streams[1].growth.2030 (Azure streams): 0.2992700729927007 | 0.1
outlook.streams[1].actuals.2026-Q2 (Azure streams): - | 0
terms.share.rate (share rate): 0.2 | 0.15
terms.share.ratesByYear.2030 (share rate): - | 0.1
terms.share.from (share window): 2026-01 | 2026-02
terms.share.through (share window): 2030-12 | 2029-12
terms.share.capFrom (cap start and counted before): 2026-01 | 2026-03
terms.share.cap (cap): 38e9 | -
terms.share.alreadyPaid (cap start and counted before): 0 | 1e9
terms.share.endsAtAGI (AGI, month and clauses): false | true
terms.reverse.rate (reverse share): 0.2 | -
terms.reverse.from (reverse share): 2026-01 | -
terms.reverse.through (reverse share): 2026-04 | -
terms.reverse.endsAtAGI (reverse share): false | -
terms.otherClouds.from (other clouds): 2026-05 | -
terms.otherClouds.azureLeadMonths (other clouds): 0 | 3
terms.otherClouds.opensAtAGI (AGI, month and clauses): false | true
terms.license.through (license): 2032-12 | -
terms.license.exclusive (license): no | -
valuation.discountRate (valuation): 0.1 | 0.05
valuation.asOf (valuation): 2026-01 | 2026-07
uncertainty.growthSD.2026 (uncertainty): 0.1 | -
uncertainty.correlation (uncertainty): 0.5 | -`
	for written, i := range map[string]int{"0.8225806451612903": 0, "0.2992700729927007": 1} {
		at := [...]int{2, 4}[i] // 2028 of the first stream, 2030 of the second
		want = strings.ReplaceAll(want, written, unit.Number(float64(a.Outlook.Streams[i].Growth[at].Rate)))
	}
	if got := listed(a, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whoever changes the cap has changed one input, though its range moves along.
func TestTheRangeOfTheCapIsOneWithTheCap(t *testing.T) {
	session := edit.New(preset.Default())
	before, _ := session.Scenario("february-2026")
	for says, change := range map[string]edit.Change{
		"another cap": edit.SetCap("february-2026", 42e9), "no cap": edit.RemoveCap("february-2026"),
	} {
		if err := session.Do(change); err != nil {
			t.Fatal(err)
		}
		after, _ := session.Scenario("february-2026")
		if got := compare.Inputs([]scenario.Scenario{before, after}, 0); len(got) != 1 || got[0].Path != "terms.share.cap" {
			t.Errorf("%s: the inputs that differ are\n%s", says, listed(before, after))
		}
		session.Undo()
	}
	// Of a range alone it is told.
	if err := session.Do(edit.SetCapRange("february-2026", 30e9, 41e9)); err != nil {
		t.Fatal(err)
	}
	after, _ := session.Scenario("february-2026")
	if got := compare.Inputs([]scenario.Scenario{before, after}, 0); len(got) != 1 || got[0].Path != "uncertainty.capRange.low" {
		t.Errorf("the inputs that differ are\n%s", listed(before, after))
	}
}

func TestStreamsAreListedByName(t *testing.T) {
	a, b := of(t, "february-2026"), of(t, "february-2026")
	b.Outlook.Streams = []scenario.Stream{stream("New", 1e9), a.Outlook.Streams[0], a.Outlook.Streams[1]}
	b = changed(b, func(st []scenario.Stream) { st[1].Base = 14e9 })
	differences := compare.Inputs([]scenario.Scenario{a, b}, 0)
	if len(differences) != 9 { // the base, and of the new stream channel, base, shared and five growths
		t.Fatalf("%d differences:\n%s", len(differences), listed(a, b))
	}
	base, fresh := differences[0], differences[1]
	if !slices.Equal(base.Paths, []string{"outlook.streams[0].base", "outlook.streams[1].base"}) || base.Stream != "OpenAI" {
		t.Errorf("the base is at %q of %q", base.Paths, base.Stream)
	}
	if !slices.Equal(fresh.Paths, []string{"", "outlook.streams[0].channel"}) || fresh.Stream != "New" || fresh.Path != fresh.Paths[1] {
		t.Errorf("the channel of the new stream is at %q, %q of %q", fresh.Path, fresh.Paths, fresh.Stream)
	}
	if fresh.Group.String() != "stream New" || fresh.Group.Field() != "outlook.streams" {
		t.Errorf("the new stream's group is %s, %s", fresh.Group, fresh.Group.Field())
	}
}

func TestDefaultsThatFollowAnotherFieldAreNotListed(t *testing.T) {
	a, b := of(t, "february-2026"), of(t, "february-2026")
	a.Terms.Share.CapFrom, b.Terms.Share.CapFrom = 0, 0
	a.Valuation.AsOf, b.Valuation.AsOf = 0, 0
	b.Terms.Share.From = unit.NewMonth(2026, 2)
	if got, want := listed(a, b), "terms.share.from (share window): 2026-01 | 2026-02"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestGrowthIsListedWhereItMatters(t *testing.T) {
	a, b := of(t, "february-2026"), of(t, "february-2026")
	b = changed(b, func(st []scenario.Stream) { st[0].Growth = st[0].Growth.With(2025, 1).With(2031, 1) })
	if got := listed(a, b); got != "" {
		t.Errorf("growth outside the horizon is listed: %s", got)
	}
	b.LastYear = 2031
	b = changed(b, func(st []scenario.Stream) { st[1].Growth = st[1].Growth.With(2031, 0.1) })
	want := `lastYear (horizon): 2030 | 2031
outlook.streams[0].growth.2031 (growth 2031): - | 1
outlook.streams[1].growth.2031 (Azure streams): - | 0.1`
	if got := listed(a, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestGroupsHaveFieldsAndWords(t *testing.T) {
	for kind := compare.Base; kind <= compare.Horizon; kind++ {
		g := compare.Group{Kind: kind, Year: 2027, Stream: "Hardware"}
		if g.Field() == "" || g.String() == "" {
			t.Errorf("kind %d is %q, %q", kind, g.Field(), g)
		}
	}
	g := compare.Group{Kind: compare.Growth, Year: 2027}
	if g.Field() != "outlook.streams.growth.2027" || g.String() != "growth 2027" {
		t.Errorf("growth is %s, %s", g.Field(), g)
	}
}
