package sweep

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/solve"
)

// A Safe is how far one input of a scenario may move before a statement is not true any
// more.
type Safe struct {
	Input   scenario.Input
	Value   float64 // that the scenario has
	NoValue bool    // there is none: it has no cap
	Holds   bool    // with Value; with rates by year it may not, since Value is one for all
	Range   Span    // around Value, where it holds; its ends are the last values that do
	// Whether the legal range ends there, and the statement still holds.
	LowLimit, HighLimit bool
	Others              []Span // further values with which it holds, ascending
}

// SafeRanges finds for every input of a scenario how far it may move, on a number of
// goroutines. Each statement has a list of its own.
func SafeRanges(p *scenario.Prepared, statements []Statement, workers int) ([][]Safe, error) {
	type job struct {
		in     scenario.Input
		result solve.Result
	}
	var jobs []job
	var results []solve.Result
	for _, st := range statements {
		if !slices.Contains(results, st.Result) {
			results = append(results, st.Result)
		}
	}
	for _, r := range results {
		for _, in := range TornadoInputs(p.Scenario(), r) {
			jobs = append(jobs, job{in, r})
		}
	}
	found, errs := make([][]Safe, len(jobs)), make([]error, len(jobs))
	divided(len(jobs), workers, func() func(int) {
		return func(i int) { found[i], errs[i] = safe(p, jobs[i].in, jobs[i].result, statements) }
	})
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return nil, errs[i]
	}
	out := make([][]Safe, len(statements))
	for i, j := range jobs {
		for k, st := range statements {
			if st.Result == j.result {
				out[k] = append(out[k], found[i][k])
			}
		}
	}
	return out, nil
}

// safe looks along an input once, and returns what holds of each statement about one
// result; of the others nothing.
func safe(p *scenario.Prepared, in scenario.Input, r solve.Result, statements []Statement) ([]Safe, error) {
	look, err := solve.Along(p, in, r)
	if err != nil {
		return nil, err
	}
	s, legal := p.Scenario(), look.Range()
	out := make([]Safe, len(statements))
	for i, st := range statements {
		if st.Result != r {
			continue
		}
		own := Safe{Input: in, Value: in.Value(s), NoValue: in == scenario.InputCap && !s.Terms.Share.Capped}
		for _, span := range look.Within(st.low, st.high) {
			if !own.Holds && span.Low <= look.Present() && look.Present() <= span.High {
				own.Holds, own.Range = true, span
				own.LowLimit, own.HighLimit = span.Low == legal.Low, span.High == legal.High
			} else {
				own.Others = append(own.Others, span)
			}
		}
		out[i] = own
	}
	return out, nil
}
