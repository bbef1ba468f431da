package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"headroom/assets"
)

// betweenFields are the faults that a schema cannot say: they hold one field
// against another.
var betweenFields = regexp.MustCompile(strings.Join([]string{
	`is before the first year`, `makes a horizon of`, `growth\.\d{4}: missing$`, `is the name of another stream`,
	`is before \d{4}-\d\d, where it begins`, `is after \d{4}-\d\d, where the share ends`,
	`no month is given twice`, `is above the cap`, `is below the cap`, `is the id of (no scenario|scenarios\[)`,
	`sources\.outlook\.streams\[([1-5]?\d|6[0-3])\]\.\S+: names no field`,
}, "|"))

func publishedSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(assets.WorkspaceSchema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("workspace.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("workspace.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// A verdict is what the schema and the reader say of a file.
type verdict struct {
	schema, reader error
	sayable        []string // those of the reader's faults that a schema can say
}

func judge(t *testing.T, schema *jsonschema.Schema, file []byte) (v verdict) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	v.schema = schema.Validate(document)
	_, v.reader = decode(file, thisEdition())
	var unsound *Unsound
	if errors.As(v.reader, &unsound) {
		for _, fault := range unsound.Faults {
			if line := fault.String(); !betweenFields.MatchString(line) {
				v.sayable = append(v.sayable, line)
			}
		}
	} else if v.reader != nil {
		t.Fatal(v.reader)
	}
	return v
}

func TestTheSchemaTakesWhatIsWritten(t *testing.T) {
	schema := publishedSchema(t)
	files := [][]byte{[]byte(everyField(t)), []byte(least("", "")), []byte(least(`,"view":{}`, `,"sources":{},"valuation":{},"uncertainty":{}`))}
	for seed := range uint64(300) {
		data, err := Encode(newMaker(seed).workspace())
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	for _, file := range files {
		if v := judge(t, schema, file); v.schema != nil || v.reader != nil {
			t.Fatalf("the schema says %v, the reader %v of\n%s", v.schema, v.reader, file)
		}
	}
}

// Every value of many files is left out, put elsewhere, replaced by others and
// joined by strangers, one at a time: schema and reader refuse the same.
func TestTheSchemaRefusesWhatTheReaderRefuses(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("takes long")
	}
	schema := publishedSchema(t)
	sound := []string{everyField(t)}
	for seed := range uint64(1) {
		m := newMaker(seed + 1000)
		w := m.workspace()
		w.Scenarios = append(w.Scenarios[:0:0], m.scenario("only"))
		w.View.Compared, w.View.Selected, w.View.Reference = []string{"only"}, "only", "only"
		data, err := Encode(w)
		if err != nil {
			t.Fatal(err)
		}
		sound = append(sound, string(data))
	}
	refused, taken := 0, 0
	for _, file := range sound {
		document := loose(t, file)
		vary(document, func(what string) {
			varied, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			v := judge(t, schema, varied)
			switch {
			case v.schema != nil && v.reader == nil, v.schema == nil && len(v.sayable) > 0:
				t.Fatalf("%s:\nthe schema says %v\nthe reader says %v", what, v.schema, v.reader)
			case v.schema != nil:
				refused++
			default:
				taken++
			}
		})
	}
	if refused < 5000 || taken < 500 {
		t.Errorf("%d files refused and %d taken, want more of both", refused, taken)
	}
}

// loose returns a file as maps and lists, which can be changed at will.
func loose(t *testing.T, file string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(file))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	return document
}

// strangers are values to be put where others were.
func strangers() []any {
	out := []any{nil, true, false, []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": 1}}
	for _, text := range []string{
		"", "x", "A", "a b", "only", "ramp", "even", "direct", "azure", "no", "until-agi", "estimate", "headroom-workspace", "a\tb", "a\u0085b", "é",
		"#0072B2", "#0072B", "#0072G2", "2026-01", "2026-1", "2026-13", "1999-12", "2100-12", "2101-01", "2026-02-28", "2026-02-29", "2028-02-29",
		"2100-02-29", "2026-04-31", "1999-12-31", "2026", strings.Repeat("a", 64), strings.Repeat("a", 65), strings.Repeat("é", 200), strings.Repeat("é", 201),
		strings.Repeat("n", 10_000), strings.Repeat("n", 10_001),
	} {
		out = append(out, text)
	}
	above := math.Nextafter(1, 2)
	for _, number := range []string{
		"0", "-0.0", "1", "2", "0.5", "-0.5", "-0.51", "-1", "-0.999", "-1.001", fmt.Sprint(above), "5", "5.01", "10", "10.01", "100", "100.1", "120", "121", "1.5",
		"1999", "2000", "2026", "2026.0", "2.026e3", "2026.5", "2100", "2101", "1e15", "1.0001e15", "1e300", "-1e300",
	} {
		out = append(out, json.Number(number))
	}
	return out
}

// vary calls try with the document changed at one place after the other, each
// change undone before the next.
func vary(document any, try func(what string)) {
	varyAt("", document, func(any) {}, try)
}

func varyAt(path string, value any, set func(any), try func(what string)) {
	if path != "" {
		for _, stranger := range strangers() {
			set(stranger)
			try(fmt.Sprintf("%s: %.40v", path, stranger))
		}
		set(value)
	}
	switch value := value.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(value)) {
			former := value[name]
			delete(value, name)
			try(path + " without " + name)
			for _, other := range []string{strings.ToUpper(name), name + "x"} {
				value[other] = former
				try(path + " with " + other + " for " + name)
				delete(value, other)
			}
			value[name] = former
			varyAt(path+"/"+name, former, func(v any) { value[name] = v }, try)
		}
		for _, name := range []string{"", "x", "2026", "1999", "2101", "terms.share.cap", "outlook.streams[64].base", "outlook.streams[63].revenue.2100"} {
			if _, given := value[name]; !given {
				value[name] = json.Number("0")
				try(path + " with " + name)
				delete(value, name)
			}
		}
	case []any:
		for i, item := range value {
			varyAt(fmt.Sprintf("%s/%d", path, i), item, func(v any) { value[i] = v }, try)
		}
		if len(value) > 0 {
			set(append(value[:len(value):len(value)], value[0]))
			try(path + " with its first item twice")
		}
		for _, n := range []int{64, 65, 1000, 1001} {
			set(many(n, value))
			try(fmt.Sprintf("%s with %d items", path, n))
		}
		set(value)
	}
}

// many returns a list of n items like the first of those given, with names and
// ids that differ.
func many(n int, like []any) []any {
	out := make([]any, n)
	for i := range out {
		unique := fmt.Sprintf("u-%d", i)
		if len(like) == 0 {
			out[i] = unique
			continue
		}
		switch first := like[0].(type) {
		case map[string]any:
			item := maps.Clone(first)
			item["name"] = unique
			if _, given := item["id"]; given {
				item["id"] = unique
			}
			out[i] = item
		default:
			out[i] = unique
		}
	}
	return out
}
