package preset

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// ours is the publication of what is derived or assumed here.
const ours = "ours"

// apply sets the fields that the figures name by path and notes their sources.
func (f *file) apply(s *scenario.Scenario, figures map[string]figure) error {
	s.Sources = make(map[string]scenario.Source, len(figures))
	for path, fig := range figures {
		value, err := fig.value()
		if err == nil {
			err = set(s, path, value)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		s.Sources[path] = f.source(value, fig.Status, fig.In, fig.Note)
	}
	return nil
}

// source puts a figure's value and status together with its publication.
func (f *file) source(value scenario.SourceValue, status scenario.Status, in, note string) scenario.Source {
	p := f.Publications[in]
	return scenario.Source{
		Value: value, Status: status,
		Publisher: p.Publisher, Title: p.Title, Date: p.Date, URL: p.URL,
		Note: note,
	}
}

// assumed is the source of what is assumed here.
func (f *file) assumed(value scenario.SourceValue, note string) scenario.Source {
	return f.source(value, scenario.StatusEstimate, ours, note)
}

func (fig figure) value() (scenario.SourceValue, error) {
	var v any
	if err := json.Unmarshal(fig.Value, &v); err != nil {
		return scenario.SourceValue{}, err
	}
	switch v := v.(type) {
	case float64:
		return scenario.NumberValue(v), nil
	case string:
		return scenario.TextValue(v), nil
	case bool:
		return scenario.TruthValue(v), nil
	}
	return scenario.SourceValue{}, fmt.Errorf("%s is not a number, a text or a truth value", fig.Value)
}

// set gives one field of s, named by its path, a figure's value. It makes the
// parts of s that the field lies in.
func set(s *scenario.Scenario, path string, v scenario.SourceValue) error {
	part, rest, _ := strings.Cut(path, ".")
	switch part {
	case "terms":
		return setTerm(&s.Terms, rest, v)
	case "valuation":
		return setValuation(&s.Valuation, rest, v)
	case "uncertainty":
		if s.Uncertainty == nil {
			s.Uncertainty = &scenario.Uncertainty{}
		}
		return setUncertainty(s.Uncertainty, rest, v)
	}
	return fmt.Errorf("no such field")
}

func setTerm(t *scenario.Terms, path string, v scenario.SourceValue) error {
	part, field, _ := strings.Cut(path, ".")
	switch part {
	case "share":
		return setShare(&t.Share, field, v)
	case "reverse":
		if t.Reverse == nil {
			t.Reverse = &scenario.Reverse{}
		}
		return setReverse(t.Reverse, field, v)
	case "otherClouds":
		return setOtherClouds(&t.OtherClouds, field, v)
	case "license":
		if t.License == nil {
			t.License = &scenario.License{}
		}
		return setLicense(t.License, field, v)
	}
	return fmt.Errorf("no such field")
}

func setShare(share *scenario.Share, field string, v scenario.SourceValue) error {
	switch field {
	case "rate":
		share.Rate = unit.Rate(v.Number)
	case "from":
		return setMonth(&share.From, v)
	case "through":
		return setMonth(&share.Through, v)
	case "capFrom":
		return setMonth(&share.CapFrom, v)
	case "cap":
		share.Capped, share.Cap = true, unit.Amount(v.Number)
	case "alreadyPaid":
		share.AlreadyPaid = unit.Amount(v.Number)
	case "endsAtAGI":
		share.EndsAtAGI = v.Truth
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setReverse(reverse *scenario.Reverse, field string, v scenario.SourceValue) error {
	switch field {
	case "rate":
		reverse.Rate = unit.Rate(v.Number)
	case "from":
		return setMonth(&reverse.From, v)
	case "through":
		return setMonth(&reverse.Through, v)
	case "endsAtAGI":
		reverse.EndsAtAGI = v.Truth
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setOtherClouds(clouds *scenario.OtherClouds, field string, v scenario.SourceValue) error {
	switch field {
	case "from":
		return setMonth(&clouds.From, v)
	case "azureLeadMonths":
		clouds.AzureLeadMonths = int(v.Number)
	case "opensAtAGI":
		clouds.OpensAtAGI = v.Truth
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setLicense(license *scenario.License, field string, v scenario.SourceValue) error {
	switch field {
	case "through":
		return setMonth(&license.Through, v)
	case "exclusive":
		license.Exclusive = scenario.Exclusive(v.Text)
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setValuation(valuation *scenario.Valuation, field string, v scenario.SourceValue) error {
	switch field {
	case "discountRate":
		valuation.DiscountRate = unit.Rate(v.Number)
	case "asOf":
		return setMonth(&valuation.AsOf, v)
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setUncertainty(u *scenario.Uncertainty, path string, v scenario.SourceValue) error {
	part, field, _ := strings.Cut(path, ".")
	switch part {
	case "correlation":
		u.Correlation = unit.Rate(v.Number)
	case "growthSD":
		year, err := strconv.Atoi(field)
		if err != nil {
			return fmt.Errorf("%q is not a year", field)
		}
		u.GrowthSD = u.GrowthSD.With(year, unit.Rate(v.Number))
	case "capRange":
		if u.CapRange == nil {
			u.CapRange = &scenario.CapRange{}
		}
		switch field {
		case "low":
			u.CapRange.Low = unit.Amount(v.Number)
		case "high":
			u.CapRange.High = unit.Amount(v.Number)
		default:
			return fmt.Errorf("no such field")
		}
	default:
		return fmt.Errorf("no such field")
	}
	return nil
}

func setMonth(m *unit.Month, v scenario.SourceValue) error {
	month, err := unit.ParseMonth(v.Text)
	*m = month
	return err
}
