package listing

import (
	"fmt"
	"strings"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
)

// A Solved is what was looked for in a scenario, and what was found: the values
// of Find with which Result is Target.
type Solved struct {
	Scenario scenario.Scenario
	Find     solve.Input
	Result   solve.Result
	Target   solve.Value
	Answer   solve.Answer
}

// SolvedJSON returns an answer in full precision, for programs. Where no value
// reaches the target, value and check are null, there are no intervals, and range
// and nearest say what was tried and how near it came.
func SolvedJSON(s Solved) ([]byte, error) {
	head := jsonSolve{
		Scenario: s.Scenario.ID, Find: string(s.Find), Result: string(s.Result),
		Target: resultJSON(s.Result, s.Target), Intervals: [][2]decimal{},
	}
	if !s.Answer.Possible() {
		return marshal(jsonUnsolved{
			jsonSolve: head, Range: newJSONInterval(s.Answer.Range),
			Nearest: resultJSON(s.Result, s.Answer.Result), NearestValue: decimal(s.Answer.Value),
		})
	}
	value := decimal(s.Answer.Value)
	head.Value, head.Check = &value, resultJSON(s.Result, s.Answer.Result)
	for _, interval := range s.Answer.Intervals {
		head.Intervals = append(head.Intervals, newJSONInterval(interval))
	}
	return marshal(head)
}

type jsonSolve struct {
	Scenario  string       `json:"scenario"`
	Find      string       `json:"find"`
	Result    string       `json:"result"`
	Target    any          `json:"target"` // as the result: a date or a number
	Value     *decimal     `json:"value"`
	Intervals [][2]decimal `json:"intervals"`
	Check     any          `json:"check"`
}

type jsonUnsolved struct {
	jsonSolve
	Range        [2]decimal `json:"range"`
	Nearest      any        `json:"nearest"`
	NearestValue decimal    `json:"nearestValue"`
}

func newJSONInterval(i solve.Interval) [2]decimal { return [2]decimal{decimal(i.Low), decimal(i.High)} }

// SolvedTable returns an answer as text for people, rounded.
func SolvedTable(s Solved) ([]byte, error) {
	a := s.Answer
	lines := [][2]string{{"Find", s.found()}, {"So that", s.says(s.Target)}}
	if a.Possible() {
		lines = append(lines, [2]string{"Answer", s.shown(a.Value)})
		for _, interval := range a.Intervals {
			lines = append(lines, [2]string{"Holds for", s.span(interval)})
		}
		lines = append(lines, [2]string{"Check", s.says(a.Result)})
	} else {
		lines = append(lines,
			[2]string{"Answer", "none"},
			[2]string{"Range tried", s.span(a.Range)},
			[2]string{"Nearest", s.shown(a.Value) + ": " + s.says(a.Result)},
		)
	}
	var out strings.Builder
	out.WriteString(title(s.Scenario) + "\n\n")
	for _, line := range lines {
		fmt.Fprintf(&out, "%s%-13s%s\n", gap, line[0], line[1])
	}
	return []byte(out.String()), nil
}

// Unsolved says in a line that no value reaches the target, and how near one
// comes.
func (s Solved) Unsolved() string {
	does := "makes " + words.Result(s.Result) + " " + s.result(s.Target)
	if s.Result == solve.CapReached {
		does = "reaches the cap on " + s.Target.String()
	}
	return fmt.Sprintf("no %s of scenario %q from %s %s; nearest is %s: %s",
		s.Find, s.Scenario.ID, s.span(s.Answer.Range), does, s.shown(s.Answer.Value), s.says(s.Answer.Result))
}

// found says what was looked for.
func (s Solved) found() string {
	switch s.Find {
	case solve.Cap:
		return "the cap"
	case solve.Rate:
		return "the share rate of all years"
	case solve.Base:
		return "the base of direct streams, all streams scaled alike"
	case solve.GrowthShift:
		return "a shift of every growth"
	}
	year, _ := s.Find.Year()
	return fmt.Sprintf("the growth of direct streams in %d", year)
}

// shown returns a value of the input looked for.
func (s Solved) shown(v float64) string { return sweep.Text(s.Find, v) }

func (s Solved) span(i solve.Interval) string {
	low, high := s.shown(i.Low), s.shown(i.High)
	if low == high {
		return low
	}
	return low + " to " + high
}

// says says of the result that it is a value.
func (s Solved) says(v solve.Value) string {
	switch {
	case s.Result == solve.CapReached:
		return words.ReachedSentence(s.Scenario, v.Reached)
	case v.None:
		return "there is no cap"
	}
	return words.Result(s.Result) + " is " + s.result(v)
}

// result returns a value of a result that is a number.
func (s Solved) result(v solve.Value) string { return sweep.Said(s.Scenario, s.Result, v) }
