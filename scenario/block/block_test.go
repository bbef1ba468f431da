package block_test

import (
	"fmt"
	"strings"
	"testing"

	"headroom/scenario/block"
	"headroom/scenario/unit"
)

// told writes a block as a reader of tests has it: series by series its label and
// cells, with what stands above each.
func told(b block.Block) string {
	var lines []string
	for _, s := range b.Series {
		var cells []string
		for _, c := range s.Cells {
			cell := c.Text
			if c.Empty() {
				cell = "_"
			}
			if !c.Period.IsZero() {
				cell = c.Period.String() + "=" + cell
			}
			cells = append(cells, cell)
		}
		line := strings.Join(cells, ", ")
		if s.Label != "" {
			line = s.Label + ": " + line
		}
		lines = append(lines, line)
	}
	if b.Unit.By != "" {
		lines = append(lines, "in "+b.Unit.Unit.String())
	}
	return strings.Join(append(lines, b.Passed...), " / ")
}

func TestWhatStandsWhere(t *testing.T) {
	for _, test := range []struct{ says, text, want string }{
		{"a row", "30\t62\t113", "30, 62, 113"},
		{"a row with a hole", "30\t\t113\t184\t284", "30, _, 113, 184, 284"},
		{"a row with two holes", "30\t\t\t184", "30, _, _, 184"},
		{"a row with a hole before it", "\t62\t113", "_, 62, 113"},
		{"a cell of one blank", "30\t \t113", "30, _, 113"},
		{"a cell of a hard blank", "30\t\u00a0\t113", "30, _, 113"},
		{"no figures in words", "30\tn/a\t-\t–\tN.M.\t0", "30, _, _, _, _, 0"},
		{"a column", "30\n62\n113\n", "30, 62, 113"},
		{"a column of Windows with a hole", "30\r\n\r\n113\r\n", "30, _, 113"},
		{"a column of old machines", "30\r62\r113", "30, 62, 113"},
		{"a column with a hole before it", "\n62\n113", "_, 62, 113"},
		{"semicolons with a hole", "30;;113", "30, _, 113"},
		{"a column of periods whose first figure is missing", "2026-Q1\t\n2026-Q2\t-\n2026-Q3\t12", "2026-Q1=_, 2026-Q2=_, 2026-Q3=12"},
		{"semicolons in lines", "2026;30,5\n2027;62", "2026=30,5, 2027=62"},
		{"blanks", " 30  62 113 ", "30, 62, 113"},
		{"blanks, with a line end", "30 62 113\n", "30, 62, 113"},
		{"one cell of a spreadsheet", "30 500\r\n", "30 500"},
		{"commas in a line", "30, 62, 113", "30, 62, 113"},
		{"decimal commas in a line", "38,5 62,3", "38,5, 62,3"},
		{"thousands by blanks", "30 500\t62 700", "30 500, 62 700"},
		{"thousands by blanks in lines", "30 500\n62 700", "30 500, 62 700"},
		{"units in cells", "30 bn\t62 bn", "30 bn, 62 bn"},
		{"signs in cells", "$ 30\t$ 62", "$ 30, $ 62"},
		{"percents in cells", "60 %\t50 %", "60 %, 50 %"},
		{"quoted cells", "\"30\"\t\"62\"\n", "30, 62"},
		{"a label", "Revenue\t30\t62", "Revenue: 30, 62"},
		{"a label with a hole behind", "Revenue\t\t62", "Revenue: _, 62"},
		{"a label above", "Revenue\n30\n62", "Revenue: 30, 62"},
		{"years above", "2026\t2027\t2028\n30\t\t113", "2026=30, 2027=_, 2028=113"},
		{"a hole under the first year", "2026\t2027\n\t62", "2026=_, 2027=62"},
		{"years above a label", "\t2026\t2027\nRevenue\t30\t62", "Revenue: 2026=30, 2027=62"},
		{"years above in a single column", "2026\n30", "2026=30"},
		{"years before", "2026\t30\n2027\t62", "2026=30, 2027=62"},
		{"years before, with titles", "Year\tRevenue\n2026\t30\n2027\t62", "Revenue: 2026=30, 2027=62"},
		{"one year before its figure", "2026\t30", "2026=30"},
		{"the newest first", "2028\t2027\n113\t62", "2028=113, 2027=62"},
		{"years that are estimates", "2025A\t2026E\t2027E\n13\t30\t62", "2025=13, 2026=30, 2027=62"},
		{"quarters above", "Q1 2026\tQ2 2026\n5.7\t6.7", "2026-Q1=5.7, 2026-Q2=6.7"},
		{"quarters before", "2026-Q1\t5.7\n2026-Q2\t6.7", "2026-Q1=5.7, 2026-Q2=6.7"},
		{"months before", "Jan 2026\t1.8\nFeb 2026\t-\nMar-26\t2", "2026-01=1.8, 2026-02=_, 2026-03=2"},
		{"comma-separated", "year,revenue\n2026,30\n2027,62", "revenue: 2026=30, 2027=62"},
		{"comma-separated across", ",2026,2027\nRevenue,30,62", "Revenue: 2026=30, 2027=62"},
		{"rows to choose from", "\t2026\t2027\nRevenue\t30\t62\nCosts\t40\t50\n", "Revenue: 2026=30, 2027=62 / Costs: 2026=40, 2027=50"},
		{"columns to choose from", "\tRevenue\tCosts\n2026\t30\t40\n2027\t62\t50", "Revenue: 2026=30, 2027=62 / Costs: 2026=40, 2027=50"},
		{"rows with labels alone", "Revenue\t30\t62\nCosts\t40\t50", "Revenue: 30, 62 / Costs: 40, 50"},
		{"figures that read as years", "\t2026\t2027\nRevenue\t2050\t2100", "Revenue: 2026=2050, 2027=2100"},
		{"a unit above", "$ in thousands\n\t2026\t2027\nRevenue\t30\t62", "Revenue: 2026=30, 2027=62 / in thousands"},
		{"a unit above a row", "in millions\n30\t62", "30, 62 / in millions"},
		{"a unit in the corner", "(USD m)\t2026\t2027\nRevenue\t30\t62", "Revenue: 2026=30, 2027=62 / in millions"},
		{"a unit before a row", "$bn\t30\t62", "30, 62 / in billions"},
		{"titles and empty rows", "OpenAI plan\n\n($ in millions)\n\n\t2026\n\nRevenue\t30", "Revenue: 2026=30 / in millions / the line \"OpenAI plan\""},
		{"a section and a source", "\t2026\t2027\nIncome statement\nRevenue\t30\t62\n\nSource: filings", "Revenue: 2026=30, 2027=62 / the line \"Income statement\" / the line \"Source: filings\""},
		{"a column that is no year", "\t2026\t2027\tCAGR\nRevenue\t30\t62\t107%", "Revenue: 2026=30, 2027=62 / the column \"CAGR\""},
		{"a line that is no year", "2026\t30\n2027\t62\nTotal\t92", "2026=30, 2027=62 / the line \"Total\""},
		{"a figure that is none", "30\tmany\t113", "30, many, 113"},
	} {
		b, err := block.Read(test.text)
		if err != nil || told(b) != test.want {
			t.Errorf("%s: %q, %v, want %q", test.says, told(b), err, test.want)
		}
	}
}

func TestWhatIsNotGuessed(t *testing.T) {
	for _, test := range []struct{ says, text, want string }{
		{"nothing", " \n\t", "there is nothing to read"},
		{"a text", "some words", `"some" is not a number`},
		{"two rows", "30\t62\n20\t25", "these are 2 rows of 2 cells without years"},
		{"labels on both sides", "Name\tA\tB\nRevenue\t30\t62", "without years above or beside them"},
		{"years alone", "2026\t2027\t2028", "reads as a year, quarter or month, and no figures are with it"},
		{"years alone, in lines", "2026\n2027", "no figures are with it"},
		{"two rows of years", "2026\t2027\n2026\t2027", "row 2 has years, quarters or months again"},
		{"one year before a row", "2026\t62\t113", `"2026" reads as a year, with several figures behind it`},
		{"one year above a column", "2050\n2750\n3900", `"2050" reads as a year`},
		{"years above or before", "2026\t2030\n2027\t2062", "both the first row and the first column"},
		{"the head again", "\t2026\t2027\nA\t1\t2\n\t2026\t2027\nB\t3\t4", "row 3 has years, quarters or months again"},
		{"a figure without its year", "2026\t30\n\t62\n2028\t113", `row 2 has no year, quarter or month beside "62"`},
		{"another currency above", "€ in millions\n30\t62", "is in another currency"},
		{"another currency beside", "\t2026\nRevenue (EUR m)\t30", "is in another currency"},
		{"an unfinished row", "\t2026\t2027\n\tmuch\tmore", "row 2, \"much more\", has no figure"},
		{"twenty thousand cells", strings.Repeat("1\t", 20_000), "these are 20001 cells; at most 10000 are read"},
		{"two megabytes", strings.Repeat("1", 2<<20), "these are 2 MB of text"},
	} {
		b, err := block.Read(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %q, %v, want %q", test.says, told(b), err, test.want)
		}
	}
}

// A fiscal year is no calendar year, and which months it has no table says.
func TestFiscalYearsAreRefused(t *testing.T) {
	for _, head := range []string{
		"FY2026", "FY26", "fy26", "FY 2026", "FY'26", "FY-26", "FY2026E", "FY26A", "Fiscal 2026", "Fiscal year 2026", "Financial year 2026",
		"Q1 FY26", "FY26 Q1", "FY2026Q1", "Q1 FY2026", "1Q FY26", "FY26/Q1", "2026 FY",
	} {
		for _, table := range []string{head + "\t2027\n30\t62", "Revenue\t" + head + "\nPlan\t30", head + "\t30\n2027\t62", "Plan\n\t" + head + "\nRevenue\t30"} {
			b, err := block.Read(table)
			if err == nil || !strings.Contains(err.Error(), `"`+head+`" says fiscal years, and these are no calendar years: give the figures by calendar year`) {
				t.Errorf("%q: %q, %v", table, told(b), err)
			}
		}
	}
	for _, table := range []string{
		"Fiscal year\n2026\t2027\n30\t62", "Fiscal year\t2026\t2027\nRevenue\t30\t62", "FY\t2026\t2027\nRevenue\t30\t62",
		"Fiscal years ending June 30, in millions\n2026\t2027\n30\t62", "Fiscal year\tRevenue\n2026\t30\n2027\t62",
	} {
		if b, err := block.Read(table); err == nil || !strings.Contains(err.Error(), "says fiscal years") {
			t.Errorf("%q: %q, %v", table, told(b), err)
		}
	}
	for _, table := range []string{
		"Year\t2026\t2027\nRevenue\t30\t62", "Fiscal stimulus\n2026\t2027\n30\t62", "\t2026\t2027\nFy\t30\t62", "\t2026\t2027\nFiscal effect\t30\t62",
		"\t2026\t2027\nFiction 2026\t30\t62", "30\t62",
	} {
		if b, err := block.Read(table); err != nil || len(b.Series) != 1 {
			t.Errorf("%q: %q, %v", table, told(b), err)
		}
	}
}

func TestAsManyCellsAsAreReadAreRead(t *testing.T) {
	b, err := block.Read(strings.TrimSuffix(strings.Repeat("1\t", block.MaxCells), "\t"))
	if err != nil || len(b.Series) != 1 || len(b.Series[0].Cells) != block.MaxCells {
		t.Errorf("%d series, %v", len(b.Series), err)
	}
}

func TestStatedUnits(t *testing.T) {
	for text, want := range map[string]string{
		"$ in thousands": "thousands", "(in thousands)": "thousands", "$000s": "thousands", "$'000": "thousands", "US$k": "thousands",
		"in millions": "millions", "(USD in millions)": "millions", "$M": "millions", "US$ mn": "millions", "USD m": "millions", "usdm": "millions",
		"Revenue ($M)": "millions", "Revenue (m)": "millions", "$ millions, except per share": "millions", "Sales, $mm": "millions",
		"$bn": "billions", "in billions of US dollars": "billions", "$b": "billions", "$T": "trillions",
		"in dollars": "dollars", "($)": "dollars", "USD": "dollars",
		"Revenue": "", "Series B": "", "Plan m": "", "Microsoft": "", "in all": "", "T-shirts": "",
	} {
		b, err := block.Read(text + "\n1\t2")
		got := ""
		if b.Unit.By != "" {
			got = b.Unit.Unit.String()
		}
		if err != nil || got != want {
			t.Errorf("%q says %q, %v, want %q", text, got, err, want)
		}
	}
	b, err := block.Read("$ in thousands\n\t2026\nRevenue ($bn)\t30\nCosts\t40")
	if err != nil || b.Series[0].Unit.Unit != unit.Billions || b.Series[0].Unit.By == "" || b.Series[1].Unit.By != "" || b.Unit.Unit != unit.Thousands {
		t.Errorf("a row's own unit is %+v, %v", b.Series, err)
	}
}

func ExampleRead() {
	b, err := block.Read("$ in millions\n\t2026\t2027\t2028\nRevenue\t30,500\t\t113,000.5\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	revenue := b.Series[0]
	for _, f := range revenue.Amounts(unit.Notation{Unit: b.Unit.Unit, Stated: true, Comma: b.Comma}) {
		if !f.Known {
			fmt.Println(f.Period.Words(), "is not given")
			continue
		}
		fmt.Println(f.Period.Words(), f.Amount.Full())
	}
	// Output:
	// 2026 30.5B
	// 2027 is not given
	// 2028 113.0005B
}
