package block_test

import (
	"fmt"
	"strings"
	"testing"

	"headroom/scenario/block"
	"headroom/scenario/unit"
)

// series reads a text that holds one series.
func series(t *testing.T, text string) block.Series {
	t.Helper()
	b, err := block.Read(text)
	if err != nil || len(b.Series) != 1 {
		t.Fatalf("%q holds %d series, %v", text, len(b.Series), err)
	}
	return b.Series[0]
}

// shown writes figures: _ for an empty cell, and what is refused in quotation marks.
func shown(figures []block.Figure, value func(f block.Figure) string) string {
	var words []string
	for _, f := range figures {
		word := "_"
		switch {
		case f.Err != nil:
			word = "«" + f.Err.Error() + "»"
		case f.Known:
			word = value(f)
		}
		if !f.Period.IsZero() {
			word = f.Period.String() + "=" + word
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

func amount(f block.Figure) string { return f.Amount.Full() }

func rate(f block.Figure) string { return f.Rate.Full() }

func TestKinds(t *testing.T) {
	for text, want := range map[string]block.Kind{
		"30\t62": block.Bare, "30\t$62": block.Amounts, "30 bn\t62": block.Amounts, "60%\tn/a": block.Percents, "2.3x\t1.5x": block.Multiples, "n/a\tn/a": block.Bare,
	} {
		if kind, err := series(t, text).Kind(); err != nil || kind != want {
			t.Errorf("%q is of kind %d, %v, want %d", text, kind, err, want)
		}
	}
	for text, want := range map[string]string{
		"30\t50%": `"50%" is of another kind than "30"`, "2x\t50%": `"50%" is of another kind than "2x"`, "$30\t\t2x": `"2x" is of another kind than "$30"`,
	} {
		if _, err := series(t, text).Kind(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %s", text, err, want)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, test := range []struct {
		text string
		n    unit.Notation
		want string
	}{
		{"30\t62.5\t\t0", unit.Notation{}, "30B, 62.5B, _, 0"},
		{"30 500\t62 700", unit.Notation{Unit: unit.Millions}, "30.5B, 62.7B"},
		{"30000000000\t$62 bn", unit.Notation{}, "30B, 62B"},
		{"30,000,000\t62,000,000", unit.Notation{Unit: unit.Thousands, Stated: true}, "30B, 62B"},
		{"38,5\t62", unit.Notation{}, "38.5B, 62B"},
		{"30,500\t62", unit.Notation{Unit: unit.Millions}, `«"30,500" could be 30500 or 30.500; write the one you mean», 0.062B`},
		{"30,500\t62", unit.Notation{Unit: unit.Millions, Comma: unit.CommaThousands}, "30.5B, 62M"},
		{"30,500\t62", unit.Notation{Comma: unit.CommaDecimal}, "30.5B, 62B"},
		{"30\t(5.0)\t-2", unit.Notation{}, `30B, «"(5.0)" is negative: −$5.00B is below $0», «"-2" is negative: −$2.00B is below $0»`},
		{"30\tmany\t#DIV/0!", unit.Notation{}, `30B, «"many": this is not a number; write an amount like 38B, $38bn, 500M or 38,000,000,000», «"#DIV/0!": this is not a number; write an amount like 38B, $38bn, 500M or 38,000,000,000»`},
	} {
		want := strings.ReplaceAll(test.want, "0.062B", "62M")
		if got := shown(series(t, test.text).Amounts(test.n), amount); got != want {
			t.Errorf("%q: %s, want %s", test.text, got, want)
		}
	}
}

func TestGrowthsAndRates(t *testing.T) {
	for text, want := range map[string]string{
		"60 %\t50%\t\t(3%)": "60%, 50%, _, -3%", "2.3x\t1x": "130%, 0%",
		"+5 pp\t3%": `«"+5 pp" is relative to another growth; write growth like 129% or 2.29x», 3%`,
	} {
		if got := shown(series(t, text).Growths(unit.Notation{}), rate); got != want {
			t.Errorf("growths of %q: %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"20%\t\t15,5%": "20%, _, 15.5%", "20\t15.5\t0": "20%, 15.5%, 0%", "0\t0": "0%, 0%", "0.5%\t0.2%": "0.5%, 0.2%", "20\t0.5": "20%, 0.5%",
		"0.2\t0\t0.15":        `«"0.2" could be 0.2% or 20%; write it with a percent sign», 0%, «"0.15" could be 0.15% or 15%; write it with a percent sign»`,
		"1\t0.5":              `«"1" could be 1% or 100%; write it with a percent sign», «"0.5" could be 0.5% or 50%; write it with a percent sign»`,
		"100%\t100.003%\t-1%": "100%, «100.003% is not between 0% and 100%», «−1% is not between 0% and 100%»",
		"$20\t2x":             `«"$20": this is not a number; write percent like 20% or 20.5», «"2x": this is not a number; write percent like 20% or 20.5»`,
	} {
		if got := shown(series(t, text).Rates(unit.Notation{}), rate); got != want {
			t.Errorf("rates of %q: %s, want %s", text, got, want)
		}
	}
}

func TestWhatTheCommasOfATableSay(t *testing.T) {
	for text, want := range map[string]unit.Comma{
		"30,500\t62,700":           unit.CommaInDoubt,
		"30,500\t62.5":             unit.CommaThousands,
		"30,500\t1,062,700":        unit.CommaThousands,
		"30,500\t$62,700":          unit.CommaThousands,
		"30,500\t62,75":            unit.CommaDecimal,
		"30,500\t62,75\t1,000,000": unit.CommaInDoubt,
		"30\t62":                   unit.CommaInDoubt,
	} {
		if b, err := block.Read(text); err != nil || b.Comma != want {
			t.Errorf("the commas of %q mean %d, %v, want %d", text, b.Comma, err, want)
		}
	}
}

func TestYears(t *testing.T) {
	for _, test := range []struct{ says, text, within, beyond string }{
		{"figures alone from the first year on", "30\t\t113", "2026=30B, 2027=_, 2028=113B", ""},
		{"years of their own", "2027\t62\n2028\t113", "2027=62B, 2028=113B", ""},
		{"in the order of years", "2028\t2027\n113\t62", "2027=62B, 2028=113B", ""},
		{"years beyond", "2025\t2026\t2031\n13\t30\t400", "2026=30B", "2025=13B, 2031=400B"},
		{"quarters summed", "1Q26\t2Q26\t3Q26\t4Q26\n5\t6\t7\t12", "2026=30B", ""},
		{"months summed", "2026-01\t2026-02\t2026-03\t2026-04\t2026-05\t2026-06\t2026-07\t2026-08\t2026-09\t2026-10\t2026-11\t2026-12\n1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1.5", "2026=12.5B", ""},
		{"too few quarters", "1Q26\t2Q26\n5\t6", "2026=«only 2 of the 4 parts of 2026 are given»", ""},
		{"an empty quarter", "1Q26\t2Q26\t3Q26\t4Q26\n5\t6\t\t12", "2026=«only 3 of the 4 parts of 2026 are given, without Q3 2026»", ""},
		{"empty quarters", "1Q26\t2Q26\t1Q27\n\tn/a\t", "2026=_, 2027=_", ""},
		{"a quarter that cannot be read", "1Q26\t2Q26\t3Q26\t4Q26\n5\t(6)\t7\t12", `2026=«Q2 2026: "(6)" is negative: −$6.00B is below $0»`, ""},
		{"years beside their quarters", "1Q26\t2Q26\t2026\n5\t6\t30", "2026=30B", ""},
	} {
		text := test.text
		if test.says == "empty quarters" {
			text = "1Q26\t2Q26\t1Q27\nRevenue\tn/a\tn/a"
			text = strings.Replace(text, "Revenue", "n/a", 1)
		}
		within, beyond, err := block.Years(series(t, text).Amounts(unit.Notation{}), 2026, 2030, true)
		if got := shown(within, amount); err != nil || got != test.within {
			t.Errorf("%s: %s, %v, want %s", test.says, got, err, test.within)
		}
		if got := shown(beyond, amount); got != test.beyond {
			t.Errorf("%s: beyond are %s, want %s", test.says, got, test.beyond)
		}
	}
	if _, _, err := block.Years(series(t, "1\t2\t3").Amounts(unit.Notation{}), 2026, 2027, true); err == nil || !strings.Contains(err.Error(), "3 figures, but there are only 2 years") {
		t.Errorf("more figures than years: %v", err)
	}
	within, _, _ := block.Years(series(t, "Q1 2026\tQ2 2026\n5%\t6%").Growths(unit.Notation{}), 2026, 2030, false)
	if got := shown(within, rate); got != "2026=«Q1 2026 is part of a year; only amounts can be summed to a year's»" {
		t.Errorf("growth by quarter: %s", got)
	}
	if within, beyond, err := block.Years(nil, 2026, 2030, true); within != nil || beyond != nil || err != nil {
		t.Error("no figures make some")
	}
}

// Values of a file: quarters beside amounts, with or without a title.
func TestSplitCSV(t *testing.T) {
	for text, want := range map[string]string{
		"2026-Q1,5.7\n2026-Q2,\n2026-Q3,n/a\n2026-Q4,0\n":             "2026-Q1=5.7B, 2026-Q2=_, 2026-Q3=_, 2026-Q4=0",
		"\ufeffquarter,revenue\r\n2026-Q1,5.7\r\n2026-Q2,\"6.7\"\r\n": "2026-Q1=5.7B, 2026-Q2=6.7B",
		"period;amount\n2026-07;5,7\n":                                "2026-07=5.7B",
		"2026-07\t5.7\n":                                              "2026-07=5.7B",
		"Q1 2026,\"1,234.5\"\nQ2 2026,\"2,000\"":                      "2026-Q1=1234.5B, 2026-Q2=2000B",
	} {
		grid, err := block.SplitCSV(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		b, err := grid.Read()
		if err != nil || len(b.Series) != 1 {
			t.Errorf("%q holds %d series, %v", text, len(b.Series), err)
			continue
		}
		if got := shown(b.Series[0].Amounts(unit.Notation{Comma: b.Comma}), amount); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestPartsOfYearsAreMonthsAndQuarters(t *testing.T) {
	first := unit.Period{First: unit.NewMonth(2026, 7), Months: 3}
	for text, want := range map[string]string{
		"2026-Q1\t2026-04\n5.7\t2":  "2: 2026-Q1 5.7e9, 2: 2026-04 2e9",
		"2026\t2027\n\t70":          "2: 2026 -, 2: 2027 refused",
		"10\t12\tn/a\t14":           "0: 2026-Q3 10e9, 0: 2026-Q4 12e9, 0: 2027-Q1 -, 0: 2027-Q2 14e9",
		"2026-Q1\t5.7\n2026-Q2\tno": "1: 2026-Q1 5.7e9, 2: 2026-Q2 refused",
	} {
		b, err := block.Read(text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range block.Parts(b.Series[0].Amounts(unit.Notation{}), first) {
			what := "-"
			if f.Err != nil {
				what = "refused"
			} else if f.Known {
				what = unit.Number(float64(f.Amount))
			}
			got = append(got, fmt.Sprintf("%d: %s %s", f.Row, f.Period, what))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
