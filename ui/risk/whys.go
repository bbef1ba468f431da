package risk

import (
	"fmt"
	"strconv"

	"headroom/scenario/explain"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/why"
)

// ask shows why a figure of the run is what it is.
func (v *View) ask(e explain.Explanation) {
	if e.Title != "" {
		why.Account(v.desk, e)
	}
}

// account explains a figure of the run: what it consists of, how its paths were drawn,
// and what else decides about it.
func (v *View) account(title, answer string, says []string, lines ...explain.Line) explain.Explanation {
	return v.accountOf(v.runs.result.Paths, title, answer, says, lines...)
}

// accountOf is account for what was found on so many paths, drawn as those of the run.
func (v *View) accountOf(paths int, title, answer string, says []string, lines ...explain.Line) explain.Explanation {
	e := explain.Explanation{Title: title, Answer: answer}
	for _, sentence := range says {
		e.Rules = append(e.Rules, explain.Rule{Text: sentence})
	}
	if len(lines) > 0 {
		e.Steps = append(e.Steps, explain.Step{Heading: "On the paths", Lines: lines})
	}
	e.Steps = append(e.Steps, explain.Step{Heading: "How the paths are drawn", Lines: v.drawnLines(paths)})
	return e
}

// drawnLines say how so many paths are drawn, and of what.
func (v *View) drawnLines(paths int) []explain.Line {
	r, s := v.runs, v.runs.of
	coarse := ""
	if paths < r.options.Paths {
		coarse = "a coarse run; the full one has " + unit.Grouped(r.options.Paths)
	}
	lines := []explain.Line{
		{Label: "Paths", Formula: coarse, Text: unit.Grouped(paths)},
		{Label: "Sampling", Text: words.UpperFirst(r.result.Sampling.Words())},
		{Label: "Seed", Formula: "the same draws for every scenario and edit", Text: strconv.FormatUint(r.result.Seed, 10)},
	}
	if certain(s) {
		return append(lines, explain.Line{Label: "Uncertain", Text: "nothing"})
	}
	for y := s.FirstYear; y <= s.LastYear; y++ {
		if sd, _ := s.Uncertainty.GrowthSD.Get(y); sd > 0 {
			lines = append(lines, explain.Line{Label: year(y) + " growth", Formula: "standard deviation of log growth", Text: sd.Percent()})
		}
	}
	if c := s.Uncertainty.Correlation; c != 0 {
		lines = append(lines, explain.Line{Label: "Correlation of years", Text: c.Percent()})
	}
	if c := capRange(s); c != nil && s.Terms.Share.Capped {
		lines = append(lines, explain.Line{Label: "Cap", Formula: c.Low.Headline() + " to " + c.High.Headline() + ", most likely", Amount: s.Terms.Share.Cap, Text: s.Terms.Share.Cap.Table()})
	}
	return lines
}

// amountLine is a line with an amount.
func amountLine(label, formula string, a unit.Amount) explain.Line {
	return explain.Line{Label: label, Formula: formula, Amount: a, Text: a.Table()}
}

// partLine is a line with a part of the paths, and how many these are.
func (v *View) partLine(label string, part float64) explain.Line {
	n := int(part*float64(v.runs.result.Paths) + 0.5)
	return explain.Line{Label: label, Formula: unit.Grouped(n) + " of " + unit.Grouped(v.runs.result.Paths) + " paths", Text: simulate.Likely(part)}
}

// errorLine is a line with a standard error, in percentage points.
func (v *View) errorLine(e simulate.Estimate) explain.Line {
	how := "percentage points, from the sample"
	if v.runs.result.Sampling == simulate.Sobol {
		how = "percentage points, over 8 further scrambles of the points"
	}
	if !v.runs.settled {
		return explain.Line{Label: "Standard error", Formula: "being computed", Text: "…"}
	}
	return explain.Line{Label: "Standard error", Formula: how, Text: points(e.Error)}
}

func (v *View) amountErrorLine(e simulate.Estimate) explain.Line {
	if !v.runs.settled {
		return explain.Line{Label: "Standard error", Formula: "being computed", Text: "…"}
	}
	return amountLine("Standard error", "of the mean", unit.Amount(e.Error))
}

// percentileName names a percentile, such as "5% of the paths below".
func percentileName(percent float64) string {
	if percent == 50 {
		return "Median"
	}
	return strconv.FormatFloat(percent, 'f', -1, 64) + "% of the paths below"
}

// spreadLines list the percentiles of an amount.
func (v *View) spreadLines(of simulate.Spread) []explain.Line {
	var lines []explain.Line
	for i, percent := range v.runs.result.Percents {
		lines = append(lines, amountLine(percentileName(percent), "", of.Percentiles[i]))
	}
	return append(lines, amountLine("Mean", "", unit.Amount(of.Mean.Value)), v.amountErrorLine(of.Mean))
}

// dateLines list the percentiles of the date.
func (v *View) dateLines() []explain.Line {
	var lines []explain.Line
	for i, percent := range v.runs.result.Percents {
		name := "Median"
		if percent != 50 {
			name = strconv.FormatFloat(percent, 'f', -1, 64) + "% of the paths by"
		}
		lines = append(lines, explain.Line{Label: name, Text: words.ReachedOnPath(v.runs.result.Dates[i])})
	}
	return lines
}

// pathsSay says what a path is.
func (v *View) pathsSay() string {
	too := ""
	if capRange(v.runs.of) != nil {
		too = " and the cap"
	}
	return fmt.Sprintf("Each of the %s paths is a way that growth%s may go; it pays month by month as the ledger of the Plan view does.", unit.Grouped(v.runs.result.Paths), too)
}
