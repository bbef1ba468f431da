package listing

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// Table returns results as text for people, rounded and in the words of the
// screen: for each its totals, a row for each period, which says where it is actual,
// and notes on what is odd in it.
func Table(results []Result, by Period) ([]byte, error) {
	var out strings.Builder
	if len(results) == 0 {
		out.WriteString("The workspace holds no scenarios.\n")
	}
	for i, r := range results {
		if i > 0 {
			out.WriteString("\n")
		}
		rows, err := by.rows(r.Projection)
		if err != nil {
			return nil, err
		}
		s := r.Scenario
		fmt.Fprintf(&out, "%s (%s), %s\n\n", unit.Printable(s.Name), unit.Printable(s.ID), words.Years(s))
		writeTotals(&out, r)
		out.WriteString("\n")
		flows(r, by, rows).write(&out, gap)
		writeNotes(&out, r, by, rows)
	}
	return []byte(out.String()), nil
}

func writeTotals(out *strings.Builder, r Result) {
	s, t := r.Scenario, r.Projection.Total
	reached := words.ReachedMonth(s, t)
	if date := t.Reached.Date; t.Capped && !date.IsZero() {
		reached += ", about the " + date.Ordinal()
	}
	lines := [][2]string{{words.CapReached, reached}}
	if used, ok := t.CapUsed(); ok {
		lines = append(lines, [2]string{words.CapUsed, words.PartOf(used) + " of " + t.Cap.Table()})
	}
	paid := t.Paid.Table()
	if before := s.Terms.Share.AlreadyPaid; before != 0 && t.Capped {
		paid += ", plus " + before.Table() + " counted before"
	}
	lines = append(lines,
		[2]string{words.Due, t.Due.Table()},
		[2]string{words.Paid, paid},
		[2]string{words.Forgone, t.Forgone.Table()},
		[2]string{words.Reverse, t.Reverse.Table()},
		[2]string{words.Net, t.Net.Table()},
	)
	if rate, ok := t.EffectiveRate(); ok {
		lines = append(lines, [2]string{words.EffectiveRate, words.PartOf(rate) + " of " + t.Revenue.Table() + " revenue"})
	}
	at := fmt.Sprintf(" at %s, as of %s", s.Valuation.DiscountRate.Percent(), s.AsOf().Short())
	lines = append(lines,
		[2]string{words.PresentValue, t.PresentValue.Table() + at},
		[2]string{words.PresentValueForgone, t.PresentValueForgone.Table() + at},
	)
	lines = append(lines, paceLines(r.Projection)...)
	for _, line := range lines {
		fmt.Fprintf(out, "%s%-25s%s\n", gap, line[0], line[1])
	}
}

// paceLines say through when revenue is actual, how fast it comes in, and how fast it
// has to from then on.
func paceLines(p scenario.Projection) [][2]string {
	if p.ActualsThrough == 0 {
		return nil
	}
	lines := [][2]string{
		{"Actual through", p.ActualsThrough.Short()},
		{"Pace now", p.Pace.Now.Table() + " a year"},
	}
	for _, need := range p.Pace.Needed {
		if need.Known {
			lines = append(lines, [2]string{"Pace needed", need.Annual.Table() + " a year, for the cap by the end of " + strconv.Itoa(need.By.Year())})
		}
	}
	return lines
}

// flows lays out the rows of a projection and their total.
func flows(r Result, by Period, rows []scenario.Row) grid {
	capped := r.Projection.Total.Capped
	g := grid{titles: []string{
		by.title(), "Revenue", "Share before\nthe cap", "Paid", "Counted toward\nthe cap", "Headroom",
		"Saved by\nthe cap", "Reverse share\nto OpenAI", "Net to\nMicrosoft",
	}}
	for _, row := range rows {
		headroom := "no cap"
		if capped {
			headroom = row.Headroom.Table()
		}
		g.rows = append(g.rows, line(by.marked(r.Projection, row), row.Flows, row.Cumulative.Table(), headroom))
	}
	g.rows = append(g.rows, line("Total", r.Projection.Total.Flows, "", ""))
	return g
}

func line(label string, f scenario.Flows, cumulative, headroom string) []string {
	return []string{
		label, f.Revenue.Table(), f.Due.Table(), f.Paid.Table(), cumulative, headroom,
		f.Forgone.Table(), f.Reverse.Table(), f.Net.Table(),
	}
}

func writeNotes(out *strings.Builder, r Result, by Period, rows []scenario.Row) {
	var notes []string
	for _, w := range r.Projection.Warnings {
		notes = append(notes, fmt.Sprintf("%s: %s.", w.Path, w.Message))
	}
	notes = append(notes, cutYears(by, rows)...)
	if by == Month && words.Dips(rows) {
		notes = append(notes, words.DipBrief+" "+words.DipReason)
	}
	if len(notes) == 0 {
		return
	}
	out.WriteString("\n")
	for _, note := range notes {
		out.WriteString(gap + "Note: " + unit.Printable(note) + "\n")
	}
}

// cutYears says which fiscal years are cut by the horizon.
func cutYears(by Period, rows []scenario.Row) []string {
	var notes []string
	for _, row := range rows {
		if by == FiscalYear && row.Through-row.From < 11 {
			notes = append(notes, fmt.Sprintf("%s covers %s only.", by.label(row), words.Months(row.From, row.Through)))
		}
	}
	return notes
}
