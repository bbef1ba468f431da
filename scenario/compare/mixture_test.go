package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
)

func TestStreamsMatchByName(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	to.Outlook.Streams = []scenario.Stream{stream("New", 1e9), from.Outlook.Streams[1], from.Outlook.Streams[0]}
	b := bridge(t, from, to, compare.Paid)
	if got := groups(b); !slices.Equal(got, []string{"stream New"}) {
		t.Errorf("steps %q, want that of the new stream alone: order is no difference", got)
	}
	b = bridge(t, from, to, compare.Forgone)
	// 1, growing by half: 1.5, 2.25, 3.375, 5.0625, 7.59375, of which 20% is due.
	if got, want := b.Steps[0].Due, unit.Amount(0.2*19.78125e9); !near(got, want) || !near(b.Steps[0].Change, want) {
		t.Errorf("it accounts for %v due and %v saved, want %v of both, since the cap is reached anyway", got, b.Steps[0].Change, want)
	}
}

func TestAStreamInAnotherChannelIsAnotherStream(t *testing.T) {
	from := of(t, "february-2026")
	from.Terms.Share.Capped, from.Terms.Share.Cap = false, 0
	from.Outlook.Streams = append(slices.Clip(from.Outlook.Streams), stream("Moved", 1e9))
	to := changed(from, func(st []scenario.Stream) {
		st[2].Channel, st[2].Base = scenario.ChannelAzure, 2e9
	})
	b := bridge(t, from, to, compare.Paid)
	if got := groups(b); !slices.Equal(got, []string{"stream Moved"}) {
		t.Fatalf("steps %q", got)
	}
	if !near(b.Steps[0].Change, -0.2*19.78125e9) {
		t.Errorf("it accounts for %v, want all that was paid on the direct stream", b.Steps[0].Change)
	}
}

func TestGrowthThatOneSideLacksComesFromTheOther(t *testing.T) {
	from := of(t, "february-2026")
	from.Terms.Share.Capped, from.Terms.Share.Cap = false, 0
	to := changed(from, func(st []scenario.Stream) {
		st[0].Launch, st[0].Base = 2028, 10e9
		st[0].Growth = st[0].Growth.Without(2026).Without(2027).Without(2028).With(2030, 0.2)
	})
	b := bridge(t, from, to, compare.Paid)
	addsUp(t, "with a launch", b)
	if got := groups(b); !slices.Equal(got, []string{"base revenue", "growth 2030"}) {
		t.Errorf("steps %q: growth that one side has no use for is no difference", got)
	}
}

// TestTheCapStartMayLieBehindTheOthersWindow mixes a share that ends in 2027 with
// a cap that counts from 2029: then no payment counts toward a cap.
func TestTheCapStartMayLieBehindTheOthersWindow(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	from.Terms.Share.CapFrom = unit.NewMonth(2029, 1)
	to.Terms.Share.CapFrom = 0
	to.Terms.Share.Through = unit.NewMonth(2027, 12)
	b := bridge(t, from, to, compare.Paid)
	addsUp(t, "cap start", b)
	// Paid: 41 + 36.8 + 1.2 of 56.8 as the cap of 38 leaves it = 79; to: 6 + 12.4.
	// The short window under the late start pays 18.4, the long one under the early
	// start 38. So the start accounts for ((38-79) + (18.4-18.4)) / 2 = -20.5 and the
	// window for ((18.4-79) + (18.4-38)) / 2 = -40.1.
	if got := stepOf(t, b, "cap start and counted before").Change; !near(got, -20.5e9) {
		t.Errorf("the start accounts for %v", got)
	}
	if got := stepOf(t, b, "share window").Change; !near(got, -40.1e9) {
		t.Errorf("the window accounts for %v", got)
	}
}

func TestACapThatCountsFromTheWindowMovesWithIt(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	from.Terms.Share.CapFrom, to.Terms.Share.CapFrom = 0, 0
	to.Terms.Share.From = unit.NewMonth(2027, 1)
	if got := groups(bridge(t, from, to, compare.Paid)); !slices.Equal(got, []string{"share window"}) {
		t.Errorf("steps %q", got)
	}
}

func TestAReverseShareComesAndGoesWithItsClause(t *testing.T) {
	from, to := of(t, "february-2026-prior"), of(t, "february-2026-prior")
	from.Outlook.AGIVerified, to.Outlook.AGIVerified = unit.NewMonth(2027, 12), unit.NewMonth(2027, 12)
	to.Terms.Reverse = nil
	b := bridge(t, from, to, compare.Net)
	if got := groups(b); !slices.Equal(got, []string{"reverse share"}) {
		t.Fatalf("steps %q", got)
	}
	// 20% of resale of 7.9 and 12.7 was paid until AGI is verified.
	if !near(b.Steps[0].Change, 0.2*(7.9e9+12.7e9)) {
		t.Errorf("it accounts for %v", b.Steps[0].Change)
	}
	to.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: from.Terms.Reverse.From, Through: from.Terms.Reverse.Through}
	if got := groups(bridge(t, from, to, compare.Net)); !slices.Equal(got, []string{"AGI, month and clauses"}) {
		t.Errorf("of the clause alone the steps are %q", got)
	}
}

func TestWithMoreThanTwelveGroupsSomeAreMerged(t *testing.T) {
	from, to := twelve(t)
	check := func(what string, steps int, merged ...compare.Kind) compare.Bridge {
		t.Helper()
		b := bridge(t, from, to, compare.Paid)
		addsUp(t, what, b)
		var kinds []compare.Kind
		for _, g := range b.Merged {
			kinds = append(kinds, g.Kind)
		}
		if len(b.Steps) != steps || !slices.Equal(kinds, merged) {
			t.Errorf("%s: %d steps, merged %v, want %d and %v: %q", what, len(b.Steps), b.Merged, steps, merged, groups(b))
		}
		if (b.Note() == "") != (b.Merged == nil) {
			t.Errorf("%s: the note is %q", what, b.Note())
		}
		for _, g := range b.Merged {
			stepOf(t, b, g.String())
			if !strings.Contains(b.Note(), g.String()) {
				t.Errorf("%s: %q does not name %s", what, b.Note(), g)
			}
		}
		return b
	}
	check("twelve groups", 12)
	grow := func(n int) {
		for len(to.Outlook.Streams) < n {
			name := fmt.Sprintf("More %d", len(to.Outlook.Streams))
			to.Outlook.Streams = append(slices.Clip(to.Outlook.Streams), stream(name, 1e8))
		}
	}
	grow(3) // five growths, seven others, one stream
	check("thirteen groups", 9, compare.AllGrowth)
	grow(6) // growth, seven others, four streams
	check("twelve with growth as one", 12, compare.AllGrowth)
	grow(7) // the terms but the cap were rate, counted before, window and AGI
	check("thirteen with growth as one", 10, compare.AllGrowth, compare.OtherTerms)
	grow(9)
	check("twelve with terms as one", 12, compare.AllGrowth, compare.OtherTerms)
	grow(10)
	b := check("thirteen with terms as one", 6, compare.AllGrowth, compare.OtherTerms, compare.SomeStreams)
	if stepOf(t, b, "cap").Change >= 0 {
		t.Error("a smaller cap does not show beside the other terms")
	}
}

func TestNoMoreStreamsThanAScenarioMayHave(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	for i := range scenario.MaxStreams - len(from.Outlook.Streams) {
		from.Outlook.Streams = append(slices.Clip(from.Outlook.Streams), stream(fmt.Sprint("More ", i), 1e6))
	}
	addsUp(t, "64 streams", bridge(t, from, to, compare.Forgone))
	to.Outlook.Streams = append(slices.Clip(to.Outlook.Streams), stream("One too many", 1e9))
	if _, err := compare.NewBridge(from, to, compare.Forgone); err == nil {
		t.Error("65 streams are mixed")
	}
}
