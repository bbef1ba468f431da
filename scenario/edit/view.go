package edit

import (
	"slices"

	"headroom/scenario"
)

// Select selects the scenario with the given id, none where it is empty. It is
// no undo step and leaves nothing to save.
func Select(id string) Change {
	return viewing(func(v *scenario.View) { v.Selected = id })
}

// SetCompared sets which scenarios are compared, in this order, by id. It is no
// undo step and leaves nothing to save.
func SetCompared(ids ...string) Change {
	return viewing(func(v *scenario.View) { v.Compared = slices.Clone(ids) })
}

// SetReference sets the scenario that others are compared with, none where id
// is empty. It is no undo step and leaves nothing to save.
func SetReference(id string) Change {
	return viewing(func(v *scenario.View) { v.Reference = id })
}

// MaxCompared is the most scenarios that are held against each other.
const MaxCompared = 4

// compare takes scenarios into the comparison. Where it has no room for them, the
// last that are neither of them nor the reference leave it.
func (d *draft) compare(ids ...string) {
	compared := slices.Clone(d.w.View.Compared)
	for _, id := range ids {
		if !slices.Contains(compared, id) {
			compared = append(compared, id)
		}
	}
	for i := len(compared) - 1; i >= 0 && len(compared) > MaxCompared; i-- {
		if id := compared[i]; id != d.w.View.Reference && !slices.Contains(ids, id) {
			compared = slices.Delete(compared, i, i+1)
		}
	}
	d.w.View.Compared = compared
}

func viewing(change func(v *scenario.View)) Change {
	return Change{apply: func(d *draft) (string, error) {
		change(&d.w.View)
		return "", nil
	}}
}

func sameView(v, w scenario.View) bool {
	return v.Selected == w.Selected && v.Reference == w.Reference && slices.Equal(v.Compared, w.Compared)
}

// pruned returns v without the scenarios that are not there, the selected one
// aside.
func (st *state) pruned(v scenario.View) scenario.View {
	gone := func(id string) bool { return id != "" && st.find(id) < 0 }
	if slices.ContainsFunc(v.Compared, gone) {
		v.Compared = slices.DeleteFunc(slices.Clone(v.Compared), gone)
	}
	if gone(v.Reference) {
		v.Reference = ""
	}
	return v
}

// lookNear makes the view point at scenarios that are there: where the selected
// one is not, at the one now at the given index or the last.
func (st *state) lookNear(at int) {
	v := st.pruned(st.w.View)
	if v.Selected != "" && st.find(v.Selected) < 0 {
		v.Selected = ""
		if last := len(st.w.Scenarios) - 1; last >= 0 {
			v.Selected = st.w.Scenarios[max(0, min(at, last))].ID
		}
	}
	st.w.View = v
}
