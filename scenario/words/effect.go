package words

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// Effect says in two sentences what a change makes of a scenario: when the cap is
// reached and what is paid, after and before.
func Effect(before, after Side) string {
	return effectOnDate(before, after) + " " + effectOnPaid(before, after)
}

func effectOnDate(before, after Side) string {
	a, b := after.Total, before.Total
	now, was := ReachedDay(after.Scenario, a), ReachedDay(before.Scenario, b)
	switch {
	case !a.Capped && !b.Capped:
		return "There is no cap."
	case now == was:
		return "Cap reached: " + now + ", as before."
	case a.Reached.Date.IsZero() || b.Reached.Date.IsZero():
		return "Cap reached: " + now + " instead of " + was + "."
	}
	days, way := a.Reached.Date.DaysSince(b.Reached.Date), "later"
	if days < 0 {
		days, way = -days, "earlier"
	}
	return fmt.Sprintf("Cap reached: %s instead of %s, %s %s.", now, was, long(days), way)
}

func effectOnPaid(before, after Side) string {
	now, was := after.Total.Paid, before.Total.Paid
	said := PaidThrough(after.Scenario) + ": " + now.Headline()
	if now.Headline() == was.Headline() {
		return said + ", as before."
	}
	return fmt.Sprintf("%s instead of %s, %s.", said, was.Headline(), Signed(now-was))
}

// Signed returns an amount as headlines show a difference: +$96.6B, −$2.0B, and $0
// for what rounds to nothing.
func Signed(a unit.Amount) string {
	text := a.Headline()
	if a <= 0 || text == "$0" {
		return text
	}
	return "+" + text
}

// SideOf returns a scenario and what it comes to; the error is its Faults.
func SideOf(s scenario.Scenario) (Side, error) {
	total, err := scenario.Total(s)
	return Side{Scenario: s, Total: total}, err
}
