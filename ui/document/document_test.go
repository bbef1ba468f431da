package document_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/export/pdf"
	"headroom/scenario/preset"
	"headroom/scenario/report"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/windowtest"
)

// asked sits before a window that asks what to export, into a folder of its own.
func asked(t *testing.T, app fyne.App, w scenario.Workspace) (d *windowtest.Seat, folder string) {
	t.Helper()
	folder = t.TempDir()
	t.Setenv("HOME", t.TempDir())
	d = windowtest.In(t, app, w)
	ask(d, folder)
	return d, folder
}

func ask(d *windowtest.Seat, folder string) {
	d.Helper()
	d.Command("Export…")
	d.Dialog("export")
	d.Write("dialog.folder", folder)
}

// written returns the one file of a folder.
func written(t *testing.T, folder string) (name string, data []byte) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("the folder holds %v, %v", entries, err)
	}
	name = entries[0].Name()
	if data, err = os.ReadFile(filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
	return name, data
}

// TestWhatIsWrittenIsWhatWasChosen holds every format, and what can be chosen of it, to
// the document that the command line writes.
func TestWhatIsWrittenIsWhatWasChosen(t *testing.T) {
	at := func(d *windowtest.Seat) unit.Date { return unit.DateOf(d.Now) }
	type choice struct {
		says   string
		do     func(d *windowtest.Seat)
		format export.Format
		want   func(r *export.DocumentRequest)
	}
	var choices []choice
	for _, f := range export.DocumentFormats() {
		choices = append(choices, choice{
			f.Words(), func(d *windowtest.Seat) {
				if f != export.DocumentFormats()[0] {
					d.Choose("dialog.format", f.Words())
				}
			}, f, func(*export.DocumentRequest) {},
		})
	}
	choices = append(choices,
		choice{"some sections", func(d *windowtest.Seat) {
			for _, p := range report.Parts()[3:] {
				d.Tap("dialog.section." + string(p))
			}
		}, export.FormatPDF, func(r *export.DocumentRequest) { r.Parts = report.Parts()[:3] }},
		choice{"another title, on Letter, remembering", func(d *windowtest.Seat) {
			d.Write("dialog.title", "For the board")
			d.Choose("dialog.paper", "Letter")
			d.Tap("dialog.embed")
		}, export.FormatPDF, func(r *export.DocumentRequest) {
			r.Title, r.Paper, r.Embed = "For the board", pdf.Letter, true
		}},
		choice{"the one selected", func(d *windowtest.Seat) {
			d.Choose("dialog.scenarios", "The one selected")
			d.Choose("dialog.format", "Markdown")
		}, export.FormatMarkdown, func(r *export.DocumentRequest) { r.Scenarios = []string{"july-2026"} }},
		choice{"those ticked, the selected one first", func(d *windowtest.Seat) {
			d.Tap("dialog.scenario.slump")
			d.Tap("dialog.scenario.april-2025")
			d.Choose("dialog.format", "Workbook")
		}, export.FormatWorkbook, func(r *export.DocumentRequest) {
			r.Scenarios = []string{"july-2026", "february-2026", "february-2026-prior"}
		}},
	)
	for _, c := range choices {
		t.Run(c.says, func(t *testing.T) {
			d, folder := asked(t, test.NewTempApp(t), preset.Default())
			c.do(d)
			d.Tap("dialog.ok")
			d.Dialog("")
			name, data := written(t, folder)
			if want := "OpenAI and Microsoft, 2026 to 2030." + string(c.format); name != want {
				t.Errorf("the file is %q, want %q", name, want)
			}
			if format, err := export.DocumentFormatOf(name); format != c.format {
				t.Errorf("by its name it is %q (%v)", format, err)
			}
			r := export.DocumentRequest{Workspace: preset.Default(), Date: at(d), Paper: pdf.A4}
			c.want(&r)
			want, err := export.Document(r, c.format)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(data, want) {
				t.Errorf("%d bytes are written, and another document of %d wanted", len(data), len(want))
			}
		})
	}
}

func TestThePreviewFollowsWhatIsChosen(t *testing.T) {
	d, _ := asked(t, test.NewTempApp(t), preset.Default())
	shows := func(want string) {
		t.Helper()
		if got := d.Text("chart", "dialog.preview"); got != want {
			t.Errorf("shown is %q, want %q", got, want)
		}
	}
	_, pages, _ := strings.Cut(d.Text("chart", "dialog.preview"), "Page 1 of ")
	shows("Page 1 of " + pages)
	d.Tap("dialog.page-after")
	shows("Page 2 of " + pages)
	d.Focus("chart", "dialog.preview")
	d.Press(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	shows("Page 3 of " + pages)
	d.Press(fyne.KeyEnd)
	shows("Page " + pages + " of " + pages)
	if d.Enabled("button", "dialog.page-after") || !d.Enabled("button", "dialog.page-before") {
		t.Error("the last page can be turned, or not back")
	}
	for _, p := range report.Parts()[1:] {
		d.Tap("dialog.section." + string(p))
	}
	shows("Page 1 of 1") // where there is no such page any more
	d.Choose("dialog.format", "Workbook")
	shows("Summary, sheet 1 of 16")
	for name, kind := range map[string]string{"dialog.section.answer": "check", "dialog.paper": "choice", "dialog.embed": "check"} {
		if d.Enabled(kind, name) {
			t.Errorf("a workbook has %s", name)
		}
	}
}

func TestWhatCannotBeExportedIsSaid(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	for _, s := range preset.Default().Scenarios {
		d.Tap("dialog.scenario." + s.ID)
	}
	d.Reads("Tick at least one scenario.")
	d.Tap("dialog.ok")
	d.Dialog("export")
	d.Tap("dialog.scenario.slump")
	if d.Says("Tick at least one scenario.") {
		t.Error("it is said of one that is ticked")
	}
	for _, p := range report.Parts() {
		d.Tap("dialog.section." + string(p))
	}
	d.Reads("Tick at least one section")
	d.Tap("dialog.section.comparison") // of one scenario
	d.Reads("There is nothing to report under comparison")
	d.Tap("dialog.ok")
	d.Dialog("export")
	d.Choose("dialog.format", "CSV of everything") // which has no sections
	d.Tap("dialog.ok")
	d.Dialog("")
	written(t, folder)
}

func TestMoreScenariosThanAWorkbookHolds(t *testing.T) {
	w := preset.Default()
	for len(w.Scenarios) < 21 {
		s := w.Scenarios[0]
		s.ID = "more-" + string(rune('a'+len(w.Scenarios)))
		w.Scenarios = append(w.Scenarios, s)
	}
	d, folder := asked(t, test.NewTempApp(t), w)
	d.Choose("dialog.format", "Workbook")
	d.Reads("A workbook holds 1 to 20 scenarios, not 21; choose some.")
	d.Tap("dialog.ok")
	d.Dialog("export")
	d.Tap("dialog.scenario.slump")
	d.Tap("dialog.ok")
	d.Dialog("")
	written(t, folder)
}

func TestTheLastChoicesAreRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	d, folder := asked(t, app, preset.Default())
	d.Choose("dialog.format", "HTML report")
	d.Choose("dialog.scenarios", "The one selected")
	d.Tap("dialog.section.deal")
	d.Tap("dialog.section.sources")
	d.Tap("dialog.embed")
	d.Tap("dialog.cancel") // what is given up is not remembered
	ask(d, folder)
	if got := d.Text("choice", "dialog.format"); got != "PDF report" {
		t.Errorf("the format is %q", got)
	}
	if d.Text("check", "dialog.embed") != "off" {
		t.Error("that the scenarios are to be remembered is remembered of what was given up")
	}
	d.Tap("dialog.embed")
	d.Choose("dialog.format", "HTML report")
	d.Choose("dialog.scenarios", "The one selected")
	d.Tap("dialog.section.deal")
	d.Tap("dialog.section.sources")
	d.Tap("dialog.ok")
	d.Dialog("")

	next := windowtest.In(t, app, preset.Default())
	next.Command("Export…")
	for name, want := range map[string]string{
		"choice dialog.format": "HTML report", "choice dialog.scenarios": "The one selected",
		"check dialog.section.deal": "off", "check dialog.section.sources": "off", "check dialog.section.answer": "on",
		"check dialog.embed":          "on",
		"check dialog.scenario.slump": "off", "check dialog.scenario.july-2026": "on",
		"entry dialog.folder": folder,
	} {
		kind, of, _ := strings.Cut(name, " ")
		if got := next.Text(kind, of); got != want {
			t.Errorf("%s is %q, want %q", of, got, want)
		}
	}
}

// The end of a name goes with the format; what was typed before it stays.
func TestTheNameEndsAsTheFormatDoes(t *testing.T) {
	d, _ := asked(t, test.NewTempApp(t), preset.Default())
	name := func(want string) {
		t.Helper()
		if got := d.Text("entry", "dialog.file"); got != want {
			t.Errorf("the name is %q, want %q", got, want)
		}
	}
	name("OpenAI and Microsoft, 2026 to 2030.pdf")
	d.Write("dialog.file", "Board v1.2.PDF")
	d.Choose("dialog.format", "CSV of the statement")
	name("Board v1.2.statement.csv")
	d.Choose("dialog.format", "CSV of everything")
	name("Board v1.2.csv")
	d.Write("dialog.file", "plain")
	d.Choose("dialog.format", "Workbook")
	name("plain")
}

func TestWhatIsGivenUpWritesNothing(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	before := filepath.Join(folder, "kept.pdf")
	if err := os.WriteFile(before, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Write("dialog.file", "kept")
	d.Slow = true
	d.Tap("dialog.ok")
	d.CatchUp() // the disk was asked
	d.Dialog("overwrite")
	d.Tap("dialog.ok")
	d.Reads("Writing, 0% done.")
	if d.Says("Page 1 of") {
		t.Error("which page it is stands behind it")
	}
	d.Press(fyne.KeyEscape)
	d.Dialog("")
	d.Slow = false
	d.CatchUp()
	d.Dialog("")
	if _, data := written(t, folder); string(data) != "mine" {
		t.Errorf("the file holds %.20q", data)
	}
	if !d.Says("kept.pdf is not written") {
		t.Error("it does not say what became of it")
	}
}

// How far it is takes the place of which page is shown, and only grows.
func TestHowFarItIsIsShown(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	d.Slow = true
	d.Tap("dialog.ok")
	before, between := 0, 0
	d.Desk.Live.Do = func(then func()) {
		then()
		for _, text := range desktest.Texts(d.Desk.Window.Canvas().Overlays().Top()) {
			var percent int
			if n, _ := fmt.Sscanf(text, "Writing, %d%%", &percent); n == 0 {
				continue
			}
			if d.Says("Page 1 of") {
				t.Error("which page it is stands behind it")
			}
			if percent < before || percent > 100 {
				t.Errorf("%d%% follow %d%%", percent, before)
			}
			if before = percent; percent > 0 && percent < 100 {
				between++
			}
		}
	}
	d.CatchUp()
	if between < 10 {
		t.Errorf("on the way %d figures are shown", between)
	}
	if d.Says("Writing, ") {
		t.Error("once written it says that it is being written")
	}
	d.Dialog("")
	written(t, folder)
}

// What is changed while it is written would not be in it.
func TestNothingCanBeChangedWhileItIsWritten(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	d.Tap("dialog.section.deal")
	d.Slow = true
	d.Tap("dialog.ok")
	d.Aside[0]() // the disk was asked
	d.Aside = d.Aside[1:]
	d.Reads("Writing, 0% done.")
	fields := map[string]string{
		"dialog.folder": "entry", "dialog.file": "entry", "dialog.title": "entry", "dialog.ok": "button",
		"dialog.format": "choice", "dialog.scenarios": "choice", "dialog.paper": "choice",
		"dialog.embed": "check", "dialog.scenario.slump": "check", "dialog.section.deal": "check",
	}
	for name, kind := range fields {
		if d.Enabled(kind, name) {
			t.Errorf("%s %s can be changed", kind, name)
		}
	}
	if !d.Enabled("button", "dialog.cancel") {
		t.Error("it cannot be given up")
	}
	if err := os.RemoveAll(folder); err != nil { // so that it fails
		t.Fatal(err)
	}
	d.CatchUp()
	d.Dialog("export")
	for name, kind := range fields {
		if !d.Enabled(kind, name) {
			t.Errorf("once it has failed, %s %s cannot be changed", kind, name)
		}
	}
}

// What is to be shown comes also where a document was asked for before it was there, and
// could not be written; why it could not stays.
func TestTheBeginningIsShownAfterAFailure(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	d.Slow = true
	d.Choose("dialog.format", "Markdown")
	d.Reads("Laying it out…")
	d.Tap("dialog.ok")
	work := d.Aside
	d.Aside = nil
	work[len(work)-1]() // the disk was asked
	d.Reads("Writing, 0% done.")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	d.CatchUp() // it is written, in vain
	d.Reads("Check the name and the folder")
	for _, next := range work[:len(work)-1] {
		next()
	}
	d.CatchUp()
	d.Dialog("export")
	if d.Says("Laying it out…") {
		t.Error("what is to be shown never comes")
	}
	d.Reads("Check the name and the folder")
}

// What stands against the document is said where it is asked for, and asked once more
// after another question.
func TestAComplaintIsNotOfAnotherQuestion(t *testing.T) {
	w := preset.Default()
	d, folder := asked(t, test.NewTempApp(t), w)
	d.Choose("dialog.format", "Markdown")
	if err := os.WriteFile(filepath.Join(folder, "kept.md"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Write("dialog.file", "kept")
	for _, p := range report.Parts() {
		if p != "comparison" {
			d.Tap("dialog.section." + string(p))
		}
	}
	d.Slow = true
	d.Choose("dialog.scenarios", "The one selected") // of which nothing is compared
	d.Tap("dialog.ok")
	work := d.Aside
	d.Aside = nil
	work[len(work)-1]() // the disk was asked
	d.Dialog("overwrite")
	for _, next := range work[:len(work)-1] {
		next()
	}
	d.CatchUp()
	question := d.Desk.Prompts.All[1]
	if said := question.Fault.Content(); said != "" {
		t.Errorf("beside the question stands %q", said)
	}
	d.Slow = false
	d.Tap("dialog.ok")
	d.Dialog("export")
	d.Reads("There is nothing to report under comparison")
	if _, data := written(t, folder); string(data) != "mine" {
		t.Errorf("the file holds %.20q", data)
	}
}

func TestAFolderThatCannotBeWrittenTo(t *testing.T) {
	d, folder := asked(t, test.NewTempApp(t), preset.Default())
	d.Write("dialog.folder", filepath.Join(folder, "none"))
	d.Tap("dialog.ok")
	d.Dialog("export")
	d.Reads("There is no folder")
	d.Write("dialog.folder", folder)
	d.Tap("dialog.ok")
	d.Dialog("")
}

func TestThePromptFits(t *testing.T) {
	w := preset.Default()
	for i := range w.Scenarios {
		w.Scenarios[i].Name = strings.Repeat("W", scenario.MaxName)
	}
	for _, size := range []fyne.Size{{Width: 848, Height: 505}, {Width: 1024, Height: 640}, {Width: 1440, Height: 900}} {
		t.Setenv("HOME", t.TempDir())
		d := windowtest.Sit(t, w)
		d.P.Window.Resize(size)
		d.Command("Export…")
		d.Relayout()
		if got := d.P.Prompts.All[0].Popup.MinSize(); got.Width > size.Width || got.Height > size.Height {
			t.Errorf("%v: the prompt is %v", size, got)
		}
		window := desktest.At(0, 0, size.Width, size.Height)
		for name, kind := range map[string]string{"dialog.ok": "button", "dialog.preview": "chart", "dialog.page-after": "button", "dialog.embed": "check"} {
			if w := d.Find(kind, name); w == nil || !d.Place(w).Within(window) {
				t.Errorf("%v: %s is not within the window", size, name)
			}
		}
	}
}
