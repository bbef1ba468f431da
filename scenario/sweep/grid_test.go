package sweep_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

func TestEveryCellIsWhatAProjectionOfItGives(t *testing.T) {
	t.Parallel()
	before, never, days, none := 0, 0, map[string]bool{}, 0
	for seed := range uint64(400) {
		d, p := random(t, seed)
		s, r := p.Scenario(), d.result()
		inputs := scenario.Inputs(s)
		a := d.IntN(len(inputs))
		b := (a + 1 + d.IntN(len(inputs)-1)) % len(inputs)
		if seed%10 == 0 {
			a, b = slices.Index(inputs, scenario.InputThrough), slices.Index(inputs, scenario.InputCapFrom)
		}
		x, err := sweep.NewAxis(s, inputs[a], d.over(t, s, inputs[a]), 1+d.IntN(7))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		y, err := sweep.NewAxis(s, inputs[b], d.over(t, s, inputs[b]), 1+d.IntN(7))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		grid, err := sweep.NewGrid(p, x, y, r, 1+d.IntN(4))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i, xv := range x.Values {
			for j, yv := range y.Values {
				v := p.Variant()
				if err := v.Set(x.Input, xv); err != nil {
					t.Fatal(err)
				}
				if err := v.Set(y.Input, yv); err != nil {
					t.Fatal(err)
				}
				own, got := v.Scenario(), grid.Cell(i, j)
				if share := &own.Terms.Share; share.CapFrom > share.Through {
					if none++; !got.None {
						t.Fatalf("seed %d: counting from %s in a share through %s gives %+v", seed, share.CapFrom, share.Through, got)
					}
					continue
				}
				if want := projected(t, own, r); got != want {
					t.Fatalf("seed %d: %s with %s %v and %s %v is %+v, want %+v", seed, r, x.Input, xv, y.Input, yv, got, want)
				}
				switch {
				case got.Before:
					before++
				case r == solve.CapReached && !got.Ever():
					never++
				case r == solve.CapReached:
					days[got.String()] = true
				}
			}
		}
	}
	if before < 20 || never < 100 || len(days) < 100 || none < 5 {
		t.Errorf("%d days, %d before the horizon, %d not reached, %d that do not go together", len(days), before, never, none)
	}
}

func TestAGridIsTheSameOnAnyNumberOfGoroutines(t *testing.T) {
	t.Parallel()
	for seed := range uint64(30) {
		d, p := random(t, seed)
		s := p.Scenario()
		inputs := scenario.Inputs(s)
		a, b := inputs[d.IntN(4)], inputs[len(inputs)-1-d.IntN(5)]
		x, _ := sweep.NewAxis(s, a, d.over(t, s, a), 23)
		y, _ := sweep.NewAxis(s, b, d.over(t, s, b), 17)
		one, err := sweep.NewGrid(p, x, y, solve.Forgone, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, workers := range []int{0, 2, 3, 64} {
			many, err := sweep.NewGrid(p, x, y, solve.Forgone, workers)
			if err != nil || !reflect.DeepEqual(one, many) {
				t.Fatalf("seed %d: on %d goroutines the grid is another, %v", seed, workers, err)
			}
		}
	}
}

func TestAnAxisIsEvenAndHoldsBothEnds(t *testing.T) {
	for _, c := range []struct {
		in        scenario.Input
		low, high float64
		steps     int
		want      []float64
	}{
		{scenario.InputCap, 30e9, 46e9, 5, []float64{30e9, 34e9, 38e9, 42e9, 46e9}},
		{scenario.InputRate, 0.1, 0.4, 4, []float64{0.1, 0.2, 0.3, 0.4}},
		{scenario.InputRate, 0.1, 0.1, 4, []float64{0.1}},
		{scenario.InputRate, 0.1, 0.4, 1, []float64{0.1}},
		{scenario.InputCapFrom, 24312, 24318, 3, []float64{24312, 24315, 24318}},
		{scenario.InputCapFrom, 24312, 24314, 9, []float64{24312, 24313, 24314}},
	} {
		axis, err := sweep.NewAxis(february(), c.in, sweep.Span{Low: c.low, High: c.high}, c.steps)
		if err != nil || !reflect.DeepEqual(axis.Values, c.want) {
			t.Errorf("%s from %v to %v by %d: %v, %v, want %v", c.in, c.low, c.high, c.steps, axis.Values, err, c.want)
		}
	}
}

func TestWhatNoMapCanBeMadeOf(t *testing.T) {
	p := prepared(t, february())
	for _, c := range []struct {
		in        scenario.Input
		low, high float64
		steps     int
		says      string
	}{
		{scenario.InputCap, 46e9, 30e9, 5, "the low end, $46.00B, is above the high one, $30.00B"},
		{scenario.InputCap, -1, 30e9, 5, "is not between $0 and"},
		{scenario.InputCap, 0, math.NaN(), 5, "an end of the range is not a number"},
		{scenario.InputRate, 0, 1.01, 5, "is not between 0% and 100%"},
		{scenario.InputRate, 0, 1, 0, "0 steps are not between 1 and 1001"},
		{scenario.InputRate, 0, 1, 1002, "1002 steps are not between"},
		{"colour", 0, 1, 5, "is not an input"},
		{scenario.GrowthOf(2040), 0, 1, 5, "the horizon is 2026 to 2030"},
	} {
		_, err := sweep.NewAxis(p.Scenario(), c.in, sweep.Span{Low: c.low, High: c.high}, c.steps)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s from %v to %v by %d: %v, want %q", c.in, c.low, c.high, c.steps, err, c.says)
		}
	}
	axis := sweep.Axis{Input: scenario.InputCap, Values: []float64{1}}
	if _, err := sweep.NewGrid(p, axis, axis, solve.Paid, 1); err == nil || !strings.Contains(err.Error(), "choose two inputs") {
		t.Errorf("one input on both axes: %v", err)
	}
	bad := sweep.Axis{Input: scenario.InputRate, Values: []float64{2}}
	base := sweep.Axis{Input: scenario.InputBase, Values: []float64{1}}
	if _, err := sweep.NewGrid(p, base, bad, solve.Paid, 2); err == nil || !strings.Contains(err.Error(), "terms.share.rate") {
		t.Errorf("a rate of 2: %v", err)
	}
}
