package paste_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/paste"
)

// An empty view shows nothing.
type empty struct{ desk.View }

func (empty) Object() fyne.CanvasObject { return container.NewWithoutLayout() }
func (empty) Show()                     {}

// asking asks for the years 2026 to 2028 with something on the clipboard. What is
// filled in goes to a list, a year each; a figure of 13 billion is refused.
func asking(t *testing.T, clipboard string) (*desktest.Seat, *[]string) {
	t.Helper()
	var filled []string
	d := desktest.Alone(t, scenario.Workspace{}, func(*desk.Desk) desk.View { return empty{} })
	d.Desk.App.Clipboard().SetContent(clipboard)
	paste.Ask(d.Desk, paste.Target{
		Title: "Fill the years", Example: "30; 62; 113", First: 2026, Last: 2028,
		Stays: func(int, block.Kind) string { return "$1.0B" },
		Fill: func(kind block.Kind, figures []block.Figure) string {
			filled = nil
			for i, f := range figures {
				switch {
				case !f.Known:
					filled = append(filled, "as it is")
				case kind == block.Percents || kind == block.Multiples:
					filled = append(filled, f.Rate.Growth())
				case f.Amount == 13e9:
					return fmt.Sprintf("%d cannot be that", 2026+i)
				case f.Period.IsZero() || len(figures) == 3:
					filled = append(filled, f.Amount.Headline())
				default: // of a table that has some of the years alone
					filled = append(filled, fmt.Sprintf("%s of %d", f.Amount.Headline(), f.Period.First.Year()))
				}
			}
			return ""
		},
	})
	d.Dialog("paste")
	return d, &filled
}

func TestWhatIsTypedFillsTheYears(t *testing.T) {
	for _, tc := range []struct {
		typed string
		want  []string
	}{
		{"30; 62; 113", []string{"$30.0B", "$62.0B", "$113.0B"}},
		{"30; ; 113", []string{"$30.0B", "as it is", "$113.0B"}},
		{"60% 50% 40%", []string{"+60.0%", "+50.0%", "+40.0%"}},
		{"2.5x 2x 1x", []string{"+150.0%", "+100.0%", "0.0%"}},
		{"2027\t2028\n62\t113", []string{"$62.0B of 2027", "$113.0B of 2028"}},
	} {
		d, filled := asking(t, tc.typed)
		d.Tap("dialog.ok")
		d.Dialog("")
		if got := *filled; !slices.Equal(got, tc.want) {
			t.Errorf("%q fills in %q, want %q", tc.typed, got, tc.want)
		}
	}
}

func TestWhatCannotBeReadKeepsThePromptAndFillsNothing(t *testing.T) {
	for typed, says := range map[string]string{
		"":            "",
		"no figures":  "",
		"30; 62; lot": "lot",
		"13; 2; 3":    "2026 cannot be that", // what Fill has against it
	} {
		d, filled := asking(t, typed)
		d.Tap("dialog.ok")
		d.Dialog("paste")
		if len(*filled) > 0 {
			t.Errorf("%q fills in %q", typed, *filled)
		}
		if says != "" && !d.Says(says) {
			t.Errorf("of %q nothing says %q", typed, says)
		}
	}
}

func TestATableOfSeveralRowsAsksForOne(t *testing.T) {
	d, filled := asking(t, "\t2026\t2027\t2028\nRevenue\t30\t62\t113\nCosts\t1\t2\t3\n")
	d.Tap("dialog.ok")
	d.Dialog("paste") // none is chosen yet
	if len(*filled) > 0 {
		t.Errorf("without a choice, %q is filled in", *filled)
	}
	d.Choose("dialog.row", "Costs")
	d.Tap("dialog.ok")
	d.Dialog("")
	if want := []string{"$1.0B", "$2.0B", "$3.0B"}; !slices.Equal(*filled, want) {
		t.Errorf("filled in is %q, want %q", *filled, want)
	}
}
