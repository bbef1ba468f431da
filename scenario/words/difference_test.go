package words_test

import (
	"strings"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A cap that is reached on a day, not at all, before the horizon, or that is not.
var (
	never  = scenario.Reached{}
	before = scenario.Reached{Before: true}
)

func on(year int, month time.Month, day int) scenario.Reached {
	return scenario.Reached{Date: unit.Date{Month: unit.NewMonth(year, month), Day: day}}
}

func side(name string, paid, forgone unit.Amount, capped bool, reached scenario.Reached) words.Side {
	s := words.Side{Scenario: scenario.Scenario{Name: name, FirstYear: 2026, LastYear: 2030}}
	s.Total.Paid, s.Total.Forgone, s.Total.Capped, s.Total.Reached = paid, forgone, capped, reached
	return s
}

func TestTwoScenariosDiffer(t *testing.T) {
	day := on(2028, 11, 23)
	plan := func(paid unit.Amount, reached scenario.Reached) words.Side {
		return side("Plan", paid, 96.6e9, true, reached)
	}
	free := func(name string, paid unit.Amount) words.Side { return side(name, paid, 0, false, never) }
	copied := func(paid unit.Amount, reached scenario.Reached) words.Side {
		return side("Copy", paid, 88.2e9, true, reached)
	}
	for _, test := range []struct {
		says       string
		own, other words.Side
		answer     string
		title      string // after the names
	}{
		{"the other has no cap, and that is all", plan(38e9, day), free("Prior", 134.6e9), "The cap saves $96.6B against Prior", "the cap saves $96.6B"},
		{"the other has no cap, but other revenue too", plan(38e9, day), free("Prior", 100e9), "Plan pays $62.0B less, and alone has a cap", ""},
		{"the other has no cap and still pays less", plan(38e9, day), free("Prior", 30e9), "Plan pays $8.0B more, and alone has a cap", ""},
		{"from the side without a cap", free("Prior", 134.6e9), plan(38e9, day), "Prior pays $96.6B more, and has no cap", ""},
		{"both have a cap, one a lower one", plan(38e9, day), copied(46.5e9, on(2028, 8, 11)), "Plan pays $8.5B less, and reaches its cap 104 days later", ""},
		{"and earlier", plan(38e9, on(2028, 8, 11)), copied(46.5e9, day), "Plan pays $8.5B less, and reaches its cap 104 days earlier", ""},
		{"by a day", plan(38e9, on(2028, 11, 24)), copied(46.5e9, day), "Plan pays $8.5B less, and reaches its cap a day later", ""},
		{"on the same day", plan(38e9, day), copied(46.5e9, day), "Plan pays $8.5B less, and reaches its cap the same day", ""},
		{"by two years in days", plan(38e9, on(2030, 11, 23)), copied(46.5e9, day), "Plan pays $8.5B less, and reaches its cap 730 days later", ""},
		{"and by more", plan(38e9, on(2030, 11, 25)), copied(46.5e9, day), "Plan pays $8.5B less, and reaches its cap about 2.0 years later", ""},
		{"the other does not reach its cap", plan(46.5e9, day), copied(38e9, never), "Plan pays $8.5B more, and alone reaches its cap", ""},
		{"it does not itself", plan(38e9, never), copied(46.5e9, day), "Plan pays $8.5B less, and does not reach its cap", ""},
		{"neither does", plan(38e9, never), copied(46.5e9, never), "Plan pays $8.5B less; neither reaches its cap", ""},
		{"the other did before the horizon", plan(38e9, day), copied(0, before), "Plan pays $38.0B more, and reaches its cap only in November 2028", ""},
		{"it did itself", plan(0, before), copied(38e9, day), "Plan pays $38.0B less, its cap reached before 2026", ""},
		{"both did", plan(0, before), copied(0, before), "Plan pays the same $0", ""},
		{"neither has a cap", free("Plan", 30e9), free("Copy", 38e9), "Plan pays $8.0B less", ""},
		{"the same is paid", plan(38e9, on(2029, 3, 7)), copied(38e9, day), "Plan pays the same $38.0B, and reaches its cap 104 days later", ""},
		{"less by what no table shows", plan(38e9, never), copied(38.004e9, never), "Plan pays the same $38.0B; neither reaches its cap", ""},
		{"less by what a table shows", plan(38e9, never), copied(38.006e9, never), "Plan pays $6.0M less; neither reaches its cap", ""},
		{"by the same name", side("Plan", 38e9, 0, true, never), side("Plan", 30e9, 0, true, never), "The reference pays $8.0B more; neither reaches its cap", "pays $8.0B more; neither reaches its cap"},
	} {
		if test.title == "" {
			test.title = strings.TrimPrefix(test.answer, test.own.Scenario.Name+" ")
		}
		names := test.own.Scenario.Name + " against " + test.other.Scenario.Name + ": "
		for at, sides := range [][]words.Side{{test.own, test.other}, {test.other, test.own}} {
			if got := words.Answer(sides, at); got != test.answer {
				t.Errorf("%s: %q, want %q", test.says, got, test.answer)
			}
			if got := words.Title(sides, at); got != names+test.title {
				t.Errorf("%s: titled %q, want %q", test.says, got, names+test.title)
			}
		}
		one := test.own.Total.Capped != test.other.Total.Capped
		if answer := words.Answer([]words.Side{test.own, test.other}, 0); !one && strings.Contains(strings.ToLower(answer), "the cap saves") {
			t.Errorf("%s: %q, though neither or both have a cap", test.says, answer)
		}
	}
}

func TestMoreScenariosDiffer(t *testing.T) {
	a, b, c := side("A", 38e9, 0, true, never), side("B", 35e9, 0, true, never), side("C", 134.6e9, 0, false, never)
	near, short := side("Near", 38.02e9, 0, true, never), side("Short", 6e9, 0, true, never)
	short.Scenario.LastYear = 2026
	for _, test := range []struct {
		sides         []words.Side
		answer, title string
	}{
		{[]words.Side{a, b, c}, "Between $35.0B and $134.6B is paid", "A, B and C: between $35.0B and $134.6B is paid"},
		{[]words.Side{a, b, short}, "Between $6.0B and $38.0B is paid, over different years", "A, B and Short: between $6.0B and $38.0B is paid, over different years"},
		{[]words.Side{a, near, a}, "Between $38.00B and $38.02B is paid", "A, Near and A: between $38.00B and $38.02B is paid"},
		{[]words.Side{a, a, a, a}, "$38.0B is paid under each", "A, A, A and A: $38.0B is paid under each"},
	} {
		for reference := range test.sides {
			if got := words.Answer(test.sides, reference); got != test.answer {
				t.Errorf("%q, want %q", got, test.answer)
			}
			if got := words.Title(test.sides, reference); got != test.title {
				t.Errorf("titled %q, want %q", got, test.title)
			}
		}
	}
}

func TestHorizonsAndLongNamesAreSaid(t *testing.T) {
	name := strings.Repeat("plan ", 40)[:199]
	long, copied := side(name, 30e9, 0, false, never), side(name[:194]+" copy", 38e9, 0, false, never)
	for got, want := range map[string]string{
		words.Answer([]words.Side{long, copied}, 1): "plan plan plan plan…plan plan plan copy pays $8.0B more",
		words.Title([]words.Side{long, copied}, 0):  "plan plan plan plan…plan plan plan plan against plan plan plan plan…plan plan plan copy: pays $8.0B less",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	short, whole := side("Short", 6e9, 0, false, never), side("Whole", 134.6e9, 0, false, never)
	capped := side("Capped", 6e9, 128.6e9, true, never)
	short.Scenario.LastYear, capped.Scenario.LastYear = 2026, 2028
	same := short
	same.Scenario.Name, same.Scenario.LastYear = "Same", 2027
	for got, want := range map[string]string{
		words.Answer([]words.Side{short, whole}, 0):  "Short pays $128.6B less over 2026 than the other over 2026 to 2030",
		words.Answer([]words.Side{capped, whole}, 0): "Capped pays $128.6B less over 2026 to 2028 than the other over 2026 to 2030, and alone has a cap",
		words.Answer([]words.Side{short, same}, 0):   "Short pays the same $6.0B over 2026 as the other over 2026 to 2027",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
