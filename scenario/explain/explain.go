// Package explain answers "why this number?": for a figure of a projection it
// lays out the computation in the words of the screen, with its numbers, the
// rules that bound it, and the inputs with their sources.
//
// It has no model of its own: what it shows is cut from projections, and its
// lines add up to the number explained. It formats amounts as tables do, and
// draws nothing.
package explain

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Figure is what can be asked about.
type Figure string

// The figures. CapReached is a date, CapUsed and EffectiveRate are fractions, all
// others are amounts in US dollars; Pace, which is of a year, is always asked of the
// whole horizon, as CapReached is.
const (
	CapReached   Figure = "cap-reached"
	Revenue      Figure = "revenue"
	Due          Figure = "due"
	Paid         Figure = "paid"
	Forgone      Figure = "forgone"
	Cumulative   Figure = "cumulative"
	Headroom     Figure = "headroom"
	CapUsed      Figure = "cap-used"
	Reverse      Figure = "reverse"
	Net          Figure = "net"
	PresentValue Figure = "present-value"

	PresentValueForgone Figure = "present-value-forgone"
	EffectiveRate       Figure = "effective-rate"
	Pace                Figure = "pace"
)

// Word returns what the figure is called on the screen; of an unknown figure,
// its name.
func (f Figure) Word() string {
	return words.Result(f)
}

// A Question asks for a figure of a span of months, both included. Months outside
// the horizon are left out. CapReached is always asked of the whole horizon.
type Question struct {
	Figure        Figure
	From, Through unit.Month
}

// Whole returns the question for a result over the whole horizon of s.
func Whole(s scenario.Scenario, f Figure) Question {
	return Question{Figure: f, From: s.FirstMonth(), Through: s.LastMonth()}
}

// An Explanation says how a figure came about.
type Explanation struct {
	Question
	Title  string      // what is explained, such as Paid in 2028
	Answer string      // the figure as the screen shows it
	Amount unit.Amount // the figure unrounded, where it is an amount; 0 for others
	Steps  []Step      // in order; the total of the last is the figure
	Rules  []Rule      // what bound it
	Inputs []Input     // what went into it, each once
}

// A Step is one part of the computation: lines whose amounts add up to its total.
// A step without lines only has a result, such as a quotient.
type Step struct {
	Heading string
	Lines   []Line
	Total   Line
}

// A Line is one amount of a step.
type Line struct {
	Label   string
	Formula string      // how the amount is made, empty where the label says it
	Amount  unit.Amount // in US dollars, negative where it is taken off
	Text    string      // the amount as it is shown
	Path    string      // of the input the line stands on, empty for none
}

// A Rule is what decided about a figure, in a whole sentence.
type Rule struct {
	Kind RuleKind
	Text string
}

// A RuleKind says which rule of the model it is.
type RuleKind string

// The rules.
const (
	RuleNoCap      RuleKind = "no-cap"       // no cap: all that is due is paid
	RuleRoom       RuleKind = "room"         // the cap leaves room for all that is due
	RuleCap        RuleKind = "cap"          // the cap is reached within the span
	RuleSliver     RuleKind = "sliver"       // what is left of the cap is next to nothing
	RuleAfter      RuleKind = "after"        // the cap was reached before the span
	RuleBefore     RuleKind = "before"       // the cap was reached before the horizon
	RuleNotReached RuleKind = "not-reached"  // the cap is not reached within the horizon
	RuleCapStart   RuleKind = "cap-start"    // payments before the cap counts
	RuleWindow     RuleKind = "window"       // months outside the window of the share
	RuleAGI        RuleKind = "agi"          // the window ends with AGI
	RuleClouds     RuleKind = "other-clouds" // other clouds are not open yet
	RuleActuals    RuleKind = "actuals"      // what is actual takes the place of the plan
	RuleShape      RuleKind = "shape"        // how a year's revenue is spread
	RuleValuation  RuleKind = "valuation"    // how payments are discounted
	RuleLeftOut    RuleKind = "left-out"     // payments before the valuation month

	RuleAfterActuals RuleKind = "after-actuals" // how a stream goes on after its last actual
	RulePaceFlat     RuleKind = "pace"          // what the pace needed does
	RulePaceUnknown  RuleKind = "no-pace"       // why there is none
)

// Has reports whether a rule of that kind bound the figure.
func (e Explanation) Has(kind RuleKind) bool {
	for _, rule := range e.Rules {
		if rule.Kind == kind {
			return true
		}
	}
	return false
}

// Of explains a figure of s. It fails where s is not sound, where there is no such
// figure, and where the span has no month within the horizon.
func Of(s scenario.Scenario, q Question) (Explanation, error) {
	explain, found := explainers[q.Figure]
	if !found {
		return Explanation{}, fmt.Errorf("explain %q: there is no such figure", q.Figure)
	}
	p, err := scenario.Project(s)
	if err != nil {
		return Explanation{}, err
	}
	if q.Figure == CapReached || q.Figure == Pace {
		q = Whole(s, q.Figure)
	}
	q.From, q.Through = max(q.From, s.FirstMonth()), min(q.Through, s.LastMonth())
	if q.From > q.Through {
		return Explanation{}, fmt.Errorf("explain %s: the span has no month from %s to %s", q.Figure, s.FirstMonth(), s.LastMonth())
	}
	a := newAccount(s, p, q)
	explain(a)
	a.out.Inputs = a.inputs()
	return a.out, nil
}

var explainers = map[Figure]func(*account){
	CapReached:   (*account).reached,
	Revenue:      (*account).revenue,
	Due:          (*account).due,
	Paid:         (*account).paid,
	Forgone:      (*account).forgone,
	Cumulative:   (*account).cumulative,
	Headroom:     (*account).headroom,
	CapUsed:      (*account).capUsed,
	Reverse:      (*account).reverse,
	Net:          (*account).net,
	PresentValue: (*account).presentValue,

	PresentValueForgone: (*account).presentValueForgone,
	EffectiveRate:       (*account).effectiveRate,
	Pace:                (*account).pace,
}
