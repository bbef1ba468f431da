//go:build e2e

package main_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// commandLine builds the command line, and returns what runs it.
func commandLine(t *testing.T) func(args ...string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "headroom-cli")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "headroom/cmd/headroom-cli").CombinedOutput(); err != nil {
		t.Fatalf("build the command line: %v\n%s", err, out)
	}
	return func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
}

// same holds a file to another, byte for byte.
func same(t *testing.T, got, want string) {
	t.Helper()
	a, err := os.ReadFile(got)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(want)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Errorf("%s has %d bytes, other than %s, which has %d", filepath.Base(got), len(a), filepath.Base(want), len(b))
	}
}

// changeCap has another program change the cap of the first scenario in a workbook, in
// billions. It is skipped where openpyxl is not installed.
func changeCap(t *testing.T, book string, to string) {
	t.Helper()
	const python = "/usr/bin/python3"
	if exec.CommandContext(t.Context(), python, "-c", "import openpyxl").Run() != nil {
		t.Skip("openpyxl is not installed")
	}
	const script = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cell = next(r[1] for r in book["Inputs"].iter_rows(max_col=2) if r[0].value == "Total cap")
cell.value = float(sys.argv[2])
book.save(sys.argv[1])`
	if out, err := exec.CommandContext(t.Context(), python, "-c", script, book, to).CombinedOutput(); err != nil {
		t.Fatalf("openpyxl: %v\n%s", err, out)
	}
}

// export asks for a document by keys, of the format at a place in the list.
func (w *window) export(format int, path string) {
	w.t.Helper()
	w.key("ctrl+shift+e")
	w.opened("export")
	w.tabTo("dialog.format")
	for range format {
		w.key("Down")
	}
	w.wait("what comes out", state.settled)
	w.answerPath("export", path)
}

// The comparison goes into a spreadsheet, the cap is changed there, it comes back, and
// stands beside the old one.
func TestAWorkbookGoesOutAndComesBack(t *testing.T) {
	t.Parallel()
	env, folder, run := startDisplay(t), t.TempDir(), commandLine(t)
	file := filepath.Join(folder, "plan"+store.Extension)
	put(t, file, preset.Default())
	w := start(t, env, named(file))
	book := filepath.Join(folder, "out.xlsx")
	w.export(5, book)
	eventually(t, "the workbook", func() bool {
		_, err := os.Stat(book)
		return err == nil
	})
	w.wait("the workbook to be written", state.settled)
	byCommand := filepath.Join(folder, "command.xlsx")
	run("export", file, "--output", byCommand)
	same(t, book, byCommand)

	changeCap(t, book, "40")
	w.key("ctrl+o")
	w.answerPathTo("open", book, "returned")
	w.click("dialog.ok")
	july := preset.Default().Scenarios[0].ID
	back := w.wait("the comparison", func(s state) bool {
		_, old := s.find("chart." + july)
		_, changed := s.find("chart." + july + "-changed")
		return s.View == "compare" && old && changed && s.settled()
	})
	if back.File != named(file) || !back.Unsaved {
		t.Errorf("open is %q, unsaved is %v", back.File, back.Unsaved)
	}
	w.key("ctrl+s")
	w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.settled() })
	kept := readWorkspace(t, file)
	at := kept.Find(july + "-changed")
	if at != kept.Find(july)+1 || kept.Scenarios[at].Terms.Share.Cap != 40e9 || kept.Scenarios[at-1].Terms.Share.Cap != 38e9 {
		t.Errorf("the file does not have both caps beside one another")
	}
}

// TestReportsAreWrittenAsTheCommandLineDoes holds those that the keys alone make.
func TestReportsAreWrittenAsTheCommandLineDoes(t *testing.T) {
	t.Parallel()
	env, folder, run := startDisplay(t), t.TempDir(), commandLine(t)
	file := filepath.Join(folder, "plan"+store.Extension)
	put(t, file, preset.Default())
	w := start(t, env, named(file))
	for i, name := range []string{"a.pdf", "a.html", "a.md", "a.csv", "a.statement.csv"} {
		path, byCommand := filepath.Join(folder, name), filepath.Join(folder, "command-"+name)
		place := 1 // what was chosen last is remembered
		if i == 0 {
			place = 0
		}
		w.export(place, path)
		w.wait("the document to be written", state.settled)
		run("export", file, "--output", byCommand)
		same(t, path, byCommand)
	}
}

// Each kind of file that remembers its scenarios brings them back into a window that
// knows nothing of them.
func TestDocumentsAreOpened(t *testing.T) {
	t.Parallel()
	env, folder, run := startDisplay(t), t.TempDir(), commandLine(t)
	of := preset.Default()
	of.Scenarios = slices.Clone(of.Scenarios[:1])
	of.Scenarios[0].ID, of.Scenarios[0].Name = "sent", "Sent out"
	of.Scenarios[0].Terms.Share.Cap, of.Scenarios[0].Uncertainty = unit.Amount(37e9), nil
	of.View = scenario.View{Selected: "sent"}
	file := filepath.Join(folder, "sent"+store.Extension)
	put(t, file, of)
	w := start(t, env)
	chart := []string{"chart", file, "--scenario", "sent", "--kind", "cumulative"}
	for _, c := range []struct {
		name string
		made []string
	}{{"a.pdf", []string{"export", file}}, {"a.html", []string{"export", file}}, {"a.svg", chart}, {"a.png", chart}} {
		path := filepath.Join(folder, c.name)
		run(append(slices.Clone(c.made), "--embed", "--output", path)...)
		w.key("ctrl+n")
		w.wait("a new workspace", func(s state) bool {
			_, found := s.find("scenario.sent")
			return !found && s.settled()
		})
		w.key("ctrl+o")
		w.answerPath("open", path)
		mustShow(t, w.wait(c.name+" to be open", func(s state) bool { return s.Selected == "sent" && s.settled() }), of.Scenarios[0])
	}
	w.key("ctrl+n")
	w.wait("a new workspace", func(s state) bool {
		_, found := s.find("scenario.sent")
		return !found && s.settled()
	})
	book := filepath.Join(folder, "a.xlsx")
	run("export", file, "--output", book)
	w.key("ctrl+o")
	w.answerPathTo("open", book, "returned")
	w.click("dialog.ok")
	w.wait("the scenario of the workbook", func(s state) bool {
		_, found := s.find("scenario.sent")
		return s.Dialog == "" && found && s.settled()
	})
	w.pick("sent")
	mustShow(t, w.now(), of.Scenarios[0])
}
