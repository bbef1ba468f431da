package listing

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// RiskCSV returns runs in full precision, for spreadsheets: a row for what is counted
// toward the cap by each quarter, and for each result over the horizon.
func RiskCSV(r Risk) ([]byte, error) {
	head := []string{"scenario", "name", "measure", "quarter", "mean", "standardError"}
	if len(r.Runs) > 0 {
		for _, p := range r.Runs[0].Result.Percents {
			head = append(head, percentName(p))
		}
	}
	rows := [][]string{append(head, "reachedBy")}
	for _, run := range r.Runs {
		result := run.Result
		add := func(measure, quarter, mean, off string, percentiles []string, by string) {
			row := []string{words.SpreadsheetText(run.Scenario.ID), words.SpreadsheetText(run.Scenario.Name), measure, quarter, mean, off}
			rows = append(rows, append(append(row, percentiles...), by))
		}
		for _, q := range result.Quarters {
			by := ""
			if result.Capped {
				by = number(q.ReachedBy)
			}
			add("cumulative", unit.QuarterOf(q.First).String(), cell(q.Mean), "", cells(q.Percentiles), by)
		}
		for _, of := range []struct {
			measure string
			simulate.Spread
		}{{"paid", result.Paid}, {"forgone", result.Forgone}, {"presentValue", result.Value}} {
			add(of.measure, "", number(of.Mean.Value), number(of.Mean.Error), cells(of.Percentiles), "")
		}
		var dates []string
		for _, d := range result.Dates {
			dates = append(dates, d.String())
		}
		reached, off := "", ""
		if result.Capped {
			reached, off = number(result.Reached.Value), number(result.Reached.Error)
		}
		add("capReached", "", "", off, dates, reached)
	}
	return csvOf(rows)
}

func cells(list []unit.Amount) []string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = cell(a)
	}
	return out
}

// Samples writes the paths of runs as CSV, in full precision: what planned revenue is
// multiplied by in each year, the cap, what is paid, and when the cap is reached.
type Samples struct {
	out  *csv.Writer
	row  []string
	last int // the last year that has a column
}

// NewSamples begins a file with the years of the given scenarios.
func NewSamples(to io.Writer, of []scenario.Scenario) (*Samples, error) {
	s := &Samples{out: csv.NewWriter(to)}
	first := 0
	for _, one := range of {
		if first == 0 || one.FirstYear < first {
			first = one.FirstYear
		}
		s.last = max(s.last, one.LastYear)
	}
	s.row = append(s.row, "scenario", "path")
	for y := first; y <= s.last; y++ {
		s.row = append(s.row, strconv.Itoa(y))
	}
	return s, s.out.Write(append(s.row, "cap", "paid", "capReached"))
}

// Add adds a path of a scenario; paths are numbered from 1.
func (s *Samples) Add(of scenario.Scenario, p *simulate.Path) error {
	columns := len(s.row) // of the years and what stands before them, as in the head
	row := make([]string, 0, columns+3)
	row = append(row, words.SpreadsheetText(of.ID), strconv.Itoa(p.Index+1))
	for y := s.last - (columns - 3); y <= s.last; y++ {
		factor := ""
		if y >= of.FirstYear && y <= of.LastYear {
			factor = number(p.Factors[y-of.FirstYear])
		}
		row = append(row, factor)
	}
	limit := ""
	if of.Terms.Share.Capped {
		limit = cell(p.Cap)
	}
	return s.out.Write(append(row, limit, cell(p.Paid), p.Reached.String()))
}

// End writes what is left.
func (s *Samples) End() error {
	s.out.Flush()
	return s.out.Error()
}

// SamplesCSV returns paths that were written into memory.
func SamplesCSV(of []scenario.Scenario, write func(*Samples) error) ([]byte, error) {
	var out bytes.Buffer
	s, err := NewSamples(&out, of)
	if err != nil {
		return nil, err
	}
	if err := write(s); err != nil {
		return nil, err
	}
	err = s.End()
	return out.Bytes(), err
}
