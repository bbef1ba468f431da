package ui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/why"
)

// The toolkit forgets the renderer of what has not been seen for a while, and makes
// another one without laying it out where the size is the same. It has to show what
// the one before it did.
func TestARendererMadeAnewShowsTheSame(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios...)
	own, seen := ownWidgets(t), map[string]bool{}
	check := func(where string) {
		t.Helper()
		d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			w, ok := o.(fyne.Widget)
			if !ok {
				return
			}
			types := map[string]bool{}
			noteTypes(reflect.TypeOf(w), types)
			if !slices.ContainsFunc(own, func(name string) bool { return types[name] }) {
				return // its renderer is the toolkit's
			}
			maps.Copy(seen, types)
			before := appearance(test.WidgetRenderer(w))
			if after := appearance(w.CreateRenderer()); after != before {
				t.Errorf("%s: %T shows\n%s\nand made again\n%s", where, w, before, after)
			}
		})
	}
	for _, view := range views {
		d.p.setView(view.view)
		d.Relayout()
		d.Draw()
		check(string(view.view))
	}
	d.Tap("view.plan")
	why.Ask(d.p.Desk, why.RowQuestion(d.p.Book.Projection(d.Selected()).Years[1], "Paid"))
	check("an explanation")
	d.Press(fyne.KeyEscape)
	d.Command("Save picture…")
	check("the picture's prompt")
	d.Press(fyne.KeyEscape)
	d.Command("Export…")
	check("the prompt of exports")
	d.Press(fyne.KeyEscape)
	why.Sources(d.p.Desk)
	check("the sources")
	for _, name := range own {
		if !seen[name] {
			t.Errorf("no %s was looked at", name)
		}
	}
}

// noteTypes notes the type of a widget and those it is made of.
func noteTypes(of reflect.Type, seen map[string]bool) {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct {
		return
	}
	seen[filepath.Base(of.PkgPath())+"."+of.Name()] = true
	for i := range of.NumField() {
		if f := of.Field(i); f.Anonymous {
			noteTypes(f.Type, seen)
		}
	}
}

// ownWidgets returns the types of this program that make renderers, as package.Type.
func ownWidgets(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*.go", "*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, declared := range file.Decls {
				f, ok := declared.(*ast.FuncDecl)
				if !ok || f.Name.Name != "CreateRenderer" || f.Recv == nil {
					continue
				}
				if of, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok {
					names = append(names, fmt.Sprintf("%s.%s", file.Name.Name, of.X))
				}
			}
		}
	}
	if len(names) == 0 {
		t.Fatal("there are no widgets")
	}
	slices.Sort(names)
	return names
}

// appearance describes what a renderer draws: its texts and shapes with their
// places and colors, and the places of the widgets in it.
func appearance(r fyne.WidgetRenderer) string {
	var out strings.Builder
	for _, object := range r.Objects() {
		if text, ok := object.(*canvas.Text); !object.Visible() || ok && text.Text == "" {
			continue
		}
		fmt.Fprintf(&out, "%T at %v, %v", object, object.Position(), object.Size())
		switch o := object.(type) {
		case *canvas.Text:
			fmt.Fprintf(&out, " %q %v %v %v %v", o.Text, o.Color, o.TextSize, o.TextStyle, o.Alignment)
		case *canvas.Rectangle:
			fmt.Fprintf(&out, " %v %v %v", o.FillColor, o.StrokeColor, o.StrokeWidth)
		case *canvas.Circle:
			fmt.Fprintf(&out, " %v %v %v", o.FillColor, o.StrokeColor, o.StrokeWidth)
		case *canvas.Line:
			fmt.Fprintf(&out, " %v %v %v %v", o.Position1, o.Position2, o.StrokeColor, o.StrokeWidth)
		case *canvas.Shader:
			fmt.Fprintf(&out, " %s %v", o.Name, o.Uniforms)
		case *canvas.Image:
			if o.Resource != nil {
				fmt.Fprintf(&out, " %s", o.Resource.Name())
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}
