package returned

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/words"
)

// maxWrong is how many faults of a workbook are told.
const maxWrong = 50

// Read reads a workbook that package xlsx has written and that came back, whatever program
// saved it last: its inputs, found by the names of their cells, against what was sent.
// Results, formulas and what else was put into it are not looked at. The error is
// ErrNotOurs of another file, Unsound where inputs are not sound, and another where
// the file is damaged or larger than what is read.
func Read(data []byte) (Workbook, error) {
	w, err := open(data)
	if err != nil {
		return Workbook{}, err
	}
	sent, err := w.sent()
	if err != nil {
		return Workbook{}, err
	}
	r := &reading{opened: w, places: map[string]place{}}
	out := Workbook{Sent: sent}
	inputs := make([][]cells.Input, len(sent.Scenarios))
	for i, s := range sent.Scenarios {
		inputs[i] = cells.Inputs(i, s)
	}
	if err := r.load(inputs); err != nil {
		return Workbook{}, err
	}
	for i, s := range sent.Scenarios {
		c := r.scenario(s, inputs[i])
		if len(c.Changes) > 0 {
			out.Changed = append(out.Changed, c)
		}
	}
	if r.wrong != nil {
		return out, r.wrong[:min(len(r.wrong), maxWrong)]
	}
	return out, nil
}

// sent reads what was sent from the hidden sheet.
func (w *opened) sent() (scenario.Workspace, error) {
	mark, found := placeOf(w.names[cells.SentName])
	if !found || w.sheets[mark.sheet] == "" {
		return scenario.Workspace{}, ErrNotOurs
	}
	held, err := w.cells(mark.sheet, func(column, row int) bool {
		return column == mark.column && row > mark.row && row <= mark.row+cells.MaxSentParts
	})
	if err != nil {
		return scenario.Workspace{}, err
	}
	var parts []string
	for row := mark.row + 1; ; row++ {
		c := held[place{mark.sheet, mark.column, row}]
		if c.kind == "" {
			break
		}
		parts = append(parts, c.text)
	}
	return cells.Unpack(parts)
}

// A reading is a workbook that is read, with what is wrong so far.
type reading struct {
	*opened
	places map[string]place // of inputs, by the names of their cells
	held   map[place]content
	wrong  Unsound
}

// load reads the cells of all inputs.
func (r *reading) load(inputs [][]cells.Input) error {
	bySheet := map[string]map[[2]int]bool{}
	for _, of := range inputs {
		for _, in := range of {
			p, found := placeOf(r.names[in.CellName()])
			if !found || r.sheets[p.sheet] == "" {
				continue
			}
			r.places[in.CellName()] = p
			if bySheet[p.sheet] == nil {
				bySheet[p.sheet] = map[[2]int]bool{}
			}
			bySheet[p.sheet][[2]int{p.column, p.row}] = true
		}
	}
	if len(r.places) == 0 {
		return ErrNotOurs
	}
	r.held = map[place]content{}
	for sheet, wanted := range bySheet {
		held, err := r.cells(sheet, func(column, row int) bool { return wanted[[2]int{column, row}] })
		if err != nil {
			return err
		}
		for p, c := range held {
			r.held[p] = c
		}
	}
	return nil
}

func (r *reading) fault(in cells.Input, s scenario.Scenario, format string, args ...any) {
	r.wrong = append(r.wrong, Wrong{r.cellOf(in), nameOf(s, in.Path), fmt.Sprintf(format, args...)})
}

// cellOf returns where an input stands.
func (r *reading) cellOf(in cells.Input) string {
	if p, found := r.places[in.CellName()]; found {
		return p.String()
	}
	return in.CellName()
}

// nameOf returns what an input is called, and of which scenario it is.
func nameOf(s scenario.Scenario, path string) string { return s.Name + ", " + words.Input(s, path) }

// scenario reads the inputs of a scenario that was sent.
func (r *reading) scenario(s scenario.Scenario, inputs []cells.Input) Changed {
	out := Changed{Scenario: s}
	read := map[string]reply{}
	faults := len(r.wrong)
	for _, in := range inputs {
		p, found := r.places[in.CellName()]
		if !found {
			r.fault(in, s, "its cell is not there any more; take the workbook as it was sent, and change figures only")
			continue
		}
		is, err := r.reply(in, r.held[p])
		if err != nil {
			r.fault(in, s, "%v", err)
			continue
		}
		read[in.Path] = is
		if is.same(reply{in.Value, in.Given}) {
			continue
		}
		if in.Fixed() {
			r.fault(in, s, "cannot be changed in a workbook, whose months are laid out; change it in the planner")
		}
		out.Changes = append(out.Changes, Change{
			Cell: p.String(), Name: words.Input(s, in.Path),
			Was: reply{in.Value, in.Given}.words(in.Path), Is: is.words(in.Path),
		})
		if in.Path == "lastYear" && is.value.Number > float64(s.LastYear) {
			r.fault(in, s, "%s is after %d, the last year the workbook has months of; move the last year in the planner", strconv.FormatFloat(is.value.Number, 'f', -1, 64), s.LastYear)
		}
	}
	if len(r.wrong) > faults || out.Changes == nil {
		return out
	}
	r.apply(&out.Scenario, inputs, read)
	if moveRange(&out.Scenario, s) {
		out.Changes = append(out.Changes, alongWithCap(out.Scenario, inputs)...)
	}
	if len(r.wrong) == faults {
		r.check(out.Scenario, inputs)
	}
	return out
}

// alongWithCap returns what became of the range of the cap, which moved with it.
func alongWithCap(s scenario.Scenario, inputs []cells.Input) []Change {
	var out []Change
	for _, in := range inputs {
		if strings.HasPrefix(in.Path, "uncertainty.capRange.") {
			value, given := cells.Given(s, in.Field)
			was := reply{in.Value, in.Given}.words(in.Path)
			out = append(out, Change{Cell: "with the cap", Name: words.Input(s, in.Path), Was: was, Is: reply{value, given}.words(in.Path)})
		}
	}
	return out
}

// A reply is what a cell says of an input: a value, or nothing.
type reply struct {
	value scenario.SourceValue
	given bool
}

// same reports whether two replies are the same, numbers to the fifteen digits that
// spreadsheets keep.
func (a reply) same(b reply) bool {
	if a.given != b.given || !a.given {
		return a.given == b.given
	}
	if x, y := a.value.Number, b.value.Number; a.value.Kind == scenario.SourceNumber && b.value.Kind == scenario.SourceNumber {
		return math.Abs(x-y) <= 1e-14*max(math.Abs(x), math.Abs(y))
	}
	return a.value == b.value
}

// words returns a reply as it is told.
func (a reply) words(path string) string {
	if !a.given {
		return "empty"
	}
	return words.Value(path, a.value)
}

// check reports what is wrong with a scenario as it was changed, each at its cell, or at
// the nearest that it is about.
func (r *reading) check(s scenario.Scenario, inputs []cells.Input) {
	for _, f := range s.Check() {
		best := -1
		for i, in := range inputs {
			if n := common(in.Path, f.Path); best < 0 || n > common(inputs[best].Path, f.Path) {
				best = i
			}
		}
		if best >= 0 {
			r.fault(inputs[best], s, "%s", f.Message)
		}
	}
}

// common returns how many bytes two paths begin alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// apply puts what was read into a scenario: the figures that were changed.
func (r *reading) apply(s *scenario.Scenario, inputs []cells.Input, read map[string]reply) {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for _, in := range inputs {
		is := read[in.Path]
		if is.same(reply{in.Value, in.Given}) {
			continue
		}
		if err := r.put(s, in, is); err != nil {
			r.fault(in, *s, "%v", err)
		}
	}
	r.parts(s, inputs, read)
}

// moveRange has the range of the cap go along with a cap that was changed alone, as it
// does in the planner, and reports whether it did.
func moveRange(s *scenario.Scenario, sent scenario.Scenario) bool {
	is, was := &s.Terms.Share, &sent.Terms.Share
	u, before := s.Uncertainty, sent.Uncertainty
	if u == nil || before == nil || u.CapRange == nil || before.CapRange == nil || *u.CapRange != *before.CapRange {
		return false
	}
	if is.Capped == was.Capped && is.Cap == was.Cap {
		return false
	}
	rest := *u
	rest.CapRange = nil
	if is.Capped {
		moved := before.CapRange.Moved(was.Cap, is.Cap)
		rest.CapRange = &moved
	}
	s.Uncertainty = &rest
	return true
}

// put gives an input what its cell says.
func (r *reading) put(s *scenario.Scenario, in cells.Input, is reply) error {
	switch {
	case is.given:
		return in.Put(s, is.value)
	case in.None != "":
		return in.Clear(s)
	case in.Pattern == "outlook.streams[].growth.YYYY":
		// Check tells where the year needs it.
		st := &s.Outlook.Streams[in.Stream()]
		st.Growth = st.Growth.Without(in.Year())
		return nil
	case partOf(in) != nil:
		return nil // what it is a part of decides
	}
	return fmt.Errorf("is empty; it needs %s", in.Unit())
}
