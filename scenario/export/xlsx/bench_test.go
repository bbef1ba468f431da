package xlsx_test

import (
	"testing"

	"headroom/scenario/export/xlsx"
)

func BenchmarkWriteFiveScenarios(b *testing.B) {
	r := shipped()
	if n := len(r.Workspace.Scenarios); n != 5 {
		b.Fatalf("there are %d scenarios", n)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := xlsx.Write(r); err != nil {
			b.Fatal(err)
		}
	}
}
