package ui

import (
	"fmt"
	"image/color"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/why"
)

// A stroke is something on the screen and the colors it is painted in.
type stroke struct{ what, colors string }

// painted lists the colors of all that is on the screen, in the order it is painted.
func (d *seat) painted() []stroke {
	var list []stroke
	hex := func(c color.Color) string {
		if c == nil {
			return "none"
		}
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		if n.A == 0 {
			return "none"
		}
		return fmt.Sprintf("#%02x%02x%02x/%02x", n.R, n.G, n.B, n.A)
	}
	d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
		in := ""
		for _, a := range around {
			if w, ok := a.(fyne.Widget); ok {
				in = fmt.Sprintf("%T", w)
			}
		}
		switch o := o.(type) {
		case *canvas.Rectangle:
			list = append(list, stroke{in + ": rectangle", hex(o.FillColor) + ", edge " + hex(o.StrokeColor)})
		case *canvas.Circle:
			list = append(list, stroke{in + ": circle", hex(o.FillColor) + ", edge " + hex(o.StrokeColor)})
		case *canvas.Line:
			list = append(list, stroke{in + ": line", hex(o.StrokeColor)})
		case *canvas.Text:
			list = append(list, stroke{in + ": " + o.Text, hex(o.Color)})
		case *canvas.Shader:
			list = append(list, stroke{in + ": surface", fmt.Sprint(channelsOf(o))})
		case *canvas.Image:
			if o.Resource != nil {
				list = append(list, stroke{in + ": icon", o.Resource.Name()})
			}
		}
	})
	return list
}

// channelsOf returns what a surface is painted with, but for its place and size.
func channelsOf(o *canvas.Shader) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(o.Uniforms)) {
		if name != "height" && name != "above" && name != "below" {
			list = append(list, fmt.Sprintf("%s %.3f", name, o.Uniforms[name]))
		}
	}
	return list
}

// everyPrompt opens each prompt of the window, by its name.
func everyPrompt(t *testing.T) map[string]func(d *seat) {
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	return map[string]func(d *seat){
		"rename":           func(d *seat) { d.Press(fyne.KeyF2) },
		"rename-workspace": func(d *seat) { d.Command("Rename workspace…") },
		"note":             func(d *seat) { d.Command("Note…") },
		"add":              func(d *seat) { d.Tap("scenario.add") },
		"shift":            func(d *seat) { d.Command("Shift all growth…") },
		"reach":            func(d *seat) { d.Command("Reach the cap on…") },
		"rates":            func(d *seat) { d.Tap("terms.share.ratesByYear") },
		"paste":            func(d *seat) { d.Tap("stream.paste") },
		"stream":           func(d *seat) { d.Tap("stream.edit") },
		"open":             func(d *seat) { d.Tap("open") },
		"save-as":          func(d *seat) { d.Tap("save-as") },
		"export":           func(d *seat) { d.Command("Export…") },
		"save-picture":     func(d *seat) { d.Tap("save-picture") },
		"sources":          func(d *seat) { d.Command("Sources of the figures…") },
		"why":              func(d *seat) { d.Tap("result.paid") },
		"keyboard":         func(d *seat) { d.p.Window.Canvas().OnTypedRune()('?') },
		"error":            func(d *seat) { d.p.Open(filepath.Join(folder, "nothing")) },
		"link":             func(d *seat) { why.OpenLink(d.p.Desk, "https://example.com/") },
		"unsaved":          func(d *seat) { d.Enter("terms.share.cap", "40"); d.Command("New workspace") },
		"recover": func(d *seat) {
			d.p.Prompts.Show(prompt.Prompt{Name: "recover", Title: "Recover unsaved changes?", Message: "From today.", Accept: "Recover"})
		},
	}
}

// Where the system's look arrives late, what was built before is on the screen.
func TestWhatIsOnTheScreenIsPaintedAnewWithTheTheme(t *testing.T) {
	for _, tc := range []struct{ before, after look.Mode }{{look.ModeDark, look.ModeLight}, {look.ModeLight, look.ModeDark}} {
		screen := func(before look.Mode) []stroke {
			d := sit(t, test.NewTempApp(t), preset.Default(), "")
			d.App.Settings().SetTheme(look.NewTheme(before))
			d.App.Settings().SetTheme(look.NewTheme(tc.after))
			d.Relayout()
			return d.painted()
		}
		samePaint(t, screen(tc.before), screen(tc.after))
	}
}

func TestPromptsArePaintedAnewWithTheTheme(t *testing.T) {
	for name, open := range everyPrompt(t) {
		t.Run(name, func(t *testing.T) {
			d := sit(t, test.NewTempApp(t), preset.Default(), "")
			screen := func(before look.Mode) []stroke {
				d.App.Settings().SetTheme(look.NewTheme(before))
				d.p.Window.Canvas().Unfocus()
				open(d)
				d.Dialog(name)
				d.App.Settings().SetTheme(look.NewTheme(look.ModeLight))
				d.Relayout()
				painted := d.painted()
				d.p.Prompts.Cancel()
				d.Dialog("")
				return painted
			}
			samePaint(t, screen(look.ModeDark), screen(look.ModeLight))
		})
	}
}

func samePaint(t *testing.T, got, want []stroke) {
	t.Helper()
	if len(want) < 20 || len(got) != len(want) {
		t.Fatalf("%d things are painted, %d where the theme was so from the start", len(got), len(want))
	}
	for i := range want {
		if got[i].colors != want[i].colors {
			t.Errorf("%s is painted %s, want %s", got[i].what, got[i].colors, want[i].colors)
		}
	}
}
