//go:build e2e

package main_test

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// formulaName is the name of a scenario that a spreadsheet would compute.
const formulaName = `=HYPERLINK("http://a.example";"1")`

// copiedComparison opens the planner on a workspace whose first scenario has a name that a
// spreadsheet would compute, holds it against its prior terms, and copies the table.
func copiedComparison(t *testing.T, env []string) *window {
	t.Helper()
	book := preset.Default()
	book.Scenarios = slices.Clone(book.Scenarios)
	book.Scenarios[book.Find(february)].Name = formulaName
	data, err := store.Encode(book)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "formula"+store.Extension)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	w := start(t, env, file)
	amendedAgainstPrior(w)
	w.click("table.copy")
	return w
}

// clip returns what the display's clipboard holds as kind, empty for nothing.
func clip(env []string, kind string) string {
	ask := exec.Command("timeout", "5", "xclip", "-o", "-selection", "clipboard", "-t", kind)
	ask.Env = env
	out, _ := ask.Output()
	return string(out)
}

// handedOn waits until the clipboard is kept by a program that stays.
func handedOn(t *testing.T, env []string) {
	t.Helper()
	eventually(t, "the table to be handed on", func() bool {
		kinds := clip(env, "TARGETS")
		return strings.Contains(kinds, "UTF8_STRING") && !strings.Contains(kinds, "MULTIPLE") // which the window's own answers
	})
}

func TestACopiedTableOutlivesTheWindow(t *testing.T) {
	if _, err := exec.LookPath("xclip"); err != nil {
		t.Skip("xclip is not installed: nothing to hand the table to")
	}
	t.Parallel()
	env := startDisplay(t)
	w := copiedComparison(t, env)
	handedOn(t, env)
	w.end(syscall.SIGTERM)
	if text := clip(env, "UTF8_STRING"); !strings.HasPrefix(text, "Result\t'=HYPERLINK") || strings.Count(text, "\n") < 10 {
		t.Errorf("after the window ended the clipboard has %q", text)
	}
}

// sheetCell is a cell as Calc copies it: what it shows, and where it is a number or a
// date its value and how that is written.
type sheetCell struct{ text, value, format string }

var (
	sheetRows  = regexp.MustCompile(`(?s)<tr>(.*?)</tr>`)
	sheetCells = regexp.MustCompile(`(?s)<td([^>]*)>(.*?)</td>`)
	sheetValue = regexp.MustCompile(`sdval="([^"]*)"`)
	sheetForm  = regexp.MustCompile(`sdnum="([^"]*)"`)
	sheetTags  = regexp.MustCompile(`<[^>]*>`)
)

// readSheet reads what Calc has copied, its rows by their first cells.
func readSheet(text string) map[string][]sheetCell {
	rows := map[string][]sheetCell{}
	first := func(of *regexp.Regexp, in string) string {
		if found := of.FindStringSubmatch(in); found != nil {
			return found[1]
		}
		return ""
	}
	for _, row := range sheetRows.FindAllStringSubmatch(text, -1) {
		var cells []sheetCell
		for _, cell := range sheetCells.FindAllStringSubmatch(row[1], -1) {
			said := strings.TrimSpace(html.UnescapeString(sheetTags.ReplaceAllString(cell[2], "")))
			cells = append(cells, sheetCell{said, first(sheetValue, cell[1]), first(sheetForm, cell[1])})
		}
		if len(cells) > 0 {
			rows[cells[0].text] = cells[1:]
		}
	}
	return rows
}

// Calc takes what is copied for what it is: amounts and differences for numbers, days
// for dates, and a name that looks like a formula for text.
func TestCalcComputesWithACopiedTable(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	if _, err := exec.LookPath("xclip"); err != nil {
		t.Skip("xclip is not installed: what Calc has cannot be read")
	}
	t.Parallel()
	env := startDisplay(t)
	copiedComparison(t, env)
	handedOn(t, env)

	calc := exec.Command(office, "--calc", "--nologo", "--norestore", "-env:UserInstallation=file://"+filepath.Join(t.TempDir(), "calc"))
	calc.Env, calc.SysProcAttr = env, &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := calc.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // its first program starts another
		_ = syscall.Kill(-calc.Process.Pid, syscall.SIGKILL)
		_ = calc.Wait()
	})
	named := func(name string) string {
		search := exec.Command("xdotool", "search", "--onlyvisible", "--name", name)
		search.Env = env
		out, _ := search.Output()
		ids := strings.Fields(string(out))
		if len(ids) == 0 {
			return ""
		}
		return ids[len(ids)-1]
	}
	const calcPatience = 90 * time.Second // a first start makes a profile
	for deadline := time.Now().Add(calcPatience); named("LibreOffice Calc") == ""; time.Sleep(pause) {
		if time.Now().After(deadline) {
			t.Skipf("Calc does not open within %s here", calcPatience)
		}
	}
	// press gives keys to the window of that name, where it is there to take them: Calc
	// opens and closes windows in its own time.
	press := func(name string, keys ...string) {
		id := named(name)
		if id == "" {
			return
		}
		hands := exec.Command("timeout", append([]string{"5", "xdotool", "windowactivate", "--sync", id, "key"}, keys...)...)
		hands.Env = env
		_ = hands.Run()
	}
	tries := 0
	every := func(n int, do func()) { // again and again, since it may not have listened
		if tries%n == 0 {
			do()
		}
		tries++
	}
	eventually(t, "Calc to ask how the text is to be read", func() bool {
		every(100, func() { press("LibreOffice Calc", "ctrl+v") })
		return named("Text Import") != ""
	})
	tries = 0
	eventually(t, "the text to be read", func() bool {
		every(100, func() { press("Text Import", "Return") })
		return named("Text Import") == ""
	})
	var rows map[string][]sheetCell
	tries = 0
	eventually(t, "the sheet", func() bool {
		every(10, func() { press("LibreOffice Calc", "ctrl+Home", "ctrl+a", "ctrl+c") })
		rows = readSheet(clip(env, "text/html"))
		return len(rows["Paid through 2030"]) == 4
	})

	// As the facts have it: $38B and $134.6B paid, the cap reached on November 23, 2028.
	for name, want := range map[string][]sheetCell{
		"Cap reached":       {{"2028-11-23", "47080", "YYYY-MM-DD"}, {"no cap", "", ""}},
		"Paid through 2030": {{"38000000000", "38000000000", ""}, {"134600000000", "134600000000", ""}, {"96600000000", "96600000000", ""}, {"254.00%", "2.54", "%"}},
		"Saved by the cap":  {{"96600000000", "96600000000", ""}, {"0", "0", ""}, {"-96600000000", "-96600000000", ""}, {"-100.00%", "-1", "%"}},
	} {
		for i, cell := range want {
			got := rows[name][i]
			if got.text != cell.text || got.value != cell.value || !strings.Contains(got.format, cell.format) {
				t.Errorf("%s, cell %d: Calc has %+v, want %+v", name, i, got, cell)
			}
		}
	}
	head := rows["Result"]
	if len(head) != 4 || !strings.Contains(head[0].text, formulaName) || head[0].value != "" {
		t.Errorf("of a name that looks like a formula Calc makes %+v", head)
	}
}
