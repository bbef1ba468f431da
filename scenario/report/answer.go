package report

import (
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// answer is what the report comes to, and what that rests on.
func (m maker) answer() ([]Section, error) {
	s := m.first()
	lead := sentenceOf(s)
	if m.several() {
		lead = words.Inner(s.Name, 60) + ": " + lead
	}
	section := Section{ID: "answer", Title: "The answer", Level: 1, Blocks: []Block{Paragraph{lead, Lead}, factsOf(s)}}
	if m.several() {
		section.Blocks = append(section.Blocks, Paragraph{words.Answer(m.sides(), m.main) + ".", Plain}, m.overview())
	}
	if pace := paceOf(s); pace != "" {
		section.Blocks = append(section.Blocks, Paragraph{pace, Plain})
	}
	rests := Section{ID: "rests", Title: "What it rests on", Level: 2, Blocks: []Block{Paragraph{standing(s), Plain}, restsOn(s)}}
	return []Section{section, rests}, nil
}

func (m maker) sides() []words.Side {
	var sides []words.Side
	for _, s := range m.subjects {
		sides = append(sides, words.Side{Scenario: s.Scenario, Total: s.total()})
	}
	return sides
}

// sentenceOf says when the cap is reached, what is paid and what the cap saves.
func sentenceOf(s subject) string {
	t, through := s.total(), strconv.Itoa(s.LastYear)
	paid := "OpenAI pays " + t.Paid.Headline() + " through " + through
	if t.Forgone > 0 {
		paid += ", and the cap saves it " + t.Forgone.Headline()
	}
	switch {
	case !t.Capped:
		return "There is no cap, and " + paid + "."
	case t.Reached.Before:
		return "The cap of " + words.Exact(t.Cap) + " is reached before " + strconv.Itoa(s.FirstYear) + ", by what was counted before; " + paid + "."
	case t.Reached.Ever():
		return "The cap of " + words.Exact(t.Cap) + " is reached in " + t.Reached.Date.Month.Long() + ", about the " + t.Reached.Date.Ordinal() + ". " + paid + "."
	}
	return "The cap of " + words.Exact(t.Cap) + " is not reached by " + through + ": " + t.Headroom.Headline() + " of headroom is left. " + paid + "."
}

// factsOf are the results that the window shows large.
func factsOf(s subject) Facts {
	t := s.total()
	return Facts{[]Fact{
		{words.CapReached, words.ReachedHeadline(s.Scenario, t), words.ReachedDetail(s.Scenario, t)},
		{words.PaidThrough(s.Scenario), t.Paid.Headline(), words.PaidDetail(s.Scenario, t)},
		{words.Forgone, t.Forgone.Headline(), "of " + t.Due.Headline() + " before the cap"},
		{words.PresentValue, t.PresentValue.Headline(), "at " + s.Valuation.DiscountRate.Percent() + ", as of " + s.AsOf().Short()},
	}}
}

// overview holds the scenarios side by side, a line each.
func (m maker) overview() Table {
	t := Table{Caption: "The scenarios", Columns: []Column{
		{"Scenario", Words},
		{words.CapReached, Words},
		{words.CapUsed, Fraction},
		{words.Paid, Dollars},
		{"Saved by\nthe cap", Dollars},
		{"Net to\nMicrosoft", Dollars},
		{"Present\nvalue paid", Dollars},
		{"Through", Words},
	}}
	for _, s := range m.subjects {
		total, used := s.total(), Text("–")
		if part, ok := s.total().CapUsed(); ok {
			used = Rate(part)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			Text(s.Name), reachedCell(s), used, Amount(total.Paid),
			Amount(total.Forgone), Amount(total.Net), Amount(total.PresentValue), Text(strconv.Itoa(s.LastYear)),
		}})
	}
	return t
}

// reachedCell says when the cap is reached, as a day where there is one.
func reachedCell(s subject) Cell {
	if date := s.total().Reached.Date; s.total().Capped && !date.IsZero() {
		return Day(date)
	}
	return Text(words.ReachedDay(s.Scenario, s.total()))
}

// paceOf says what is actual, how fast revenue comes in, and how fast it has to;
// nothing where nothing is actual.
func paceOf(s subject) string {
	p := s.projection
	if p.ActualsThrough == 0 {
		return ""
	}
	said := "Revenue is actual through " + p.ActualsThrough.Long() + ", and the rest a forecast. The revenue that the share applies to now comes in at " + p.Pace.Now.Headline() + " a year"
	var needed []string
	for _, n := range p.Pace.Needed {
		if n.Known && n.Annual > 0 {
			needed = append(needed, n.Annual.Headline()+" by the end of "+strconv.Itoa(n.By.Year()))
		}
	}
	if len(needed) == 0 {
		return said + "."
	}
	return said + "; reaching the cap takes a pace of " + words.List(needed) + "."
}

// standing says how well the inputs of a scenario are known.
func standing(s subject) string {
	count := map[string]int{}
	total := 0
	for _, in := range inputsOf(s) {
		count[statusOf(in)]++
		total++
	}
	var parts []string
	for _, k := range []struct{ status, one, many string }{
		{"confirmed", "is confirmed by Microsoft or OpenAI", "are confirmed by Microsoft or OpenAI"},
		{"reported", "is reported in the press", "are reported in the press"},
		{"estimate", "is an estimate", "are estimates"},
		{own, "is the author's own", "are the author's own"},
	} {
		switch n := count[k.status]; n {
		case 0:
		case 1:
			parts = append(parts, "1 "+k.one)
		default:
			parts = append(parts, strconv.Itoa(n)+" "+k.many)
		}
	}
	return "Of " + words.Count(total, "input", "inputs") + " of " + words.Inner(s.Name, 60) + ", " + words.List(parts) + ". The contract itself is not public."
}

// restsOn are the inputs that decide most, with where they come from.
func restsOn(s subject) Table {
	t := inputsTable("The inputs that decide most")
	for _, path := range []string{"terms.share.cap", "terms.share.rate", "terms.share.capFrom", "terms.share.alreadyPaid", "terms.share.through"} {
		if in := explain.At(s.Scenario, path); in.Value != "" {
			t.Rows = append(t.Rows, inputRow(in))
		}
	}
	outlook := s.Outlook.Name
	if outlook == "" {
		outlook = "own figures"
	}
	t.Rows = append(t.Rows, Row{Cells: []Cell{Text("Revenue, " + words.Years(s.Scenario)), Text(s.projection.Total.Revenue.Table()), Text(worst(s)), Text(outlook)}})
	return t
}

// worst returns the status of the least known revenue of a scenario's years.
func worst(s subject) string {
	order := []string{"confirmed", "reported", "estimate", own}
	at := 0
	for _, in := range inputsOf(s) {
		i, rest, ok := field.SplitStream(in.Path)
		if !ok || !strings.HasPrefix(rest, "revenue.") || s.Outlook.Streams[i].Channel == scenario.ChannelAzure {
			continue
		}
		for i, status := range order {
			if statusOf(in) == status {
				at = max(at, i)
			}
		}
	}
	return order[at]
}

// inputsOf returns all inputs of a scenario that are set: of a year the revenue, not
// the growth that makes it.
func inputsOf(s subject) []explain.Input {
	var out []explain.Input
	fields := slices.SortedStableFunc(field.Of(s.Scenario), field.Field.Compare)
	for _, f := range fields {
		path := f.Path
		if f.Kind == field.Label || f.Name == "" {
			continue
		}
		if i, rest, ok := field.SplitStream(path); ok && strings.HasPrefix(rest, "growth.") {
			if f.Year() < s.FirstYear || f.Year() > s.LastYear {
				continue
			}
			path = field.StreamPath(i, "revenue."+strconv.Itoa(f.Year()))
		}
		if in := explain.At(s.Scenario, path); in.Value != "" {
			out = append(out, in)
		}
	}
	return out
}

// own is the status of what the author of a scenario has set: to a reader it is not
// their own, as it is on the screen.
const own = "own"

// statusOf returns how well an input is known.
func statusOf(in explain.Input) string {
	if in.Source == nil || in.Changed {
		return own
	}
	return in.Status()
}

// inputsTable returns a table of inputs without a row.
func inputsTable(caption string) Table {
	return Table{Caption: caption, Columns: []Column{{"Input", Words}, {"Value", Words}, {"Status", Words}, {"Source", Words}}}
}

// inputRow says of an input what it is, how well it is known and from where.
func inputRow(in explain.Input) Row {
	source := Nothing()
	if in.Source != nil {
		source = Linked(sourceLine(*in.Source), in.Source.URL)
		if in.Changed {
			source = Linked("was "+in.Given+", "+source.Text, in.Source.URL)
		}
	}
	return Row{Cells: []Cell{Text(in.Name), Text(in.Value), Text(statusOf(in)), source}}
}

// dateWords returns the date of a source as people read it.
func dateWords(date string) string {
	if d, err := unit.ParseDate(date); err == nil {
		return d.Medium()
	}
	return date
}
