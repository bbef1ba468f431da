package store

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// value reads the value of a field.
func (r *reader) value(f *member) {
	kind := r.kind()
	switch at := f.at.(type) {
	case *string:
		r.words(kind, at, f)
	case *float64:
		*at = r.float(kind, f)
	case limit:
		*at.set, *at.amount = true, r.float(kind, f)
	case *int:
		r.whole(kind, at, f)
	case *bool:
		r.truth(kind, at, f)
	case *unit.Month:
		r.month(kind, at, f)
	case years:
		r.byYear(kind, at, f)
	case actuals:
		r.actuals(kind, at, f)
	case ids:
		r.ids(kind, at, f)
	case sources:
		r.sources(kind, at, f)
	case figure:
		r.figure(kind, at)
	case record:
		if r.is(kind, kindObject, f) {
			r.record(at.fields())
		}
	case series:
		r.series(kind, at, f)
	}
}

func (r *reader) words(kind byte, at *string, f *member) {
	if !r.is(kind, kindText, f) {
		return
	}
	start := r.pos
	if *at = r.text(); *at == "" && f.filled {
		r.reject(start, "is empty; leave the field out")
	}
}

// is reports whether a value is of the wanted kind. One that is not is gone past.
func (r *reader) is(kind, wanted byte, f *member) bool {
	if kind != wanted {
		r.mistyped(kindName(wanted), f.need)
		return false
	}
	return true
}

// mistyped goes past a value that is not what is wanted.
func (r *reader) mistyped(wanted string, need bool) {
	kind, start := r.kind(), r.pos
	r.skip()
	if r.fault != nil {
		return
	}
	message := describe(kind, r.data[start:r.pos]) + " is not " + wanted
	if kind == kindNull && !need {
		message += "; leave the field out"
	}
	r.reject(start, message)
}

// float reads a number, NaN where there is none.
func (r *reader) float(kind byte, f *member) float64 {
	if !r.is(kind, kindNumber, f) {
		return math.NaN()
	}
	start := r.pos
	v, err := strconv.ParseFloat(string(r.number()), 64)
	if err != nil {
		r.reject(start, brief(r.data[start:r.pos])+" is too large a number")
		return math.NaN()
	}
	if v == 0 {
		return 0 // of either sign
	}
	return v
}

func (r *reader) whole(kind byte, at *int, f *member) {
	start := r.pos
	v := r.float(kind, f)
	switch {
	case math.IsNaN(v):
		*at = -1
	case v != math.Trunc(v):
		r.reject(start, brief(r.data[start:r.pos])+" is not a whole number")
		*at = -1
	case math.Abs(v) > math.MaxInt32:
		r.reject(start, brief(r.data[start:r.pos])+" is out of range")
		*at = -1
	case v == 0 && f.filled:
		r.reject(start, brief(r.data[start:r.pos])+" stands for nothing; leave the field out")
		*at = -1
	default:
		*at = int(v)
	}
}

func (r *reader) truth(kind byte, at *bool, f *member) {
	if kind != kindTrue && kind != kindFalse {
		r.mistyped("true or false", f.need)
		return
	}
	r.skip()
	*at = kind == kindTrue
}

func (r *reader) month(kind byte, at *unit.Month, f *member) {
	if !r.is(kind, kindText, f) {
		return
	}
	start := r.pos
	m, err := unit.ParseMonth(r.text())
	if err != nil {
		r.reject(start, err.Error())
		return
	}
	*at = m
}

func (r *reader) byYear(kind byte, at years, f *member) {
	if !r.is(kind, kindObject, f) {
		return
	}
	found := r.years[:0]
	r.object(func(name string, start int) {
		year, err := strconv.ParseUint(name, 10, 16)
		if err != nil || len(name) != 4 || year < scenario.MinYear || year > scenario.MaxYear {
			r.refuse(name, start, fmt.Sprintf("is not a year from %d to %d", scenario.MinYear, scenario.MaxYear))
			return
		}
		if _, given := found.Get(int(year)); given {
			r.refuse(name, start, "given twice")
			return
		}
		r.entry(name, func() {
			rate := unit.Rate(r.float(r.kind(), &member{}))
			if n := len(found); n == 0 || found[n-1].Year < int(year) {
				found = append(found, scenario.YearRate{Year: int(year), Rate: rate})
			} else {
				found = found.With(int(year), rate)
			}
		})
	})
	r.years = found
	*at = append(scenario.ByYear(nil), found...)
}

func (r *reader) ids(kind byte, at ids, f *member) {
	if !r.is(kind, kindList, f) {
		return
	}
	r.entries(scenario.MaxScenarios, func(int) {
		id := ""
		if r.is(r.kind(), kindText, &member{need: true}) {
			id = r.text()
		}
		*at = append(*at, id)
	})
}

// entries reads a list of at most most items and goes past the others.
func (r *reader) entries(most int, read func(i int)) {
	r.peek()
	start, n := r.pos, 0
	r.list(func(i int) {
		n = i + 1
		switch {
		case i < most:
			r.item(i, func() { read(i) })
			return
		case i == most:
			r.item(i, r.spoil)
		}
		r.skip()
	})
	if n > most && r.fault == nil {
		r.faults.add(start, string(r.path), fmt.Sprintf("has %d entries; at most %d are taken", n, most))
	}
}

func (r *reader) sources(kind byte, at sources, f *member) {
	if !r.is(kind, kindObject, f) {
		return
	}
	r.object(func(path string, start int) {
		if !r.edition.names(r.version, path) {
			r.refuse(path, start, "names no field of the scenario")
			return
		}
		if _, given := (*at)[path]; given {
			r.refuse(path, start, "given twice")
			return
		}
		r.entry(path, func() {
			var source scenario.Source
			if r.is(r.kind(), kindObject, &member{}) {
				r.record(sourceFields(&source))
			}
			if *at == nil {
				*at = make(map[string]scenario.Source)
			}
			(*at)[path] = source
		})
	})
}

// figure reads the value that a source gives.
func (r *reader) figure(kind byte, at figure) {
	switch kind {
	case kindNumber:
		*at = scenario.NumberValue(r.float(kind, &member{}))
	case kindText:
		*at = scenario.TextValue(r.text())
	case kindTrue, kindFalse:
		r.skip()
		*at = scenario.TruthValue(kind == kindTrue)
	default:
		r.mistyped("a number, a text, true or false", true)
	}
}

func (r *reader) series(kind byte, at series, f *member) {
	if !r.is(kind, kindList, f) {
		return
	}
	r.entries(at.most, func(i int) {
		rec := at.item(i)
		switch {
		case !r.is(r.kind(), kindObject, &member{need: true}):
		case rec.whole != nil:
			r.scenario(rec)
		default:
			r.record(rec.fields())
		}
	})
}

func kindName(kind byte) string {
	switch kind {
	case kindObject:
		return "an object"
	case kindList:
		return "a list"
	case kindText:
		return "a text"
	case kindNumber:
		return "a number"
	case kindTrue:
		return "true"
	case kindFalse:
		return "false"
	default:
		return "null"
	}
}

// describe says what a value is that should be another.
func describe(kind byte, raw []byte) string {
	if kind == kindText || kind == kindNumber {
		return brief(raw)
	}
	return kindName(kind)
}

// mostTold is how many characters are told of what a file has in the wrong place.
const mostTold = 100

// brief returns a text or a number as the file writes it, cut where it is long.
func brief(raw []byte) string {
	return unit.Brief(string(raw[:min(len(raw), utf8.UTFMax*(mostTold+1))]), mostTold)
}
