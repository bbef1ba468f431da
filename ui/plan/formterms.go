package plan

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/look"
)

// The kinds of exclusivity, in the order of the choice.
var exclusivities = []scenario.Exclusive{scenario.ExclusiveNo, scenario.ExclusiveUntilAGI, scenario.ExclusiveYes}

// choice adds a choice to the form; get returns the index of the option shown.
func (f *form) choice(path string, options []string, get func(scenario.Scenario) int, change func(i int) edit.Change) *field.Choice {
	c := field.NewChoice(path, options, func(i int) { f.desk.DoOnce(change(i)) })
	c.Least = 160 // so that the form can be narrow
	f.add(c, func(s scenario.Scenario) {
		c.Display(get(s))
		c.SetTooltipOf(func() string { return f.provenance(s, path) })
	})
	return c
}

// check adds a box to tick to the form.
func (f *form) check(path, label, hint string, get func(scenario.Scenario) bool, change func(on bool) edit.Change) *field.Check {
	c := field.NewCheck(path, label, func(on bool) { f.desk.DoOnce(change(on)) })
	f.add(c, func(s scenario.Scenario) {
		c.Display(get(s))
		c.SetTooltipOf(func() string { return strings.TrimSpace(hint + "\n" + f.provenance(s, path)) })
	})
	return c
}

// checkRow adds the line of a box to tick, before which it says where it is no
// longer as published.
func (f *form) checkRow(check *field.Check, path string) {
	f.labeledRow(f.sourcedLabel("", "", path), []float32{look.Stretch}, check)
}

// termsSection holds the terms of the deal beside cap and rate.
func (f *form) termsSection(s scenario.Scenario) {
	f.rows.Add(look.NewHeading("Deal terms"))
	terms := preset.AllTerms()
	f.presetRow("terms.preset", "Terms", "Which agreement holds; choosing one takes over all of its terms", len(terms),
		func(i int) (id, name string) { return terms[i].ID, terms[i].Name },
		func(s scenario.Scenario) string { return s.Terms.Preset },
		func(i int) edit.Change { return edit.TakeTerms(f.id(), terms[i].Name, terms[i]) })
	f.kept(func(s scenario.Scenario) (same, found bool) {
		t, ok := preset.FindTerms(s.Terms.Preset)
		return ok && reflect.DeepEqual(s.Terms, t.Terms), ok
	})
	ends := f.check("terms.share.endsAtAGI", "Share ends when AGI is verified", "The last payment is then that of the month of AGI",
		func(s scenario.Scenario) bool { return s.Terms.Share.EndsAtAGI },
		func(on bool) edit.Change { return edit.SetEndsAtAGI(f.id(), on) })
	f.checkRow(ends, "terms.share.endsAtAGI")
	reverse := f.check("terms.reverse", "Microsoft pays a reverse share", "The part of Azure resale that Microsoft pays to OpenAI",
		func(s scenario.Scenario) bool { return s.Terms.Reverse != nil },
		func(on bool) edit.Change { return f.setReverse(on) })
	f.row("", "", []float32{look.Stretch}, reverse)
	if s.Terms.Reverse != nil {
		f.reverseRows()
	}
	f.row("Other clouds", "The month from which OpenAI may sell through other clouds", []float32{monthWidth, look.Natural},
		f.month("terms.otherClouds.from", "never", func(s scenario.Scenario) unit.Month { return s.Terms.OtherClouds.From },
			func(m unit.Month) edit.Change { return edit.SetOtherCloudsFrom(f.id(), m) }),
		f.yoursChip("terms.otherClouds.from"))
	f.row("Azure leads by", "By how many months products ship on Azure before they may on other clouds", []float32{leadWidth, look.Natural},
		f.number("terms.otherClouds.azureLeadMonths", format.Count("month", "months", 120),
			func(s scenario.Scenario) float64 { return float64(s.Terms.OtherClouds.AzureLeadMonths) },
			func(v float64) edit.Change { return edit.SetAzureLead(f.id(), int(math.Round(v))) }),
		f.yoursChip("terms.otherClouds.azureLeadMonths"))
	opens := f.check("terms.otherClouds.opensAtAGI", "Other clouds open after AGI", "They open the month after AGI is verified, if not before",
		func(s scenario.Scenario) bool { return s.Terms.OtherClouds.OpensAtAGI },
		func(on bool) edit.Change { return edit.SetOpensAtAGI(f.id(), on) })
	f.checkRow(opens, "terms.otherClouds.opensAtAGI")
	license := f.check("terms.license", "Microsoft has a license", "To OpenAI's models and products; it moves no money",
		func(s scenario.Scenario) bool { return s.Terms.License != nil },
		func(on bool) edit.Change { return f.setLicense(on) })
	f.row("", "", []float32{look.Stretch}, license)
	if s.Terms.License != nil {
		f.licenseRow()
	}
}

// setReverse takes the reverse share away, or puts back what was taken away; where
// there was none it is one of a fifth over the share's months.
func (f *form) setReverse(on bool) edit.Change {
	s, _ := f.desk.Selected()
	if !on {
		if s.Terms.Reverse != nil {
			f.reverse[s.ID] = *s.Terms.Reverse
		}
		return edit.SetReverse(s.ID, nil)
	}
	if former, ok := f.reverse[s.ID]; ok {
		return edit.SetReverse(s.ID, &former)
	}
	return edit.SetReverse(s.ID, &scenario.Reverse{Rate: 0.2, From: s.Terms.Share.From, Through: s.Terms.Share.Through})
}

// setLicense takes Microsoft's license away, or puts back what was taken away;
// where there was none it is through 2032, as agreed.
func (f *form) setLicense(on bool) edit.Change {
	s, _ := f.desk.Selected()
	if !on {
		if s.Terms.License != nil {
			f.license[s.ID] = *s.Terms.License
		}
		return edit.SetLicense(s.ID, nil)
	}
	if former, ok := f.license[s.ID]; ok {
		return edit.SetLicense(s.ID, &former)
	}
	return edit.SetLicense(s.ID, &scenario.License{Through: unit.NewMonth(2032, 12), Exclusive: scenario.ExclusiveNo})
}

func (f *form) reverseRows() {
	f.row("Reverse share", "The part of Azure resale that Microsoft pays to OpenAI", []float32{monthWidth, look.Natural},
		f.number("terms.reverse.rate", format.Rate(0, 1), func(s scenario.Scenario) float64 { return float64(s.Terms.Reverse.Rate) },
			func(v float64) edit.Change { return edit.SetReverseRate(f.id(), unit.Rate(v)) }),
		f.chip("terms.reverse.rate"))
	f.row("Paid back", "The first and the last month of the reverse share", []float32{monthWidth, look.Natural, monthWidth, look.Natural},
		f.month("terms.reverse.from", "", func(s scenario.Scenario) unit.Month { return s.Terms.Reverse.From },
			func(m unit.Month) edit.Change { return edit.SetReverseFrom(f.id(), m) }),
		look.NewMuted("to"),
		f.month("terms.reverse.through", "", func(s scenario.Scenario) unit.Month { return s.Terms.Reverse.Through },
			func(m unit.Month) edit.Change { return edit.SetReverseThrough(f.id(), m) }),
		f.yoursChip("terms.reverse.from", "terms.reverse.through"))
	ends := f.check("terms.reverse.endsAtAGI", "Reverse share ends at AGI", "The last reverse share is then that of the month AGI is verified",
		func(s scenario.Scenario) bool { return s.Terms.Reverse.EndsAtAGI },
		func(on bool) edit.Change { return edit.SetReverseEndsAtAGI(f.id(), on) })
	f.checkRow(ends, "terms.reverse.endsAtAGI")
}

// presetRow adds the choice of the shipped part that a part of the scenario was
// taken from.
func (f *form) presetRow(path, label, hint string, n int, shipped func(i int) (id, name string), present func(scenario.Scenario) string, take func(i int) edit.Change) {
	ids, names := make([]string, n), make([]string, n)
	for i := range n {
		ids[i], names[i] = shipped(i)
	}
	choice := f.choice(path, names, func(s scenario.Scenario) int { return slices.Index(ids, present(s)) }, take)
	choice.Other = "Own"
	f.row(label, hint, []float32{look.Stretch}, choice)
}

// kept adds a line that says whether a part is still as the preset named above,
// which it was taken from.
func (f *form) kept(compare func(s scenario.Scenario) (same, found bool)) {
	note := look.NewMuted("")
	f.rows.Add(container.New(look.NewColumns(look.Gap, labelWidth, look.Stretch), layout.NewSpacer(), note))
	f.shown = append(f.shown, func(s scenario.Scenario) {
		switch same, found := compare(s); {
		case !found:
			note.SetText("From no preset")
		case same:
			note.SetText("As in this preset")
		default:
			note.SetText("Differs from this preset")
		}
	})
}

func (f *form) licenseRow() {
	f.row("License", "How exclusive Microsoft's license is; it moves no money", []float32{look.Stretch, look.Natural},
		f.choice("terms.license.exclusive", wordsOf(exclusivities), func(s scenario.Scenario) int { return slices.Index(exclusivities, s.Terms.License.Exclusive) },
			func(i int) edit.Change { return edit.SetExclusive(f.id(), exclusivities[i]) }),
		f.yoursChip("terms.license.exclusive"))
	f.row("License through", "The last month of Microsoft's license", []float32{monthWidth, look.Natural},
		f.month("terms.license.through", "", func(s scenario.Scenario) unit.Month { return s.Terms.License.Through },
			func(m unit.Month) edit.Change { return edit.SetLicenseThrough(f.id(), m) }),
		f.yoursChip("terms.license.through"))
}

// wordsOf returns what the screen calls the values.
func wordsOf[T interface{ Words() string }](values []T) []string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = v.Words()
	}
	return words
}
