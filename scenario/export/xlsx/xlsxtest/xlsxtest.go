// Package xlsxtest has what tests of workbooks share.
package xlsxtest

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export/xlsx"
)

// Write returns a workbook of scenarios.
func Write(t testing.TB, scenarios ...scenario.Scenario) []byte {
	t.Helper()
	data, err := xlsx.Write(xlsx.Request{Workspace: scenario.Workspace{Scenarios: scenarios}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Parts returns the parts of a workbook by name.
func Parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range from.File {
		text, err := fs.ReadFile(from, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}
