package explain

import (
	"fmt"
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// An account is one explanation being made.
type account struct {
	Question
	s       scenario.Scenario
	p       scenario.Projection
	months  []scenario.Row        // of the span
	flows   scenario.Flows        // over the span
	opening unit.Amount           // counted toward the cap before the span
	closing unit.Amount           // counted toward the cap at its end
	earned  [][]unit.Amount       // by stream, by month of the horizon
	planned map[int][]unit.Amount // likewise, of streams with actuals as they are asked for
	paths   []string              // of the inputs, in the order they came up
	out     Explanation
}

func newAccount(s scenario.Scenario, p scenario.Projection, q Question) *account {
	first := s.FirstMonth()
	a := &account{Question: q, s: s, p: p, out: Explanation{Question: q}}
	a.months = p.Months[q.From-first : q.Through-first+1]
	a.flows = sum(a.months)
	a.opening = s.Terms.Share.AlreadyPaid
	if q.From > first {
		a.opening = p.Months[q.From-first-1].Cumulative
	}
	a.closing = a.months[len(a.months)-1].Cumulative
	for i := range s.Outlook.Streams {
		a.earned = append(a.earned, earned(s, i))
	}
	return a
}

func sum(rows []scenario.Row) (f scenario.Flows) {
	for i := range rows {
		f.Add(rows[i].Flows)
	}
	return f
}

// earned returns what one stream earns in each month of the horizon: the revenue
// of the scenario in which it is the only stream, and OpenAI's own.
func earned(s scenario.Scenario, i int) []unit.Amount {
	stream := s.Outlook.Streams[i]
	if stream.Channel == scenario.ChannelAzure {
		stream.Channel = scenario.ChannelDirect
	}
	s.Outlook.Streams = []scenario.Stream{stream}
	s.Sources = nil
	months := make([]unit.Amount, s.LastMonth()-s.FirstMonth()+1)
	p, err := scenario.Project(s)
	if err != nil { // a part of what is sound is sound
		return months
	}
	for m := range months {
		months[m] = p.Months[m].Revenue
	}
	return months
}

// earnedIn returns what stream i earns from one month through another.
func (a *account) earnedIn(i int, w window) unit.Amount {
	return a.sumIn(a.earned[i], w)
}

// sumIn adds up what is given by month of the horizon.
func (a *account) sumIn(months []unit.Amount, w window) unit.Amount {
	var total unit.Amount
	for m := max(w.from, a.s.FirstMonth()); m <= min(w.through, a.s.LastMonth()); m++ {
		total += months[m-a.s.FirstMonth()]
	}
	return total
}

// A window is a span of months, both ends included.
type window struct{ from, through unit.Month }

func (w window) empty() bool { return w.from > w.through }

func (w window) and(v window) window {
	return window{max(w.from, v.from), min(w.through, v.through)}
}

func yearOf(year int) window { return window{unit.NewMonth(year, 1), unit.NewMonth(year, 12)} }

func (a *account) span() window { return window{a.From, a.Through} }

// shareWindow returns the months in which the share is paid.
func (a *account) shareWindow() window {
	from, through := a.s.ShareWindow()
	return window{from, through}
}

// uses notes inputs by their paths.
func (a *account) uses(paths ...string) {
	for _, path := range paths {
		if !slices.Contains(a.paths, path) {
			a.paths = append(a.paths, path)
		}
	}
}

func (a *account) rule(kind RuleKind, format string, args ...any) {
	if !a.out.Has(kind) {
		a.out.Rules = append(a.out.Rules, Rule{kind, fmt.Sprintf(format, args...)})
	}
}

// step adds a part of the computation whose lines add up to an amount.
func (a *account) step(heading, label string, total unit.Amount, lines ...Line) {
	a.out.Steps = append(a.out.Steps, Step{heading, lines, AmountLine(label, "", total)})
}

// answer gives the explanation its number, as the total of its last step has it.
func (a *account) answer(title string, amount unit.Amount) {
	a.out.Title, a.out.Amount, a.out.Answer = title, amount, amount.Table()
}

// AmountLine returns a line that shows an amount.
func AmountLine(label, formula string, amount unit.Amount) Line {
	return Line{Label: label, Formula: formula, Amount: amount, Text: amount.Table()}
}

// DeltaLine returns a line that shows an amount with its sign, as differences have it.
func DeltaLine(label, formula string, amount unit.Amount) Line {
	return Line{Label: label, Formula: formula, Amount: amount, Text: amount.Delta()}
}

// on returns the line as one that stands on the input at path.
func (l Line) on(path string) Line {
	l.Path = path
	return l
}

// in names the span as one speaks of what happens in it: in 2028.
func (a *account) in() string {
	if a.From == a.s.FirstMonth() && a.Through == a.s.LastMonth() && a.s.FirstYear != a.s.LastYear {
		return "through " + strconv.Itoa(a.s.LastYear)
	}
	return "in " + a.spanWords()
}

// spanWords names the span: as a fiscal year, too, where the horizon cuts one off.
func (a *account) spanWords() string {
	half := a.Through-a.From == 5
	begins := a.From == a.s.FirstMonth() && a.Through.Month() == 6
	ends := a.Through == a.s.LastMonth() && a.From.Month() == 7
	if half && (begins || ends) {
		return "FY" + strconv.Itoa(a.From.FiscalYear())
	}
	return words.Months(a.From, a.Through)
}

// end names the end of the span: the end of 2028.
func (a *account) end() string {
	if a.Through.Month() == 12 {
		return "the end of " + strconv.Itoa(a.Through.Year())
	}
	return "the end of " + a.Through.Long()
}

// openingLabel names what was counted before the span.
func (a *account) openingLabel() string {
	switch before := a.From - 1; {
	case a.From == a.s.FirstMonth():
		return "Counted before"
	case before.Month() == 12:
		return "Counted by the end of " + strconv.Itoa(before.Year())
	default:
		return "Counted by the end of " + before.Long()
	}
}

// openingPath returns the path of what was counted before, where that is an input.
func (a *account) openingPath() string {
	if a.From == a.s.FirstMonth() {
		return "terms.share.alreadyPaid"
	}
	return ""
}
