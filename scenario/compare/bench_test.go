package compare_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/preset"
)

// twelve returns two scenarios that differ in exactly twelve groups, most years
// of growth among them, with the two streams of the default workspace.
func twelve(tb testing.TB) (from, to scenario.Scenario) {
	tb.Helper()
	w := preset.Default()
	from, to = w.Scenarios[w.Find("february-2026")], w.Scenarios[w.Find("april-2025")]
	to.Outlook.Shape = scenario.ShapeEven
	to.Outlook.AGIVerified = to.FirstMonth() + 40
	to.Terms.Share.Rate = 0.18
	to.Terms.Share.Cap = 30e9
	to.Terms.Share.AlreadyPaid = 2e9
	to.Terms.Share.Through -= 6
	to.Valuation.DiscountRate = 0.08
	to.Uncertainty, to.Sources = nil, nil
	from = changed(from, func(st []scenario.Stream) { st[0].Actuals = nil })
	return from, to
}

// BenchmarkBridge is a bridge over twelve groups, 4096 mixtures: at most 15 ms.
func BenchmarkBridge(b *testing.B) {
	from, to := twelve(b)
	b.ReportAllocs()
	for b.Loop() {
		bridge, err := compare.NewBridge(from, to, compare.Paid)
		if err != nil || len(bridge.Steps) != compare.MaxGroups {
			b.Fatalf("%d steps, error %v", len(bridge.Steps), err)
		}
	}
}

// BenchmarkInputs lists what differs between four scenarios.
func BenchmarkInputs(b *testing.B) {
	scenarios := preset.Default().Scenarios[1:]
	b.ReportAllocs()
	for b.Loop() {
		compare.Inputs(scenarios, 0)
	}
}
