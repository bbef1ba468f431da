package xlsx_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"headroom/scenario"
	"headroom/scenario/export/xlsx"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

var (
	count = flag.Int("workbooks", 12, "how many random workbooks spreadsheets recalculate")
	keep  = flag.String("keep", "", "keep the workbooks in this folder")
)

// A changing is a workbook in which an input is changed by another library, and the
// scenario that should follow.
type changing struct {
	From  string   `json:"from"`
	To    string   `json:"to"`
	Cells [][2]any `json:"cells"`
	want  scenario.Scenario
	said  string
}

// TestSpreadsheetsFollowWhatIsChanged changes an input in each of some workbooks by
// openpyxl, which throws stored results away, and has LibreOffice and Gnumeric compute
// everything again: what they say is what the engine says of the changed scenario, to
// the cent and the day.
func TestSpreadsheetsFollowWhatIsChanged(t *testing.T) {
	programs(t, "soffice", "ssconvert", python)
	folder := folderFor(t)
	var all []changing
	for seed := range uint64(*count) {
		all = append(all, newChanging(t, folder, seed))
	}
	change(t, all)
	libre, numeric := filepath.Join(folder, "libreoffice"), filepath.Join(folder, "gnumeric")
	var files []string
	for _, c := range all {
		files = append(files, c.To)
	}
	libreOffice(t, libre, files...)
	gnumeric(t, numeric, files...)
	for _, c := range all {
		for _, by := range []string{libre, numeric} {
			file := filepath.Join(by, filepath.Base(c.To))
			holds(t, filepath.Base(by)+", "+c.said, file, c.want)
			comesBack(t, filepath.Base(by)+", "+c.said, file, c.want)
		}
	}
}

// comesBack reports where a workbook that came back does not hold the scenario as it
// was changed.
func comesBack(t *testing.T, said, file string, want scenario.Scenario) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	back, err := returned.Read(data)
	if err != nil {
		t.Errorf("%s: %v", said, err)
		return
	}
	got := back.Sent.Scenarios[0]
	if len(back.Changed) > 0 {
		got = back.Changed[0].Scenario
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: back comes\n%+v, want\n%+v", said, got, want)
	}
}

// newChanging writes the workbook of a seed, and chooses what is changed in it.
func newChanging(t *testing.T, folder string, seed uint64) changing {
	t.Helper()
	d := newDice(seed)
	s := d.scenario()
	name := fmt.Sprintf("seed-%03d.xlsx", seed)
	c := changing{From: filepath.Join(folder, "sent-"+name), To: filepath.Join(folder, name), want: s}
	write(t, c.From, s)
	c.Cells, c.said = d.change(&c.want)
	c.said = fmt.Sprintf("seed %d, %s", seed, c.said)
	if faults := c.want.Check(); faults != nil {
		t.Fatalf("%s: %v", c.said, faults)
	}
	return c
}

// change changes an input of a scenario, and says the same in cells.
func (d dice) change(s *scenario.Scenario) (changed [][2]any, said string) {
	set := func(path string, v scenario.SourceValue, shown any) {
		f, _ := field.At(path)
		if err := f.Put(s, v); err != nil {
			panic(err)
		}
		changed, said = append(changed, [2]any{cells.Name(0, path), shown}), said+fmt.Sprintf("%s=%v ", path, shown)
	}
	empty := func(path string) {
		f, _ := field.At(path)
		if err := f.Clear(s); err != nil {
			panic(err)
		}
		changed, said = append(changed, [2]any{cells.Name(0, path), nil}), said+path+" empty "
	}
	month := func(path string, m unit.Month) {
		set(path, scenario.MonthValue(m), m.String()+fmt.Sprintf("-%02d", d.between(1, 28)))
	}
	number := func(path string, v float64) { set(path, scenario.NumberValue(v), v) }
	amount := func(path string, v float64) { set(path, scenario.NumberValue(v*1e9), v) }
	choice := func(path, word, shown string) { set(path, scenario.TextValue(word), shown) }
	truth := func(path string, v bool) {
		set(path, scenario.TruthValue(v), map[bool]string{true: "yes", false: "no"}[v])
	}
	share := s.Terms.Share
	for n := d.between(1, 3); n > 0 || changed == nil; n-- {
		switch d.IntN(14) {
		case 0:
			amount("terms.share.cap", float64(d.between(0, 60))/2)
		case 1:
			if share.Capped {
				empty("terms.share.cap")
			}
		case 2:
			number("terms.share.rate", float64(d.between(0, 100))/100)
		case 3:
			number("terms.share.ratesByYear."+strconv.Itoa(d.between(s.FirstYear, s.LastYear)), 0.07)
		case 4:
			month("outlook.agiVerified", s.FirstMonth()+unit.Month(d.IntN(24)))
			truth("terms.share.endsAtAGI", d.chance(0.5))
			truth("terms.otherClouds.opensAtAGI", true)
		case 5:
			rule := []scenario.AfterActuals{scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}[d.IntN(4)]
			choice("outlook.afterActuals", string(rule), rule.Words())
		case 6:
			shape := []scenario.Shape{scenario.ShapeEven, scenario.ShapeRamp}[d.IntN(2)]
			choice("outlook.shape", string(shape), shape.Words())
		case 7:
			amount("terms.share.alreadyPaid", float64(d.between(0, 40))/8)
		case 8:
			month("terms.share.capFrom", share.From+unit.Month(d.IntN(int(share.Through-share.From)+1)))
		case 9:
			number("valuation.discountRate", 0.08)
			month("valuation.asOf", s.FirstMonth()+unit.Month(d.IntN(12)))
		case 10:
			if s.Terms.Reverse == nil {
				number("terms.reverse.rate", 0.2)
				month("terms.reverse.from", s.FirstMonth())
				month("terms.reverse.through", s.LastMonth()-3)
			} else {
				number("terms.reverse.rate", 0.11)
			}
		case 11:
			month("terms.otherClouds.from", s.FirstMonth()+unit.Month(d.IntN(12)))
			number("terms.otherClouds.azureLeadMonths", float64(d.IntN(15)))
		case 12:
			number("lastYear", float64(d.between(s.FirstYear, s.LastYear)))
		default:
			if len(s.Outlook.Streams) > 0 {
				d.changeStream(s, amount, number, choice)
			}
		}
	}
	return changed, said
}

// changeStream changes an input of the first stream.
func (d dice) changeStream(s *scenario.Scenario, amount, number func(string, float64), choice func(path, word, shown string)) {
	const path = "outlook.streams[0]."
	st := s.Outlook.Streams[0]
	switch d.IntN(5) {
	case 0:
		amount(path+"base", float64(d.between(0, 100))/4)
	case 1:
		number(path+"growth."+strconv.Itoa(s.LastYear), 0.61)
	case 2:
		number(path+"shared", 0.4)
	case 3:
		channel := []scenario.Channel{scenario.ChannelAzure, scenario.ChannelDirect, scenario.ChannelOtherCloud}[d.IntN(3)]
		choice(path+"channel", string(channel), channel.Words())
	default:
		if len(st.Actuals) == 0 {
			amount(path+"actuals."+strconv.Itoa(s.FirstYear)+"-Q1", 1.25)
			break
		}
		amount(path+"actuals."+st.Actuals[0].Period.String(), 2.5)
	}
}

// TestStoredResultsAreWhatFormulasGive has spreadsheets compute workbooks in which
// nothing was changed: every cell of every sheet then holds what was stored in it.
func TestStoredResultsAreWhatFormulasGive(t *testing.T) {
	programs(t, "soffice", "ssconvert", python)
	folder := t.TempDir()
	var all []changing
	var files []string
	for n := range uint64(max(1, *count/3)) {
		name := fmt.Sprintf("same-%03d.xlsx", n)
		c := changing{From: filepath.Join(folder, "sent-"+name), To: filepath.Join(folder, name), Cells: [][2]any{}}
		d := newDice(1000 + n)
		one, other := d.scenario(), d.scenario()
		other.ID, other.Name = "other", "Another, of other terms"
		write(t, c.From, one, other)
		all, files = append(all, c), append(files, c.To)
	}
	change(t, all)
	libre, numeric := filepath.Join(folder, "libreoffice"), filepath.Join(folder, "gnumeric")
	libreOffice(t, libre, files...)
	gnumeric(t, numeric, files...)
	for _, c := range all {
		for _, by := range []string{libre, numeric} {
			unchanged(t, filepath.Base(by), c.From, filepath.Join(by, filepath.Base(c.To)))
		}
	}
}

// unchanged reports the first cells that differ between two workbooks.
func unchanged(t *testing.T, by, sent, computed string) {
	t.Helper()
	was, is := opened(t, sent), opened(t, computed)
	cells, wrong := 0, 0
	for _, sheet := range was.GetSheetList() {
		want, err := was.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range want {
			for c := range want[r] {
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				got, err := is.GetCellValue(sheet, name)
				cells++
				if err == nil && (alike(got, want[r][c]) || sheet == "Checks" && tiny(got) && tiny(want[r][c])) {
					continue
				}
				if wrong++; wrong < 5 {
					formula, _ := was.GetCellFormula(sheet, name)
					t.Errorf("%s, %s, %s!%s: %q is stored, and %q computed by %s", by, filepath.Base(sent), sheet, name, want[r][c], got, formula)
				}
			}
		}
	}
	if cells < 1000 {
		t.Errorf("%s has %d cells", sent, cells)
	}
}

// tiny reports whether a cell of the checks is a difference in the last digits, of
// which there are some where amounts are large.
func tiny(text string) bool {
	v, ok := numberOf(text)
	return ok && math.Abs(v) < 1e-9
}

// opened opens a workbook for what its cells hold, not what they show.
func opened(t *testing.T, file string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// holds reports where a workbook that a spreadsheet computed says something else than
// the engine.
func holds(t *testing.T, said, file string, s scenario.Scenario) {
	t.Helper()
	says(t, said+" ("+file+")", opened(t, file), s)
}

// says reports where an opened workbook says something else than the engine.
func says(t *testing.T, said string, f *excelize.File, s scenario.Scenario) {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatalf("%s: %v", said, err)
	}
	rows, err := f.GetRows("Summary", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Errorf("%s: %v", said, err)
		return
	}
	for column, name := range rows[6] {
		got := ""
		if column < len(rows[7]) {
			got = rows[7][column]
		}
		if want := wanted(name, s, p); !alike(got, want) {
			t.Errorf("%s: %s is %s, want %s", said, name, got, want)
		}
	}
	for k, m := range p.Months {
		for column, want := range map[string]unit.Amount{"E": m.Revenue, "J": m.Due, "K": m.Paid, "L": m.Cumulative, "O": m.Reverse} {
			got, err := f.GetCellValue("Months", column+strconv.Itoa(5+k))
			if err != nil || !alike(got, text(want)) {
				t.Errorf("%s: %s, column %s is %s, want %s", said, m.From, column, got, text(want))
				return
			}
		}
	}
}

// text is an amount as cells hold it.
func text(a unit.Amount) string { return strconv.FormatFloat(float64(a)/1e9, 'f', -1, 64) }

// wanted returns what a column of the summary should hold.
func wanted(name string, s scenario.Scenario, p scenario.Projection) string {
	t := p.Total
	switch name {
	case "Scenario":
		return s.Name
	case words.CapReached:
		if t.Reached.Date.IsZero() {
			return words.ReachedDay(s, t)
		}
		return strconv.Itoa(t.Reached.Date.DaysSince(unit.Date{Month: unit.NewMonth(1899, 12), Day: 30}))
	case words.CapUsed:
		if v, ok := t.CapUsed(); ok {
			return strconv.FormatFloat(float64(v), 'f', -1, 64)
		}
		return ""
	case words.EffectiveRate:
		if v, ok := t.EffectiveRate(); ok {
			return strconv.FormatFloat(float64(v), 'f', -1, 64)
		}
		return ""
	case words.Headroom:
		if !t.Capped {
			return ""
		}
	}
	return text(map[string]unit.Amount{
		words.Paid: t.Paid, words.Forgone: t.Forgone, words.Net: t.Net, words.PresentValue: t.PresentValue,
		words.PresentValueForgone: t.PresentValueForgone, words.Headroom: t.Headroom, words.Revenue: t.Revenue,
		words.Due: t.Due, words.Reverse: t.Reverse,
	}[name])
}

// alike reports whether two cells hold the same, numbers to a cent of billions.
func alike(got, want string) bool {
	a, one := numberOf(got)
	b, other := numberOf(want)
	if !one || !other {
		return got == want
	}
	return math.Abs(a-b) <= 1e-11+1e-13*math.Abs(b)
}

func numberOf(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}

const python = "/usr/bin/python3"

// programs skips the test where one of the programs is not installed.
func programs(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
		if name == python && exec.CommandContext(t.Context(), python, "-c", "import openpyxl").Run() != nil {
			t.Skip("openpyxl is not installed")
		}
	}
}

func folderFor(t *testing.T) string {
	t.Helper()
	if *keep != "" {
		return *keep
	}
	return t.TempDir()
}

func write(t *testing.T, file string, scenarios ...scenario.Scenario) {
	t.Helper()
	data, err := xlsx.Write(xlsx.Request{Workspace: scenario.Workspace{Name: "Random", Scenarios: scenarios}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// change has openpyxl change workbooks.
func change(t *testing.T, all []changing) {
	t.Helper()
	jobs, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), python, "testdata/change.py")
	c.Stdin = bytes.NewReader(jobs)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("openpyxl: %v\n%s", err, out)
	}
}

// libreOffice has LibreOffice open workbooks and save them into a folder, some at a
// time: of hundreds it leaves some out.
func libreOffice(t *testing.T, to string, files ...string) {
	t.Helper()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	for some := range slices.Chunk(files, 40) {
		c := exec.CommandContext(t.Context(), "soffice", append([]string{profile, "--headless", "--convert-to", "xlsx", "--outdir", to}, some...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("LibreOffice: %v\n%s", err, out)
		}
	}
}

// gnumeric has Gnumeric recalculate workbooks and save them into a folder.
func gnumeric(t *testing.T, to string, files ...string) {
	t.Helper()
	if err := os.MkdirAll(to, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		c := exec.CommandContext(t.Context(), "ssconvert", "--recalc", file, filepath.Join(to, filepath.Base(file)))
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("Gnumeric: %v\n%s", err, out)
		} else if strings.Contains(string(out), "rror") {
			t.Logf("Gnumeric: %s", out)
		}
	}
}
