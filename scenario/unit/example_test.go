package unit_test

import (
	"fmt"

	"headroom/scenario/unit"
)

func ExampleParseAmount() {
	for _, text := range []string{"38", "$38bn", "38,000,000,000", "500M", "38,5", "38,500"} {
		amount, err := unit.ParseAmount(text, unit.Billions)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(amount.Headline(), amount.Full())
	}
	// Output:
	// $38.0B 38B
	// $38.0B 38B
	// $38.0B 38B
	// $500M 500M
	// $38.5B 38.5B
	// "38,500" could be 38500 or 38.500; write the one you mean
}

func ExampleParseGrowth() {
	const shown unit.Rate = 1.29
	for _, text := range []string{"129%", "129", "+5 pp", "-3pp", "2.29x"} {
		growth, err := unit.ParseGrowth(text, shown)
		fmt.Println(growth.Growth(), err)
	}
	// Output:
	// +129.0% <nil>
	// +129.0% <nil>
	// +134.0% <nil>
	// +126.0% <nil>
	// +129.0% <nil>
}

func ExampleStepAmount() {
	lineCap := unit.Amount(38e9)
	fmt.Println(unit.StepAmount(lineCap, lineCap.Headline(), unit.Billions, 1).Full())
	// Output: 38.1B
}
