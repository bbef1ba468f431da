package export

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// Table returns results as text for people, rounded and in the words of the
// screen: for each its totals, a row for each period, and notes on what is odd
// in it.
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
		fmt.Fprintf(&out, "%s (%s), %s\n\n", Printable(s.Name), Printable(s.ID), years(s))
		writeTotals(&out, r)
		out.WriteString("\n")
		flows(r, by, rows).write(&out, gap)
		writeNotes(&out, r, by, rows)
	}
	return []byte(out.String()), nil
}

func years(s scenario.Scenario) string {
	if s.FirstYear == s.LastYear {
		return strconv.Itoa(s.FirstYear)
	}
	return fmt.Sprintf("%d to %d", s.FirstYear, s.LastYear)
}

func writeTotals(out *strings.Builder, r Result) {
	s, t := r.Scenario, r.Projection.Total
	lines := [][2]string{{"Cap reached", reached(s, t)}}
	if used, ok := t.CapUsed(); ok {
		lines = append(lines, [2]string{"Cap used", used.Percent() + " of " + t.Cap.Table()})
	}
	paid := t.Paid.Table()
	if before := s.Terms.Share.AlreadyPaid; before != 0 && t.Capped {
		paid += ", plus " + before.Table() + " counted before"
	}
	lines = append(lines,
		[2]string{"Share before the cap", t.Due.Table()},
		[2]string{"Paid", paid},
		[2]string{"Saved by the cap", t.Forgone.Table()},
		[2]string{"Reverse share to OpenAI", t.Reverse.Table()},
		[2]string{"Net to Microsoft", t.Net.Table()},
	)
	if rate, ok := t.EffectiveRate(); ok {
		lines = append(lines, [2]string{"Effective rate", rate.Percent() + " of " + t.Revenue.Table() + " revenue"})
	}
	at := fmt.Sprintf(" at %s, as of %s", s.Valuation.DiscountRate.Percent(), s.AsOf().Short())
	lines = append(lines,
		[2]string{"Present value paid", t.PresentValue.Table() + at},
		[2]string{"Present value saved", t.PresentValueForgone.Table() + at},
	)
	for _, line := range lines {
		fmt.Fprintf(out, "%s%-25s%s\n", gap, line[0], line[1])
	}
}

func reached(s scenario.Scenario, t scenario.Totals) string {
	switch {
	case !t.Capped:
		return "no cap"
	case t.Reached.Before:
		return "before " + s.FirstMonth().Long()
	case !t.Reached.Ever():
		return fmt.Sprintf("not by %d", s.LastYear)
	}
	return fmt.Sprintf("%s, about the %s", t.Reached.Date.Month.Long(), t.Reached.Date.Ordinal())
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
		g.rows = append(g.rows, line(by.shown(row), row.Flows, row.Cumulative.Table(), headroom))
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
	if by == Month && dips(rows) {
		notes = append(notes, "A January can lie a little below the December before it: "+
			"each year grows at its own steady pace, and the pace drops at the turn of the year.")
	}
	if len(notes) == 0 {
		return
	}
	out.WriteString("\n")
	for _, note := range notes {
		out.WriteString(gap + "Note: " + Printable(note) + "\n")
	}
}

// cutYears says which fiscal years are cut by the horizon.
func cutYears(by Period, rows []scenario.Row) []string {
	var notes []string
	for _, row := range rows {
		if by == FiscalYear && row.Through-row.From < 11 {
			notes = append(notes, fmt.Sprintf("%s covers only %s to %s.", by.label(row), row.From.Short(), row.Through.Short()))
		}
	}
	return notes
}

// dips reports whether a January earns less than the December before.
func dips(months []scenario.Row) bool {
	var before unit.Amount
	for _, m := range months {
		if m.From.Month() == 1 && m.Revenue < before {
			return true
		}
		before = m.Revenue
	}
	return false
}
