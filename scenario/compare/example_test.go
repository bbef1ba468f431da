package compare_test

import (
	"fmt"

	"headroom/scenario/compare"
	"headroom/scenario/preset"
)

// With half the rate and a cap of $60B the February plan pays $60B of $67.3B: all
// of the difference is the cap's, since the rate alone leaves it reached.
func ExampleNewBridge() {
	w := preset.Default()
	from := w.Scenarios[w.Find("february-2026")]
	to := from
	to.Terms.Share.Rate, to.Terms.Share.Cap = 0.1, 60e9
	to.Uncertainty = nil // its range belongs to the other cap

	bridge, err := compare.NewBridge(from, to, compare.Paid)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range bridge.Steps {
		fmt.Printf("%s: paid %s, due %s\n", step.Group, step.Change.Delta(), step.Due.Delta())
	}
	fmt.Printf("in all: %s\n", bridge.Change().Delta())
	// Output:
	// share rate: paid $0, due −$67.30B
	// cap: paid +$22.00B, due $0
	// in all: +$22.00B
}

func ExampleNewDeal() {
	prior, _ := preset.FindTerms("prior-2025-10")
	amended, _ := preset.FindTerms("amended-2026-04")
	w := preset.Default()
	deal, err := compare.NewDeal(w.Scenarios[w.Find("february-2026")], prior.Terms, amended.Terms)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, term := range deal.Terms {
		if term.Reason == "" {
			fmt.Printf("%s: worth %s to OpenAI\n", term.Group, term.ToOpenAI().Delta())
		}
	}
	fmt.Printf("in all: %s\n", deal.ToOpenAI().Delta())
	// Output:
	// cap: worth +$96.60B to OpenAI
	// reverse share: worth −$20.22B to OpenAI
	// in all: +$76.38B
}
