package explain_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
)

// amounts are the figures that a row of a projection gives.
var amounts = map[explain.Figure]func(scenario.Row) unit.Amount{
	explain.Revenue:    func(r scenario.Row) unit.Amount { return r.Revenue },
	explain.Due:        func(r scenario.Row) unit.Amount { return r.Due },
	explain.Paid:       func(r scenario.Row) unit.Amount { return r.Paid },
	explain.Forgone:    func(r scenario.Row) unit.Amount { return r.Forgone },
	explain.Cumulative: func(r scenario.Row) unit.Amount { return r.Cumulative },
	explain.Headroom:   func(r scenario.Row) unit.Amount { return r.Headroom },
	explain.Reverse:    func(r scenario.Row) unit.Amount { return r.Reverse },
	explain.Net:        func(r scenario.Row) unit.Amount { return r.Net },
}

// TestWhatIsShownAddsUp holds the promise of the package for random scenarios:
// the lines of every step add up to its total, and the total of the last is the
// number of the projection.
func TestWhatIsShownAddsUp(t *testing.T) {
	t.Parallel()
	seen := map[explain.RuleKind]int{}
	for seed := range uint64(60) {
		s := randomScenario(seed)
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, row := range rowsOf(s, p) {
			for figure, of := range amounts {
				e := ask(t, s, explain.Question{Figure: figure, From: row.From, Through: row.Through})
				note(seen, e)
				if fault := wrong(s, e, of(row)); fault != "" {
					t.Fatalf("seed %d: %s: %s\n%+v", seed, e.Title, fault, e)
				}
			}
		}
		for _, figure := range []explain.Figure{
			explain.PresentValue, explain.PresentValueForgone, explain.CapReached, explain.CapUsed, explain.EffectiveRate,
		} {
			e := ask(t, s, explain.Whole(s, figure))
			note(seen, e)
			if figure == explain.CapReached && !dayFollows(e, p.Total.Reached.Date) {
				t.Fatalf("seed %d: the day does not follow from what is shown\n%+v", seed, e)
			}
			if fault := broken(s, e); fault != "" {
				t.Fatalf("seed %d: %s: %s\n%+v", seed, e.Title, fault, e)
			}
		}
		if !reflect.DeepEqual(s, randomScenario(seed)) {
			t.Fatalf("seed %d: explaining changed the scenario", seed)
		}
	}
	for _, kind := range []explain.RuleKind{
		explain.RuleNoCap, explain.RuleRoom, explain.RuleCap, explain.RuleSliver, explain.RuleAfter, explain.RuleBefore,
		explain.RuleNotReached, explain.RuleCapStart, explain.RuleWindow, explain.RuleAGI, explain.RuleClouds,
		explain.RuleShape, explain.RuleValuation, explain.RuleLeftOut, explain.RuleActuals, explain.RuleAfterActuals,
	} {
		if seen[kind] < 5 {
			t.Errorf("the scenarios touch the rule %s only %d times", kind, seen[kind])
		}
	}
}

// rowsOf returns the rows of every kind of period, the whole horizon first.
func rowsOf(s scenario.Scenario, p scenario.Projection) []scenario.Row {
	whole := scenario.Row{
		From: s.FirstMonth(), Through: s.LastMonth(), Flows: p.Total.Flows,
		Cumulative: p.Total.Cumulative, Headroom: p.Total.Headroom,
	}
	return slices.Concat([]scenario.Row{whole}, p.Years, p.FiscalYears, p.Quarters, p.Months)
}

// wrong says what of the explanation of an amount does not hold.
func wrong(s scenario.Scenario, e explain.Explanation, want unit.Amount) string {
	uncapped := e.Figure == explain.Headroom && !s.Terms.Share.Capped
	last := e.Steps[len(e.Steps)-1].Total.Amount
	if !uncapped && (!near(last, want, s) || !near(e.Amount, want, s)) {
		return "it is " + want.Full() + ", its last step comes to " + last.Full() + ", it says " + e.Amount.Full()
	}
	return broken(s, e)
}

// TestPresentValueOfParts adds up the years' present values to that of the whole,
// and the months' to that of a year.
func TestPresentValueOfParts(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		s := randomScenario(seed)
		total, err := scenario.Total(s)
		if err != nil {
			t.Fatal(err)
		}
		var years, saved, months unit.Amount
		for year := s.FirstYear; year <= s.LastYear; year++ {
			from := unit.NewMonth(year, 1)
			years += ask(t, s, explain.Question{Figure: explain.PresentValue, From: from, Through: from + 11}).Amount
			saved += ask(t, s, explain.Question{Figure: explain.PresentValueForgone, From: from, Through: from + 11}).Amount
			for m := from; m <= from+11; m++ {
				months += ask(t, s, explain.Question{Figure: explain.PresentValue, From: m, Through: m}).Amount
			}
		}
		if !near(years, total.PresentValue, s) || !near(months, total.PresentValue, s) {
			t.Fatalf("seed %d: years %v, months %v, whole %v", seed, years, months, total.PresentValue)
		}
		if !near(saved, total.PresentValueForgone, s) {
			t.Fatalf("seed %d: what years save is worth %v, the whole %v", seed, saved, total.PresentValueForgone)
		}
	}
}

func ask(t *testing.T, s scenario.Scenario, q explain.Question) explain.Explanation {
	t.Helper()
	e, err := explain.Of(s, q)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func note(seen map[explain.RuleKind]int, e explain.Explanation) {
	for _, rule := range e.Rules {
		seen[rule.Kind]++
	}
}

// broken says what of an explanation does not hold.
func broken(s scenario.Scenario, e explain.Explanation) string {
	if e.Title == "" || e.Answer == "" {
		return "it lacks its title or answer"
	}
	for _, step := range e.Steps {
		if fault := brokenStep(s, step); fault != "" {
			return fault
		}
	}
	for _, rule := range e.Rules {
		if !strings.HasSuffix(rule.Text, ".") || strings.Contains(rule.Text, "%!") {
			return "not a sentence: " + rule.Text
		}
	}
	return brokenInputs(e.Inputs)
}

// brokenStep says whether the lines of a step do not add up.
func brokenStep(s scenario.Scenario, step explain.Step) string {
	var sum unit.Amount
	for _, line := range step.Lines {
		sum += line.Amount
		if line.Label == "" || line.Text != line.Amount.Table() {
			return "a line of " + step.Heading + " is not whole"
		}
	}
	if len(step.Lines) > 0 && !near(sum, step.Total.Amount, s) {
		return step.Heading + " comes to " + sum.Full() + ", not " + step.Total.Amount.Full()
	}
	return ""
}

// brokenInputs says which input lacks its words, or is given twice.
func brokenInputs(inputs []explain.Input) string {
	given := map[string]bool{}
	for _, in := range inputs {
		if in.Name == in.Path || in.Name == "" || in.Value == "" {
			return "the input " + in.Path + " has no words"
		}
		if given[in.Path] {
			return in.Path + " is given twice"
		}
		given[in.Path] = true
	}
	return ""
}

// dayFollows works the day out from the room and the share that are shown.
func dayFollows(e explain.Explanation, date unit.Date) bool {
	if date.IsZero() {
		return e.Answer != date.Medium()
	}
	steps := e.Steps
	room, due := steps[len(steps)-3].Total.Amount, steps[len(steps)-2].Total.Amount
	days := date.Month.Days()
	day := min(int(math.Floor(float64(room/due)*float64(days)+1e-6))+1, days)
	return e.Answer == date.Medium() && day == date.Day
}

// near compares amounts to a cent and to 1e-9 of what they are made of.
func near(a, b unit.Amount, s scenario.Scenario) bool {
	tolerance := 0.001
	for i := range s.Outlook.Streams {
		for year := s.FirstYear - 1; year <= s.LastYear; year++ {
			tolerance = math.Max(tolerance, 1e-12*float64(s.Revenue(i, year)))
		}
	}
	tolerance = math.Max(tolerance, 1e-14*float64(s.Terms.Share.Cap))
	return math.Abs(float64(a-b)) <= tolerance
}
