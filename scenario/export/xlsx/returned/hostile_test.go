package returned_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"strings"
	"testing"

	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/export/xlsx/xlsxtest"
)

// zipped returns an archive of parts.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// smallParts returns the parts of the workbook of the small scenario.
func smallParts(t *testing.T) map[string]string {
	t.Helper()
	return xlsxtest.Parts(t, xlsxtest.Write(t, small()))
}

func TestOtherFilesAreRefused(t *testing.T) {
	t.Parallel()
	whole := smallParts(t)
	without := func(name string) map[string]string {
		rest := maps.Clone(whole)
		delete(rest, name)
		return rest
	}
	for sentence, data := range map[string][]byte{
		"nothing":                          nil,
		"a text":                           []byte("year,paid\n2026,6\n"),
		"an archive of something else":     zipped(t, map[string]string{"a.txt": "a"}),
		"another workbook":                 zipped(t, map[string]string{"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<Relationships/>"}),
		"a workbook without what was sent": zipped(t, without("xl/worksheets/sheet8.xml")),
		"a workbook without its names": zipped(t, func() map[string]string {
			rest := maps.Clone(whole)
			rest["xl/workbook.xml"] = strings.ReplaceAll(rest["xl/workbook.xml"], "scenario_1", "other")
			return rest
		}()),
	} {
		if _, err := returned.Read(data); !errors.Is(err, returned.ErrNotOurs) {
			t.Errorf("%s: %v", sentence, err)
		}
	}
	if _, err := returned.Read([]byte("\xd0\xcf\x11\xe0 and so on")); err == nil || !strings.Contains(err.Error(), "password") {
		t.Errorf("a locked workbook: %v", err)
	}
}

// TestHostileWorkbooks holds that nothing is unpacked that is not needed, and no more
// than the limits allow.
func TestHostileWorkbooks(t *testing.T) {
	whole := smallParts(t)
	with := func(change func(parts map[string]string)) []byte {
		parts := maps.Clone(whole)
		change(parts)
		return zipped(t, parts)
	}
	const inputs = "xl/worksheets/sheet2.xml"
	rows := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+200, i+200)
		}
		return b.String()
	}
	bomb := strings.Repeat(" ", 80<<20)
	for _, c := range []struct {
		sentence string
		data     []byte
		fine     bool // whether it is read all the same
	}{
		{"a bomb among parts that nobody reads", with(func(p map[string]string) { p["xl/media/image1.png"] = bomb }), true},
		{"a bomb for the inputs", with(func(p map[string]string) { p[inputs] = bomb }), false},
		{"a bomb for the texts", with(func(p map[string]string) { p["xl/sharedStrings.xml"] = bomb }), false},
		{"a million rows", with(func(p map[string]string) {
			p[inputs] = strings.Replace(p[inputs], "</sheetData>", rows(1_000_000)+"</sheetData>", 1)
		}), true},
		{"links to elsewhere", with(func(p map[string]string) {
			p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<definedNames>",
				`<externalReferences><externalReference r:id="rId99"/></externalReferences><definedNames><definedName name="x">[1]Sheet1!$A$1</definedName>`, 1)
			p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>",
				`<Relationship Id="rId99" Target="http://example.com/x.xlsx" TargetMode="External"/></Relationships>`, 1)
		}), true},
		{"a sheet that is elsewhere", with(func(p map[string]string) {
			p["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(p["xl/_rels/workbook.xml.rels"], `Type="`, `TargetMode="External" Type="`)
		}), false},
		{"nested without end", with(func(p map[string]string) { p[inputs] = strings.Repeat("<a>", 1_000_000) }), true},
		{"cut in the middle", with(func(p map[string]string) { p[inputs] = p[inputs][:len(p[inputs])/2] + "<" }), false},
		{"entities that grow", with(func(p map[string]string) {
			p[inputs] = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row r="1"><c r="B8"><v>&c;</v></c></row></sheetData></worksheet>`
		}), false},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := returned.Read(c.data)
		runtime.ReadMemStats(&after)
		unsound := errors.As(err, new(returned.Unsound))
		if fine := err == nil || unsound; fine != c.fine {
			t.Errorf("%s: %v", c.sentence, err)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 1200 {
			t.Errorf("%s takes %d MiB one after another", c.sentence, used)
		}
	}
}

// FuzzRead reads workbooks of which single parts are anything.
func FuzzRead(f *testing.F) {
	parts := xlsxtest.Parts(f, xlsxtest.Write(f, small()))
	const book, inputs, sent, texts = "xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet8.xml", "xl/sharedStrings.xml"
	f.Add(parts[book], parts[inputs], parts[sent], parts[texts])
	f.Add(parts[book], `<worksheet><sheetData><row><c t="s"><v>99</v></c><c r="B8" t="e"><f>1</f></c></row></sheetData></worksheet>`, parts[sent], "<sst/>")
	f.Fuzz(func(t *testing.T, workbook, sheet, hidden, shared string) {
		changed := maps.Clone(parts)
		changed[book], changed[inputs], changed[sent], changed[texts] = workbook, sheet, hidden, shared
		back, err := returned.Read(zipped(t, changed))
		if err != nil {
			return
		}
		for _, c := range back.Changed {
			if faults := c.Scenario.Check(); faults != nil {
				t.Errorf("what is read is not sound: %v", faults)
			}
		}
	})
}
