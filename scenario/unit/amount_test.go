package unit

import (
	"math"
	"strings"
	"testing"
)

func TestAmountFormats(t *testing.T) {
	tests := []struct {
		amount                 Amount
		headline, table, delta string
	}{
		{0, "$0", "$0", "$0"},
		{Amount(math.Copysign(0, -1)), "$0", "$0", "$0"},
		{0.49, "$0", "$0", "$0"},
		{-0.49, "$0", "$0", "$0"},
		{0.5, "$1", "$1", "+$1"},
		{999, "$999", "$999", "+$999"},
		{12345, "$12,345", "$12,345", "+$12,345"},
		{-12345, "−$12,345", "−$12,345", "−$12,345"},
		{999_999.49, "$999,999", "$999,999", "+$999,999"},
		{999_999.5, "$1.0M", "$1.00M", "+$1.00M"},
		{5e6, "$5.0M", "$5.00M", "+$5.00M"},
		{99e6, "$99.0M", "$99.00M", "+$99.00M"},
		{1.489e6, "$1.49M", "$1.49M", "+$1.49M"},
		{9.994e6, "$9.99M", "$9.99M", "+$9.99M"},
		{9.995e6, "$10.0M", "$10.00M", "+$10.00M"},
		{99.94e6, "$99.9M", "$99.94M", "+$99.94M"},
		{99.95e6, "$100M", "$99.95M", "+$99.95M"},
		{99.96e6, "$100M", "$99.96M", "+$99.96M"},
		{99.995e6, "$100M", "$0.10B", "+$0.10B"},
		{0.1e9, "$100M", "$0.10B", "+$0.10B"},
		{149e6, "$149M", "$0.15B", "+$0.15B"},
		{999.4e6, "$999M", "$1.00B", "+$1.00B"},
		{999.5e6, "$1.0B", "$1.00B", "+$1.00B"},
		{1.004e9, "$1.0B", "$1.00B", "+$1.00B"},
		{1.49e9, "$1.49B", "$1.49B", "+$1.49B"},
		{-8.48e9, "−$8.48B", "−$8.48B", "−$8.48B"},
		{9.994e9, "$9.99B", "$9.99B", "+$9.99B"},
		{9.995e9, "$10.0B", "$10.00B", "+$10.00B"},
		{12.4e9, "$12.4B", "$12.40B", "+$12.40B"},
		{12.345e9, "$12.3B", "$12.35B", "+$12.35B"},
		{38e9, "$38.0B", "$38.00B", "+$38.00B"},
		{-1.2e9, "−$1.2B", "−$1.20B", "−$1.20B"},
		{-2.4e9, "−$2.4B", "−$2.40B", "−$2.40B"},
		{999.99e9, "$1,000.0B", "$999.99B", "+$999.99B"},
		{1234.5e9, "$1,234.5B", "$1,234.50B", "+$1,234.50B"},
		{1e15, "$1,000,000.0B", "$1,000,000.00B", "+$1,000,000.00B"},
	}
	for _, test := range tests {
		if got := test.amount.Headline(); got != test.headline {
			t.Errorf("Headline of %v: %s, want %s", float64(test.amount), got, test.headline)
		}
		if got := test.amount.Table(); got != test.table {
			t.Errorf("Table of %v: %s, want %s", float64(test.amount), got, test.table)
		}
		if got := test.amount.Delta(); got != test.delta {
			t.Errorf("Delta of %v: %s, want %s", float64(test.amount), got, test.delta)
		}
	}
}

func TestAnAmountIsShownInTheUnitOfItsAxis(t *testing.T) {
	for _, test := range []struct {
		amount Amount
		unit   AmountUnit
		want   string
	}{
		{149e6, Billions, "$0.149B"},
		{149e6, Millions, "$149M"},
		{149e6, Dollars, "$149M"},
		{100e6, Billions, "$0.1B"},
		{99.9e6, Billions, "$99.9M"},
		{-149e6, Billions, "−$0.149B"},
		{999.4e6, Billions, "$0.999B"},
		{999.6e6, Billions, "$1.0B"},
		{38e9, Billions, "$38.0B"},
		{38e9, Millions, "$38.0B"},
		{0.149e6, Millions, "$0.149M"},
		{0.09e6, Millions, "$90,000"},
		{0, Billions, "$0"},
		{Amount(math.Inf(1)), Billions, "+Inf"},
	} {
		if got := test.amount.HeadlineIn(test.unit); got != test.want {
			t.Errorf("%v in unit %d is shown as %s, want %s", float64(test.amount), test.unit, got, test.want)
		}
	}
}

func TestFiguresOfATableBesideAnAxisAreInItsUnit(t *testing.T) {
	for _, test := range []struct {
		amount       Amount
		unit         AmountUnit
		table, delta string
	}{
		{149e6, Billions, "$0.15B", "+$0.15B"},
		{149e6, Millions, "$149.00M", "+$149.00M"},
		{-149e6, Millions, "−$149.00M", "−$149.00M"},
		{999.994e6, Millions, "$999.99M", "+$999.99M"},
		{999.995e6, Millions, "$1.00B", "+$1.00B"},
		{149e6, Dollars, "$149.00M", "+$149.00M"},
		{149e3, Dollars, "$149,000", "+$149,000"},
		{0, Millions, "$0", "$0"},
	} {
		if got := test.amount.TableIn(test.unit); got != test.table {
			t.Errorf("%v in unit %d is shown as %s, want %s", float64(test.amount), test.unit, got, test.table)
		}
		if got := test.amount.DeltaIn(test.unit); got != test.delta {
			t.Errorf("a difference of %v in unit %d is shown as %s, want %s", float64(test.amount), test.unit, got, test.delta)
		}
	}
}

// Headline keeps three digits of any amount of a million or more.
func TestHeadlinesKeepThreeDigits(t *testing.T) {
	for v := 1e6; v < 1e13; v *= 1.0037 {
		for _, u := range []AmountUnit{Billions, Millions, Dollars} {
			text := Amount(v).HeadlineIn(u)
			back, err := ParseAmount(text, Billions)
			if off := math.Abs(float64(back)/v - 1); err != nil || off > 0.00501 {
				t.Errorf("%v is shown as %s, which is off by %.2f %%: %v", v, text, 100*off, err)
			}
		}
	}
}

func TestAmountFull(t *testing.T) {
	tests := []struct {
		amount Amount
		want   string
	}{
		{0, "0"},
		{13.07e9, "13.07B"},
		{38e9, "38B"},
		{1e15, "1000000B"},
		{1e8, "100M"},
		{999_999_999, "999.999999M"},
		{5e6, "5M"},
		{99_999_999.5, "99.9999995M"},
		{999_999, "999.999K"},
		{12345, "12.345K"},
		{-0.5, "-0.0005K"},
		{38e9 / 3, "12.666666666666666B"},
	}
	for _, test := range tests {
		if got := test.amount.Full(); got != test.want {
			t.Errorf("Full of %v: %s, want %s", float64(test.amount), got, test.want)
		}
	}
}

func TestParseAmount(t *testing.T) {
	tests := []struct {
		text string
		unit AmountUnit
		want Amount
	}{
		{"38", Billions, 38e9},
		{"38B", Billions, 38e9},
		{"$38bn", Billions, 38e9},
		{"$38", Billions, 38e9},
		{" $ 38.0 B ", Billions, 38e9},
		{"38,000,000,000", Billions, 38e9},
		{"38 000 000 000", Billions, 38e9},
		{"38\u00a0000\u202f000\u2009000", Billions, 38e9},
		{"38 billion", Billions, 38e9},
		{"38 Billion dollars", Billions, 38e9},
		{"US$38bn", Billions, 38e9},
		{"38e9", Billions, 38e9},
		{"3.8E+10", Billions, 38e9},
		{"38000e-3", Billions, 38e9},
		{"13.07", Billions, 13.07e9},
		{"13.07B", Dollars, 13.07e9},
		{"500M", Billions, 500e6},
		{"500 mn", Billions, 500e6},
		{"500", Millions, 500e6},
		{"500", Dollars, 500},
		{"12.345K", Billions, 12345},
		{"$12,345", Billions, 12345},
		{"1,234,567", Millions, 1234567},
		{"1,234.5", Millions, 1234.5e6},
		{"1.5T", Billions, 1.5e12},
		{"1.5 trillion", Millions, 1.5e12},
		{"999999", Billions, 999999e9},
		{"1000000", Billions, 1e6},
		{"999999.9", Millions, 999999.9e6},
		{".5", Billions, 0.5e9},
		{"5.", Billions, 5e9},
		{"-3", Billions, -3e9},
		{"−$1.2B", Billions, -1.2e9},
		{"$-1.2B", Billions, -1.2e9},
		{"+$3.00B", Billions, 3e9},
		{"38,5", Billions, 38.5e9},
		{"$38,5bn", Billions, 38.5e9},
		{"-0,25", Billions, -0.25e9},
		{",5", Billions, 0.5e9},
		{"0,500", Billions, 0.5e9}, // no thousands begin with a zero
		{"1,2345", Billions, 1.2345e9},
		{"1,23", Dollars, 1.23},
		{"1234,567", Billions, 1234.567e9},
		{"1 234,567", Millions, 1234.567e6},
		{"1,5e9", Dollars, 1.5e9},
		{"$999,999", Billions, 999999},
		{"(5.0)", Billions, -5e9},
		{"($1.2B)", Dollars, -1.2e9},
		{"$(500) M", Billions, -500e6},
		{"-0", Billions, 0},
		{"1e-400", Billions, 0},
	}
	for _, test := range tests {
		got, err := ParseAmount(test.text, test.unit)
		if err != nil || got != test.want || math.Signbit(float64(got)) != (test.want < 0) {
			t.Errorf("ParseAmount(%q, %d) = %v, %v, want %v", test.text, test.unit, float64(got), err, float64(test.want))
		}
	}
}

func TestParseAmountRefuses(t *testing.T) {
	const long = "11111111111111111111111111111111111111111111111111111111111111111"
	allowed := "; write an amount like 38B, $38bn, 500M or 38,000,000,000"
	unclear := `: the separators are unclear: commas and spaces separate thousands, a point or a single comma decimals`
	tests := []struct{ text, want string }{
		{"", "nothing is given"},
		{"  ", "nothing is given"},
		{long, "the text is too long"},
		{"abc", `"abc": this is not a number`},
		{"38%", `"38%": this is not a number`},
		{"38 x", `"38 x": this is not a number`},
		{"$", `"$": this is not a number`},
		{".", `".": this is not a number`},
		{"--3", `"--3": this is not a number`},
		{"NaN", `"NaN": this is not a number`},
		{"Inf", `"Inf": this is not a number`},
		{"0x10", `"0x10": this is not a number`},
		{"1_000", `"1_000": this is not a number`},
		{"38e", `"38e": this is not a number`},
		{"38e+-1", `"38e+-1": this is not a number`},
		{"1,5,3", `"1,5,3"` + unclear},
		{"1,23,456", `"1,23,456"` + unclear},
		{"0,123,456", `"0,123,456"` + unclear},
		{"3 8,5", `"3 8,5"` + unclear},
		{"(-5)", `"(-5)": this is not a number`},
		{"((5))", `"((5))": this is not a number`},
		{"5 (6)", `"5 (6)": this is not a number`},
		{"1,234 567", `"1,234 567"` + unclear},
		{"3 8", `"3 8"` + unclear},
		{"1.234,5", `"1.234,5"` + unclear},
		{"1.234.567", `"1.234.567"` + unclear},
		{"1e309", `"1e309": the number is too large`},
		{"1e401", `"1e401": the number is too large`},
		{"1e99999999999999999999", `"1e99999999999999999999": the number is too large`},
		{"1e300B", `"1e300B": the number is too large`},
	}
	for _, test := range tests {
		_, err := ParseAmount(test.text, Billions)
		if err == nil || err.Error() != test.want+allowed {
			t.Errorf("ParseAmount(%q): error %v, want %s", test.text, err, test.want+allowed)
		}
	}
}

// What could be twelve thousand or twelve is not guessed, whatever stands around it;
// with a dollar sign it is what the planner itself writes.
func TestACommaInDoubtIsRefusedWithBothReadings(t *testing.T) {
	for text, readings := range map[string]string{
		"12,345": "12345 or 12.345", "1,500M": "1500M or 1.500M", "-999,999 bn": "-999999 bn or -999.999 bn", "1,000": "1000 or 1.000",
	} {
		_, err := ParseAmount(text, Millions)
		if want := Quote(text) + " could be " + readings + "; write the one you mean"; err == nil || err.Error() != want {
			t.Errorf("ParseAmount(%q): error %v, want %s", text, err, want)
		}
	}
	for _, parse := range []func(string) error{
		func(text string) error { _, err := ParseRate(text); return err },
		func(text string) error { _, err := ParseCLIRate(text); return err },
		func(text string) error { _, err := ParseGrowth(text, 0); return err },
	} {
		if err := parse("1,234%"); err == nil || !strings.Contains(err.Error(), "1234% or 1.234%") {
			t.Errorf("a rate in doubt gives %v", err)
		}
	}
	for comma, want := range map[Comma]Amount{CommaThousands: 12345e6, CommaDecimal: 12.345e6} {
		n := Notation{Unit: Millions, Comma: comma}
		if got, err := n.Amount("12,345"); err != nil || got != want {
			t.Errorf("12,345 is read as %v, %v where the comma is known, want %v", float64(got), err, float64(want))
		}
		for text, certain := range map[string]Amount{"38,5": 38.5e6, "1,234,567": 1234567, "1,234.5": 1234.5e6} {
			if got, err := n.Amount(text); err != nil || got != certain {
				t.Errorf("%s is read as %v, %v: its comma was never in doubt", text, float64(got), err)
			}
		}
	}
}

func TestAStatedUnitCountsForEveryBareNumber(t *testing.T) {
	for _, test := range []struct {
		text string
		unit AmountUnit
		want Amount
	}{
		{"30,000,000", Thousands, 30e9},
		{"30000", Millions, 30e9},
		{"$12,345", Millions, 12345e6},
		{"2000000", Dollars, 2e6},
		{"0.03", Trillions, 0.03e12},
		{"500M", Thousands, 500e6}, // says its own
	} {
		if got, err := (Notation{Unit: test.unit, Stated: true}).Amount(test.text); err != nil || got != test.want {
			t.Errorf("%s in %s is %v, %v, want %v", test.text, test.unit, float64(got), err, float64(test.want))
		}
	}
}

func TestParseCLIAmount(t *testing.T) {
	for text, want := range map[string]Amount{"38e9": 38e9, "38B": 38e9, "38": 38, "$1,500": 1500, "0.5T": 5e11} {
		if got, err := ParseCLIAmount(text); err != nil || got != want {
			t.Errorf("ParseCLIAmount(%q) = %v, %v, want %v", text, float64(got), err, float64(want))
		}
	}
}

// FuzzAmount takes any text and any number: no text makes the parser panic, and
// what is shown in full is the same amount.
func FuzzAmount(f *testing.F) {
	f.Add("$38.0B", 13.07e9)
	f.Add("1,5", 0.1+0.2)
	f.Add("−1e-400 K", 5e-324)
	f.Add("38 000 billion dollars", math.MaxFloat64)
	f.Add("+.e", -1e-9/3)
	f.Fuzz(func(t *testing.T, text string, v float64) {
		if a, err := ParseAmount(text, Billions); err == nil {
			v = float64(a)
			if StepAmount(0, text, Billions, 1) < 0 {
				t.Errorf("a step of %q leads down", text)
			}
		} else if a != 0 {
			t.Errorf("ParseAmount(%q) returns %v with an error", text, float64(a))
		}
		a := Amount(v)
		for _, shown := range []string{a.Headline(), a.Table(), a.Delta()} {
			if shown == "" {
				t.Errorf("%v shows as nothing", v)
			}
		}
		StepAmount(a, text, Millions, v)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return
		}
		for _, u := range []AmountUnit{Billions, Millions, Dollars} {
			if back, err := ParseAmount(a.Full(), u); err != nil || back != a {
				t.Errorf("%v is shown in full as %s, which is %v, %v", v, a.Full(), float64(back), err)
			}
		}
	})
}
