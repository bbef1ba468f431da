package export

import (
	"fmt"
	"strings"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Solved is what was looked for in a scenario, and what was found: the values
// of Find with which the cap is reached on Target.
type Solved struct {
	Scenario scenario.Scenario
	Find     solve.Input
	Target   unit.Date
	Answer   solve.Answer
}

// capReached is the result that solve answers for, as files name it.
const capReached = "cap-reached"

// SolvedJSON returns an answer in full precision, for programs. Where no value
// reaches the target, value and check are null, there are no intervals, and range
// and nearest say what was tried and how near it came.
func SolvedJSON(s Solved) ([]byte, error) {
	head := jsonSolve{Scenario: s.Scenario.ID, Find: string(s.Find), Result: capReached, Target: s.Target.String()}
	if !s.Answer.Possible() {
		head.Intervals = [][2]decimal{}
		return marshal(jsonUnsolved{
			jsonSolve: head, Range: newJSONInterval(s.Answer.Range),
			Nearest: reachedOrNull(s.Answer.Result), NearestValue: decimal(s.Answer.Value),
		})
	}
	value := decimal(s.Answer.Value)
	head.Value, head.Check = &value, reachedOrNull(s.Answer.Result)
	for _, interval := range s.Answer.Intervals {
		head.Intervals = append(head.Intervals, newJSONInterval(interval))
	}
	return marshal(head)
}

type jsonSolve struct {
	Scenario  string       `json:"scenario"`
	Find      string       `json:"find"`
	Result    string       `json:"result"`
	Target    string       `json:"target"`
	Value     *decimal     `json:"value"`
	Intervals [][2]decimal `json:"intervals"`
	Check     *string      `json:"check"`
}

type jsonUnsolved struct {
	jsonSolve
	Range        [2]decimal `json:"range"`
	Nearest      *string    `json:"nearest"`
	NearestValue decimal    `json:"nearestValue"`
}

func newJSONInterval(i solve.Interval) [2]decimal { return [2]decimal{decimal(i.Low), decimal(i.High)} }

func reachedOrNull(r scenario.Reached) *string {
	if !r.Ever() {
		return nil
	}
	text := r.String()
	return &text
}

// SolvedTable returns an answer as text for people, rounded.
func SolvedTable(s Solved) ([]byte, error) {
	a := s.Answer
	lines := [][2]string{{"Find", findWords[s.Find]}, {"So that", "the cap is reached on " + s.Target.Medium()}}
	if a.Possible() {
		lines = append(lines, [2]string{"Answer", s.shown(a.Value)})
		for _, interval := range a.Intervals {
			lines = append(lines, [2]string{"Holds for", s.span(interval)})
		}
		lines = append(lines, [2]string{"Check", "the cap is reached on " + a.Result.Date.Medium()})
	} else {
		lines = append(lines,
			[2]string{"Answer", "none"},
			[2]string{"Range tried", s.span(a.Range)},
			[2]string{"Nearest", s.shown(a.Value) + ": " + s.nearest()},
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
	return fmt.Sprintf("no %s of scenario %q from %s reaches the cap on %s; nearest is %s: %s",
		s.Find, s.Scenario.ID, s.span(s.Answer.Range), s.Target, s.shown(s.Answer.Value), s.nearest())
}

var findWords = map[solve.Input]string{
	solve.Cap: "the cap", solve.GrowthShift: "a shift of every growth",
}

// shown returns a value of the input looked for.
func (s Solved) shown(v float64) string {
	if s.Find == solve.GrowthShift {
		return unit.Rate(v).Points()
	}
	return unit.Amount(v).Table()
}

func (s Solved) span(i solve.Interval) string {
	low, high := s.shown(i.Low), s.shown(i.High)
	if low == high {
		return low
	}
	return low + " to " + high
}

func (s Solved) nearest() string {
	return words.ReachedSentence(s.Scenario, s.Answer.Result)
}
