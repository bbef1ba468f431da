package store

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// Encode returns the workspace as a file holds it: fields that are unset are left
// out, the others in a fixed order, with an indentation of two spaces. The same
// workspace makes the same bytes. Of a workspace so large that it would not fit
// into MaxSize the bytes are without any white space. The error names the faults
// of a workspace that Decode would not take.
func Encode(w scenario.Workspace) ([]byte, error) {
	return encode(w, thisEdition())
}

func encode(w scenario.Workspace, e edition) ([]byte, error) {
	if err := field.CheckWorkspace(w).Err(); err != nil {
		return nil, fmt.Errorf("write the workspace: %w", err)
	}
	d := document{format: Format, version: e.newest, workspace: w}
	for _, dense := range []bool{false, true} {
		out := &writer{dense: dense}
		out.record(d.fields())
		if !dense {
			out.WriteByte('\n')
		}
		if out.Len() <= MaxSize {
			return out.Bytes(), nil
		}
	}
	return nil, fmt.Errorf("write the workspace: %w", errTooLarge)
}

// A writer writes JSON.
type writer struct {
	bytes.Buffer
	dense bool // without white space, and numbers as short as can be
	depth int
}

// record writes the fields that are set.
func (w *writer) record(fields []member) {
	w.open('{')
	n := 0
	for i := range fields {
		if !isUnset(&fields[i]) {
			w.name(n, fields[i].name)
			w.value(&fields[i])
			n++
		}
	}
	w.close('}', n)
}

// value writes the value of a field.
func (w *writer) value(f *member) {
	switch at := f.at.(type) {
	case *string:
		w.text(*at)
	case *float64:
		w.number(*at)
	case limit:
		w.number(*at.amount)
	case *int:
		w.WriteString(strconv.Itoa(*at))
	case *bool:
		w.WriteString(strconv.FormatBool(*at))
	case *unit.Month:
		w.text(at.String())
	case years:
		w.byYear(*at)
	case actuals:
		w.actuals(*at)
	case ids:
		w.ids(*at)
	case sources:
		w.sources(*at)
	case figure:
		w.figure(*at)
	case record:
		w.record(at.fields())
	case series:
		w.series(at)
	}
}

func (w *writer) byYear(rates scenario.ByYear) {
	w.open('{')
	for i, yr := range rates {
		w.name(i, strconv.Itoa(yr.Year))
		w.number(float64(yr.Rate))
	}
	w.close('}', len(rates))
}

func (w *writer) actuals(list scenario.Actuals) {
	w.open('{')
	for i, a := range list {
		w.name(i, a.Period.String())
		w.number(float64(a.Amount))
	}
	w.close('}', len(list))
}

func (w *writer) ids(list []string) {
	w.open('[')
	for i, id := range list {
		w.next(i)
		w.text(id)
	}
	w.close(']', len(list))
}

func (w *writer) sources(byPath map[string]scenario.Source) {
	w.open('{')
	for i, path := range slices.Sorted(maps.Keys(byPath)) {
		source := byPath[path]
		w.name(i, path)
		w.record(sourceFields(&source))
	}
	w.close('}', len(byPath))
}

func (w *writer) series(of series) {
	w.open('[')
	for i := range of.len {
		w.next(i)
		w.record(of.item(i).fields())
	}
	w.close(']', of.len)
}

func (w *writer) figure(v scenario.SourceValue) {
	switch v.Kind {
	case scenario.SourceText:
		w.text(v.Text)
	case scenario.SourceTruth:
		w.WriteString(strconv.FormatBool(v.Truth))
	default:
		w.number(v.Number)
	}
}

// isUnset reports whether the file leaves a field out.
func isUnset(f *member) bool {
	if f.need {
		return false
	}
	switch at := f.at.(type) {
	case *string:
		unset, _ := f.unset.(string)
		return *at == unset
	case *float64:
		unset, _ := f.unset.(float64)
		return *at == unset
	case *int:
		unset, _ := f.unset.(int)
		return *at == unset
	case limit:
		return !*at.set
	case *bool:
		return !*at
	case *unit.Month:
		return at.IsZero()
	case years:
		return len(*at) == 0
	case actuals:
		return len(*at) == 0
	case ids:
		return len(*at) == 0
	case sources:
		return len(*at) == 0
	case record:
		return at.absent || !at.means && allUnset(at.fields())
	default:
		return false
	}
}

func allUnset(fields []member) bool {
	for i := range fields {
		if !isUnset(&fields[i]) {
			return false
		}
	}
	return true
}

func (w *writer) open(bracket byte) {
	w.WriteByte(bracket)
	w.depth++
}

// close ends an object or a list of n entries.
func (w *writer) close(bracket byte, n int) {
	w.depth--
	if n > 0 {
		w.line()
	}
	w.WriteByte(bracket)
}

// next begins the i-th entry of an object or a list.
func (w *writer) next(i int) {
	if i > 0 {
		w.WriteByte(',')
	}
	w.line()
}

// name begins the i-th entry of an object.
func (w *writer) name(i int, name string) {
	w.next(i)
	w.text(name)
	w.WriteByte(':')
	if !w.dense {
		w.WriteByte(' ')
	}
}

func (w *writer) line() {
	if w.dense {
		return
	}
	w.WriteByte('\n')
	for range w.depth {
		w.WriteString("  ")
	}
}

func (w *writer) number(v float64) {
	text := "0" // of either sign
	if v != 0 {
		text = unit.Number(v)
	}
	if short := unpointed(v); w.dense && len(short) < len(text) {
		text = short
	}
	w.WriteString(text)
}

// unpointed returns v without a decimal point: 1307e7, 5e-5.
func unpointed(v float64) string {
	mantissa, power, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	exponent, _ := strconv.Atoi(power) // as FormatFloat writes it
	whole, part, _ := strings.Cut(mantissa, ".")
	return whole + part + "e" + strconv.Itoa(exponent-len(part))
}

// text writes a text with no more escapes than JSON asks for.
func (w *writer) text(text string) {
	const short = "\"\"\\\\\bb\ff\nn\rr\tt"
	w.WriteByte('"')
	from := 0
	for i := range len(text) {
		b := text[i]
		if b >= ' ' && b != '"' && b != '\\' {
			continue
		}
		w.WriteString(text[from:i])
		from = i + 1
		if at := strings.IndexByte(short, b); at >= 0 && at%2 == 0 {
			w.WriteByte('\\')
			w.WriteByte(short[at+1])
		} else {
			fmt.Fprintf(w, `\u%04x`, b)
		}
	}
	w.WriteString(text[from:])
	w.WriteByte('"')
}
