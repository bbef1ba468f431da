package solve_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A scan is what a result is at many values of an input.
type scan struct {
	x      []float64
	values []solve.Value
}

func scanned(p *scenario.Prepared, in solve.Input, r solve.Result, x []float64) scan {
	s := scan{x: x, values: make([]solve.Value, len(x))}
	v := p.Variant()
	for i, value := range x {
		if err := v.Set(in, value); err != nil {
			panic(err)
		}
		total, err := v.Total()
		if err != nil {
			panic(err)
		}
		s.values[i] = r.Of(&total)
	}
	return s
}

// target returns what to look for: what some value gives or comes close to, or hardly
// any gives.
func (s scan) target(d dice) solve.Value {
	i := d.IntN(len(s.x) - 1)
	target, next := s.values[i], s.values[i+1]
	most := target
	for _, v := range s.values {
		if v.Number > most.Number && !v.None {
			most = v
		}
	}
	switch d.IntN(6) {
	case 0:
		target.Number = (target.Number + next.Number) / 2
	case 1:
		target.Number = most.Number - (most.Number-target.Number)*1e-4*d.Float64()
	case 2:
		target.Number = most.Number
	case 3:
		target.Number = d.value(0, 1, target.Number*1.5, -1e9)
	}
	return target
}

// side says on which side of the target a value is, and 2 that there is none.
func side(r solve.Result, v, target solve.Value) int {
	tolerance := 0.005 + 1e-12*math.Abs(target.Number)
	switch {
	case v.None:
		return 2
	case r == solve.CapReached:
		return sideOfDate(v, target)
	case r == solve.CapUsed:
		tolerance = 1e-12
	}
	switch {
	case v.Number < target.Number-tolerance:
		return -1
	case v.Number > target.Number+tolerance:
		return 1
	}
	return 0
}

func sideOfDate(v, target solve.Value) int {
	switch {
	case v.Reached == target.Reached:
		return 0
	case v.Before || v.Ever() && v.Date.Before(target.Date):
		return -1
	}
	return 1
}

func TestEverythingThatAScanFindsIsFound(t *testing.T) {
	t.Parallel()
	n := uint64(10_000)
	if testing.Short() {
		n = 500
	}
	seen := map[string]int{}
	const parts = 8 // which go side by side
	type outcome struct{ what, fault string }
	results := make(chan outcome)
	for part := range uint64(parts) {
		go func() {
			for seed := part; seed < n; seed += parts {
				what, fault := searched(seed)
				results <- outcome{what, fault}
			}
		}()
	}
	faults := 0
	for range n {
		o := <-results
		seen[o.what]++
		if o.fault != "" {
			if faults++; faults <= 5 {
				t.Error(o.fault)
			}
		}
	}
	for _, want := range []string{"none", "one value", "a range", "several"} {
		if seen[want] < int(n)/100 {
			t.Errorf("of %d searches %d ended with %s", n, seen[want], want)
		}
	}
	t.Logf("%v, %d faults", seen, faults)
}

// searched solves for a random target in a random scenario. It says what kind of
// answer there is, and what of a scan the answer lacks.
func searched(seed uint64) (what, fault string) {
	d := newDice(seed)
	s := d.scenario()
	inputs := solve.Inputs(s)
	in, r := inputs[d.IntN(len(inputs))], solve.Results()[d.IntN(len(solve.Results()))]
	p, err := scenario.Prepare(s)
	if err != nil {
		return "", fmt.Sprintf("seed %d: %v", seed, err)
	}
	low, high, err := in.Range(s)
	if err != nil {
		return "", fmt.Sprintf("seed %d: %v", seed, err)
	}
	scan := scanned(p, in, r, d.values(low, high, in.Value(s), 2000))
	target := scan.target(d)
	if r == solve.CapReached && target.Date.IsZero() {
		target = solve.On(unit.Date{Month: d.month(s), Day: 15})
	}
	answer, err := solve.Find(p, in, r, target)
	if err == nil {
		fault = answerLacks(s, in, r, target, scan, answer)
	} else {
		fault = err.Error()
	}
	if fault != "" {
		fault = fmt.Sprintf("seed %d: %s for %s %+v: %s\nanswer %+v\nscenario %+v", seed, in, r, target, fault, answer, s)
	}
	return kindOf(answer), fault
}

func kindOf(a solve.Answer) string {
	switch {
	case len(a.Intervals) > 1:
		return "several"
	case len(a.Intervals) == 0:
		return "none"
	case a.Intervals[0].Low == a.Intervals[0].High:
		return "one value"
	}
	return "a range"
}

// answerLacks says what is wrong with an answer, given a scan of the same input.
func answerLacks(s scenario.Scenario, in solve.Input, r solve.Result, target solve.Value, scan scan, a solve.Answer) string {
	at := func(v float64) solve.Value {
		total, err := scenario.Total(in.With(s, v))
		if err != nil {
			panic(err)
		}
		return r.Of(&total)
	}
	if got := at(a.Value); got != a.Result {
		return fmt.Sprintf("%v gives %+v", a.Value, got)
	}
	for i, interval := range a.Intervals {
		if i > 0 && interval.Low <= a.Intervals[i-1].High || interval.High < interval.Low {
			return "the intervals are out of order"
		}
		for _, v := range []float64{interval.Low, (interval.Low + interval.High) / 2, interval.High} {
			on := side(r, at(v), target)
			below, above := side(r, at(math.Nextafter(v, a.Range.Low)), target), side(r, at(math.Nextafter(v, a.Range.High)), target)
			steep := r != solve.CapReached && (on*below == -1 || on*above == -1)
			if on != 0 && !steep {
				return fmt.Sprintf("%v is not one that reaches the target", v)
			}
		}
	}
	covered := func(low, high float64) bool {
		return slices.ContainsFunc(a.Intervals, func(i solve.Interval) bool { return i.Low <= high && i.High >= low })
	}
	// A single value stands for those around it that miss the target by no more.
	stoodFor := func(x float64) bool {
		return slices.ContainsFunc(a.Intervals, func(i solve.Interval) bool {
			return r != solve.CapReached && i.Low == i.High &&
				side(r, at(x+(i.Low-x)/3), target) == 0 && side(r, at(x+(i.Low-x)*2/3), target) == 0
		})
	}
	nearest := math.Inf(1)
	for i, v := range scan.values {
		here := side(r, v, target)
		if !v.None && r != solve.CapReached {
			nearest = min(nearest, math.Abs(v.Number-target.Number))
		}
		if here == 0 && !covered(scan.x[i], scan.x[i]) && !stoodFor(scan.x[i]) {
			return fmt.Sprintf("%v reaches the target", scan.x[i])
		}
		if i > 0 && r != solve.CapReached && here*side(r, scan.values[i-1], target) == -1 && !covered(scan.x[i-1], scan.x[i]) {
			return fmt.Sprintf("between %v and %v the target is passed", scan.x[i-1], scan.x[i])
		}
	}
	if len(a.Intervals) == 0 && nearest < math.Abs(a.Result.Number-target.Number)-0.01-1e-6*math.Abs(target.Number) {
		return fmt.Sprintf("some value comes as near as %v", nearest)
	}
	return ""
}
