package layout

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Everything but one file is written in our own terms, so that go-chart can be
// exchanged or given up by rewriting that file.
func TestOnlyOneFileKnowsGoChart(t *testing.T) {
	known := 0
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			if !strings.Contains(i.Path.Value, "go-chart") {
				continue
			}
			known++
			if path != "gochart.go" {
				t.Errorf("%s imports %s", path, i.Path.Value)
			}
		}
		return nil
	})
	if err != nil || known == 0 {
		t.Errorf("error %v, %d imports of go-chart seen", err, known)
	}
}
