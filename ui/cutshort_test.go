package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

// cutShort returns the texts of the Plan view that end in an ellipsis for want of
// room.
func (d *seat) cutShort() (cut []string) {
	d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
		text, ok := o.(*canvas.Text)
		if !ok || !strings.HasSuffix(text.Text, "…") || !desktest.Holds(around, d.plan().Object()) {
			return
		}
		for _, command := range []string{"Save picture…", "Other rates by year…", "Edit stream…", "Shift all…", "Paste…", "Enter actuals…"} {
			if text.Text == command {
				return
			}
		}
		cut = append(cut, text.Text)
	})
	return cut
}

func TestNothingInPlanIsCutShort(t *testing.T) {
	book := preset.Default()
	book.Scenarios = slices.Clone(book.Scenarios)
	longTerms := &book.Scenarios[0]
	longTerms.Terms.Share.AlreadyPaid = 123.4e9
	longTerms.Terms.Share.Cap = 456.7e9
	longTerms.Uncertainty = nil
	longTerms.Terms.OtherClouds.From = unit.NewMonth(2027, 9)
	longTerms.Terms.OtherClouds.AzureLeadMonths = 120
	longTerms.Terms.License = &scenario.License{Through: unit.NewMonth(2031, 9), Exclusive: scenario.ExclusiveNo}
	longTerms.Terms.Reverse = &scenario.Reverse{Rate: 0.25, From: unit.NewMonth(2026, 2), Through: unit.NewMonth(2028, 9)}
	longTerms.Terms.Share.From = unit.NewMonth(2026, 3)
	longTerms.Terms.Share.CapFrom = unit.NewMonth(2026, 4)
	longTerms.LastYear = 2034
	streams := slices.Clone(longTerms.Outlook.Streams)
	for i := range streams {
		for year := 2031; year <= 2034; year++ {
			streams[i].Growth = streams[i].Growth.With(year, 0.1)
		}
	}
	longTerms.Outlook.Streams = streams
	if faults := longTerms.Check(); len(faults) > 0 {
		t.Fatal(faults)
	}
	longAmounts := &book.Scenarios[1]
	longAmounts.Valuation.DiscountRate = 0.1234
	longAmounts.Outlook.Streams = slices.Clone(longAmounts.Outlook.Streams)
	longAmounts.Outlook.Streams[0].Base = 9876.5e9
	for _, width := range []float32{1024, 1100, 1180, 1280, 1360, 1440, 1600, 1920} {
		for _, offset := range []float64{0, 0.325, 0.45, 0.6, 1} {
			t.Run(fmt.Sprintf("%g %g", width, offset), func(t *testing.T) {
				d := sit(t, test.NewTempApp(t), book, "")
				d.p.Window.Resize(fyne.NewSize(width, 640))
				splitOf(d.plan().Object()).SetOffset(offset)
				for _, s := range book.Scenarios {
					d.p.Do(edit.Select(s.ID))
					d.Relayout()
					d.Draw()
					for _, text := range d.cutShort() {
						t.Errorf("of %s %q is cut short", s.Name, text)
					}
				}
			})
		}
	}
}

// splitOf returns the two panes of a view that has them.
func splitOf(o fyne.CanvasObject) *container.Split {
	for _, o := range o.(*fyne.Container).Objects {
		if split, ok := o.(*container.Split); ok {
			return split
		}
	}
	return nil
}
