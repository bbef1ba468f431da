package xlsx_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"headroom/scenario"
	"headroom/scenario/export/xlsx"
	"headroom/scenario/export/xlsx/xlsxtest"
	"headroom/scenario/preset"
)

// shipped is the request for all shipped scenarios.
func shipped() xlsx.Request {
	return xlsx.Request{Workspace: colored(preset.Default()), Date: "Jun 1, 2026"}
}

// colored returns a workspace whose scenarios have the colors in which it shows them.
func colored(w scenario.Workspace) scenario.Workspace {
	w.Scenarios = slices.Clone(w.Scenarios)
	for i := range w.Scenarios {
		w.Scenarios[i].Color = preset.Color(i)
	}
	return w
}

func written(t *testing.T, r xlsx.Request) []byte {
	t.Helper()
	data, err := xlsx.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheSameRequestGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	first := written(t, shipped())
	for range 5 {
		if !bytes.Equal(first, written(t, shipped())) {
			t.Fatal("two workbooks of the same request differ")
		}
	}
}

func TestStoredResultsAreTheEngines(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		s := newDice(seed).scenario()
		data := xlsxtest.Write(t, s)
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		says(t, fmt.Sprintf("seed %d", seed), f, s)
	}
}

// TestResultsAreTyped holds what readers go by that do not compute: beside each formula
// stands its result, a number without a type and with all its digits, a text with
// one. A change of the library that stores them otherwise shows here.
func TestResultsAreTyped(t *testing.T) {
	t.Parallel()
	cell := regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"[^>]*?( t="[a-z]+")?><f>([^<]*)</f>(<v>([^<]*)</v>)?</c>`)
	numbers, texts := 0, 0
	for name, part := range xlsxtest.Parts(t, written(t, shipped())) {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		if n := strings.Count(part, "<f>"); n != len(cell.FindAllString(part, -1)) {
			t.Errorf("%s has %d formulas, and not all are as they should be", name, n)
		}
		for _, m := range cell.FindAllStringSubmatch(part, -1) {
			switch _, numeric := numberOf(m[5]); {
			case strings.HasPrefix(m[3], "="):
				t.Errorf("%s!%s begins with an equals sign", name, m[1])
			case m[2] == ` t="str"`:
				texts++
			case m[2] != "" || !numeric:
				t.Errorf("%s!%s of type %q holds %q", name, m[1], m[2], m[5])
			default:
				numbers++
			}
		}
	}
	if numbers < 5000 || texts < 500 {
		t.Errorf("%d numbers and %d texts", numbers, texts)
	}
}

// TestFormulasMeanTheSameToAll holds what some spreadsheets understand otherwise.
func TestFormulasMeanTheSameToAll(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`<definedName name="([^"]*)"`)
	function := regexp.MustCompile(`([A-Z][A-Z0-9.]*)\(`)
	known := strings.Fields("IF AND OR NOT ISNUMBER ISBLANK DATE YEAR MONTH DAY MIN MAX SUM SUMIF SUMPRODUCT INDEX MATCH INT MOD ABS ROUND NA")
	parts := xlsxtest.Parts(t, written(t, shipped()))
	for part, text := range parts {
		for _, f := range regexp.MustCompile(`<f>([^<]*)</f>`).FindAllStringSubmatch(text, -1) {
			for _, m := range function.FindAllStringSubmatch(regexp.MustCompile(`&#34;.*?&#34;|&#39;.*?&#39;`).ReplaceAllString(f[1], ""), -1) {
				if !slices.Contains(known, m[1]) {
					t.Fatalf("%s uses %s in %s", part, m[1], f[1])
				}
			}
		}
	}
	names := name.FindAllStringSubmatch(parts["xl/workbook.xml"], -1)
	if len(names) < 100 {
		t.Errorf("only %d cells have names", len(names))
	}
	for _, m := range names {
		if !regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)+$`).MatchString(m[1]) {
			t.Errorf("a cell is called %s", m[1])
		}
	}
}

func TestWhatIsSeen(t *testing.T) {
	t.Parallel()
	parts := xlsxtest.Parts(t, written(t, shipped()))
	for _, c := range []struct{ sentence, part, has string }{
		{"the heads of inputs stay in view", "xl/worksheets/sheet2.xml", `<pane activePane="bottomRight" state="frozen" topLeftCell="C3" xSplit="2" ySplit="2"`},
		{"a refused input is told what would be taken", "xl/worksheets/sheet2.xml", `showErrorMessage="true"`},
		{"the cap is dashed", "xl/charts/chart1.xml", `<a:prstDash val="dash"`},
		{"labels of months do not lie on one another", "xl/charts/chart1.xml", `rot="60000"`},
		{"what was sent is hidden", "xl/workbook.xml", `<sheet name="Sent" sheetId="17" r:id="rId19" state="hidden"`},
		{"it says who made it", "docProps/core.xml", "<dc:creator>Headroom</dc:creator>"},
	} {
		if !strings.Contains(parts[c.part], c.has) {
			t.Errorf("%s: %s has no %s", c.sentence, c.part, c.has)
		}
	}
	for name, part := range parts {
		if strings.Contains(part, "xuri") {
			t.Errorf("%s names the library as the author", name)
		}
	}
}

func TestSheetsAreNamedForAll(t *testing.T) {
	t.Parallel()
	var scenarios []scenario.Scenario
	for i, name := range []string{
		"Plan", "plan", "It's [this]: a/b\\c*?", "A very long name of a scenario that does not fit", "A very long name of a scenario that differs late",
		"日本の計画は長い名前を持っていて入りきらないことがある", "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀", "?", "Summary", "History",
	} {
		s := newDice(uint64(i)).scenario()
		s.ID, s.Name = fmt.Sprintf("s-%d", i), name
		scenarios = append(scenarios, s)
	}
	data := xlsxtest.Write(t, scenarios...)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range f.GetSheetList() {
		if key := strings.ToUpper(name); seen[key] || strings.ContainsAny(name, `[]:*?/\'`) || len(utf16.Encode([]rune(name))) > 31 || key == "HISTORY" {
			t.Errorf("a sheet is called %q", name)
		} else {
			seen[key] = true
		}
	}
	if want := 7 + 2*len(scenarios); len(seen) != want {
		t.Errorf("%d sheets, want %d", len(seen), want)
	}
}

func TestNamesAreNoFormulas(t *testing.T) {
	t.Parallel()
	s := preset.Default().Scenarios[0]
	s.Name = `=HYPERLINK("http://example.com","x")`
	for name, part := range xlsxtest.Parts(t, xlsxtest.Write(t, s)) {
		if strings.Contains(part, "<f>HYPERLINK") || strings.Contains(part, "<f>=") {
			t.Errorf("%s has a name as a formula", name)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	unsound := preset.Default().Scenarios[0]
	unsound.Terms.Share.Rate = 2
	many := make([]scenario.Scenario, xlsx.MaxScenarios+1)
	for sentence, c := range map[string]struct {
		scenarios []scenario.Scenario
		want      string
	}{
		"nothing":             {nil, "1 to 20 scenarios, not 0"},
		"too many scenarios":  {many, "1 to 20 scenarios, not 21"},
		"an unsound scenario": {[]scenario.Scenario{unsound}, "terms.share.rate: 2 is not between 0 and 1"},
	} {
		_, err := xlsx.Write(xlsx.Request{Workspace: scenario.Workspace{Scenarios: c.scenarios}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s gives %v, want %q", sentence, err, c.want)
		}
	}
}
