package solve_test

import (
	"math"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// dueIn adds up what is due of a year and counts, from the table of a projection.
func dueIn(t *testing.T, s scenario.Scenario, year int) (sum unit.Amount) {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range p.Months {
		if row.From.Year() == year && (!s.Terms.Share.Capped || row.From >= s.Terms.Share.CapStart()) {
			sum += row.Due
		}
	}
	return sum
}

func TestWhatIsDueOfAYearIsThatOfTheTable(t *testing.T) {
	t.Parallel()
	moved := 0
	for seed := range uint64(400) {
		d := newDice(1_000_000 + seed)
		s := d.scenario()
		stream, year := d.IntN(len(s.Outlook.Streams)), d.between(s.FirstYear, s.LastYear)
		due, err := solve.DueOf(s, stream, year)
		if !s.Outlook.Streams[stream].Grows(year) {
			if err == nil && due.Moves() {
				t.Fatalf("seed %d: what does not grow moves", seed)
			}
			continue
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, growth := range []unit.Rate{-0.9, unit.Rate(d.Float64()), 3} {
			s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
			s.Outlook.Streams[stream].Growth = s.Outlook.Streams[stream].Growth.With(year, growth)
			want := dueIn(t, s, year)
			if got := due.At(growth); got != want {
				t.Fatalf("seed %d: a growth of %v makes %v due, want %v", seed, growth, got, want)
			}
			if !due.Moves() {
				continue
			}
			moved++
			if back := due.Growth(want); math.Abs(float64(back-growth)) > 1e-9 {
				t.Fatalf("seed %d: %v is due with a growth of %v, want %v", seed, want, back, growth)
			}
		}
	}
	if moved < 400 {
		t.Errorf("only %d growths moved what is due", moved)
	}
}

func TestAnAmountBeyondAllGrowthIsDueWithTheLastOne(t *testing.T) {
	due, err := solve.DueOf(february(t), 0, 2027)
	if err != nil {
		t.Fatal(err)
	}
	if got := due.Growth(1e15); got != scenario.MaxGrowth {
		t.Errorf("more than any growth makes due asks for %v", got)
	}
	if got := due.Growth(-1); got <= -1 || got > -0.999 {
		t.Errorf("less than any growth makes due asks for %v", got)
	}
}
