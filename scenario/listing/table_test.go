package listing_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/unit"
)

func TestTable(t *testing.T) {
	want := `R&D <é> (a), 2026

  Cap reached              November 2028, about the 23rd
  Cap used                 50% of $3.00B
  Share before the cap     $2.00B
  Paid                     $1.50B
  Saved by the cap         $0.50B
  Reverse share to OpenAI  $2.50B
  Net to Microsoft         −$1.00B
  Effective rate           15% of $10.00B revenue
  Present value paid       $1.25B at 10.5%, as of Jan 2026
  Present value saved      $0 at 10.5%, as of Jan 2026

                  Share before          Counted toward            Saved by  Reverse share     Net to
  Month  Revenue       the cap    Paid         the cap  Headroom   the cap      to OpenAI  Microsoft
  Jan 2026  $10.00B     $2.00B  $1.50B          $1.50B        $0    $0.50B         $2.50B    −$1.00B
  Total  $10.00B        $2.00B  $1.50B                              $0.50B         $2.50B    −$1.00B

  Note: terms.share.cap: odd but not wrong.
`
	got := text(t)(listing.Table([]listing.Result{january()}, listing.Month))
	if squeezed(got) != squeezed(want) {
		t.Errorf("got:\n%s", got)
	}
	lines := strings.Split(got, "\n")
	for _, line := range lines {
		if strings.TrimRight(line, " ") != line {
			t.Errorf("%q ends in spaces", line)
		}
	}
	// All lines of the grid end where the last column does.
	end := len([]rune(lines[15]))
	for _, line := range lines[13:17] {
		if len([]rune(line)) != end {
			t.Errorf("%q is not aligned with %q", line, lines[15])
		}
	}
}

func TestTableSaysWhenTheCapIsReached(t *testing.T) {
	for _, c := range []struct {
		about  string
		change func(*listing.Result)
		want   string
	}{
		{"on the first", func(r *listing.Result) { r.Projection.Total.Reached.Date.Day = 1 }, "November 2028, about the 1st"},
		{"before the horizon", func(r *listing.Result) { r.Projection.Total.Reached = scenario.Reached{Before: true} }, "before 2026"},
		{"not at all", func(r *listing.Result) { r.Projection.Total.Reached = scenario.Reached{} }, "not by 2026"},
		{"no cap", func(r *listing.Result) { r.Projection.Total.Capped = false }, "no cap"},
	} {
		r := january()
		c.change(&r)
		if got := text(t)(listing.Table([]listing.Result{r}, listing.Year)); !strings.Contains(got, "  Cap reached              "+c.want+"\n") {
			t.Errorf("%s: no %q in\n%s", c.about, c.want, got)
		}
	}
}

func TestTableNames(t *testing.T) {
	for by, want := range map[listing.Period]string{
		listing.Year: "\n  2026 ", listing.FiscalYear: "\n  FY2026 ", listing.Quarter: "\n  Q1 2026 ", listing.Month: "\n  Jan 2026 ",
	} {
		if got := text(t)(listing.Table([]listing.Result{january()}, by)); !strings.Contains(got, want) {
			t.Errorf("by %s there is no row %q", by, want)
		}
	}
	if _, err := listing.Table([]listing.Result{january()}, "week"); err == nil {
		t.Error("a week is a period")
	}
	if got := text(t)(listing.Table(nil, listing.Year)); got != "The workspace holds no scenarios.\n" {
		t.Errorf("nothing is shown as %q", got)
	}
	r := january()
	r.Scenario.Name, r.Scenario.LastYear = "a\x1b[2Jb", 2027
	if got := text(t)(listing.Table([]listing.Result{r}, listing.Year)); !strings.HasPrefix(got, `a\x1b[2Jb (a), 2026 to 2027`) {
		t.Errorf("the heading is %q", strings.Split(got, "\n")[0])
	}
}

func TestTableShowsWhatWasCountedBefore(t *testing.T) {
	r := january()
	r.Scenario.Terms.Share.AlreadyPaid = 2e9
	if got := text(t)(listing.Table([]listing.Result{r}, listing.Year)); !strings.Contains(got, "$1.50B, plus $2.00B counted before\n") {
		t.Errorf("no word of it in\n%s", got)
	}
}

func TestTableNotesWhatReadersStumbleOver(t *testing.T) {
	months := func(revenue ...unit.Amount) listing.Result {
		r := january()
		r.Projection.Warnings = nil
		r.Projection.Months = nil
		for i, v := range revenue {
			m := unit.NewMonth(2026, 12) + unit.Month(i)
			r.Projection.Months = append(r.Projection.Months, scenario.Row{From: m, Through: m, Flows: scenario.Flows{Revenue: v}})
		}
		return r
	}
	const dip = "Note: A January can lie a little below"
	for _, c := range []struct {
		about string
		r     listing.Result
		by    listing.Period
		note  string
		want  bool
	}{
		{"a January below its December", months(100, 99), listing.Month, dip, true},
		{"a January like its December", months(100, 100), listing.Month, dip, false},
		{"a February below its January", months(100, 101, 99), listing.Month, dip, false},
		{"a fiscal year of one month", january(), listing.FiscalYear, "Note: FY2026 covers January 2026 only.", true},
		{"a calendar year of one month", january(), listing.Year, "covers", false},
	} {
		if got := text(t)(listing.Table([]listing.Result{c.r}, c.by)); strings.Contains(got, c.note) != c.want {
			t.Errorf("%s: %q is there: %v, want %v", c.about, c.note, !c.want, c.want)
		}
	}
}

// squeezed returns text with every run of spaces as one.
func squeezed(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}
