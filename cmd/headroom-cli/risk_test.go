package main

import (
	"cmp"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A riskSpread is how an amount is distributed, as JSON has it.
type riskSpread struct{ Mean, StandardError, P5, P50, P95 float64 }

// A riskDriver is a draw and what it explains, as JSON has it.
type riskDriver struct {
	Draw                      string
	Paid, Date, StandardError float64
}

type riskDocument struct {
	Scenarios []struct {
		ID, Sampling                      string
		Paths, Seed                       int
		ReachedProbability, StandardError *float64
		PriceOfCap                        *float64
		AveragingGap, Seconds             float64
		Quarters                          []struct {
			Quarter                       string
			Mean, P5, P50, P95, ReachedBy float64
		}
		Date                        map[string]*string
		Paid, Forgone, PresentValue riskSpread
		Ranking                     []riskDriver
	}
	Race *struct {
		A, B                                        string
		AFirst, BFirst, SameDay, Neither, APaysMore float64
		PaidDifference                              struct{ Mean, StandardError float64 }
	}
}

func TestRiskSaysHowSureAScenarioIs(t *testing.T) {
	out := parsed[riskDocument](t, "risk", planned(t), "--scenario", "february-2026,february-2026-prior", "--percentiles", "5,50,95", "--race", "february-2026,april-2025")
	s := out.Scenarios[0]
	if s.ID != "february-2026" || s.Paths != 8192 || s.Seed != 1 || s.Sampling != "sobol" || s.Seconds <= 0 {
		t.Errorf("%+v", s)
	}
	last := s.Quarters[len(s.Quarters)-1]
	if *s.ReachedProbability < 0.98 || *s.ReachedProbability > 1 || *s.StandardError <= 0 || last.ReachedBy != *s.ReachedProbability || last.Quarter != "2030-Q4" {
		t.Errorf("reached with %v ± %v, by %s %v", *s.ReachedProbability, *s.StandardError, last.Quarter, last.ReachedBy)
	}
	// Two quarters are actual: what is due of them is on every path.
	if q := s.Quarters[1]; q.Quarter != "2026-Q2" || q.P5 != 2.48e9 || q.P95 != 2.48e9 || q.Mean != 2.48e9 {
		t.Errorf("%+v, want 2.48 billion without width", q)
	}
	if gap := 38e9 - s.Paid.Mean; math.Abs(gap-s.AveragingGap) > 1 || *s.PriceOfCap < 0.9 || len(s.Ranking) != 6 || s.Ranking[2].Draw != "growth:2028" || s.Ranking[5].Draw != "growth:2030" ||
		!slices.IsSortedFunc(s.Ranking, func(a, b riskDriver) int { return cmp.Compare(b.Date, a.Date) }) {
		t.Errorf("a gap of %v, want %v; a price of %v; ranked %+v", s.AveragingGap, gap, *s.PriceOfCap, s.Ranking)
	}
	if d := s.Date; d["p5"] == nil || *d["p5"] >= *d["p50"] || *d["p50"] >= *d["p95"] {
		t.Errorf("dates %v", d)
	}
	prior := out.Scenarios[1]
	if prior.ReachedProbability != nil || prior.PriceOfCap != nil || prior.Date["p50"] != nil || prior.Forgone.P95 != 0 || prior.Paid.P5 >= prior.Paid.P50 {
		t.Errorf("without a cap: %+v", prior)
	}
	if r := out.Race; r == nil || r.A != "february-2026" || r.AFirst < 0.9 || math.Abs(r.AFirst+r.BFirst+r.SameDay+r.Neither-1) > 1e-9 || r.PaidDifference.StandardError <= 0 {
		t.Errorf("race %+v", out.Race)
	}
	if alone := parsed[riskDocument](t, "risk", planned(t), "--race", "slump,february-2026", "--percentiles", "5,50,95"); len(alone.Scenarios) != 2 || alone.Scenarios[0].ID != "slump" || alone.Race.B != "february-2026" {
		t.Errorf("a race says %+v", alone)
	}
}

// The samples are every path of the run: their mean is the result's.
func TestRiskWritesItsPaths(t *testing.T) {
	file := filepath.Join(t.TempDir(), "paths.csv")
	out := parsed[riskDocument](t, "risk", planned(t), "--scenario", "february-2026", "--paths", "500", "--sampling", "latin", "--seed", "9", "--percentiles", "5,50,95", "--samples", file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(rows[0], " "), "scenario path 2026 2027 2028 2029 2030 cap paid capReached"; got != want {
		t.Errorf("columns %q, want %q", got, want)
	}
	sum, reached := 0.0, 0
	for i, row := range rows[1:] {
		paid, err := strconv.ParseFloat(row[8], 64)
		if err != nil || row[1] != strconv.Itoa(i+1) {
			t.Fatalf("row %q", row)
		}
		sum += paid
		if row[9] != "" {
			reached++
		}
	}
	s := out.Scenarios[0]
	if len(rows) != 501 || math.Abs(sum/500-s.Paid.Mean) > 1 || math.Abs(float64(reached)/500-*s.ReachedProbability) > 1e-12 {
		t.Errorf("%d rows, mean %v, %d reach the cap; the run says %v and %v", len(rows), sum/500, reached, s.Paid.Mean, *s.ReachedProbability)
	}
}
