package lanes

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestTheExponentialIsExact(t *testing.T) {
	e := NewExponential()
	for i := -100_000; i <= 100_000; i++ {
		x := math.Pow(math.Abs(float64(i))/1e5, 3) * 700
		if i < 0 {
			x = -x
		}
		if got, want := e.power(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Fatalf("e to %v is %v, want %v", x, got, want)
		}
	}
}

// A dice throws what is computed with, edges more often than not.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 1))} }

func (d dice) amount() float64 {
	switch d.IntN(8) {
	case 0:
		return 0
	case 1:
		return math.Inf(1)
	case 2:
		return math.SmallestNonzeroFloat64
	}
	return d.Float64() * math.Pow(10, float64(d.IntN(14)))
}

func (d dice) amounts() (out Amounts) {
	for i := range out {
		out[i] = d.amount()
	}
	return out
}

// months sets the months of a year, which need not agree with its quarters.
func (d dice) months(y *Year) {
	m := &y.Months
	for _, table := range []*[3][4]float64{&m.Fixed, &m.Moving, &m.Worths, &m.Starts, &m.Days} {
		for k := range table {
			for q := range table[k] {
				table[k][q] = d.amount()
			}
		}
	}
	for q := range m.FixedBefore {
		m.FixedBefore[q], m.MovingBefore[q] = d.amount(), d.amount()
		for k := range m.Days {
			m.Starts[k][q], m.Days[k][q] = float64(d.IntN(2000)), float64(28+d.IntN(4))
		}
	}
}

func (d dice) normal(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = d.NormFloat64()
		if d.IntN(9) == 0 {
			out[i] = float64(d.IntN(17) - 8)
		}
	}
	return out
}

// digits returns amounts by their binary digits, under which NaN is NaN.
func digits(of ...float64) (out []uint64) {
	for _, v := range of {
		if v != v {
			v = math.NaN()
		}
		out = append(out, math.Float64bits(v))
	}
	return out
}

// needWide skips a test of what goes side by side where nothing does.
func needWide(t *testing.T) {
	if !wide {
		t.Skip("no paths go side by side on this processor")
	}
}

func TestGrowthIsTheSameSideBySide(t *testing.T) {
	needWide(t)
	d, e := newDice(1), NewExponential()
	for range 3000 {
		n := 1 + d.IntN(AtOnce)
		var before, roots, factors [2]Amounts
		var shocks [2]Amounts
		before[0], shocks[0] = d.amounts(), d.amounts()
		copy(shocks[0][:], d.normal(AtOnce))
		before[1], shocks[1] = before[0], shocks[0]
		g := Growth{Own: d.Float64(), Carried: 2*d.Float64() - 1, SD: d.amount(), Drift: d.Float64(), Draws: d.normal(n)}
		if g.SD > 5 {
			g.SD = 5 * d.Float64()
		}
		h := g
		g.Shocks, g.Before, g.Roots, g.Factors = &shocks[0], &before[0], &roots[0], &factors[0]
		h.Shocks, h.Before, h.Roots, h.Factors = &shocks[1], &before[1], &roots[1], &factors[1]
		e.Grow(&g, n)
		e.grow(&h, 0, n)
		for _, pair := range [][2]Amounts{shocks, roots, factors} {
			if !reflect.DeepEqual(digits(pair[0][:]...), digits(pair[1][:]...)) {
				t.Fatalf("%d paths of %+v: %v, want %v", n, g, pair[0], pair[1])
			}
		}
	}
}

func TestYearsAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(2)
	crossings, left := 0, 0
	for range 3000 {
		n := 1 + d.IntN(AtOnce)
		var y Year
		for j := range y.Fixed {
			y.Fixed[j], y.Moving[j] = d.amount(), d.amount()
		}
		y.FixedWorth, y.MovingWorth = d.amount(), d.amount()
		for range d.IntN(4) {
			y.Ramps = append(y.Ramps, Ramp{Root: d.amount(), Year: d.amount(), Value: d.amount(), Step: d.Float64()})
		}
		d.months(&y)
		factors, roots := d.amounts(), d.amounts()
		var a Accounts
		a.Limits, a.Slivers, a.Counts, a.Forgone, a.Value = d.amounts(), d.amounts(), d.amounts(), d.amounts(), d.amounts()
		for i := range a.Live {
			a.Live[i] = -uint64(d.IntN(2))
		}
		b := a
		var earned [2]Earned
		var counted [2][4]Amounts
		y.Earn(&earned[0], &factors, &roots, n)
		y.earn(&earned[1], &factors, &roots, 0, n)
		byQuarter := [2]*[4]Amounts{&counted[0], &counted[1]}
		if d.IntN(3) == 0 {
			byQuarter = [2]*[4]Amounts{}
		}
		a.Fill(&y, &earned[0], &factors, byQuarter[0], n)
		b.fill(&y, &earned[1], &factors, byQuarter[1], 0, n)
		crossing := a.crossing
		a.Reach(&y, &earned[0], &factors, &roots, byQuarter[0], n)
		b.reach(&y, &earned[1], &factors, &roots, byQuarter[1], 0, n)
		all := func(a *Accounts, e *Earned, counted *[4]Amounts) (out []uint64) {
			for _, of := range []*Amounts{
				&a.Counts, &a.Forgone, &a.Value, &a.Day, &e.By[0], &e.By[1], &e.By[2], &e.Worth,
				&counted[0], &counted[1], &counted[2], &counted[3],
			} {
				out = append(out, digits(of[:]...)...)
			}
			for _, live := range a.Live {
				out = append(out, live)
			}
			return out
		}
		if !reflect.DeepEqual(all(&a, &earned[0], &counted[0]), all(&b, &earned[1], &counted[1])) || a.crossing != b.crossing {
			t.Fatalf("%d paths of %+v differ", n, y)
		}
		var room [AtOnce]uint8
		left += len(a.Crossing(&room))
		a.crossing = crossing
		crossings += len(a.Crossing(&room))
	}
	if crossings < 1000 || left < 100 || crossings-left < 1000 {
		t.Errorf("no more than %d paths reach the cap, %d of them left over", crossings, left)
	}
}

func TestPartsAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(5)
	for range 3000 {
		var got, want Parts
		n := 1 + d.IntN(AtOnce)
		draws, part, paid, day := d.normal(n), make([]uint8, n), d.amounts(), d.amounts()
		for i := range paid {
			if d.IntN(50) != 0 { // else the sums are infinite
				paid[i] = min(paid[i], 1e13)
			}
		}
		for i := range part {
			part[i] = uint8(d.IntN(InParts))
		}
		var results, wanted Results
		results.Set(&paid, &day, n)
		wanted.pair(&paid, &day, 0, n)
		if known := d.IntN(2) == 0; known {
			var of Known
			of.Add(draws, part)
			got.AddResults(draws, part, &results)
			got.Know(&of)
		} else {
			got.Add(draws, part, &results)
		}
		want.add(draws, part, &wanted)
		for i := range want {
			g, w := &got[i], &want[i]
			if !reflect.DeepEqual(digits(g.N, g.X, g.XX, g.Paid.Y, g.Paid.XY, g.Day.Y, g.Day.XY), digits(w.N, w.X, w.XX, w.Paid.Y, w.Paid.XY, w.Day.Y, w.Day.XY)) {
				t.Fatalf("part %d of %d paths is %+v, want %+v", i, n, *g, *w)
			}
		}
	}
}

func TestRangesTellValuesApart(t *testing.T) {
	needWide(t)
	d := newDice(6)
	kept := 0
	for range 3000 {
		n := 16 + d.IntN(AtOnce-15)
		pairs := make([][2]int16, 1+d.IntN(MostRanges))
		edge := int16(0)
		for i := range pairs {
			edge += int16(1 + d.IntN(3))
			pairs[i][0] = edge
			edge += int16(1 + d.IntN(3))
			pairs[i][1] = edge
		}
		if d.IntN(4) == 0 {
			pairs[0][0] = Least
		}
		if d.IntN(4) == 0 {
			pairs[len(pairs)-1][1] = Farthest
		}
		values, keys := make([]float64, n), make([]float64, n)
		for i := range values {
			values[i], keys[i] = d.amount(), 7+(d.Float64()*50-5)/2
			if d.IntN(3) == 0 {
				keys[i] = 7 + float64(d.IntN(60)-5)/2
			}
			if far := d.IntN(40); far < 6 {
				keys[i] = [6]float64{-math.MaxFloat64, -1e10, -20000, 20000, 1e10, math.MaxFloat64}[far]
			}
		}
		var r Ranges
		r.Set(7, 2, pairs)
		var want []float64
		var before [MostRanges + 1]uint16
	values:
		for i, v := range values[:n&^15] {
			for k, pair := range pairs {
				switch u := math.Trunc((keys[i] - 7) * 2); {
				case u < float64(pair[0]) && pair[0] != Least:
					before[k]++
					continue values
				case u < float64(pair[1]) || pair[1] == Farthest:
					want = append(want, v)
					continue values
				}
			}
		}
		got := make([]float64, n)
		taken, in, others := r.Sift(got, values, keys)
		if taken != n&^15 || !slices.Equal(others[:len(pairs)], before[:len(pairs)]) || !reflect.DeepEqual(digits(got[:in]...), digits(want...)) {
			t.Fatalf("%d of %d values taken, %v kept, others before %v; want %v, %v", taken, n, got[:in], others, want, before)
		}
		kept += in
	}
	if kept < 1000 {
		t.Errorf("no more than %d values are kept", kept)
	}
}

func TestAccountsAreOpenedAndTalliedTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(10)
	before, reached, saved := 0, 0, 0
	for range 1000 {
		n := 1 + d.IntN(AtOnce)
		var a Accounts
		a.Limits, a.Forgone, a.Value, a.Counts = d.amounts(), d.amounts(), d.amounts(), d.amounts()
		already, never := a.Limits[0]+[]float64{0, 0.004, -0.004, -0.006, d.amount()}[d.IntN(5)], float64(d.IntN(4000))
		b := a
		a.Open(already, never, n)
		b.open(already, never, 0, n)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%d accounts differ", n)
		}
		for i := range n {
			if a.Day[i] == -1 {
				before++
			}
			if d.IntN(3) == 0 {
				a.Day[i] = float64(d.IntN(4000))
			}
			a.Forgone[i] = float64(d.IntN(3) - 1)
		}
		r, s := a.Tally(already, never, n)
		if wantR, wantS := a.tally(already, never, 0, n); r != wantR || s != wantS {
			t.Fatalf("%d of %d reach the cap and %d would take more, want %d, %d", r, n, s, wantR, wantS)
		}
		reached += r
		saved += s
	}
	if before < 1000 || reached < 1000 || saved < 1000 {
		t.Errorf("no more than %d are reached before, %d later, and %d take more", before, reached, saved)
	}
}

func TestTrianglesAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(11)
	for range 1000 {
		n := 1 + d.IntN(AtOnce)
		low := 1 + d.Float64()
		mode := low + d.Float64()*float64(d.IntN(2))
		var of Triangle
		of.Set(low, mode, mode+d.Float64()*float64(d.IntN(2)))
		values := make([]float64, n)
		for i := range values {
			values[i] = d.Float64()
		}
		values[0] = of.below
		want := slices.Clone(values)
		of.Fill(values)
		of.fill(want)
		if !reflect.DeepEqual(digits(values...), digits(want...)) {
			t.Fatalf("%d values of %+v: %v, want %v", n, of, values, want)
		}
		for _, v := range values {
			if v < of.Low || v > of.High {
				t.Fatalf("%v is not one of %+v", v, of)
			}
		}
	}
}

func TestExtremesAreThoseOfAll(t *testing.T) {
	d := newDice(12)
	for n := 1; n < 300; n++ {
		values := make([]float64, n)
		for i := range values {
			values[i] = d.amount() * float64(2*d.IntN(2)-1)
		}
		least, most := Extremes(values)
		if least != slices.Min(values) || most != slices.Max(values) {
			t.Fatalf("of %d values the least is %v and the most %v, want %v and %v", n, least, most, slices.Min(values), slices.Max(values))
		}
	}
}

func TestDifferencesAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(7)
	for range 3000 {
		n, amounts, other := 1+d.IntN(AtOnce), d.amounts(), d.amount()
		var got, want Amounts
		var sums, squares, above [4]float64
		sum, square := Differ(&got, &amounts, other, n)
		differEach(&want, &amounts, other, &sums, &squares, 0, n)
		aboveEach(&amounts, other, &above, 0, n)
		if !reflect.DeepEqual(digits(got[:]...), digits(want[:]...)) ||
			!reflect.DeepEqual(digits(sum, square, Above(&amounts, other, n)), digits(together(&sums), together(&squares), together(&above))) {
			t.Fatalf("%d amounts less %v: %v, %v of %v; want %v, %v of %v", n, other, sum, square, got, together(&sums), together(&squares), want)
		}
	}
}

func TestRandomNumbersAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d := newDice(8)
	for range 3000 {
		n, state := 1+d.IntN(AtOnce), d.Uint64()
		got, want := make([]float64, n), make([]float64, n)
		Units(got, state)
		unitsEach(want, state, 0)
		parts, wanted := make([]uint8, n), make([]uint8, n)
		PartsOf(parts, got)
		partsOfEach(wanted, want, 0)
		if !reflect.DeepEqual(digits(got...), digits(want...)) || !slices.Equal(parts, wanted) {
			t.Fatalf("%d after %x: %v in parts %v, want %v in %v", n, state, got, parts, want, wanted)
		}
	}
}
