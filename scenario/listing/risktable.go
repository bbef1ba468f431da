package listing

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// RiskTable returns runs as text for people, rounded.
func RiskTable(r Risk) ([]byte, error) {
	var out strings.Builder
	for i, run := range r.Runs {
		if i > 0 {
			out.WriteString("\n")
		}
		run.write(&out)
	}
	if r.Race != nil {
		if len(r.Runs) > 0 {
			out.WriteString("\n")
		}
		r.Race.write(&out)
	}
	return []byte(out.String()), nil
}

func (run RiskRun) write(out *strings.Builder) {
	s, r := run.Scenario, run.Result
	out.WriteString(title(s) + "\n\n")
	for _, line := range Sure(s, r) {
		out.WriteString(gap + line + "\n")
	}
	out.WriteString("\n")
	titles := []string{"", "Mean", "±"}
	for _, p := range r.Percents {
		titles = append(titles, strconv.FormatFloat(p, 'f', -1, 64)+"%")
	}
	g := grid{titles: titles}
	if r.Capped {
		row := []string{words.CapReached, "", ""}
		for _, d := range r.Dates {
			row = append(row, words.ReachedOnPath(d))
		}
		g.rows = append(g.rows, row)
	}
	for _, of := range []struct {
		name string
		simulate.Spread
	}{{words.Paid, r.Paid}, {words.Forgone, r.Forgone}, {words.PresentValue, r.Value}} {
		row := []string{of.name, unit.Amount(of.Mean.Value).Table(), unit.Amount(of.Mean.Error).Table()}
		g.rows = append(g.rows, append(row, tables(of.Percentiles)...))
	}
	g.write(out, gap)
	out.WriteString("\n")
	run.quarters(out)
	run.drivers(out)
}

func tables(list []unit.Amount) []string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.Table()
	}
	return out
}

// quarters writes what is counted toward the cap by each quarter.
func (run RiskRun) quarters(out *strings.Builder) {
	r := run.Result
	g := grid{titles: []string{words.Cumulative, "Mean"}}
	for _, p := range r.Percents {
		g.titles = append(g.titles, strconv.FormatFloat(p, 'f', -1, 64)+"%")
	}
	if r.Capped {
		g.titles = append(g.titles, "Reached by")
	}
	for _, q := range r.Quarters {
		row := append([]string{unit.QuarterOf(q.First).Words(), q.Mean.Table()}, tables(q.Percentiles)...)
		if r.Capped {
			row = append(row, simulate.Likely(q.ReachedBy))
		}
		g.rows = append(g.rows, row)
	}
	g.write(out, gap)
}

// drivers writes what drives the spread.
func (run RiskRun) drivers(out *strings.Builder) {
	if len(run.Result.Ranking) == 0 {
		return
	}
	g := grid{titles: []string{"What drives it", "Paid", "±", "Date", "±"}}
	for _, d := range run.Result.Ranking {
		g.rows = append(g.rows, []string{
			words.Varied(run.Scenario, d.Draw()),
			unit.Rate(d.Paid.Value).Percent(), unit.Rate(d.Paid.Error).Percent(), unit.Rate(d.Date.Value).Percent(), unit.Rate(d.Date.Error).Percent(),
		})
	}
	out.WriteString("\n")
	g.write(out, gap)
}

// Sure says in a few sentences how sure a scenario is: how likely and when the cap is
// reached, and what the cap costs.
func Sure(s scenario.Scenario, r simulate.Result) []string {
	drawn := r.Drawn()
	if !r.Capped {
		return []string{"There is no cap to be reached. " + drawn}
	}
	lines := []string{fmt.Sprintf("%s likely to be reached by %d (± %s), %s",
		simulate.Likely(r.Reached.Value), s.LastYear, unit.Rate(math.Round(r.Reached.Error*1e5)/1e5).Percent(), drawn)}
	if gap, ok := r.Gap(); ok {
		side := "less"
		if gap < 0 {
			side = "more"
		}
		lines = append(lines, fmt.Sprintf("On average %s is paid, %s %s than the projection says", unit.Amount(r.Paid.Mean.Value).Table(), max(gap, -gap).Table(), side))
	}
	return append(lines, fmt.Sprintf("One more $1B of cap costs %s on average", unit.Amount(1e9*r.PriceOfCap.Value).Table()))
}

func (r RiskRace) write(out *strings.Builder) {
	a, b := unit.Printable(r.A.Name), unit.Printable(r.B.Name)
	out.WriteString(title(r.A) + " and " + title(r.B) + ", path by path\n\n")
	g := grid{titles: []string{"", "Probability", "±"}}
	for _, of := range []struct {
		name string
		simulate.Estimate
	}{
		{a + " is first", r.Race.AFirst},
		{b + " is first", r.Race.BFirst},
		{"the same day", r.Race.SameDay},
		{"neither is reached", r.Race.Neither},
		{a + " pays more", r.Race.APaysMore},
	} {
		g.rows = append(g.rows, []string{of.name, simulate.Likely(of.Value), unit.Rate(of.Error).Percent()})
	}
	g.write(out, gap)
	out.WriteString("\n" + gap + fmt.Sprintf("On average the first pays %s (± %s) more than the second\n",
		unit.Amount(r.Race.Difference.Value).Delta(), unit.Amount(r.Race.Difference.Error).Table()))
}
