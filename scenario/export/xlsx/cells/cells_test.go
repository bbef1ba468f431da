package cells

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strconv"
	"testing"

	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// Fifteen digits are what spreadsheets keep: whole dollars up to the most there are.
func TestAmountsComeBackToTheLastDigit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100000 {
		a := unit.Amount(random.Int64N(1e15))
		back, err := Dollars(strconv.FormatFloat(Billions(a), 'g', -1, 64))
		if err != nil || back != a {
			t.Fatalf("%v comes back as %v, %v", a, back, err)
		}
	}
	if got := Billions(13.07e9); got != 13.07 {
		t.Errorf("$13.07B is %v billions", got)
	}
	for _, text := range []string{"", "x", "1,5", "0x", "0x1p3", "0X1P-3", "inf", "+Inf", "-Infinity", "NaN", "1e308", "1e309", "0e99999999999999999999"} {
		if a, err := Dollars(text); err == nil {
			t.Errorf("%q is taken for %v", text, a)
		}
	}
}

// XFD is the last column that spreadsheets have.
func TestColumnsAreCalledAsSpreadsheetsDo(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := Column(n); got != want {
			t.Errorf("column %d is called %s, want %s", n, got, want)
		}
	}
}

// The days are those that spreadsheets show for the numbers.
func TestMonthsAreCountedAsSpreadsheetsDo(t *testing.T) {
	for day, want := range map[float64]unit.Month{
		46023: unit.NewMonth(2026, 1), 46053: unit.NewMonth(2026, 1), 46054: unit.NewMonth(2026, 2), Never: unit.NewMonth(9999, 12),
	} {
		if got := MonthOf(day); got != want {
			t.Errorf("day %v is in %s, want %s", day, got, want)
		}
	}
	for m := unit.FirstMonth; m <= unit.LastMonth; m++ {
		if got := MonthOf(Serial(m)); got != m {
			t.Fatalf("%s comes back as %s", m, got)
		}
	}
}

func TestEveryCellHasANameOfItsOwn(t *testing.T) {
	fine := regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)+$`)
	seen := map[string]string{}
	for i, s := range preset.Default().Scenarios {
		for _, in := range Inputs(i, s) {
			name := in.CellName()
			if !fine.MatchString(name) {
				t.Errorf("the cell of %s is called %s", in.Path, name)
			}
			if other, taken := seen[name]; taken {
				t.Errorf("the cells of %s and %s are both called %s", other, in.Path, name)
			}
			seen[name] = in.Path
		}
	}
	if got := Name(0, "terms.share.cap"); got != "scenario_1_terms_share_cap" {
		t.Errorf("the cap is called %s", got)
	}
}

func TestWhatIsSentComesBack(t *testing.T) {
	w := preset.Default()
	for i := range 6 { // to more than one part
		w.Scenarios = append(w.Scenarios, w.Scenarios[0])
		last := &w.Scenarios[len(w.Scenarios)-1]
		last.ID += "-" + strconv.Itoa(len(w.Scenarios))
		last.Note = randomText(9000, uint64(i))
	}
	parts, err := Pack(w)
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) < 2 {
		t.Errorf("there is %d part only", len(parts))
	}
	for _, part := range parts {
		if len(part) > 32767 {
			t.Errorf("a part has %d characters, more than a cell takes", len(part))
		}
	}
	back, err := Unpack(parts)
	if err != nil || !reflect.DeepEqual(back, w) {
		t.Errorf("another workspace comes back, %v", err)
	}
	for says, parts := range map[string][]string{"no parts of ours": {"x"}, "no base64": {"part:%%%"}} {
		if _, err := Unpack(parts); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%s: %v", says, err)
		}
	}
	if _, err := Unpack(parts[:1]); err == nil {
		t.Error("half of it is taken")
	}
}

func randomText(n int, seed uint64) string {
	random := rand.New(rand.NewPCG(seed, 2))
	text := make([]byte, n)
	for i := range text {
		text[i] = byte('a' + random.IntN(26))
	}
	return string(text)
}
