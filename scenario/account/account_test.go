package account_test

import (
	"math"
	"testing"
	"time"

	"headroom/scenario/account"
	"headroom/scenario/unit"
)

var first = unit.NewMonth(2028, 1)

// paid returns what an account pays of what is due, and how it is left.
func paid(a account.Account, from unit.Month, due ...unit.Amount) ([]unit.Amount, account.Account) {
	paid, counted := make([]unit.Amount, len(due)), make([]unit.Amount, len(due))
	a.Pay(due, paid, counted, first, from)
	return paid, a
}

func TestTheCapIsPaidAndNoMore(t *testing.T) {
	day := func(month, day int) account.Reached {
		return account.Reached{Date: unit.Date{Month: unit.NewMonth(2028, time.Month(month)), Day: day}}
	}
	for says, c := range map[string]struct {
		of      account.Account
		from    unit.Month
		due     []unit.Amount
		paid    []unit.Amount
		reached account.Reached
	}{
		"all fits":                        {account.Open(0, 100), first, []unit.Amount{30, 30}, []unit.Amount{30, 30}, account.Reached{}},
		"half of February, a leap month":  {account.Open(0, 45), first, []unit.Amount{30, 30, 30}, []unit.Amount{30, 15, 0}, day(2, 15)},
		"on the last day of a month":      {account.Open(0, 60), first, []unit.Amount{30, 30, 30}, []unit.Amount{30, 30, 0}, day(2, 29)},
		"half a cent is left":             {account.Open(0, 60.004), first, []unit.Amount{30, 30, 30}, []unit.Amount{30, 30.004, 0}, day(2, 29)},
		"a whole cent is left":            {account.Open(0, 60.01), first, []unit.Amount{30, 30, 30}, []unit.Amount{30, 30, unit.Amount(60.01) - 60}, day(3, 1)},
		"filled by what was before":       {account.Open(60, 60), first, []unit.Amount{30}, []unit.Amount{0}, account.Reached{Before: true}},
		"what was before leaves a third":  {account.Open(50, 60), first, []unit.Amount{30}, []unit.Amount{10}, day(1, 11)},
		"it counts from the second month": {account.Open(0, 15), first + 1, []unit.Amount{30, 30, 30}, []unit.Amount{30, 15, 0}, day(2, 15)},
		"nothing is due":                  {account.Open(0, 15), first, []unit.Amount{0, 0}, []unit.Amount{0, 0}, account.Reached{}},
		"no cap":                          {account.Uncapped(1e12), 0, []unit.Amount{1e12, 1e12}, []unit.Amount{1e12, 1e12}, account.Reached{}},
	} {
		got, a := paid(c.of, c.from, c.due...)
		for k := range got {
			if math.Abs(float64(got[k]-c.paid[k])) > 1e-9 {
				t.Errorf("%s: paid is %v, want %v", says, got, c.paid)
				break
			}
		}
		if a.Reached != c.reached {
			t.Errorf("%s: reached %q, want %q", says, a.Reached, c.reached)
		}
	}
}

func TestHeadroomIsWhatIsLeft(t *testing.T) {
	for _, c := range []struct {
		of            account.Account
		counted, want unit.Amount
	}{
		{account.Open(0, 100), 0, 100},
		{account.Open(30, 100), 70, 30},
		{account.Open(0, 100), 100, 0},
		{account.Open(0, 100), 100.004, 0}, // rounded off on the way
		{account.Open(100, 100), 0, 0},     // reached before anything is paid
		{account.Uncapped(30), 70, 0},
	} {
		if got := c.of.Headroom(c.counted); got != c.want {
			t.Errorf("%+v has %v left of it, want %v", c.of, got, c.want)
		}
	}
}

func TestWhenTheCapIsReachedIsSaid(t *testing.T) {
	for want, r := range map[string]account.Reached{
		"":           {},
		"before":     {Before: true},
		"2028-02-29": {Date: account.On(unit.NewMonth(2028, 2), 1.5)},
		"2028-03-01": {Date: account.On(unit.NewMonth(2028, 3), 0)},
	} {
		if r.String() != want || r.Ever() != (want != "") {
			t.Errorf("%+v is %q, ever %v; want %q", r, r, r.Ever(), want)
		}
	}
}
