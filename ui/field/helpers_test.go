package field_test

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/ui/field"
	"headroom/ui/look"
)

// window shows an object in a window, in the light theme.
func window(t *testing.T, object fyne.CanvasObject) fyne.Window {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.ModeLight))
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(object)
	w.Resize(fyne.NewSize(300, 120))
	return w
}

// typist is what keys are typed into.
type typist interface {
	fyne.Focusable
	fyne.CanvasObject
}

// enter replaces what the field shows by a text, without leaving the field.
func enter(f typist, text string) {
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if text == "" {
		press(f, fyne.KeyBackspace)
		return
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

func press(f typist, keys ...fyne.KeyName) {
	for _, key := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func hold(f typist, key fyne.KeyName, during func()) {
	f.(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: key})
	during()
	f.(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: key})
}

// amounts is a format of plain numbers between 0 and 100: one decimal at rest,
// all of them in full; "+1" is relative to the value shown.
func amounts() field.Format {
	return field.Format{
		Short: func(v float64) string { return fmt.Sprintf("%.1f", v) },
		Full:  func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) },
		Parse: func(text string, shown float64) (float64, error) {
			v, err := strconv.ParseFloat(strings.TrimPrefix(text, "+"), 64)
			if strings.HasPrefix(text, "+") {
				v += shown
			}
			if err != nil || v < 0 || v > 100 {
				return 0, errors.New("enter a number from 0 to 100")
			}
			return v, nil
		},
		Step: func(v, n float64) float64 {
			grain := 0.1 * min(1, math.Abs(n)) // what is hidden is rounded away
			return min(max(field.Clean(math.Round((v+n*0.1)/grain)*grain), 0), 100)
		},
	}
}

// log records what a field tells.
type log struct{ told []string }

func (l *log) edit(v float64) error {
	l.told = append(l.told, strconv.FormatFloat(v, 'g', -1, 64))
	return nil
}

func (l *log) commit() { l.told = append(l.told, "commit") }

// take returns what was told since the last call.
func (l *log) take() string {
	told := strings.Join(l.told, " ")
	l.told = nil
	return told
}
