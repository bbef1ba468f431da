package prompt

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestNamesThatWindowsCannotHave(t *testing.T) {
	for _, test := range []struct{ name, says string }{
		{"plan.headroom.json", ""},
		{"Pläne – 計画 (2) 100%.json", ""},
		{"console.json", ""},
		{"com10.json", ""},
		{"a:b.json", `":"`},
		{"what?.json", `"?"`},
		{"a*.json", `"*"`},
		{`"a".json`, `"\""`},
		{"a<b", `"<"`},
		{"a|b", `"|"`},
		{"tab\there.json", `"\t"`},
		{"con", "CON"},
		{"Con.headroom.json", "CON"},
		{"nul .json", "NUL"},
		{"lpt9.png", "LPT9"},
	} {
		fault := nameFault(test.name, "windows")
		if (fault == "") != (test.says == "") || !strings.Contains(fault, test.says) {
			t.Errorf("of %q it says %q, want %q", test.name, fault, test.says)
		}
		if fault := nameFault(test.name, "linux"); fault != "" {
			t.Errorf("%q is refused where it is a name like others: %s", test.name, fault)
		}
	}
}

func TestTheWayUpLeadsToTheFolderAboveOrToTheDrives(t *testing.T) {
	top := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	drives := func(of ...string) func() []string { return func() []string { return of } }
	for says, test := range map[string]struct {
		folder string
		drives func() []string
		want   []string
	}{
		"from a folder":                {filepath.Join(top, "a", "b"), drives(top, "/other"), []string{".."}},
		"from the topmost":             {top, drives(), []string{".."}},
		"from that of the only drive":  {top, drives(top), []string{".."}},
		"from that of one of several":  {top, drives("/a", top, "/b"), []string{"/a", "/b"}},
		"from nowhere":                 {"", drives(top, "/other"), []string{".."}},
		"from one that is not cleaned": {filepath.Join(top, "a") + "/..", drives(top, "/b"), []string{"/b"}},
	} {
		var got []string
		for _, e := range above(test.folder, test.drives) {
			if !e.folder {
				t.Errorf("%s: %s is no folder", says, e.Name)
			}
			got = append(got, e.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", says, got, test.want)
		}
	}
	if got := (entry{Name: "/other"}).into(top); got != "/other" {
		t.Errorf("another drive is %q", got)
	}
	if got, want := (entry{Name: ".."}).into(filepath.Join(top, "a")), top; got != want {
		t.Errorf("above is %q, want %q", got, want)
	}
}
