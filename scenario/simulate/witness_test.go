package simulate_test

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// scipy returns a Python that has SciPy; without one the test is skipped and says so.
func scipy(t *testing.T) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import scipy.stats").Run() == nil {
			return python
		}
	}
	t.Skip("the second witness is not asked: it needs Python with SciPy, on Debian python3-scipy")
	return ""
}

// SciPy's own points and normal values, paid month by month in another language, say the
// same within four standard errors.
func TestASecondWitnessAgrees(t *testing.T) {
	t.Parallel()
	python := scipy(t)
	const paths = 1 << 15
	for i, s := range witnessed() {
		t.Run(s.Name, func(t *testing.T) {
			s.ID = "witnessed"
			data, err := store.Encode(scenario.Workspace{Scenarios: []scenario.Scenario{s}})
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "witnessed.json")
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(python, "testdata/witness.py", file, s.ID, strconv.Itoa(paths), strconv.Itoa(i+11)).Output()
			if err != nil {
				t.Fatal(err)
			}
			var said struct {
				Paid                           float64
				Percentiles, Quarters, Reached []float64
				Months                         []int
			}
			if err := json.Unmarshal(out, &said); err != nil {
				t.Fatalf("%v in %s", err, out)
			}
			want := append(append([]float64{said.Paid}, said.Percentiles...), append(said.Quarters, said.Reached...)...)
			// How far a run is off, many of them show.
			const seeds = 32
			var mean, square [100]float64
			o := simulate.Options{Paths: paths, Percentiles: []float64{5, 25, 50, 75, 95}, Coarse: true}
			r := run(t, s, o)
			for o.Seed = 1; o.Seed <= seeds; o.Seed++ {
				for k, v := range figures(run(t, s, o)) {
					mean[k] += (v - want[k]) / seeds
					square[k] += (v - want[k]) * (v - want[k]) / seeds
				}
			}
			for k, v := range figures(r) {
				off := math.Sqrt(max(0, square[k]-mean[k]*mean[k]))
				if math.Abs(mean[k]) > 4*off*math.Sqrt(1+1.0/seeds)+1e-9*math.Abs(want[k]) {
					t.Errorf("figure %d is %v or %v less, the witness says %v, and either is known to %v", k, v, -mean[k], want[k], off)
				}
			}
			for i, at := range []int{0, 2, 4} {
				month := s.LastMonth() + 1
				if d := r.Dates[at].Date; !d.IsZero() {
					month = d.Month
				}
				if off := int(month-s.FirstMonth()) - said.Months[i]; off < -1 || off > 1 {
					t.Errorf("a percentile of the date is in %s, the witness says %s", month, s.FirstMonth()+unit.Month(said.Months[i]))
				}
			}
		})
	}
}

// figures are what a run says, as the witness does: paid and its percentiles, then by
// quarter what is counted and how likely the cap is reached.
func figures(r *simulate.Result) []float64 {
	out := []float64{r.Paid.Mean.Value}
	for _, p := range r.Paid.Percentiles {
		out = append(out, float64(p))
	}
	for _, q := range r.Quarters {
		out = append(out, float64(q.Mean))
	}
	for _, q := range r.Quarters {
		out = append(out, q.ReachedBy)
	}
	return out
}

// witnessed are the scenarios of the second witness.
func witnessed() []scenario.Scenario {
	usual := usual()
	usual.Name = "Usual"

	rates := uncertain(worked(), -0.3, 0.1, 0.1, 0.3, 0.3, 0.1)
	rates.Name, rates.Outlook.Shape = "Rates by year, counted before, capped from a month on", scenario.ShapeEven
	rates.Terms.Share.RatesByYear = scenario.ByYear{}.With(2027, 0.15).With(2030, 0.05)
	rates.Terms.Share.AlreadyPaid, rates.Terms.Share.CapFrom = 3e9, unit.NewMonth(2026, 8)
	rates.Terms.Share.Through = unit.NewMonth(2029, 5)

	launched := uncertain(worked(), 0.8, 0.05, 0.3, 0.3, 0.3, 0.3)
	launched.Name = "Two streams, one launched"
	hardware := scenario.Stream{Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2028, Base: 20e9, Shared: 0.5}
	hardware.Growth = hardware.Growth.With(2029, 1).With(2030, 0.5)
	launched.Outlook.Streams = append(launched.Outlook.Streams, hardware)
	launched.Terms.Share.Cap = 45e9

	known := ranged(uncertain(worked(), 0.5, 0.3, 0.15, 0.2, 0.25, 0.25), 30e9, 50e9)
	known.Name = "Half a year known"
	known.Outlook.Streams[0].Actuals = scenario.Actuals{}.
		With(unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, 5.7e9).
		With(unit.Period{First: unit.NewMonth(2026, 4), Months: 3}, 6.7e9)

	months := uncertain(worked(), 0.2, 0.1, 0.4, 0.4, 0.4, 0.4)
	months.Name = "Known months, the planned ones kept"
	months.Outlook.AfterActuals, months.Terms.Share.Cap = scenario.KeepMonths, 100e9
	for m := range unit.Month(14) {
		months.Outlook.Streams[0].Actuals = months.Outlook.Streams[0].Actuals.With(unit.Period{First: months.FirstMonth() + m, Months: 1}, 2.2e9)
	}
	return []scenario.Scenario{usual, rates, launched, known, months}
}
