package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestEncodeWritesWhatIsSetInTheOrderOfTheFormat(t *testing.T) {
	w, err := Decode(strings.NewReader(least(`,"view":{"reference":"a","compared":["a"]},"name":"<&> \"\\ é"`,
		`,"note":"\u0001\b\f\n\r\t\u007f\u2028","uncertainty":{"growthSD":{"2027":0.15,"2026":0},"correlation":-0.0},"lastYear":2030,"firstYear":2026,`+
			`"valuation":{"discountRate":0.1},"color":"#0072b2","sources":{"terms.share.rate":{"status":"reported","value":0.2},`+
			`"terms.share.endsAtAGI":{"value":false,"status":"confirmed","note":"n","title":"t"},`+
			`"terms.license.exclusive":{"value":"no","status":"estimate","date":"2026-05-11","url":"u","publisher":"p"}}`)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Encode(w)
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "format": "headroom-workspace",
  "version": 2,
  "name": "<&> \"\\ é",
  "view": {
    "compared": [
      "a"
    ],
    "reference": "a"
  },
  "scenarios": [
    {
      "id": "a",
      "name": "A",
      "color": "#0072b2",
      "note": "\u0001\b\f\n\r\t` + "\u007f\u2028" + `",
      "outlook": {
        "streams": []
      },
      "terms": {
        "share": {
          "rate": 0.2,
          "from": "2026-01",
          "through": "2030-12"
        }
      },
      "uncertainty": {
        "growthSD": {
          "2026": 0,
          "2027": 0.15
        }
      },
      "sources": {
        "terms.license.exclusive": {
          "value": "no",
          "status": "estimate",
          "publisher": "p",
          "date": "2026-05-11",
          "url": "u"
        },
        "terms.share.endsAtAGI": {
          "value": false,
          "status": "confirmed",
          "title": "t",
          "note": "n"
        },
        "terms.share.rate": {
          "value": 0.2,
          "status": "reported"
        }
      }
    }
  ]
}
`
	if string(got) != want {
		t.Errorf("Encode =\n%s\nwant\n%s", got, want)
	}
}

func TestAnEmptyWorkspaceIsWritten(t *testing.T) {
	got, err := Encode(scenario.Workspace{})
	want := "{\n  \"format\": \"headroom-workspace\",\n  \"version\": 2,\n  \"scenarios\": []\n}\n"
	if err != nil || string(got) != want {
		t.Errorf("Encode = %s, %v, want %s", got, err, want)
	}
}

func TestTheFieldsOfTheFormatAreWrittenInItsOrder(t *testing.T) {
	// Every field is given a value that is not what it is when left out, so that
	// all are written. The file writes its fields in the order of the format.
	file := everyField(t)
	for old, new := range map[string]string{
		`"note": ""`: `"note": "n"`, `"shape": "ramp"`: `"shape": "even"`, `"shared": 1`: `"shared": 0.5`,
		`"firstYear": 2026`: `"firstYear": 2027`, `"lastYear": 2030`: `"lastYear": 2029`, `"discountRate": 0.10`: `"discountRate": 0.2`,
		`"alreadyPaid": 0`: `"alreadyPaid": 1`, `"endsAtAGI": false`: `"endsAtAGI": true`, `"azureLeadMonths": 0`: `"azureLeadMonths": 1`,
		`"opensAtAGI": false`: `"opensAtAGI": true`, `"exclusive": "no"`: `"exclusive": "yes"`,
	} {
		file = strings.ReplaceAll(file, old, new)
	}
	w, err := Decode(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(w)
	if err != nil {
		t.Fatal(err)
	}
	names := func(text string) (out []string) {
		for i, part := range strings.Split(text, `"`) {
			if i%2 == 1 {
				out = append(out, part)
			}
		}
		return out
	}
	// Sources are in the order of their paths.
	before, _, _ := strings.Cut(file, `"sources"`)
	got, _, _ := strings.Cut(string(data), `"sources"`)
	if !reflect.DeepEqual(names(got), names(before)) {
		t.Errorf("Encode =\n%s\nwant the names and texts of\n%s", got, before)
	}
}

func TestWhatIsWrittenReadsBackEqual(t *testing.T) {
	for seed := range uint64(3000) {
		w := newMaker(seed).workspace()
		data, err := Encode(w)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		got, err := Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, data)
		}
		if !reflect.DeepEqual(got, w) {
			t.Fatalf("seed %d: Decode = %+v\nwant %+v", seed, got, w)
		}
		again, err := Encode(got)
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("seed %d: other bytes the second time, %v", seed, err)
		}
		if !json.Valid(data) {
			t.Fatalf("seed %d: not JSON", seed)
		}
	}
}

func TestDenseFilesReadBackEqual(t *testing.T) {
	for seed := range uint64(500) {
		w := newMaker(seed).workspace()
		d := document{format: Format, version: 2, workspace: w}
		out := &writer{dense: true}
		out.record(d.fields())
		got, err := Decode(bytes.NewReader(out.Bytes()))
		if err != nil || !reflect.DeepEqual(got, w) {
			t.Fatalf("seed %d: Decode = %+v, %v\nwant %+v", seed, got, err, w)
		}
	}
}

func TestDenseNumbersAreTheShortest(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.5: "0.5", 5e-5: "5e-5", 13.07e9: "1307e7", 38e9: "38e9", 100: "100", 1000: "1e3", 1.2953: "1.2953", -0.00012: "-12e-5"} {
		w := &writer{dense: true}
		if w.number(v); w.String() != want {
			t.Errorf("%g is written %s, want %s", v, w.String(), want)
		}
	}
}

func TestUnsoundWorkspacesAreNotWritten(t *testing.T) {
	w, err := Decode(strings.NewReader(least("", "")))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*scenario.Scenario){
		"scenarios[0].terms.share.rate: NaN is not between 0 and 1": func(s *scenario.Scenario) { s.Terms.Share.Rate = unit.Rate(math.NaN()) },
		"scenarios[0].name: is not valid UTF-8":                     func(s *scenario.Scenario) { s.Name = "\xff" },
	} {
		broken := w
		broken.Scenarios = []scenario.Scenario{w.Scenarios[0]}
		change(&broken.Scenarios[0])
		if data, err := Encode(broken); err == nil || err.Error() != "write the workspace: "+name || data != nil {
			t.Errorf("Encode = %s, %v, want %s", data, err, name)
		}
	}
}

// A file that is read can be written, even where indentation would make it too
// large to be read again.
func TestLargeWorkspacesAreWrittenWithoutIndentation(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("takes long")
	}
	file := largest(t)
	w, err := Decode(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(w)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > MaxSize || bytes.ContainsAny(data, "\n") {
		t.Errorf("%d bytes, want at most %d without lines", len(data), MaxSize)
	}
	again, err := Decode(bytes.NewReader(data))
	if err != nil || !reflect.DeepEqual(again, w) {
		t.Errorf("it does not read back equal: %v", err)
	}

	w.Scenarios[0].Sources = map[string]scenario.Source{
		"name": {Status: scenario.StatusEstimate, Note: strings.Repeat("n", scenario.MaxNote)},
	}
	if _, err := Encode(w); err == nil || !strings.Contains(err.Error(), "larger than 16 MiB") {
		t.Errorf("a workspace too large to be read: error %v", err)
	}
}

// largest returns a sound file of exactly MaxSize, as short as its content can be
// written.
func largest(t testing.TB) string {
	t.Helper()
	var growth strings.Builder
	for year := 2000; year <= 2100; year++ {
		fmt.Fprintf(&growth, `,"%d":0`, year)
	}
	var streams strings.Builder
	for i := range 64 {
		fmt.Fprintf(&streams, `,{"name":"%d","channel":"azure","base":0,"growth":{%s}}`, i, growth.String()[1:])
	}
	var b strings.Builder
	b.WriteString(`{"format":"headroom-workspace","version":2,"scenarios":[`)
	const tail = `{"id":"z","name":"Z","note":"","outlook":{"streams":[]},"terms":{"share":{"rate":0,"from":"2026-01","through":"2026-01"}}}]}`
	for i := 0; ; i++ {
		next := fmt.Sprintf(`{"id":"%d","name":"A","outlook":{"streams":[%s]},"terms":{"share":{"rate":0,"from":"2026-01","through":"2026-01"}}},`, i, streams.String()[1:])
		if b.Len()+len(next)+len(tail) > MaxSize {
			break
		}
		b.WriteString(next)
	}
	// What is left is filled with the notes of scenarios without streams.
	for i := 0; ; i++ {
		left := MaxSize - b.Len() - len(tail)
		if left <= 9000 {
			b.WriteString(strings.Replace(tail, `"note":""`, `"note":"`+strings.Repeat("n", left)+`"`, 1))
			return b.String()
		}
		next := fmt.Sprintf(`{"id":"n%d","name":"N","note":"%s","outlook":{"streams":[]},"terms":{"share":{"rate":0,"from":"2026-01","through":"2026-01"}}},`, i, strings.Repeat("n", 8000))
		b.WriteString(next)
	}
}
