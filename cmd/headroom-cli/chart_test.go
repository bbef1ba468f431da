package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/compare"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/preset"
)

// A charted is a call of chart, and the view that it asks for.
type charted struct {
	args []string
	view export.View
}

func chartedKinds() map[string]charted {
	return map[string]charted{
		"cumulative": {
			[]string{"--scenario", "slump"},
			export.View{Kind: plot.KindCumulative, Scenarios: []string{"slump"}},
		},
		"years": {
			[]string{"--scenario", "slump"},
			export.View{Kind: plot.KindYears, Scenarios: []string{"slump"}},
		},
		"break-even": {
			[]string{"--scenario", "july-2026"},
			export.View{Kind: swept.KindEvens, Scenarios: []string{"july-2026"}},
		},
		"compare": {
			[]string{"--scenario", "slump,july-2026,april-2025", "--reference", "july-2026", "--layout", "overlay", "--face", "years"},
			export.View{
				Kind: plot.KindCompare, Scenarios: []string{"slump", "july-2026", "april-2025"}, Reference: "july-2026",
				Layout: plot.LayoutOverlay, Face: plot.KindYears,
			},
		},
		"bridge": {
			[]string{"--scenario", "slump,july-2026", "--reference", "july-2026", "--result", "net"},
			export.View{Kind: plot.KindBridge, Scenarios: []string{"july-2026", "slump"}, Result: compare.Net},
		},
		"deal": {
			[]string{"--scenario", "slump,february-2026-prior", "--reference", "february-2026-prior"},
			export.View{Kind: plot.KindDeal, Scenarios: []string{"slump"}, Prior: "february-2026-prior"},
		},
	}
}

// The window makes a picture from the same parts; so the same request gives the
// same bytes there.
func TestChartGivesTheBytesOfTheSameRequest(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	for kind, c := range chartedKinds() {
		for _, format := range []export.Format{export.FormatPNG, export.FormatSVG} {
			path := filepath.Join(dir, "a."+string(format))
			args := append([]string{
				"chart", plan, "--kind", kind, "--output", path, "--width", "400", "--height", "260",
				"--theme", "dark", "--axis", "due", "--title", "A title", "--source", "A source", "--date", "Nov 22, 2026",
			}, c.args...)
			must(t, args...)
			got, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			view := c.view
			view.Axis = plot.AxisDue
			pic, err := export.NewPicture(preset.Default(), view, plot.Options{
				Width: 400, Height: 260, Theme: plot.ThemeDark, Title: "A title", Source: "A source", Date: "Nov 22, 2026",
			})
			if err != nil {
				t.Fatal(err)
			}
			want, err := export.Picture(pic, format, false)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s as %s: other bytes, error %v", kind, format, err)
			}
		}
	}
}

func TestChartWithEmbedCarriesWhatItShows(t *testing.T) {
	plan, path := planned(t), filepath.Join(t.TempDir(), "a.png")
	for kind, c := range chartedKinds() {
		must(t, append([]string{"chart", plan, "--kind", kind, "--output", path, "--embed"}, c.args...)...)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m, err := export.Extract(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if m.View.Kind != plot.Kind(kind) || !slices.Equal(m.View.Scenarios, c.view.Scenarios) {
			t.Errorf("%s: it carries the view %+v", kind, m.View)
		}
		for _, id := range c.view.Scenarios {
			carried, of := m.Workspace.Scenarios[m.Workspace.Find(id)], preset.Default()
			if !reflect.DeepEqual(carried.Outlook, of.Scenarios[of.Find(id)].Outlook) {
				t.Errorf("%s: %s has another outlook", kind, id)
			}
		}
		must(t, append([]string{"chart", plan, "--kind", kind, "--output", path}, c.args...)...)
		if data, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		if _, err := export.Extract(bytes.NewReader(data)); err != export.ErrNoRecord {
			t.Errorf("%s: without --embed: %v", kind, err)
		}
	}
}

func TestTheFirstScenarioIsTheReference(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	drawn := func(kind string, more ...string) string {
		path := filepath.Join(dir, "a.svg")
		must(t, append([]string{"chart", plan, "--kind", kind, "--output", path}, more...)...)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, kind := range []string{"compare", "bridge", "deal"} {
		first := drawn(kind, "--scenario", "february-2026-prior,slump")
		if drawn(kind, "--scenario", "february-2026-prior,slump", "--reference", "february-2026-prior") != first {
			t.Errorf("%s: the first is not the reference", kind)
		}
		if drawn(kind, "--scenario", "february-2026-prior,slump", "--reference", "slump") == first {
			t.Errorf("%s: the reference has no effect", kind)
		}
	}
}

func TestWrongUsageOfChart(t *testing.T) {
	plan := planned(t)
	picture := filepath.Join(t.TempDir(), "a.png")
	chart := func(kind, ids string, more ...string) []string {
		return append([]string{"chart", plan, "--kind", kind, "--scenario", ids, "--output", picture}, more...)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{chart("swarm", "slump"), "choose cumulative, years, compare, bridge, deal, tornado, map, break-even, fan, dates, paid or drivers"},
		{chart("tornado", "slump,july-2026"), "shows one scenario, not 2"},
		{chart("tornado", "slump", "--range", "cap=1B:2B", "--range", "cap=1B:3B"), "cap is given twice"},
		{chart("tornado", "slump", "--result", "revenue"), "choose cap-reached, paid"},
		{chart("map", "slump", "--x", "cap=1B:2B:3"), "--x and --y: give both, or neither"},
		{chart("cumulative", "slump,july-2026"), "shows one scenario, not 2"},
		{chart("compare", "slump"), "shows two to four scenarios, not 1"},
		{chart("compare", "a,b,c,d,e"), "shows two to four scenarios, not 5"},
		{chart("bridge", "slump"), "shows two scenarios, not 1"},
		{chart("bridge", "a,b,c"), "shows two scenarios, not 3"},
		{chart("deal", "a,b,c"), "shows one or two scenarios, not 3"},
		{chart("compare", "slump,slump"), `"slump" is given twice`},
		{chart("compare", "slump,july-2026", "--reference", "april-2025"), `"april-2025" is none of the scenarios drawn`},
		{chart("compare", "slump,july-2026", "--layout", "stacked"), "choose side or overlay"},
		{chart("compare", "slump,july-2026", "--face", "deal"), "choose cumulative or years"},
		{chart("bridge", "slump,july-2026", "--result", "cap-reached"), "a bridge splits"},
	} {
		refused(t, statusUsage, c.args, c.want)
	}
	if left := in(t, filepath.Dir(picture)); left != "" {
		t.Errorf("%s is left behind", left)
	}
}

func TestABridgeBetweenHorizonsFails(t *testing.T) {
	text := must(t, "new")
	text = strings.Replace(text, `"id": "july-2026",`, `"id": "july-2026", "lastYear": 2029,`, 1)
	plan := holding(t, text)
	if out := must(t, "check", plan); out != "sound, 5 scenarios\n" {
		t.Fatal(out)
	}
	path := filepath.Join(t.TempDir(), "a.png")
	refused(t, statusFailed, []string{"chart", plan, "--kind", "bridge", "--scenario", "slump,july-2026", "--output", path}, "give both the same years")
	must(t, "chart", plan, "--kind", "compare", "--scenario", "slump,july-2026", "--output", path)
}

func TestChartOutlinesTheTextsOfAnSVG(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	for _, flags := range [][]string{nil, {"--outlines"}} {
		path := filepath.Join(dir, "a.svg")
		must(t, append([]string{"chart", plan, "--scenario", "slump", "--kind", "years", "--output", path}, flags...)...)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("<text")) == (flags != nil) {
			t.Errorf("with %q there are texts, or none", flags)
		}
	}
	a := call("chart", plan, "--scenario", "slump", "--kind", "years", "--outlines", "--output", filepath.Join(dir, "a.png"))
	if a.status != statusUsage || !strings.Contains(a.errors, "--outlines: only an SVG") {
		t.Errorf("a PNG: status %d, %q", a.status, a.errors)
	}
}

// What a picture cannot write is said, and no failure.
func TestChartNamesWhatItCannotWrite(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	for title, want := range map[string]string{
		"Plan":                   "",
		"Zürich, Αθήνα, Київ":    "",
		"Plan 計画 計":              "計 画: ",
		"❤️ 🚀":                   "❤ 🚀: ", // without the sign that the heart is an emoji
		"خطة":                    "خ ط ة: ",
		"a\u200bb\u202ec\u00add": "",
		"日月火水木金土年時分":             "日 月 火 水 木 金 土 年 and 2 more: ",
	} {
		for _, file := range []string{"a.png", "a.svg"} {
			a := call("chart", plan, "--scenario", "slump", "--kind", "years", "--title", title, "--output", filepath.Join(dir, file))
			told := ""
			if want != "" && file == "a.png" {
				told = "headroom-cli: boxes stand for " + want + "pictures have Latin, Greek and Cyrillic letters\n"
			}
			if a.status != statusDone || a.out != "" || a.errors != told {
				t.Errorf("%q as %s: status %d, %q, want %q", title, file, a.status, a.errors, told)
			}
		}
	}
}
