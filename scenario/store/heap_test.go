package store

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"

	"headroom/scenario"
)

// hostileFiles are of the size that is the most, and made to cost as much as can
// be. Each is a function, so that one is held at a time.
func hostileFiles() map[string]func() string {
	wrap := func(before, unit, after string) func() string {
		return func() string {
			n := (MaxSize - len(before) - len(after)) / len(unit)
			return before + strings.Repeat(unit, n) + after
		}
	}
	const (
		head  = `{"format":"headroom-workspace","version":2,"scenarios":[`
		open  = head + `{"id":"a","name":"A","outlook":{"streams":[`
		terms = `"terms":{"share":{"rate":0,"from":"2026-01","through":"2026-01"}}`
	)
	stream := func(more string) string { return `{"name":"s","channel":"azure","base":1` + more + `},` }
	scenarioOf := func(streams int, stream, more string) string {
		list := strings.TrimSuffix(strings.Repeat(stream, streams), ",")
		return `{"id":"a","name":"A","outlook":{"streams":[` + list + `]},` + terms + more + `},`
	}
	return map[string]func() string{
		"brackets":                  wrap("", "[", ""),
		"nested as deep as it may":  wrap(`{"x":[`, strings.Repeat("[", 30)+strings.Repeat("]", 30)+",", `0]}`),
		"numbers":                   wrap(`{"x":[`, "1,", `1]}`),
		"unknown fields":            wrap("{", `"":0,`, `"x":0}`),
		"unknown fields, long":      wrap("{", `"`+strings.Repeat("x", 1000)+`":0,`, `"x":0}`),
		"fields given again":        wrap("{", `"name":"",`, `"name":""}`),
		"one text":                  wrap(`{"name":"`, "x", `"}`),
		"one text of escapes":       wrap(`{"name":"`, `\u0000`, `"}`),
		"one number":                wrap(`{"version":`, "2", `}`),
		"one name":                  wrap(`{"`, "x", `":1}`),
		"scenarios of nothing":      wrap(head, "{},", "{}]}"),
		"scenarios that are none":   wrap(head, "0,", "0]}"),
		"scenarios without growth":  wrap(head, scenarioOf(64, stream(""), ""), "{}]}"),
		"streams of nothing":        wrap(open, "{},", "{}]}}]}"),
		"streams without growth":    wrap(open, stream(""), "{}]}}]}"),
		"years that are none":       wrap(open+`{"growth":{`, `"x":0,`, `"x":0}}]}}]}`),
		"years given again":         wrap(open+`{"growth":{`, `"2026":0,`, `"2026":0}}]}}]}`),
		"actuals that are none":     wrap(open+`{"actuals":{`, `"x":0,`, `"x":0}}]}}]}`),
		"actuals given again":       wrap(open+`{"actuals":{`, `"2026-01":0,`, `"2026-01":0}}]}}]}`),
		"streams of one actual":     wrap(open, stream(`,"actuals":{"2026-01":0}`), "{}]}}]}"),
		"compared":                  wrap(`{"view":{"compared":[`, `"a",`, `"a"]}}`),
		"compared numbers":          wrap(`{"view":{"compared":[`, `0,`, `0]}}`),
		"sources of nothing":        wrap(head+`{"sources":{`, `"x":{},`, `"x":{}}}]}`),
		"sources given again":       wrap(head+`{"sources":{`, `"name":{},`, `"name":{}}}]}`),
		"scenarios full of growth":  growing(head, terms, 65),
		"scenarios full of sources": sourced(head, terms),
	}
}

// growing makes sound scenarios with as many growths as there is room for.
func growing(head, terms string, perStream int) func() string {
	return func() string {
		var b strings.Builder
		for i := range perStream {
			fmt.Fprintf(&b, `,"%d":0`, 2000+i)
		}
		growth := b.String()[1:]
		return scenarios(head, func(i int) string {
			var b strings.Builder
			fmt.Fprintf(&b, `{"id":"%d","name":"A","firstYear":2001,"lastYear":2001,"outlook":{"streams":[`, i)
			for j := range scenario.MaxStreams {
				if j > 0 {
					b.WriteByte(',')
				}
				fmt.Fprintf(&b, `{"name":"%d","channel":"azure","base":1,"growth":{%s}}`, j, growth)
			}
			return b.String() + `]},` + terms + `}`
		})
	}
}

// sourced makes sound scenarios with as many sources as there is room for.
func sourced(head, terms string) func() string {
	return func() string {
		return scenarios(head, func(i int) string {
			var b strings.Builder
			fmt.Fprintf(&b, `{"id":"%d","name":"A","outlook":{"streams":[{"name":"s","channel":"azure","base":1,"launch":2099}]},%s,"sources":{`, i, terms)
			for year := 2000; year <= 2100; year++ {
				fmt.Fprintf(&b, `"outlook.streams[0].revenue.%d":{"value":1,"status":"reported"},`, year)
				fmt.Fprintf(&b, `"terms.share.ratesByYear.%d":{"value":"","status":"estimate"},`, year)
				fmt.Fprintf(&b, `"uncertainty.growthSD.%d":{"value":true,"status":"estimate"},`, year)
			}
			return strings.TrimSuffix(b.String(), ",") + `}}`
		})
	}
}

func scenarios(head string, make func(i int) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 0; ; i++ {
		next := make(i)
		if b.Len()+len(next)+3 > MaxSize {
			break
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(next)
	}
	b.WriteString("]}")
	return b.String()
}

// Reading keeps at most 128 MiB alive, with the bytes of the file.
func TestHostileFilesCostLittle(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("takes long")
	}
	const most = 128 << 20
	for name, file := range hostileFiles() {
		t.Run(name, func(t *testing.T) {
			data := file()
			var w scenario.Workspace
			var err error
			// What is read from is the test's own, besides what the reader keeps.
			live := peakHeap(func() { w, err = Decode(strings.NewReader(data)) }) - uint64(len(data))
			if live > most {
				t.Errorf("%d MiB were alive, want at most %d", live>>20, most>>20)
			}
			if err != nil {
				wantPrintable(t, err)
			} else if len(w.Scenarios) == 0 {
				t.Error("read as an empty workspace")
			}
			t.Logf("%d MiB alive, error %.80q", live>>20, fmt.Sprint(err))
			runtime.KeepAlive(data)
		})
	}
}

// peakHeap returns the most bytes that were alive at the end of any garbage
// collection while do ran. It has them happen often.
func peakHeap(do func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	var peak atomic.Uint64
	var done atomic.Bool
	// A finalizer runs after each collection, and arms itself for the next.
	type marker struct{ _ [16]byte }
	var arm func(*marker)
	arm = func(*marker) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		peak.Store(max(peak.Load(), sample[0].Value.Uint64()))
		if !done.Load() {
			runtime.SetFinalizer(new(marker), arm)
		}
	}
	runtime.GC()
	runtime.SetFinalizer(new(marker), arm)
	do()
	runtime.GC() // so that what is left counts
	arm(nil)
	done.Store(true)
	return peak.Load()
}
