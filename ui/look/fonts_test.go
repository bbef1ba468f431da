package look_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/golang/freetype/truetype"

	"headroom/assets"
	"headroom/ui/look"
)

const top = "../.."

// TestEveryLetterHasAShape holds what the program writes to its fonts: on a system
// that has none, no other stands in, and pictures never take any other. What the window
// would take from the symbols that come with Fyne, such as arrows, draws the blank after
// it as a letter that is missing.
func TestEveryLetterHasAShape(t *testing.T) {
	th := look.NewTheme(look.ModeLight)
	fonts := map[string]*truetype.Font{
		"regular": parsed(t, th.Font(fyne.TextStyle{}).Content()),
		"bold":    parsed(t, th.Font(fyne.TextStyle{Bold: true}).Content()),
	}

	places := map[rune]string{}
	for file, text := range written(t) {
		for _, c := range text {
			places[c] = file
		}
	}
	if places['−'] == "" || places['…'] == "" {
		t.Fatalf("among the %d letters found the minus sign or the ellipsis is missing: that is not what the program writes", len(places))
	}
	for c, file := range places {
		if c < ' ' {
			continue // tabs and line ends are no letters
		}
		for name, font := range fonts {
			if font.Index(c) == 0 {
				t.Errorf("%s writes %q (%U), which the %s font does not have", file, c, c, name)
			}
		}
	}
}

// The window has one font of each weight: where Fyne's own stood beside it, both were
// read at each start and held ever after.
func TestAFontIsReadOnce(t *testing.T) {
	th := look.NewTheme(look.ModeLight)
	for _, tc := range []struct {
		style   fyne.TextStyle
		standIn fyne.Resource // what Fyne takes where a letter is missing
		ours    []byte
	}{
		{fyne.TextStyle{}, theme.DefaultTextFont(), assets.FontRegular},
		{fyne.TextStyle{Bold: true}, theme.DefaultTextBoldFont(), assets.FontBold},
	} {
		font := th.Font(tc.style)
		if font != tc.standIn {
			t.Errorf("beside the font of %+v Fyne reads another", tc.style)
		}
		if !bytes.Equal(font.Content(), tc.ours) {
			t.Errorf("the font of %+v is not that of pictures", tc.style)
		}
	}
}

func parsed(t *testing.T, data []byte) *truetype.Font {
	t.Helper()
	font, err := truetype.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// written returns what may be written on the screen or into a picture, by the file
// it comes from: the texts of the program, and those of what it ships.
func written(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{"assets/presets.json": string(assets.Presets)}
	for _, folder := range []string{"ui", "scenario", "assets/about"} {
		err := filepath.WalkDir(filepath.Join(top, folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(top, path)
			out[filepath.ToSlash(name)] = texts(file)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// texts returns the texts and letters in a Go file one after another, but those it
// only looks for in what it is given.
func texts(file *ast.File) string {
	var out strings.Builder
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			return !searches(n)
		case *ast.BasicLit:
			if n.Kind == token.STRING || n.Kind == token.CHAR {
				// What was parsed is a sound literal.
				if text, err := strconv.Unquote(n.Value); err == nil {
					out.WriteString(text)
				}
			}
		}
		return true
	})
	return out.String()
}

// searches reports whether a call looks for something in a text.
func searches(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	in, ok := f.X.(*ast.Ident)
	return ok && in.Name == "strings" && strings.HasPrefix(f.Sel.Name, "Contains")
}

// TestTheProgramHasEachFontOnce holds the theme to the fonts of pictures, so that
// the program does not carry, or keep in memory, two versions of one.
func TestTheProgramHasEachFontOnce(t *testing.T) {
	for _, c := range []struct {
		style fyne.TextStyle
		want  []byte
	}{{fyne.TextStyle{}, assets.FontRegular}, {fyne.TextStyle{Bold: true}, assets.FontBold}} {
		for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
			if got := look.NewTheme(mode).Font(c.style).Content(); &got[0] != &c.want[0] {
				t.Errorf("%+v: the font is not that of pictures", c.style)
			}
		}
	}
	license, err := os.ReadFile(filepath.Join(top, "assets/fonts/LICENSE-NotoSans.txt"))
	if err != nil || !strings.Contains(string(license), "SIL OPEN FONT LICENSE Version 1.1") {
		t.Errorf("the license of the font is not beside it: %v", err)
	}
}
