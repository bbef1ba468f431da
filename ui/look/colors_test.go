package look_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A color that no text and no mark is drawn in, and why its contrast matters to
// nobody.
var decoration = map[string]string{
	"ColorNameFocus":    "a halo around what has a border in the primary color",
	"ColorNameDisabled": "what cannot be used may be faint",
}

func TestEveryColorInUseIsHeldToItsContrast(t *testing.T) {
	name := regexp.MustCompile(`\bColor(Name[A-Z]|[A-MO-Z])[A-Za-z]+\b`)
	held, err := os.ReadFile("theme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	covered := name.FindAllString(string(held), -1)
	var files []string
	for _, pattern := range []string{"*.go", "../*.go", "../*/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	uses := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || filepath.Base(file) == "palette.go" {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, used := range name.FindAllString(string(source), -1) {
			uses++
			if !slices.Contains(covered, used) && decoration[used] == "" {
				t.Errorf("%s uses %s, whose contrast nothing holds", file, used)
			}
		}
	}
	if uses < 50 {
		t.Errorf("only %d uses of colors were found", uses)
	}
}
