package compare_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// deal is the amendment of April 2026 under an outlook.
func deal(t *testing.T, s scenario.Scenario) compare.Deal {
	t.Helper()
	prior, before := preset.FindTerms("prior-2025-10")
	amended, after := preset.FindTerms("amended-2026-04")
	if !before || !after {
		t.Fatal("the terms are not shipped")
	}
	d, err := compare.NewDeal(s, prior.Terms, amended.Terms)
	if err != nil {
		t.Fatal(err)
	}
	sum := unit.Amount(0)
	for _, term := range d.Terms {
		sum += term.ToOpenAI()
		if (term.Net == 0) != (term.Reason != "") {
			t.Errorf("%s is worth %v, and the reason for nothing is %q", term.Group, term.Net, term.Reason)
		}
		if term.ToMicrosoft() != -term.ToOpenAI() || len(term.Fields) == 0 {
			t.Errorf("%s is worth %v to one and %v to the other, for %v", term.Group, term.ToMicrosoft(), term.ToOpenAI(), term.Fields)
		}
	}
	if !near(sum, d.ToOpenAI()) || d.ToMicrosoft() != -d.ToOpenAI() {
		t.Errorf("the terms add up to %v, the whole is %v", sum, d.ToOpenAI())
	}
	return d
}

// TestWhatTheAmendmentIsWorth is what the facts say of it under the February
// plan, in billions: the cap 96.60, the reverse share -20.22, both 76.38.
func TestWhatTheAmendmentIsWorth(t *testing.T) {
	d := deal(t, of(t, "february-2026"))
	want := []struct {
		term     string
		billions float64
		reason   string
	}{
		{"cap", 96.60, ""},
		{"AGI, month and clauses", 0, "AGI is not verified"},
		{"reverse share", -20.22, ""},
		{"other clouds", 0, "no stream is sold through other clouds"},
		{"license", 0, "it moves no payment"},
	}
	if len(d.Terms) != len(want) {
		t.Fatalf("terms %+v", d.Terms)
	}
	for i, w := range want {
		term := d.Terms[i]
		if got := float64(term.ToOpenAI()) / 1e9; term.Group.String() != w.term || math.Abs(got-w.billions) > 0.005 {
			t.Errorf("%s is worth %.4f, want %s at %.2f", term.Group, got, w.term, w.billions)
		}
		if !strings.HasPrefix(term.Reason, w.reason) || term.Revenue != 0 {
			t.Errorf("%s: reason %q, revenue %v", term.Group, term.Reason, term.Revenue)
		}
	}
	if got := float64(d.ToOpenAI()) / 1e9; math.Abs(got-76.38) > 0.005 {
		t.Errorf("all terms are worth %.4f to OpenAI, want 76.38", got)
	}
	if cap := d.Terms[0].Fields; len(cap) != 1 || cap[0].Values[0].Set || cap[0].Values[1].Number != 38e9 {
		t.Errorf("the cap went from %v", cap)
	}
}

// TestRevenueThatATermAllowsIsNotAddedIn sells 0.2 a month through other clouds,
// which open in May 2026: 11.2 by the end of 2030. Without the cap 20% of it is
// paid; the cap is reached either way.
func TestRevenueThatATermAllowsIsNotAddedIn(t *testing.T) {
	s := of(t, "february-2026")
	flat := stream("Other clouds", 2.4e9)
	flat.Channel = scenario.ChannelOtherCloud
	for year := 2026; year <= 2030; year++ {
		flat.Growth = flat.Growth.With(year, 0)
	}
	s.Outlook.Streams = append(s.Outlook.Streams[:2:2], flat)
	for _, term := range deal(t, s).Terms {
		want := unit.Amount(0)
		if term.Group.Kind == compare.Clouds {
			want = 56 * 0.2e9
			// Half of the orders have the cap already: then it moves nothing.
			if !near(term.ToMicrosoft(), 0.2*want/2) {
				t.Errorf("clouds are worth %v to Microsoft", term.ToMicrosoft())
			}
		}
		if !near(term.Revenue, want) {
			t.Errorf("%s allows %v of revenue, want %v", term.Group, term.Revenue, want)
		}
	}
}

func TestReasonsWhyATermMovesNothing(t *testing.T) {
	base := of(t, "slump") // 35 due, never up to a cap of 38
	for _, c := range []struct {
		change func(terms *scenario.Terms)
		want   string
	}{
		{func(terms *scenario.Terms) { terms.Share.Cap = 40e9 }, "the cap is not reached"},
		{func(terms *scenario.Terms) { terms.Share.CapFrom = unit.NewMonth(2027, 1) }, "it changes no payment under this outlook"},
		{func(terms *scenario.Terms) { terms.Share.Through = unit.NewMonth(2031, 6) }, "it changes no payment under this outlook"},
		{func(terms *scenario.Terms) { terms.Share.EndsAtAGI = true }, "AGI is not verified under this outlook"},
	} {
		terms := base.Terms
		c.change(&terms)
		d, err := compare.NewDeal(base, base.Terms, terms)
		if err != nil || len(d.Terms) != 1 || d.Terms[0].Net != 0 || d.Terms[0].Reason != c.want {
			t.Errorf("%+v with error %v, want the reason %q", d.Terms, err, c.want)
		}
	}
	uncapped := of(t, "february-2026-prior")
	terms := uncapped.Terms
	terms.Share.AlreadyPaid = 1e9
	d, err := compare.NewDeal(uncapped, uncapped.Terms, terms)
	if err != nil || d.Terms[0].Reason != "there is no cap" {
		t.Errorf("%+v with error %v", d.Terms, err)
	}
	direct := of(t, "slump")
	direct.Outlook.Streams = direct.Outlook.Streams[:1]
	terms = direct.Terms
	terms.Reverse = nil
	d, err = compare.NewDeal(direct, direct.Terms, terms)
	if err != nil || d.Terms[0].Reason != "no stream is Azure resale" {
		t.Errorf("%+v with error %v", d.Terms, err)
	}
}

func TestTermsThatAreAlikeAreWorthNothing(t *testing.T) {
	s := of(t, "february-2026")
	d, err := compare.NewDeal(s, s.Terms, s.Terms)
	if err != nil || d.Terms != nil || d.ToOpenAI() != 0 {
		t.Errorf("%+v, error %v", d, err)
	}
	bad := s.Terms
	bad.Share.Rate = 2
	if _, err := compare.NewDeal(s, s.Terms, bad); err == nil {
		t.Error("unsound terms are taken")
	}
}
