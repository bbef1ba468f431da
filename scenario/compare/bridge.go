package compare

import (
	"fmt"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Bridge splits the difference in a result between two scenarios by the groups
// of inputs that differ. A step is the Shapley value of its group: its effect
// averaged over all orders in which the inputs could be changed from one side to
// the other. So no order is favored, and the steps add up to the difference.
type Bridge struct {
	Result   Result
	From, To End
	Steps    []Step  // of the groups that differ, in a fixed order; nil where none does
	Merged   []Group // groups that stand for several, nil where each stands for itself
}

// An End is one side of a bridge, with its results over the horizon.
type End struct {
	ID, Name             string
	Amount, Due, Revenue unit.Amount // Amount is of the bridge's result
}

// A Step is what one group of inputs accounts for, in US dollars.
type Step struct {
	Group   Group
	Change  unit.Amount // in the result; 0 where the group has no effect
	Due     unit.Amount // in the share before the cap
	Revenue unit.Amount // in revenue
}

// Absorbed returns what the cap kept of the step from being paid, where the
// result of the bridge is Paid: the effect on what is due less that on what is
// paid.
func (s Step) Absorbed() unit.Amount { return s.Due - s.Change }

// Change returns the difference that the steps add up to.
func (b Bridge) Change() unit.Amount { return b.To.Amount - b.From.Amount }

// Totals returns what the result comes to after each step: the amount of From and all
// changes down to that step.
func (b Bridge) Totals() []unit.Amount {
	totals := make([]unit.Amount, len(b.Steps))
	at := b.From.Amount
	for i, s := range b.Steps {
		at += s.Change
		totals[i] = at
	}
	return totals
}

// Part returns what part a step is of the whole difference, such as 0.25: below 0
// where it goes the other way. It is false where tables show no difference, of which
// nothing can be a part.
func (b Bridge) Part(s Step) (unit.Rate, bool) {
	whole := Cell{Value: b.To.Amount, Change: b.Change(), Compared: true}
	if !whole.Differs() {
		return 0, false
	}
	return unit.Rate(s.Change / whole.Change), true
}

// Note returns a sentence, with no full stop, on the groups that stand for
// several; empty where each stands for itself.
func (b Bridge) Note() string {
	if len(b.Merged) == 0 {
		return ""
	}
	names := make([]string, len(b.Merged))
	for i, g := range b.Merged {
		names[i] = g.String()
	}
	return fmt.Sprintf("More than %d groups of inputs differ, so each of these is one step: %s", MaxGroups, strings.Join(names, "; "))
}

// MaxGroups is the most groups that a bridge tells apart. With more of them all
// growths become one, then all terms but the cap, then the streams that differ
// as a whole.
const MaxGroups = 12

// NewBridge returns the bridge in a result between two scenarios. Streams match
// by name, and by channel. A growth that a mixture of the two needs and one side
// lacks comes from the other. It fails where the horizons differ, where the two
// have more streams together than a scenario may have, and with the Faults of a
// scenario that cannot be computed.
func NewBridge(from, to scenario.Scenario, result Result) (Bridge, error) {
	if err := result.check(); err != nil {
		return Bridge{}, err
	}
	b := Bridge{Result: result}
	var err error
	if b.From, err = endOf(from, result); err != nil {
		return Bridge{}, err
	}
	if b.To, err = endOf(to, result); err != nil {
		return Bridge{}, err
	}
	if from.FirstYear != to.FirstYear || from.LastYear != to.LastYear {
		return Bridge{}, fmt.Errorf("a bridge from %q to %q: one covers %d to %d, the other %d to %d; give both the same years",
			from.ID, to.ID, from.FirstYear, from.LastYear, to.FirstYear, to.LastYear)
	}
	m, err := newMixture(from, to)
	if err != nil {
		return Bridge{}, err
	}
	parts := m.parts()
	parts, b.Merged = fewer(parts)
	values, err := m.values(parts, result)
	if err != nil {
		return Bridge{}, err
	}
	b.Steps = steps(parts, values, &b)
	return b, nil
}

func endOf(s scenario.Scenario, result Result) (End, error) {
	total, err := scenario.Total(s)
	if err != nil {
		return End{}, fmt.Errorf("project scenario %q: %w", s.ID, err)
	}
	return End{ID: s.ID, Name: s.Name, Amount: result.Of(&total), Due: total.Due, Revenue: total.Revenue}, nil
}

// fewer merges groups where there are more than MaxGroups.
func fewer(parts []part) (out []part, merged []Group) {
	for _, into := range []struct {
		kind Kind
		from func(Kind) bool
	}{
		{AllGrowth, func(k Kind) bool { return k == Growth }},
		{OtherTerms, isOtherTerm},
		{SomeStreams, func(k Kind) bool { return k == OneStream }},
	} {
		if len(parts) <= MaxGroups {
			break
		}
		if rest, ok := merge(parts, Group{Kind: into.kind}, into.from); ok {
			parts, merged = rest, append(merged, Group{Kind: into.kind})
		}
	}
	return parts, merged
}

func isOtherTerm(k Kind) bool {
	switch k {
	case Rate, CapStart, Window, AGI, ReverseShare, Clouds:
		return true
	}
	return false
}

// merge makes one of all parts of some kinds, and is false where there are not
// two of them.
func merge(parts []part, group Group, of func(Kind) bool) ([]part, bool) {
	one := part{group: group}
	var out []part
	count := 0
	for _, p := range parts {
		if of(p.group.Kind) {
			one.puts = append(one.puts, p.puts...)
			count++
			continue
		}
		out = append(out, p)
	}
	if count < 2 {
		return parts, false
	}
	return inOrder(append(out, one)), true
}
