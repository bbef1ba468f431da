package simulate_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// earned returns what a stream earns in each month of a path by the words of the model,
// what the terms forbid left aside: the plan ramps by its own revenue, actuals are as
// they are, and what comes after them goes by the projection's constants.
func earned(s scenario.Scenario, i int, factors []float64) []unit.Amount {
	through := s.ActualsThrough()
	after, known := s.Continuation(i)
	var months []unit.Amount
	before := s.Revenue(i, s.FirstYear-1)
	for y, factor := range factors {
		year := s.FirstYear + y
		now := s.Revenue(i, year) * unit.Amount(factor)
		plan := ramped(s, before, now)
		before = now
		paceBefore := 1.0
		if y > 0 {
			paceBefore = factors[y-1]
		}
		held := ramped(s, after.Pace*unit.Amount(paceBefore), after.Pace*unit.Amount(factor))
		for k := range 12 {
			m := unit.NewMonth(year, 1) + unit.Month(k)
			if through != 0 && year <= through.Year() {
				// A month of the year of T is the projection's, times the factor where
				// nothing settles it.
				v := projected(s, i)[m-s.FirstMonth()]
				if m > through && !covered(s.Outlook.Streams[i], m) {
					v *= unit.Amount(factor)
				}
				months = append(months, v)
				continue
			}
			switch {
			case !known:
				months = append(months, plan[k])
			case covered(s.Outlook.Streams[i], m):
				months = append(months, projected(s, i)[m-s.FirstMonth()])
			case m <= after.Last:
				months = append(months, plan[k])
			case after.Rule == scenario.HoldPace:
				months = append(months, held[k])
			case after.Rule == scenario.Rescale:
				months = append(months, plan[k]*unit.Amount(after.Ratio))
			case after.Rule == scenario.KeepYear && year == after.Last.Year():
				months = append(months, plan[k]*unit.Amount(after.Rest))
			default:
				months = append(months, plan[k])
			}
		}
	}
	return months
}

// ramped returns the months of a year that earns now after one that earned before.
func ramped(s scenario.Scenario, before, now unit.Amount) (months [12]unit.Amount) {
	q := 1.0
	if before != 0 && now != 0 && s.Outlook.Shape == scenario.ShapeRamp {
		q = math.Pow(float64(now/before), 1.0/12)
	}
	sum := 0.0
	for k := range months {
		sum += math.Pow(q, float64(k))
	}
	for k := range months {
		months[k] = now * unit.Amount(math.Pow(q, float64(k))/sum)
	}
	return months
}

func covered(st scenario.Stream, m unit.Month) bool {
	for _, a := range st.Actuals {
		if m >= a.Period.First && m <= a.Period.Last() {
			return true
		}
	}
	return false
}

// projected returns what the projection has a stream earn, what the terms forbid left
// aside: that of the stream by itself, as one of OpenAI's own.
func projected(s scenario.Scenario, i int) []unit.Amount {
	st := s.Outlook.Streams[i]
	st.Channel = scenario.ChannelDirect
	s.Outlook.Streams = []scenario.Stream{st}
	p, err := scenario.Project(s)
	if err != nil {
		panic(err)
	}
	var months []unit.Amount
	for _, m := range p.Months {
		months = append(months, m.Revenue)
	}
	return months
}

// pathOf returns the scenario whose revenue and cap are those of a path: all its months
// are known.
func pathOf(s scenario.Scenario, path simulate.Path) scenario.Scenario {
	streams := s.Outlook.Streams
	s.Outlook.Streams = append([]scenario.Stream(nil), streams...)
	factors := append([]float64(nil), path.Factors...)
	if through := s.ActualsThrough(); through != 0 {
		for y := range min(len(factors), int(through+1-s.FirstMonth())/12) {
			factors[y] = 1
		}
	}
	for i := range streams {
		if streams[i].Channel == scenario.ChannelAzure {
			continue // nothing of it is paid to Microsoft
		}
		var known scenario.Actuals
		given := s
		given.Outlook.Streams = streams
		for k, amount := range earned(given, i, factors) {
			known = append(known, scenario.Actual{
				Period: unit.Period{First: s.FirstMonth() + unit.Month(k), Months: 1}, Amount: amount,
			})
		}
		s.Outlook.Streams[i].Actuals = known
	}
	s.Uncertainty = nil
	if s.Terms.Share.Capped {
		s.Terms.Share.Cap = path.Cap
	}
	return s
}

// What a path pays is what the ledger pays: ten thousand paths of random scenarios, each
// held against the projection of the scenario with that path's revenue and cap.
func TestAPathPaysWhatItsProjectionPays(t *testing.T) {
	t.Parallel()
	scenarios, each := uint64(1000), 10
	if testing.Short() {
		scenarios = 100
	}
	reached, before, actuals := 0, 0, 0
	for seed := range scenarios {
		s := newDice(seed).scenario()
		o := simulate.Options{Paths: each, Seed: seed + 1, Sampling: simulate.Random}
		for _, path := range paths(t, s, o) {
			want, err := scenario.Project(pathOf(s, path))
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			total := want.Total
			for _, held := range []struct {
				name      string
				got, want unit.Amount
			}{{"paid", path.Paid, total.Paid}, {"saved", path.Forgone, total.Forgone}, {"present value", path.Value, total.PresentValue}} {
				if !near(held.got, held.want, total.Due) {
					t.Fatalf("seed %d, path %d: %s %v, want %v\n%+v", seed, path.Index, held.name, held.got, held.want, s)
				}
			}
			for q, counted := range path.Counted {
				if !near(counted, want.Quarters[q].Cumulative, total.Due+total.Cumulative) {
					t.Fatalf("seed %d, path %d: counted %v by %s, want %v", seed, path.Index, counted, want.Quarters[q].Through, want.Quarters[q].Cumulative)
				}
			}
			if path.Reached != total.Reached {
				days := 2
				if !path.Reached.Date.IsZero() && !total.Reached.Date.IsZero() {
					days = path.Reached.Date.DaysSince(total.Reached.Date)
				}
				if days < -1 || days > 1 {
					t.Fatalf("seed %d, path %d: reached %q, want %q\n%+v", seed, path.Index, path.Reached, total.Reached, s)
				}
			}
			if !total.Reached.Date.IsZero() {
				reached++
			}
			if total.Reached.Before {
				before++
			}
			if s.ActualsThrough() != 0 {
				actuals++
			}
		}
	}
	if least := int(scenarios) / 20; reached < least || before < least/10 || actuals < least {
		t.Errorf("too few paths reach the cap (%d), before the horizon (%d), or have actuals (%d)", reached, before, actuals)
	}
}
