package block

import (
	"fmt"
	"slices"
	"strings"

	"headroom/scenario/unit"
)

// Years gives each figure its calendar year. Without periods the first figure is
// that of the year first. Quarters and months are summed where amounts is set and a
// year has all of its own, and otherwise refused; beside years they are left aside.
// Figures beyond first to last are returned apart. An error says that there are more
// figures than years.
func Years(figures []Figure, first, last int, amounts bool) (within, beyond []Figure, err error) {
	if len(figures) == 0 {
		return nil, nil, nil
	}
	if figures[0].Period.IsZero() {
		if n := last - first + 1; len(figures) > n {
			return nil, nil, fmt.Errorf("these are %d figures, but there are only %d years; put the years above them", len(figures), n)
		}
		for i, f := range figures {
			f.Period = unit.YearOf(first + i)
			within = append(within, f)
		}
		return within, nil, nil
	}
	for _, f := range byYear(figures, amounts) {
		if y := f.Period.Year(); y < first || y > last {
			beyond = append(beyond, f)
		} else {
			within = append(within, f)
		}
	}
	return within, beyond, nil
}

// byYear returns the figures of years, where there are any, and else one figure a
// year of what its quarters or months sum up to, in the order of the years.
func byYear(figures []Figure, amounts bool) []Figure {
	var years []Figure
	parts := map[int][]Figure{}
	for _, f := range figures {
		if f.Period.Months == 12 {
			years = append(years, f)
		} else {
			parts[f.Period.Year()] = append(parts[f.Period.Year()], f)
		}
	}
	if years == nil {
		for year, of := range parts {
			years = append(years, sum(year, of, amounts))
		}
	}
	slices.SortFunc(years, func(a, b Figure) int { return int(a.Period.First - b.Period.First) })
	return years
}

// sum makes a year's figure of its quarters or months.
func sum(year int, parts []Figure, amounts bool) Figure {
	total := Figure{Period: unit.YearOf(year)}
	var texts, missing []string
	for _, f := range parts {
		switch {
		case !f.Known:
			missing = append(missing, f.Period.Words())
			continue
		case total.Err != nil:
		case !amounts:
			total.Err = fmt.Errorf("%s is part of a year; only amounts can be summed to a year's", f.Period.Words())
		case f.Err != nil:
			total.Err = fmt.Errorf("%s: %w", f.Period.Words(), f.Err)
		case f.Period.Months != parts[0].Period.Months:
			total.Err = fmt.Errorf("%s stands beside %s; give quarters or months", f.Period.Words(), parts[0].Period.Words())
		}
		total.Known = true
		total.Amount += f.Amount
		texts = append(texts, f.Text)
	}
	total.Text = strings.Join(texts, " + ")
	if needed := 12 / parts[0].Period.Months; total.Known && total.Err == nil && len(texts) < needed {
		total.Err = fmt.Errorf("only %d of the %d parts of %d are given%s", len(texts), needed, year, without(missing))
	}
	if total.Err != nil {
		total.Amount = 0
	}
	return total
}

// without names the parts of a year whose cells are empty.
func without(missing []string) string {
	if missing == nil {
		return ""
	}
	return ", without " + strings.Join(missing, ", ")
}
