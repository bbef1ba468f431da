package edit

import (
	"errors"
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// set returns the change that gives the field at path a value. Numbers and months,
// which are dragged and typed, merge with further changes of the same field; what
// is chosen at once never does.
func set(id, path string, v scenario.SourceValue) Change {
	f, found := field.At(path)
	key := id + "/" + path
	if found && !f.Kind.IsNumber() && f.Kind != field.Month {
		key = ""
	}
	words := func(s *scenario.Scenario) string {
		if !found {
			return "set " + path
		}
		return setWords(s, f, v)
	}
	return revise(key, id, words, func(s *scenario.Scenario) error {
		amend, err := setter(path, v)
		if err != nil {
			return refuse(path, "cannot be set: %v", err)
		}
		return amend(s)
	})
}

func setAmount(id, path string, v unit.Amount) Change {
	return set(id, path, scenario.NumberValue(float64(v)))
}

func setRate(id, path string, v unit.Rate) Change {
	return set(id, path, scenario.NumberValue(float64(v)))
}

func setCount(id, path string, v int) Change { return set(id, path, scenario.NumberValue(float64(v))) }

func setTruth(id, path string, v bool) Change { return set(id, path, scenario.TruthValue(v)) }

// setMonth is set for a month; where it is zero the field is left empty, which the
// menu calls none.
func setMonth(id, path string, m unit.Month, none string) Change {
	if !m.IsZero() {
		return set(id, path, scenario.MonthValue(m))
	}
	words := func(s *scenario.Scenario) string {
		name := wordsOf(s, path)
		return "set " + name + joined(name) + none
	}
	return revise(id+"/"+path, id, words, func(s *scenario.Scenario) error {
		amend, err := clearer(path)
		if err != nil {
			return err
		}
		return amend(s)
	})
}

// setter returns the amendment that gives the field that path names a value; the
// error says why there is none, for whoever knows what was to be done.
func setter(path string, v scenario.SourceValue) (amendment, error) {
	f, found := field.At(path)
	if !found || f.Short == "" {
		return nil, errors.New("nothing sets this field")
	}
	if err := f.Takes(v); err != nil {
		return nil, err
	}
	switch f.Pattern {
	case "lastYear":
		return setLastYear(int(v.Number)), nil
	case "outlook.streams[].launch":
		return setLaunch(f.Stream(), int(v.Number)), nil
	case "outlook.streams[].growth.YYYY":
		return setGrowth(f.Stream(), f.Year(), unit.Rate(v.Number)), nil
	case "outlook.streams[].revenue.YYYY":
		return setRevenue(f.Stream(), f.Year(), unit.Amount(v.Number), false), nil
	case "terms.share.cap":
		return setCap(unit.Amount(v.Number)), nil
	case "uncertainty.capRange.low", "uncertainty.capRange.high":
		return setRangeEnd(f, v), nil
	}
	return func(s *scenario.Scenario) error {
		switch {
		case strings.HasPrefix(path, "terms.reverse.") && s.Terms.Reverse == nil:
			return refuse("terms.reverse", "there is no reverse share; add one first")
		case strings.HasPrefix(path, "terms.license.") && s.Terms.License == nil:
			return refuse("terms.license", "there is no license; add one first")
		}
		return f.Put(s, v)
	}, nil
}

// clearer returns the amendment that leaves the field that path names empty.
func clearer(path string) (amendment, error) {
	f, found := field.At(path)
	switch {
	case !found || f.None == "":
		return nil, refuse(path, "cannot be empty; give it a value")
	case f.Pattern == "terms.share.cap":
		return removeCap, nil
	case f.Pattern == "outlook.streams[].launch":
		return setLaunch(f.Stream(), 0), nil
	}
	return f.Clear, nil
}

// setWords returns what the menu calls the change of a field to a value.
func setWords(s *scenario.Scenario, f field.Field, v scenario.SourceValue) string {
	name := wordsOf(s, f.Path)
	if f.Kind == field.Truth {
		if v.Truth {
			return "turn on " + name
		}
		return "turn off " + name
	}
	return "set " + name + joined(name) + valueWords(f.Kind, v)
}

// joined is what stands between a field's name and its value.
func joined(name string) string {
	for _, end := range []string{" from", " through", " as of"} {
		if strings.HasSuffix(name, end) {
			return " "
		}
	}
	return " to "
}

func valueWords(kind field.Kind, v scenario.SourceValue) string {
	switch kind {
	case field.Amount:
		return unit.Amount(v.Number).Headline()
	case field.Rate, field.Ratio:
		return unit.Rate(v.Number).Percent()
	case field.Growth:
		return unit.Rate(v.Number).Growth()
	case field.Count:
		if v.Number == 1 {
			return "1 month"
		}
		return unit.Number(v.Number) + " months"
	case field.Month:
		if m, err := unit.ParseMonth(v.Text); err == nil {
			return m.Short()
		}
	case field.Shape:
		return scenario.Shape(v.Text).Words()
	case field.Channel:
		return scenario.Channel(v.Text).Words()
	case field.Exclusivity:
		return scenario.Exclusive(v.Text).Words()
	case field.AfterActuals:
		return scenario.AfterActuals(v.Text).Words()
	}
	if v.Kind == scenario.SourceNumber {
		return unit.Number(v.Number)
	}
	return v.Text
}

// wordsOf returns what the menu calls the field that path names, and whose it is
// unless that is the first stream.
func wordsOf(s *scenario.Scenario, path string) string {
	f, found := field.At(path)
	if !found || f.Short == "" {
		return path
	}
	name := f.Shortly()
	if stream := f.Stream(); stream > 0 {
		name += " of " + streamName(s, stream)
	}
	return name
}
