package field_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/ui/field"
	"headroom/ui/inspect"
)

// paste gives f what the clipboard holds, as Ctrl+V does.
func paste(f fyne.Shortcutable, text string) {
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(text)
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// What no field can mean is not laid out: the field has the text it had, and says
// why.
func TestFieldsRefuseALongClipboard(t *testing.T) {
	tooLong := func(n, most string) string {
		return "the clipboard holds " + n + " characters; this field takes " + most
	}
	for _, test := range []struct {
		says  string
		make  func() entry
		text  string
		fault string // empty where it is taken
	}{
		{"a figure of 200", number, strings.Repeat("1", 200), ""},
		{"a figure of 201", number, strings.Repeat("1", 201), tooLong("201", "200")},
		{"a figure of 60,000", number, strings.Repeat("30\t", 20_000), tooLong("60000", "200")},
		{"a month", func() entry { return field.NewMonth("m", "") }, strings.Repeat("é", 201), tooLong("201", "200")},
		{"a text of 1,000 letters of two bytes", text, strings.Repeat("é", 1000), ""},
		{"a text of 1,001", text, strings.Repeat("é", 1001), tooLong("1001", "1000")},
		{"a text of three megabytes", text, strings.Repeat("a", 3<<20), "the clipboard holds 3 MB of text; this field takes 1000 characters"},
	} {
		f := test.make()
		window(t, f).Canvas().Focus(f)
		before := f.Inspect().Text
		paste(f, test.text)
		n := f.Inspect()
		after, fault := n.Text, n.Fault
		want := before
		if test.fault == "" {
			want = test.text
		}
		if fault != test.fault || after != want {
			t.Errorf("%s: says %q, want %q, and shows %.20q", test.says, fault, test.fault, after)
		}
	}
}

// An entry is what all fields that are typed into have in common.
type entry interface {
	fyne.Focusable
	fyne.Shortcutable
	inspect.Widget
}

func number() entry { return field.NewNumber("n", amounts()) }

func text() entry { return field.NewText("t", "") }

// Pasted again and again, a text does not grow beyond what the field takes.
func TestAFieldDoesNotGrowBeyondWhatItTakes(t *testing.T) {
	x := field.NewText("t", "")
	window(t, x).Canvas().Focus(x)
	paste(x, strings.Repeat("a", 600))
	paste(x, strings.Repeat("b", 600))
	if got := x.ErrorText(); !strings.Contains(got, "not so much room") || len(x.Text) != 600 {
		t.Errorf("of 1,200 letters it has %d and says %q", len(x.Text), got)
	}
	x.TypedShortcut(&fyne.ShortcutSelectAll{})
	paste(x, strings.Repeat("c", 600)) // in place of what is selected
	if x.Text != strings.Repeat("c", 600) {
		t.Errorf("what is selected does not make room: %d letters, %q", len(x.Text), x.ErrorText())
	}
}

func TestACellIsPastedWithoutWhatSpreadsheetsPutAroundIt(t *testing.T) {
	for pasted, want := range map[string]string{
		"30\r\n": "30", "30\n": "30", "\"30\"": "30", "\"1,234.5\"\n": "1,234.5", "30 500\n": "30 500", "30\t62": "30\t62", "30\n62\n": "30\t62", "30; 62": "30\t62", "30\n\n62": "30\t\t62",
	} {
		n := field.NewNumber("n", amounts())
		window(t, n).Canvas().Focus(n)
		paste(n, pasted)
		if n.Text != want {
			t.Errorf("%q is pasted as %q, want %q", pasted, n.Text, want)
		}
	}
	x := field.NewText("t", "")
	window(t, x).Canvas().Focus(x)
	paste(x, "a name\r\n")
	if x.Text != "a name" {
		t.Errorf("a name is pasted as %q", x.Text)
	}
}

func TestAFieldMayReadTheClipboardItself(t *testing.T) {
	x := field.NewText("t", "")
	x.OnPaste = func(text string) (string, error) {
		if text == "no" {
			return "", errors.New("not this")
		}
		return text + "!", nil
	}
	window(t, x).Canvas().Focus(x)
	paste(x, "yes")
	paste(x, "no")
	if x.Text != "yes!" || x.ErrorText() != "not this" {
		t.Errorf("it shows %q and says %q", x.Text, x.ErrorText())
	}
}

func TestANoteTakesAsMuchAsANoteHas(t *testing.T) {
	n := field.NewNote("note", 3, 20)
	var refused []string
	n.OnRefuse = func(err error) { refused = append(refused, err.Error()) }
	window(t, n).Canvas().Focus(n)
	paste(n, "two\nlines")
	paste(n, strings.Repeat("x", 21))
	paste(n, strings.Repeat("x", 12))
	paste(n, " and more")
	if want := "two\nlines and more"; n.Text != want {
		t.Errorf("the note is %q, want %q", n.Text, want)
	}
	if len(refused) != 2 || !strings.Contains(refused[0], "holds 21 characters; this field takes 20") || !strings.Contains(refused[1], "not so much room") {
		t.Errorf("refused was %q", refused)
	}
	left := false
	n.Answer(nil, func() { left = true })
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); !left || !strings.HasSuffix(n.Text, "\n") {
		t.Errorf("Escape leaves: %v; Enter begins a line: %q", left, n.Text)
	}
}
