// Package account counts payments toward the cap, and applies it month by month. A
// simulation pays whole years that stay below the cap or reach it, many paths at a time, in
// simulate/lanes, and leaves the rest to this package.
package account

import (
	"math"

	"headroom/scenario/unit"
)

// An Account is how far payments have come toward the cap.
type Account struct {
	Cap     unit.Amount // infinite where there is none
	Sliver  unit.Amount // a headroom below this is none; 0 without a cap
	Counted unit.Amount // toward the cap
	Reached Reached
}

// Open returns an account in which so much was counted before the horizon, with a cap of
// limit.
func Open(already, limit unit.Amount) Account {
	a := Account{Cap: limit, Sliver: Sliver(limit), Counted: already}
	a.Reached.Before = a.Cap-a.Counted < a.Sliver
	return a
}

// Uncapped returns an account in which so much was counted before the horizon, without a
// cap.
func Uncapped(already unit.Amount) Account {
	return Account{Cap: unit.Amount(math.Inf(1)), Counted: already}
}

// Sliver returns the headroom of a cap below which none is left. The conversion rounds the
// product, as simulate/lanes does.
func Sliver(limit unit.Amount) unit.Amount { return 0.005 + unit.Amount(limit*1e-12) }

// Pay pays what is due in months from the first one on, and sets what is paid and what
// then counts toward the cap, as payments do from a month on.
func (a *Account) Pay(dues, paid, counted []unit.Amount, first, from unit.Month) {
	so, counts, done := a.Counted, int(from-first), a.Reached.Ever()
	limit, sliver := a.Cap, a.Sliver
	paid, counted = paid[:len(dues)], counted[:len(dues)]
	for k, due := range dues {
		switch {
		case k < counts:
			paid[k] = due
		case limit-so-due >= sliver:
			paid[k] = due
			so += due
		case done || due <= 0:
			paid[k] = 0
		default: // all that is left of the cap
			paid[k] = limit - so
			a.Reached.Date = On(first+unit.Month(k), float64(paid[k]/due))
			so, done = limit, true
		}
		counted[k] = so
	}
	a.Counted = so
}

// Headroom returns what is left of the cap when so much counts toward it, 0 where there
// is none.
func (a *Account) Headroom(counted unit.Amount) unit.Amount {
	if a.Reached.Before || math.IsInf(float64(a.Cap), 1) {
		return 0
	}
	return max(0, a.Cap-counted)
}
