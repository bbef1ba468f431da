package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
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

// A file of the first version, as one was written then.
const ofVersion1 = `{"format":"headroom-workspace","version":1,"scenarios":[{"id":"a","name":"A",` +
	`"outlook":{"shape":"even","streams":[{"name":"S","channel":"direct","base":1e9,` +
	`"growth":{"2026":1,"2027":1,"2028":1,"2029":1,"2030":1}MORE}]OUTLOOK},` +
	`"terms":{"share":{"rate":0.2,"from":"2026-01","through":"2030-12"}}SCENARIO}]}`

func version1(stream, outlook, of string) string {
	return strings.NewReplacer("MORE", stream, "OUTLOOK", outlook, "SCENARIO", of).Replace(ofVersion1)
}

func TestAFileOfVersion1IsReadAsOneWithoutActuals(t *testing.T) {
	w, err := Decode(strings.NewReader(version1("", "", "")))
	if err != nil {
		t.Fatal(err)
	}
	outlook := w.Scenarios[0].Outlook
	if outlook.AfterActuals != "" || outlook.Streams[0].Actuals != nil || len(outlook.Streams[0].Growth) != 5 {
		t.Errorf("read as %+v", outlook)
	}
	data, err := Encode(w)
	if err != nil || !strings.Contains(string(data), "\"version\": 2,") || strings.Contains(string(data), "ctuals") {
		t.Errorf("written as\n%s, %v", data, err)
	}
	again, err := Decode(strings.NewReader(string(data)))
	if err != nil || !reflect.DeepEqual(again, w) {
		t.Errorf("read again as %+v, %v", again, err)
	}
}

func TestVersion1HadNoActuals(t *testing.T) {
	source := func(path string) string {
		return `,"sources":{"` + path + `":{"value":1,"status":"estimate"}}`
	}
	for file, want := range map[string]string{
		version1(`,"actuals":{"2026-Q1":1}`, "", ""):                   "scenarios[0].outlook.streams[0].actuals: unknown field",
		version1("", `,"afterActuals":"pace"`, ""):                     "scenarios[0].outlook.afterActuals: unknown field",
		version1("", "", source("outlook.streams[0].actuals.2026-Q1")): "scenarios[0].sources.outlook.streams[0].actuals.2026-Q1: names no field of the scenario",
		version1("", "", source("outlook.afterActuals")):               "scenarios[0].sources.outlook.afterActuals: names no field of the scenario",
	} {
		wantLines(t, file, want)
		if _, err := Decode(strings.NewReader(strings.Replace(file, `"version":1`, `"version":2`, 1))); err != nil {
			t.Errorf("as version 2: %v", err)
		}
	}
}

func TestFaultsOfActualsAreNamedInTheOrderOfTheFile(t *testing.T) {
	of := func(stream, outlook string) string {
		return strings.Replace(version1(stream, outlook, ""), `"version":1`, `"version":2`, 1)
	}
	const at = "scenarios[0].outlook.streams[0].actuals"
	wantLines(t, of(`,"actuals":{"2026-07":-1,"2026-Q5":1,"2026-Q1":1,"2026-02":2,"2026":3,"2026-08":"4","2026-Q1":5,"2025-12":null}`, `,"afterActuals":"hold"`),
		at+".2026-07: -1 is not between 0 and 1e15",
		at+".2026-Q5: is not a month or a quarter written YYYY-MM or YYYY-Q1, from 2000 to 2100",
		at+".2026-02: lies in 2026-Q1, which has an actual of its own; no month is given twice",
		at+".2026: is not a month or a quarter written YYYY-MM or YYYY-Q1, from 2000 to 2100",
		at+`.2026-08: "4" is not a number`,
		at+".2026-Q1: given twice",
		at+".2025-12: null is not a number; leave the field out",
		`scenarios[0].outlook.afterActuals: "hold" is not keep-year, keep-months, rescale or pace`,
	)
	wantLines(t, of(`,"actuals":[]`, `,"afterActuals":""`),
		at+": a list is not an object", "scenarios[0].outlook.afterActuals: is empty; leave the field out")
	months := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"%s":1`, unit.FirstMonth+unit.Month(i))
		}
		return `,"actuals":{` + b.String()[1:] + "}"
	}
	wantLines(t, of(months(601), ""), at+": has 601 entries; at most 600 are taken")
	if w, err := Decode(strings.NewReader(of(months(600), ""))); err != nil || len(w.Scenarios[0].Outlook.Streams[0].Actuals) != 600 {
		t.Errorf("600 actuals: %v", err)
	}
}
