package store

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"headroom/scenario/field"
)

// Whatever the reader takes, it writes and reads back equal; whatever it
// refuses, it names, in lines that can be printed.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(everyField(f)))
	f.Add([]byte(least("", "")))
	f.Add([]byte(least(`,"view":{"selected":"a","compared":["a","b"]}`, `,"uncertainty":{"growthSD":{"2026":1e999}},"sources":{"name":{"value":true}}`)))
	f.Add([]byte(version1("", "", "")))
	f.Add([]byte(version1(`,"actuals":{"2026-Q1":1,"2026-02":2,"2026-13":3}`, `,"afterActuals":"pace"`, "")))
	f.Add([]byte("\ufeff{\"version\": 2}"))
	f.Add([]byte(`{"name":"\ud83d\ude00","name":"\ud800"}`))
	f.Add([]byte(strings.Repeat(`{"scenarios":[`, 20)))
	f.Add([]byte(least("", `,"sources":{"name":{"value":1,"status":"estimate","note":"`+strings.Repeat("n", 15<<20)+`"}}`)))
	f.Add([]byte(least("", `,"sources":{"name":{"value":1,"status":"estimate","title":"\u202e"}}`)))
	for seed := range uint64(8) {
		data, err := Encode(newMaker(seed).workspace())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := decode(data, thisEdition())
		if err != nil {
			wantPrintable(t, err)
			return
		}
		if faults := field.CheckWorkspace(w); faults != nil {
			t.Fatalf("taken with faults: %v", faults)
		}
		out, err := Encode(w)
		if err != nil {
			t.Fatalf("taken, but not written: %v", err)
		}
		again, err := Decode(bytes.NewReader(out))
		if err != nil || !reflect.DeepEqual(again, w) {
			t.Fatalf("read back as %+v, %v\nwant %+v", again, err, w)
		}
	})
}

func wantPrintable(t *testing.T, err error) {
	t.Helper()
	var unsound *Unsound
	if !errors.As(err, &unsound) {
		t.Fatalf("error %v, want an *Unsound", err)
	}
	lines := unsound.Lines()
	if len(unsound.Faults) == 0 || len(unsound.Faults) > maxShown || len(lines) > maxShown+1 {
		t.Fatalf("%d faults in %d lines", len(unsound.Faults), len(lines))
	}
	for _, line := range lines {
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\x1b\x00") || len(line) > 2000 {
			t.Fatalf("line %q", line)
		}
	}
}
