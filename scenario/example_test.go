package scenario_test

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A stream that earns 12 billion a year shares a fifth of it, up to 5 billion.
func ExampleProject() {
	s := scenario.Scenario{
		ID: "example", Name: "Example", FirstYear: 2026, LastYear: 2028,
		Outlook: scenario.Outlook{
			Shape: scenario.ShapeRamp,
			Streams: []scenario.Stream{{
				Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
				Growth: scenario.ByYear{{Year: 2026}, {Year: 2027}, {Year: 2028}},
			}},
		},
		Terms: scenario.Terms{Share: scenario.Share{
			Rate: 0.20, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2028, 12), Capped: true, Cap: 5e9,
		}},
	}
	p, err := scenario.Project(s)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, year := range p.Years {
		fmt.Printf("%d: due %.1f, paid %.1f, headroom %.1f billion\n",
			year.From.Year(), year.Due/1e9, year.Paid/1e9, year.Headroom/1e9)
	}
	fmt.Println("cap reached", p.Total.Reached)
	// Output:
	// 2026: due 2.4, paid 2.4, headroom 2.6 billion
	// 2027: due 2.4, paid 2.4, headroom 0.2 billion
	// 2028: due 2.4, paid 0.2, headroom 0.0 billion
	// cap reached 2028-01-31
}
