package field

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// A Format says how a number is written, read and stepped.
type Format struct {
	// Short writes the number rounded, as the field shows it at rest.
	Short func(v float64) string
	// Full writes the number so that Parse reads it back bit for bit.
	Full func(v float64) string
	// Parse reads what people type; shown is the value the field shows, which a
	// relative entry such as +5 pp starts from. Its error is shown to the user
	// and says what is allowed.
	Parse func(text string, shown float64) (float64, error)
	// Step returns v moved by n of the last digit shown: 1, 10 or a tenth, up or
	// down, within the range that Parse accepts. Where it is nil
	// the field does not step.
	Step func(v, n float64) float64
	// None, where set, is what an empty field shows, such as "no cap", and lets
	// it be emptied; the value is then NaN, which Short, Full and Parse never
	// see.
	None string
}

// A Number is an entry that holds a number, or none (NaN) where its format
// allows that.
type Number struct {
	input

	// OnEdit is called with each new value the user gave. Its error, if any, is shown
	// at the field, which then keeps what was typed and the value it had.
	OnEdit func(v float64) error
	// OnCommit is called where the edits told since the last such call make one
	// step for undo.
	OnCommit func()

	format Format
	value  float64
}

// NewNumber returns a field that shows zero, or nothing where its format allows
// that; tell it what to show by Display.
func NewNumber(name string, format Format) *Number {
	n := &Number{format: format}
	if format.None != "" {
		n.value = math.NaN()
	}
	n.start(n, n, name, true)
	n.SetPlaceHolder(format.None)
	n.write()
	return n
}

// Value returns the last good value.
func (n *Number) Value() float64 { return n.value }

// Display shows a value without telling OnEdit. What the user is typing stays
// where the value is the one shown before.
func (n *Number) Display(v float64) {
	if same(v, n.value) {
		return
	}
	n.value = v
	n.write()
}

func same(a, b float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b)
}

func (n *Number) short() string { return n.text(n.format.Short) }

func (n *Number) full() string { return n.text(n.format.Full) }

func (n *Number) text(format func(float64) string) string {
	if math.IsNaN(n.value) {
		return ""
	}
	return format(n.value)
}

// Reading returns the value that what is being typed stands for, and what is wrong
// with it; the value itself where nothing is being typed. It takes nothing over.
func (n *Number) Reading() (float64, error) {
	if !n.typed {
		return n.value, nil
	}
	return n.read(n.Text)
}

func (n *Number) accept(text string) error {
	v, err := n.read(text)
	if err != nil {
		return err
	}
	return n.tell(v)
}

// read returns the value that text stands for.
func (n *Number) read(text string) (float64, error) {
	text = strings.TrimSpace(text)
	if text == "" || strings.EqualFold(text, n.format.None) {
		if n.format.None == "" {
			return 0, errors.New("enter a number")
		}
		return math.NaN(), nil
	}
	return n.format.Parse(text, n.value)
}

func (n *Number) step(size float64) error {
	if n.format.Step == nil || math.IsNaN(n.value) {
		return nil
	}
	return n.tell(n.format.Step(n.value, size))
}

// tell takes over a value and tells of it where it is another.
func (n *Number) tell(v float64) error {
	if same(v, n.value) {
		return nil
	}
	before := n.value
	n.value = v
	if n.OnEdit != nil {
		if err := n.OnEdit(v); err != nil {
			n.value = before
			return err
		}
	}
	n.edited = true
	return nil
}

func (n *Number) seal() {
	if n.OnCommit != nil {
		n.OnCommit()
	}
}

// Clean returns v rounded to 12 significant digits, which takes away what binary
// fractions add: 0.30000000000000004 becomes 0.3.
func Clean(v float64) float64 {
	clean, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return clean
}
