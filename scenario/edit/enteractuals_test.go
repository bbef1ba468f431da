package edit_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

func inPeriod(t *testing.T, text string) unit.Period {
	t.Helper()
	p, err := unit.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// given reads "2026-Q1 5.7 2026-07 3", in billions.
func given(t *testing.T, text string) []scenario.Actual {
	t.Helper()
	var out []scenario.Actual
	words := strings.Fields(text)
	for i := 0; i < len(words); i += 2 {
		amount, err := unit.ParseAmount(words[i+1]+"B", 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, scenario.Actual{Period: inPeriod(t, words[i]), Amount: amount})
	}
	return out
}

// known writes the actuals of a stream the same way, to three places.
func known(s scenario.Scenario, stream int) string {
	var words []string
	for _, a := range s.Outlook.Streams[stream].Actuals {
		words = append(words, fmt.Sprintf("%s %.4g", a.Period, math.Round(float64(a.Amount)/1e6)/1e3))
	}
	return strings.Join(words, " ")
}

// even opens a session on the plan with equal months.
func even(t *testing.T) *edit.Session {
	t.Helper()
	s := open(t, 1)
	do(t, s, edit.SetShape("a", scenario.ShapeEven))
	return s
}

func TestAPeriodIsEntered(t *testing.T) {
	set := func(text string) func(t *testing.T, s *edit.Session) {
		return func(t *testing.T, s *edit.Session) {
			for _, a := range given(t, text) {
				do(t, s, edit.SetActual("a", 0, a.Period, a.Amount))
				s.Seal()
			}
		}
	}
	pasted := func(text string) func(t *testing.T, s *edit.Session) {
		return func(t *testing.T, s *edit.Session) { do(t, s, edit.SetActuals("a", 0, given(t, text))) }
	}
	cleared := func(before, period string) func(t *testing.T, s *edit.Session) {
		return func(t *testing.T, s *edit.Session) {
			set(before)(t, s)
			do(t, s, edit.ClearActual("a", 0, inPeriod(t, period)))
		}
	}
	for _, test := range []struct {
		sentence string
		do       func(t *testing.T, s *edit.Session)
		want     string
	}{
		{"quarters and a month", set("2026-Q1 5.7 2026-Q2 6.7 2026-07 3"), "2026-Q1 5.7 2026-Q2 6.7 2026-07 3"},
		{"nothing was earned", set("2026-Q1 0"), "2026-Q1 0"},
		{"a quarter takes the place of its months", set("2026-01 1 2026-03 2 2026-Q1 5.7"), "2026-Q1 5.7"},
		{"a month leaves the rest of its quarter to the others", set("2026-Q1 6 2026-02 3"), "2026-01 1.5 2026-02 3 2026-03 1.5"},
		{"a month may be all of its quarter", set("2026-Q1 6 2026-02 6"), "2026-01 0 2026-02 6 2026-03 0"},
		{"one month after the other", set("2026-Q1 6 2026-01 1 2026-02 1"), "2026-01 1 2026-02 1 2026-03 2.5"},
		{"outside the horizon in thirds", set("2025-Q4 6 2025-10 2"), "2025-10 2 2025-11 2 2025-12 2"},
		{"three months take the place of their quarter", func(t *testing.T, s *edit.Session) {
			set("2026-Q1 6")(t, s)
			pasted("2026-03 7 2026-01 8 2026-02 9")(t, s)
		}, "2026-01 8 2026-02 9 2026-03 7"},
		{"a row", pasted("2026-Q2 6.7 2026-Q1 5.7 2026-07 1 2026-08 2"), "2026-Q1 5.7 2026-Q2 6.7 2026-07 1 2026-08 2"},
		{"a quarter is cleared", cleared("2026-Q1 5.7 2026-Q2 6.7", "2026-Q1"), "2026-Q2 6.7"},
		{"a quarter is cleared of its months", cleared("2026-01 1 2026-03 2", "2026-Q1"), ""},
		{"a month is cleared", cleared("2026-01 1 2026-03 2", "2026-01"), "2026-03 2"},
		{"what is unknown stays so", cleared("2026-Q1 5.7", "2026-Q3"), "2026-Q1 5.7"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			s := even(t)
			test.do(t, s)
			if got := known(of(t, s, "a"), 0); got != test.want {
				t.Errorf("known is %q, want %q", got, test.want)
			}
		})
	}
}

func TestEntriesOfAPeriodAreRefused(t *testing.T) {
	s := even(t)
	do(t, s, edit.SetActuals("a", 0, given(t, "2026-Q1 6")))
	before := of(t, s, "a")
	for want, change := range map[string]edit.Change{
		"$7.00B is more than the $6.00B known of Q1 2026":   edit.SetActual("a", 0, inPeriod(t, "2026-02"), 7e9),
		"Q1 2026 is known as a whole":                       edit.ClearActual("a", 0, inPeriod(t, "2026-02")),
		"Q2 2026 is given too":                              edit.SetActuals("a", 0, given(t, "2026-05 1 2026-Q2 6")),
		"Apr 2026 is given too":                             edit.SetActuals("a", 0, given(t, "2026-04 1 2026-04 1")),
		"no such stream":                                    edit.SetActual("a", 9, inPeriod(t, "2026-02"), 1),
		"not between 0 and 1e15":                            edit.SetActual("a", 0, inPeriod(t, "2026-Q3"), -1),
		"no stream was planned to earn anything in Q4 2025": edit.SetTotalActual("a", inPeriod(t, "2025-Q4"), 1e9),
	} {
		if err := s.Do(change); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
		if got := of(t, s, "a"); known(got, 0) != known(before, 0) {
			t.Fatalf("what was refused (%s) leaves %s", want, known(got, 0))
		}
	}
}

func TestAnEntryIsNamedAndMerges(t *testing.T) {
	s := even(t)
	q := inPeriod(t, "2026-Q3")
	do(t, s, edit.SetActual("a", 0, q, 10e9), edit.SetActual("a", 0, q, 10.4e9))
	if got := s.UndoName(); got != "set Q3 2026 actual to $10.4B" {
		t.Errorf("undo would be %q", got)
	}
	s.Undo()
	if got := known(of(t, s, "a"), 0); got != "" {
		t.Errorf("undone there is %q", got)
	}
	do(t, s, edit.SetActual("a", 1, inPeriod(t, "2028-01"), 1e9))
	if got := s.UndoName(); got != "set Jan 2028 actual of Hardware to $1.0B" {
		t.Errorf("undo would be %q", got)
	}
	do(t, s, edit.ClearActual("a", 1, inPeriod(t, "2028-01")))
	s.Seal()
	do(t, s, edit.SetAfterActuals("a", scenario.HoldPace))
	if got := s.UndoName(); got != "set rule after the actuals to Hold the pace" {
		t.Errorf("undo would be %q", got)
	}
}

// In 2028 OpenAI is planned to earn 60 and Hardware 6 billion: ten to one.
func TestATotalIsSplitAsPlanned(t *testing.T) {
	for _, test := range []struct {
		sentence string
		change   func(s *scenario.Scenario)
		period   string
		want     []string // by stream
	}{
		{"by the plans of the period", nil, "2028-Q1", []string{"2028-Q1 10", "2028-Q1 1", ""}},
		{"to those that have launched", nil, "2026-Q1", []string{"2026-Q1 11", "", ""}},
		{"to other clouds once they are open", func(s *scenario.Scenario) { s.Outlook.Streams[1].Channel = scenario.ChannelOtherCloud }, "2028-02", []string{"2028-02 10", "2028-02 1", ""}},
		{"to other clouds nothing before", func(s *scenario.Scenario) {
			s.Outlook.Streams[1].Channel = scenario.ChannelOtherCloud
			s.Terms.OtherClouds.From = unit.NewMonth(2029, 1)
		}, "2028-02", []string{"2028-02 11", "2028-02 0", ""}},
		{"what was known of one that has not launched is unknown again", func(s *scenario.Scenario) {
			s.Outlook.Streams[1].Actuals = scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 2), Months: 1}, Amount: 5e9}}
		}, "2026-Q1", []string{"2026-Q1 11", "", ""}},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			s := even(t)
			do(t, s, edit.Revise("a", "change", func(sc scenario.Scenario) (scenario.Scenario, error) {
				sc.Outlook.Streams = slices.Clone(sc.Outlook.Streams)
				if test.change != nil {
					test.change(&sc)
				}
				return sc, nil
			}))
			p := inPeriod(t, test.period)
			do(t, s, edit.SetTotalActual("a", p, 11e9))
			got := of(t, s, "a")
			for i, want := range test.want {
				if known(got, i) != want {
					t.Errorf("stream %d knows %q, want %q", i, known(got, i), want)
				}
			}
			s.Seal()
			do(t, s, edit.ClearTotalActual("a", p))
			if got := of(t, s, "a"); known(got, 0) != "" || known(got, 1) != "" {
				t.Errorf("cleared, known are %q and %q", known(got, 0), known(got, 1))
			}
			s.Undo()
			do(t, s, edit.SetTotalActuals("a", []scenario.Actual{{Period: p, Amount: 22e9}}))
			if got := of(t, s, "a"); known(got, 0) == known(got, 1) || s.UndoName() != "set total actuals" {
				t.Errorf("pasted, known are %q and %q", known(got, 0), known(got, 1))
			}
		})
	}
}

func TestAnActualGoesBackToItsSource(t *testing.T) {
	s := even(t)
	const path = "outlook.streams[0].actuals.2026-Q1"
	do(t, s, edit.Revise("a", "source", func(sc scenario.Scenario) (scenario.Scenario, error) {
		sc.Sources = map[string]scenario.Source{path: {Value: scenario.NumberValue(5.7e9), Status: scenario.StatusReported}}
		return sc, nil
	}), edit.SetActuals("a", 0, given(t, "2026-01 1 2026-02 1")), edit.BackToSource("a", path))
	if got := known(of(t, s, "a"), 0); got != "2026-Q1 5.7" {
		t.Errorf("back at its source it is %q", got)
	}
}
