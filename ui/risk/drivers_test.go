package risk

import (
	"testing"

	"headroom/scenario/simulate"
)

func TestItIsSaidWhatDrivesTheSpread(t *testing.T) {
	driver := func(year int, date, paid float64) simulate.Driver {
		return simulate.Driver{Year: year, Date: simulate.Estimate{Value: date}, Paid: simulate.Estimate{Value: paid}}
	}
	for want, ranking := range map[string][]simulate.Driver{
		"2027’s growth explains 61% of the spread of the date, and 50% of that of what is paid":                               {driver(2026, 0.2, 0.1), driver(2027, 0.61, 0.5)},
		"2027’s growth explains 61% of the spread of the date; the cap 98% of that of what is paid":                           {driver(2027, 0.61, 0.01), driver(0, 0.1, 0.98)},
		"The cap and 2027’s growth explain 41% and 40% of the spread of the date":                                             {driver(2026, 0.1, 0), driver(2027, 0.4, 0), driver(0, 0.41, 0)},
		"2027’s growth explains 50% of the spread of the date; 2028’s growth and the cap 40% and 38% of that of what is paid": {driver(2027, 0.5, 0.1), driver(2028, 0.3, 0.4), driver(0, 0.1, 0.38)},
		"The cap explains 97% of the spread of what is paid":                                                                  {driver(2027, 0, 0.02), driver(0, 0, 0.97)},
		"No draw by itself explains much of the spread":                                                                       {driver(2027, 0.001, 0.004)},
	} {
		if got := drives(&simulate.Result{Ranking: ranking}); got != want {
			t.Errorf("%+v: %q, want %q", ranking, got, want)
		}
	}
}
