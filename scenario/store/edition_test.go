package store

import (
	"errors"
	"strings"
	"testing"

	"headroom/scenario"
)

// nextEdition is a release to come, whose version 3 of the format has notes,
// which version 2 had not, and licenses, which came with version 2. Older files
// mean something by leaving them out.
func nextEdition() edition {
	return edition{
		newest: 3,
		since:  map[string]int{"scenarios.terms.license": 2, "scenarios.note": 3, "name": 2},
		steps: map[int]func(*scenario.Scenario){
			1: func(s *scenario.Scenario) {
				s.Terms.License = &scenario.License{Through: s.Terms.Share.Through, Exclusive: "yes"}
			},
			2: func(s *scenario.Scenario) {
				s.Note = "Without a note."
				if s.Terms.License != nil {
					s.Note = "Licensed until " + s.Terms.License.Through.String() + "."
				}
			},
		},
	}
}

func ofVersion(version, workspace, scenario string) []byte {
	return []byte(strings.Replace(least(workspace, scenario), `"version":2`, `"version":`+version, 1))
}

func TestOlderFilesAreMigratedStepByStep(t *testing.T) {
	const license = `,"terms":{"share":{"rate":0.2,"from":"2026-01","through":"2030-12"},"license":{"through":"2032-12"}}`
	withLicense := func(version, more string) []byte {
		file := string(ofVersion(version, "", more))
		return []byte(strings.Replace(file, `,"terms":{"share":{"rate":0.2,"from":"2026-01","through":"2030-12"}}`, license, 1))
	}
	for _, test := range []struct {
		name      string
		file      []byte
		note      string
		exclusive scenario.Exclusive
	}{
		{"version 1", ofVersion("1", "", ""), "Licensed until 2030-12.", "yes"},
		{"version 2 with a license", withLicense("2", ""), "Licensed until 2032-12.", "no"},
		{"version 2 without", ofVersion("2", "", ""), "Without a note.", ""},
		{"version 3", withLicense("3", `,"note":"Own."`), "Own.", "no"},
		{"version 3 without either", ofVersion("3", `,"name":"W"`, ""), "", ""},
	} {
		w, err := decode(test.file, nextEdition())
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		s := w.Scenarios[0]
		var exclusive scenario.Exclusive
		if s.Terms.License != nil {
			exclusive = s.Terms.License.Exclusive
		}
		if s.Note != test.note || exclusive != test.exclusive {
			t.Errorf("%s: note %q and license %q, want %q and %q", test.name, s.Note, exclusive, test.note, test.exclusive)
		}
		data, err := encode(w, nextEdition())
		if err != nil || !strings.Contains(string(data), `"version": 3,`) {
			t.Errorf("%s: written as\n%s, %v, want version 3", test.name, data, err)
		}
	}
}

func TestOlderFilesHaveNoNewerFields(t *testing.T) {
	for _, test := range []struct {
		file []byte
		want string
	}{
		{ofVersion("1", "", `,"note":"x"`), "scenarios[0].note: unknown field"},
		{ofVersion("2", "", `,"note":"x"`), "scenarios[0].note: unknown field"},
		{ofVersion("1", `,"name":"x"`, ""), "name: unknown field"},
		{ofVersion("4", "", ""), "version: 4 is newer than 3, the newest that this Headroom reads; open the file with a newer one"},
		{ofVersion("0", "", ""), "version: 0 is no version that this Headroom reads; the newest is 3"},
	} {
		_, err := decode(test.file, nextEdition())
		var unsound *Unsound
		if !errors.As(err, &unsound) || unsound.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.file, err, test.want)
		}
	}
}

func TestMigratedScenariosAreChecked(t *testing.T) {
	e := nextEdition()
	e.steps[1] = func(s *scenario.Scenario) { s.Terms.Share.Rate += 1 }
	_, err := decode(ofVersion("1", "", ""), e)
	if want := "scenarios[0].terms.share.rate: 1.2 is not between 0 and 1"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
