package scenario_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// policy says who may import whom: in "a, b < c", c may import a and b, and
// those of this program's packages that they may. Names in capitals are groups
// of packages, see groups; STD, the standard library but for what belongs to
// another group, is everyone's, the others are not handed on. It is a policy,
// not data to be mended when a build breaks: an import that it does not allow is
// usually in the wrong package.
const policy = `
	# The core is values and functions: no files and no randomness.
	STD < scenario/unit < scenario/fault, scenario/block;
	scenario/unit < scenario/account, scenario/course, scenario/worth;
	scenario/fault < scenario/pin;
	scenario/pin, scenario/account, scenario/course, scenario/worth < scenario < scenario/field;
	STD < assets, assets/about;
	STD < scenario/pngfile;
	MARKUP < scenario/carrier;
	scenario/field, assets < scenario/preset;
	scenario/account < scenario/simulate/lanes;
	scenario/simulate/lanes < scenario/simulate/draw;
	FILES < scenario/simulate/memory;
	scenario/simulate/lanes, scenario/simulate/memory < scenario/simulate/rank;
	scenario, scenario/simulate/draw, scenario/simulate/rank < scenario/simulate;
	scenario < scenario/solve, scenario/statement, scenario/actuals;
	scenario/simulate < scenario/outcomes;
	scenario/field < scenario/words, scenario/compare;
	scenario/words < scenario/explain;
	scenario/words, scenario/solve < scenario/edit;
	scenario/words, scenario/solve < scenario/sweep;

	# What leaves the core: files, pictures, both in one. A temporary file beside
	# the one to be replaced has a random name.
	scenario/field, FILES, RAND < scenario/store;
	scenario, scenario/store, FILES < scenario/store/recovery;
	scenario/pngfile, assets, GLYPHS < scenario/plot/paint;
	scenario/unit, scenario/plot/paint, CHART, GLYPHS < scenario/plot/layout;
	scenario/words, scenario/plot/layout < scenario/plot/timeline;
	scenario/plot/layout < scenario/plot/waterfall;
	scenario/compare, scenario/plot/timeline, scenario/plot/waterfall < scenario/plot;
	scenario/plot, scenario/sweep < scenario/plot/swept;
	scenario/plot, scenario/outcomes < scenario/plot/risk;
	scenario/preset, scenario/plot/swept, scenario/plot/risk, scenario/compare, scenario/explain, scenario/statement < scenario/report;
	scenario/report, assets, PDF < scenario/export/pdf;
	scenario/report < scenario/export/html;
	scenario/words, scenario/store < scenario/export/xlsx/cells;
	assets/about, scenario/compare, scenario/statement, scenario/export/xlsx/cells, EXCELIZE < scenario/export/xlsx;
	scenario/export/xlsx/cells, EXCELIZE < scenario/export/xlsx/returned;
	EXCELIZE < scenario/export/xlsx/glance;
	scenario/report, scenario/compare, scenario/explain, scenario/solve, scenario/sweep, scenario/simulate, scenario/statement, scenario/actuals < scenario/listing;
	assets/about, scenario/preset, scenario/store, scenario/pngfile, scenario/plot/swept, scenario/plot/risk, scenario/listing, scenario/compare, scenario/report, scenario/export/pdf, scenario/export/html, scenario/export/xlsx, scenario/carrier < scenario/export;
	scenario/export, scenario/export/xlsx/glance < scenario/export/preview;

	# The parts of the window. They know numbers, not scenarios.
	FYNE < ui/live, ui/inspect;
	assets, ui/inspect, FYNE, TOOLTIP < ui/look;
	ui/look, scenario/block, FYNE < ui/field;
	ui/look, FYNE < ui/chartview, ui/sheet, ui/panes;
	scenario/words, ui/field < ui/format;
	scenario/words, ui/live, ui/field, FYNE, FILES < ui/prompt;

	# What the views stand on, and what they share beside it. They do not know one
	# another.
	scenario/preset, scenario/edit, scenario/export, ui/prompt, ui/sheet, ui/chartview, FYNE < ui/desk;
	scenario/compare, scenario/explain, ui/desk, FYNE, IDNA < ui/why;
	ui/desk, FYNE < ui/paste;
	scenario/solve, ui/format, ui/desk, FYNE < ui/reach;
	ui/reach, FYNE < ui/grab;
	ui/why, FYNE < ui/results;
	scenario/actuals, ui/grab, ui/results, ui/paste, ui/panes, FYNE < ui/plan;
	ui/format, ui/why, FYNE < ui/compare;
	ui/why, FYNE < ui/deal;
	scenario/export, ui/why, FYNE < ui/explore;
	ui/format, ui/why, FYNE < ui/risk;

	# The window, and who opens it.
	scenario/store, ui/desk, BITMAP, FILES < ui/system;
	assets/about, scenario/explain, ui/format, ui/system, FYNE, FILES < ui/picture;
	ui/desk, FYNE < ui/rail;
	scenario/export/preview, ui/system, FYNE < ui/document;
	scenario/export/xlsx/returned, ui/system, FYNE < ui/workbook;
	scenario/store/recovery, ui/rail, ui/plan, ui/compare, ui/explore, ui/risk, ui/deal, ui/picture, ui/document, ui/workbook, FYNE, FILES < ui;
	ui, FYNE, DRIVER, FILES < cmd/headroom;

	# What tests of workbooks share, and who sits before a view or the window in theirs.
	scenario/export/xlsx < scenario/export/xlsx/xlsxtest;
	ui/desk, FYNE, TESTING < ui/desktest;
	ui/desktest, ui, FYNE, TESTING < ui/windowtest;

	# The command line knows nothing of Fyne.
	assets/about, scenario/preset, scenario/solve, scenario/simulate, scenario/compare, scenario/edit, scenario/statement, scenario/block, scenario/report, scenario/listing, scenario/export, scenario/export/xlsx/returned, COBRA, FILES < cmd/headroom-cli;
`

// groups are packages from elsewhere by the start of their import path; the
// longest start that fits counts. What fits none is STD where it belongs to the
// standard library, and otherwise allowed to nobody.
var groups = map[string]string{
	"os":                              "FILES",
	"io/ioutil":                       "FILES",
	"syscall":                         "FILES",
	"golang.org/x/sys":                "FILES",
	"log":                             "LOG",  // nobody: an error is returned
	"math/rand":                       "RAND", // nobody: the same input gives the same result
	"net":                             "NET",  // nobody: Headroom talks to no one
	"net/url":                         "STD",
	"golang.org/x/net/idna":           "IDNA",
	"golang.org/x/net/html":           "MARKUP",
	"fyne.io/fyne/v2":                 "FYNE",
	"fyne.io/fyne/v2/app":             "DRIVER",
	"github.com/go-gl":                "DRIVER",
	"fyne.io/fyne/v2/test":            "TESTING", // nobody but tests
	"github.com/dweymouth":            "TOOLTIP",
	"github.com/wcharczuk/go-chart":   "CHART",
	"github.com/golang/freetype":      "GLYPHS",
	"golang.org/x/image":              "GLYPHS",
	"golang.org/x/image/bmp":          "BITMAP",
	"codeberg.org/go-pdf":             "PDF",
	"github.com/xuri/excelize":        "EXCELIZE",
	"github.com/spf13":                "COBRA",
	"github.com/santhosh-tekuri/json": "TESTING",
}

// module is the start of the import paths of this program's own packages.
const module = "headroom/"

func TestImportsFollowThePolicy(t *testing.T) {
	allowed, err := parsePolicy(policy)
	if err != nil {
		t.Fatal(err)
	}
	packages := listPackages(t)
	for _, p := range packages {
		name := strings.TrimPrefix(p.ImportPath, module)
		may := allowed[name]
		if may == nil {
			t.Errorf("%s has no place in the policy", name)
			continue
		}
		for _, path := range p.Imports {
			if g := group(path); !may[g] {
				t.Errorf("%s may not import %s (%s)", name, path, g)
			}
		}
	}
	for name := range allowed {
		inTree := slices.ContainsFunc(packages, func(p listed) bool { return p.ImportPath == module+name })
		if !inTree {
			t.Errorf("the policy speaks of %s, which is not there", name)
		}
	}
}

// TestOnlyTheWindowNeedsADisplay holds what is said about whole programs: what
// they link, tests included.
func TestOnlyTheWindowNeedsADisplay(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		links := slices.Concat(p.Deps, p.TestImports, p.XTestImports)
		for _, path := range links {
			switch {
			case name == "cmd/headroom":
			case group(path) == "DRIVER":
				t.Errorf("%s links %s: only cmd/headroom may need a display", name, path)
			case !strings.HasPrefix(name, "ui") && strings.HasPrefix(path, "fyne.io/"):
				t.Errorf("%s links %s: only ui and below may know Fyne", name, path)
			}
		}
	}
}

// mostLines is how many lines of code that is not test a package may have: beyond
// that nobody finds anything in it.
const mostLines = 3000

func TestNoPackageIsTooLargeToFindAnythingIn(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		lines := 0
		for _, file := range slices.Concat(p.GoFiles, p.CgoFiles, p.IgnoredGoFiles) {
			text, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name), file))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(file, "_test.go") {
				lines += bytes.Count(text, []byte("\n"))
			}
		}
		if lines > mostLines {
			t.Errorf("%s has %d lines of code that is not test; at most %d are taken: find the seam along which it splits", name, lines, mostLines)
		}
	}
}

func TestParsePolicyRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"a < b < ;":    "empty name",
		"a < b, b;":    "b twice",
		"a < c; b < c": "c twice",
		"b < c; a < b": "b after its use",
	} {
		if _, err := parsePolicy(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}

// parsePolicy returns for each name what it may import. What stands left of a
// name must have been said before it.
func parsePolicy(text string) (map[string]map[string]bool, error) {
	allowed := map[string]map[string]bool{}
	used := map[string]bool{}
	for rule := range strings.SplitSeq(withoutComments(text), ";") {
		if strings.TrimSpace(rule) == "" {
			continue
		}
		var left []string
		for i, list := range strings.Split(rule, "<") {
			names := strings.Split(list, ",")
			for j, name := range names {
				names[j] = strings.TrimSpace(name)
				if names[j] == "" {
					return nil, fmt.Errorf("an empty name in %q", rule)
				}
				if i == 0 {
					continue
				}
				if err := allow(allowed, used, names[j], left); err != nil {
					return nil, err
				}
			}
			left = names
		}
	}
	return allowed, nil
}

// allow notes that name may import what stands left of it.
func allow(allowed map[string]map[string]bool, used map[string]bool, name string, left []string) error {
	if allowed[name] != nil {
		return fmt.Errorf("%s twice on the right", name)
	}
	if used[name] {
		return fmt.Errorf("%s after its use", name)
	}
	may := map[string]bool{}
	for _, l := range left {
		may[l], used[l] = true, true
		for handed := range allowed[l] {
			may[handed] = may[handed] || !isGroup(handed)
		}
	}
	may["STD"] = true
	allowed[name] = may
	return nil
}

// isGroup reports whether a name of the policy stands for packages from
// elsewhere.
func isGroup(name string) bool { return name == strings.ToUpper(name) }

func withoutComments(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		before, _, _ := strings.Cut(line, "#")
		kept.WriteString(before + "\n")
	}
	return kept.String()
}

// group returns the name under which the policy speaks of a package.
func group(path string) string {
	if own, ok := strings.CutPrefix(path, module); ok {
		return own
	}
	best, length := "STD", 0
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		best = "of no group"
	}
	for start, name := range groups {
		if fits(path, start) && len(start) > length {
			best, length = name, len(start)
		}
	}
	return best
}

// fits reports whether path begins with start; a start of the standard library
// is a whole package with what lies below it.
func fits(path, start string) bool {
	rest, ok := strings.CutPrefix(path, start)
	return ok && (rest == "" || rest[0] == '/' || strings.Contains(start, "."))
}

// A listed is what go list says about a package.
type listed struct {
	ImportPath string
	GoFiles    []string
	CgoFiles   []string
	// IgnoredGoFiles are those for other systems, or for builds with other tags.
	IgnoredGoFiles []string
	Imports        []string
	Deps           []string
	TestImports    []string
	XTestImports   []string
}

// listPackages returns this program's packages.
func listPackages(t *testing.T) []listed {
	t.Helper()
	noteSources(t)
	list := exec.CommandContext(t.Context(), "go", "list", "-e",
		"-json=ImportPath,GoFiles,CgoFiles,IgnoredGoFiles,Imports,Deps,TestImports,XTestImports", module+"...")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("list the packages: %v", err)
	}
	var packages []listed
	for from := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := from.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// noteSources reads every folder of the program, by which go test learns what
// the result depends on: it does not see what go list reads, and would take an
// old result for good.
func noteSources(t *testing.T) {
	t.Helper()
	for _, top := range []string{"assets", "cmd", "scenario", "ui"} {
		err := fs.WalkDir(os.DirFS(".."), top, func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
}
