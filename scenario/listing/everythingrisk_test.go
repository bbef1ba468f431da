package listing_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

// part returns the rows of a part of everything that is to be known of a scenario, by
// period and field.
func part(t *testing.T, w scenario.Workspace, name, id string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, row := range records(t, text(t)(listing.Everything(w, nil, nil))) {
		if row["part"] == name && row["scenario"] == id {
			out[strings.TrimSpace(row["period"]+" "+row["field"])] = row["value"] + row["text"]
		}
	}
	return out
}

func prepared(t *testing.T, s scenario.Scenario) *scenario.Prepared {
	t.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestHowSureItIsIsAmongEverything(t *testing.T) {
	w := preset.Default()
	s := w.Scenarios[w.Find("july-2026")]
	var simulator simulate.Simulator
	var r simulate.Result
	if err := simulator.Run(context.Background(), prepared(t, s), simulate.Options{}, &r); err != nil {
		t.Fatal(err)
	}
	got := part(t, w, "risk", s.ID)
	last := r.Quarters[len(r.Quarters)-1]
	for field, want := range map[string]float64{
		"paths": float64(r.Paths), "reached": r.Reached.Value, "paid.mean": r.Paid.Mean.Value, "paid.error": r.Paid.Mean.Error,
		"forgone.p50":       float64(r.Forgone.Percentiles[slices.Index(r.Percents, 50)]),
		"2030-Q4 reachedBy": last.ReachedBy, "2030-Q4 cumulative.mean": float64(last.Mean),
		"driver.cap": r.Ranking[slices.IndexFunc(r.Ranking, func(d simulate.Driver) bool { return d.Year == 0 })].Paid.Value,
	} {
		if v, err := strconv.ParseFloat(got[field], 64); err != nil || v != want {
			t.Errorf("%s is %q, want %v", field, got[field], want)
		}
	}
	if day, _ := r.MedianDate(); got["cap-reached.p50"] != day.String() {
		t.Errorf("half have reached it by %q, want %s", got["cap-reached.p50"], day)
	}
	w.Scenarios = slices.Clone(w.Scenarios)
	w.Scenarios[w.Find("july-2026")].Uncertainty = nil
	if rows := part(t, w, "risk", s.ID); len(rows) > 0 {
		t.Errorf("of one without uncertainty it says %v", rows)
	}
}

func TestWhatMovesItIsAmongEverything(t *testing.T) {
	w := preset.Default()
	s := w.Scenarios[w.Find("july-2026")]
	tornado, err := sweep.NewTornado(prepared(t, s), solve.CapReached, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := part(t, w, "tornado of cap-reached", s.ID)
	for _, b := range tornado.Bars {
		if least := got[string(b.Input)+".least"]; least != b.Least.Value.String() {
			t.Errorf("%s: the least is %q, want %s", b.Input, least, b.Least.Value)
		}
	}
	rows, err := sweep.BreakEvens(prepared(t, s))
	if err != nil {
		t.Fatal(err)
	}
	even := part(t, w, "break-even", s.ID)
	for _, row := range rows {
		if v, err := strconv.ParseFloat(even[row.By.String()+" cap"], 64); row.NoCap == (err == nil) || v != float64(row.Cap) {
			t.Errorf("%s: the cap is %q, want %v", row.By, even[row.By.String()+" cap"], row.Cap)
		}
	}
	// Without a cap it is what is paid that moves, and nothing to reach.
	if len(part(t, w, "tornado of paid", "february-2026-prior")) == 0 || len(part(t, w, "break-even", "february-2026-prior")) > 0 {
		t.Error("without a cap it says what reaches it, or not what is paid")
	}
}
