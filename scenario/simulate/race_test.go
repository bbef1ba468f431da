package simulate_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

func race(t *testing.T, a, b scenario.Scenario, o simulate.Options) simulate.Race {
	t.Helper()
	var m simulate.Simulator
	r, err := m.Race(t.Context(), prepare(t, a), prepare(t, b), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestARaceAgainstItselfIsADraw(t *testing.T) {
	r := race(t, usual(), usual(), simulate.Options{})
	never := 1 - run(t, usual(), simulate.Options{}).Reached.Value
	if r.Neither.Value != never || r.SameDay.Value != 1-never || r.AFirst.Value != 0 || r.BFirst.Value != 0 || r.APaysMore.Value != 0 || r.Difference != (simulate.Estimate{}) {
		t.Errorf("%+v, want the same day but for %v", r, never)
	}
}

func TestARaceIsPathByPath(t *testing.T) {
	for _, sampling := range simulate.Samplings() {
		o := simulate.Options{Paths: 2000, Sampling: sampling}
		a, b := usual(), uncertain(usual(), -0.3, 0.2, 0.1, 0.3)
		b.FirstYear = 2027
		b.Outlook.Streams[0].Base = 35e9
		b.Terms.Share.From, b.Terms.Share.AlreadyPaid, b.Terms.Share.Cap = b.FirstMonth(), 7e9, 37e9
		r := race(t, a, b, o)
		back := race(t, b, a, o)
		var first, second, same, neither, more, gap float64
		as, bs := paths(t, a, o), paths(t, b, o)
		for i := range as {
			switch ours, theirs := order(as[i].Reached), order(bs[i].Reached); {
			case ours < theirs:
				first++
			case ours > theirs:
				second++
			case !as[i].Reached.Ever():
				neither++
			default:
				same++
			}
			if as[i].Paid > bs[i].Paid {
				more++
			}
			gap += float64(as[i].Paid-bs[i].Paid) / 2000
		}
		for _, held := range []struct {
			name                string
			got, mirrored, want float64
		}{
			{"first", r.AFirst.Value, back.BFirst.Value, first / 2000},
			{"second", r.BFirst.Value, back.AFirst.Value, second / 2000},
			{"the same day", r.SameDay.Value, back.SameDay.Value, same / 2000},
			{"neither", r.Neither.Value, back.Neither.Value, neither / 2000},
			{"pays more", r.APaysMore.Value, 1 - back.APaysMore.Value, more / 2000},
			{"difference", r.Difference.Value, -back.Difference.Value, gap},
		} {
			if math.Abs(held.got-held.want) > 1e-12+1e-3*math.Abs(held.want)*1e-6 || math.Abs(held.mirrored-held.want) > 1e-12+1e-9*math.Abs(held.want) {
				t.Errorf("%s: %s is %v, mirrored %v, want %v", sampling, held.name, held.got, held.mirrored, held.want)
			}
		}
		if r.Difference.Error <= 0 || r.AFirst.Error <= 0 {
			t.Errorf("%s: without errors: %+v", sampling, r)
		}
	}
}

// On common draws a difference is known far better than either side of it.
func TestARaceIsPaired(t *testing.T) {
	higher := usual()
	higher.Terms.Share.Cap += 1e9
	higher.Uncertainty.CapRange = &scenario.CapRange{Low: 36e9, High: 42e9}
	o := simulate.Options{Paths: 4000, Sampling: simulate.Random}
	r, alone := race(t, higher, usual(), o), run(t, usual(), o)
	if r.Difference.Error*5 > alone.Paid.Mean.Error {
		t.Errorf("the difference is known to %v, one side to %v", r.Difference.Error, alone.Paid.Mean.Error)
	}
	if math.Abs(r.Difference.Value-1e9*alone.PriceOfCap.Value) > 4e6 {
		t.Errorf("a billion of cap more costs %v, want about %v", unit.Amount(r.Difference.Value), unit.Amount(1e9*alone.PriceOfCap.Value))
	}
}
