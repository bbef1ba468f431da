package field

import (
	"errors"
	"strings"

	"headroom/scenario/unit"
)

// A Month is an entry that holds a month, or none where it has a word for that.
type Month struct {
	input

	// OnEdit is called with each new month the user gave, the zero month for none. Its
	// error, if any, is shown at the field, which then keeps what was typed and
	// the month it had.
	OnEdit func(m unit.Month) error
	// OnCommit is called where the edits told since the last such call make one
	// step for undo.
	OnCommit func()
	// OnDoubt, where set, says which month was taken where the user
	// gave a day that could be one of two.
	OnDoubt func(words string)
	// From is the month that the first step goes to where the field is empty;
	// zero lets an empty field not step.
	From unit.Month

	none  string
	value unit.Month
}

// NewMonth returns an empty field. Where none is not empty the field may be
// emptied and then shows that word, such as never.
func NewMonth(name, none string) *Month {
	m := &Month{none: none}
	m.start(m, m, name, true)
	m.SetPlaceHolder(none)
	return m
}

// Value returns the last good month.
func (m *Month) Value() unit.Month { return m.value }

// Display shows a month, or none, without telling OnEdit. What the user is typing
// stays where the month is the one shown before.
func (m *Month) Display(value unit.Month) {
	if value == m.value {
		return
	}
	m.value = value
	m.write()
}

func (m *Month) short() string { return m.value.Short() }

func (m *Month) full() string { return m.value.Short() }

func (m *Month) accept(text string) error {
	text = strings.TrimSpace(text)
	if text == "" || strings.EqualFold(text, m.none) {
		if m.none == "" {
			return errors.New("enter a month, such as Nov 2028 or 2028-11")
		}
		return m.tell(0)
	}
	value, doubt, err := unit.ReadMonth(text)
	if err == nil {
		err = m.tell(value)
	}
	if err == nil && doubt != "" && m.OnDoubt != nil {
		m.OnDoubt(doubt)
	}
	return err
}

// step moves by months, and by years where Shift is held.
func (m *Month) step(size float64) error {
	if m.value.IsZero() {
		return m.tell(m.From)
	}
	months := unit.Month(size)
	if size == 10 || size == -10 {
		months = unit.Month(12 * size / 10)
	}
	return m.tell(min(unit.LastMonth, max(unit.FirstMonth, m.value+months)))
}

func (m *Month) tell(value unit.Month) error {
	if value == m.value {
		return nil
	}
	before := m.value
	m.value = value
	if m.OnEdit != nil {
		if err := m.OnEdit(value); err != nil {
			m.value = before
			return err
		}
	}
	m.edited = true
	return nil
}

func (m *Month) seal() {
	if m.OnCommit != nil {
		m.OnCommit()
	}
}
