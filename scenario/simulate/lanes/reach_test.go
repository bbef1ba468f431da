package lanes

import (
	"math"
	"math/rand/v2"
	"testing"

	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// What is due in whole dollars is added up exactly, in whichever order.
func TestReachingTheCapIsPaying(t *testing.T) {
	t.Parallel()
	d := rand.New(rand.NewPCG(12, 13))
	january := unit.NewMonth(2028, 1)
	reached, fits := 0, 0
	for range 2000 {
		var due, paid, by [12]unit.Amount
		var y Year
		m, all := &y.Months, 0.0
		for k := range due {
			due[k] = unit.Amount([]int{0, 1_000_000_000, d.IntN(1_000_000_000), d.IntN(1_000_000_000)}[d.IntN(4)])
			m.Fixed[k%3][k/3], m.Worths[k%3][k/3] = float64(due[k]), 1
			m.Starts[k%3][k/3], m.Days[k%3][k/3] = float64(100*k), float64((january + unit.Month(k)).Days())
			if k%3 == 0 {
				m.FixedBefore[k/3] = all
			}
			all += float64(due[k])
			by[k], y.Fixed[k/3] = unit.Amount(all), all
		}
		y.FixedWorth = all
		var a Accounts
		var accounts [AtOnce]account.Account
		for i := range accounts {
			already := unit.Amount(d.IntN(2) * d.IntN(1_000_000_000))
			limit := already + []unit.Amount{by[d.IntN(12)], by[d.IntN(12)] + due[d.IntN(12)]/2, unit.Amount(all * d.Float64())}[d.IntN(3)] +
				[]unit.Amount{0, 0, 0.004, 0.006, -0.004, -0.006, 1}[d.IntN(7)]
			accounts[i] = account.Open(already, max(already+0.006, limit))
			a.Limits[i], a.Slivers[i], a.Counts[i] = float64(accounts[i].Cap), float64(accounts[i].Sliver), float64(already)
			if !accounts[i].Reached.Before {
				a.Live[i] = math.MaxUint64
			}
		}
		var e Earned
		var factors, roots Amounts
		var counted [4]Amounts
		n := 1 + d.IntN(AtOnce)
		y.Earn(&e, &factors, &roots, n)
		a.Fill(&y, &e, &factors, &counted, n)
		var room [AtOnce]uint8
		crossing := append([]uint8(nil), a.Crossing(&room)...)
		a.Reach(&y, &e, &factors, &roots, &counted, n)
		for _, i := range a.Crossing(&room) {
			t.Errorf("path %d of a cap of %v is left over", i, a.Limits[i])
		}
		fits += n - len(crossing)
		for _, i := range crossing {
			account, got := &accounts[i], [12]unit.Amount{}
			account.Pay(due[:], paid[:], got[:], january, january)
			sum := 0.0
			for _, v := range paid {
				sum += float64(v)
			}
			r := account.Reached.Date
			if day := float64(100*(r.Month-january)) + float64(r.Day-1); !account.Reached.Ever() || a.Day[i] != day || a.Live[i] != 0 {
				t.Errorf("a cap of %v is reached on day %v, want %v", a.Limits[i], a.Day[i], day)
			}
			if math.Abs(a.Value[i]-sum) > 1e-5 || a.Counts[i] != float64(account.Counted) || math.Abs(a.Forgone[i]-max(0, all-sum)) > 1e-5 {
				t.Errorf("of a cap of %v are paid %v, counted %v, forgone %v; want %v, %v, %v", a.Limits[i], a.Value[i], a.Counts[i], a.Forgone[i], sum, account.Counted, max(0, all-sum))
			}
			for j := range counted {
				if want := float64(got[3*j+2]); counted[j][i] != want {
					t.Errorf("of a cap of %v counts %v by quarter %d, want %v", a.Limits[i], counted[j][i], j, want)
				}
			}
		}
		reached += len(crossing)
	}
	if reached < 10_000 || fits < 1000 {
		t.Errorf("%d paths reach the cap, on %d all fits", reached, fits)
	}
}
