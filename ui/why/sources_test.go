package why_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui"
	"headroom/ui/desktest"
	"headroom/ui/look"
	"headroom/ui/why"
	"headroom/ui/windowtest"
)

func TestSourcesListEveryFigureThatHasOne(t *testing.T) {
	_, p := asker(t)
	s, _ := p.Selected()
	why.Sources(p.Desk)
	top := p.Prompts.All[len(p.Prompts.All)-1]
	readOn(p)
	said := told(p)
	for path, source := range s.Sources {
		status := inPrompt(t, p, "source.status."+path).(*look.Button)
		if status.Text() != string(source.Status) {
			t.Errorf("%s is %q, want %q", path, status.Text(), source.Status)
		}
		if inPrompt(t, p, "source.back."+path).(*look.Button).Visible() {
			t.Errorf("%s, as published, can go back", path)
		}
		if linked := inPrompt(t, p, "source.link."+path).(*look.Button).Visible(); linked != (source.URL != "") {
			t.Errorf("%s has a link: %v, its source %q", path, linked, source.URL)
		}
		if !strings.Contains(said, source.Note) {
			t.Errorf("the note of %s is not told", path)
		}
	}
	if top.Name != "sources" {
		t.Errorf("the prompt is %q", top.Name)
	}
	for _, want := range []string{"Total cap|$38.00B|reported", "OpenAI, 2027 revenue|$62.00B|reported", "Other clouds from|May 2026|confirmed", "Azure lead|0 months"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
}

func TestAChangedFigureIsYours(t *testing.T) {
	_, p := asker(t)
	s, _ := p.Selected()
	const cap, revenue = "terms.share.cap", "outlook.streams[0].revenue."
	if chip := listed(p)[cap+".source"]; chip.Text != "reported" {
		t.Errorf("as published the chip says %q", chip.Text)
	}
	if _, shown := listed(p)[revenue+"2027.source"]; shown {
		t.Error("a year as published bears a chip")
	}
	p.DoOnce(edit.SetCap(s.ID, 40e9))
	p.DoOnce(edit.SetGrowth(s.ID, 0, 2027, 0.6))
	if chip := listed(p)[cap+".source"]; chip.Text != "yours" {
		t.Errorf("changed, the chip says %q", chip.Text)
	}
	for year, want := range map[string]bool{"2026": false, "2027": true, "2028": true, "2029": true, "2030": true} {
		if _, shown := listed(p)[revenue+year+".source"]; shown != want {
			t.Errorf("the chip of %s is shown: %v", year, shown)
		}
	}
}

func TestFieldsWithoutAStatusSayWhenTheyAreYours(t *testing.T) {
	month := unit.NewMonth(2027, 3)
	for name, change := range map[string]func(id string) edit.Change{
		"terms.share.from":                  func(id string) edit.Change { return edit.SetShareThrough(id, month) }, // one chip for both
		"terms.share.endsAtAGI":             func(id string) edit.Change { return edit.SetEndsAtAGI(id, true) },
		"terms.reverse.from":                func(id string) edit.Change { return edit.SetReverseThrough(id, month) },
		"terms.reverse.endsAtAGI":           func(id string) edit.Change { return edit.SetReverseEndsAtAGI(id, true) },
		"terms.otherClouds.from":            func(id string) edit.Change { return edit.SetOtherCloudsFrom(id, month) },
		"terms.otherClouds.azureLeadMonths": func(id string) edit.Change { return edit.SetAzureLead(id, 6) },
		"terms.otherClouds.opensAtAGI":      func(id string) edit.Change { return edit.SetOpensAtAGI(id, true) },
		"terms.license.exclusive":           func(id string) edit.Change { return edit.SetExclusive(id, scenario.ExclusiveYes) },
		"terms.license.through":             func(id string) edit.Change { return edit.SetLicenseThrough(id, month) },
		"valuation.discountRate":            func(id string) edit.Change { return edit.SetDiscountRate(id, 0.2) },
		"valuation.asOf":                    func(id string) edit.Change { return edit.SetAsOf(id, month) },
		"outlook.shape":                     func(id string) edit.Change { return edit.SetShape(id, scenario.ShapeEven) },
		"outlook.agiVerified":               func(id string) edit.Change { return edit.SetAGIVerified(id, month) },
		"outlook.streams[0].revenue.2031":   func(id string) edit.Change { return edit.SetLastYear(id, 2031) },
	} {
		t.Run(name, func(t *testing.T) {
			_, p := asker(t)
			s, _ := p.Selected()
			shown := func() (yours []string) {
				for _, w := range p.Front().Fields() {
					if n := w.Inspect(); n.Text == "yours" && w.(fyne.CanvasObject).Visible() {
						yours = append(yours, w.InspectName())
					}
				}
				return yours
			}
			if yours := shown(); yours != nil {
				t.Fatalf("as published, %v say yours", yours)
			}
			p.DoOnce(change(s.ID))
			yours := shown()
			want := name + ".source"
			if len(yours) != 1 || yours[0] != want {
				t.Errorf("%v say yours, want %s", yours, want)
			}
			chipOf(t, p, want).OnTapped()
			if p.Inspect().Dialog != "sources" {
				t.Errorf("pressed, the chip leads to %q", p.Inspect().Dialog)
			}
		})
	}
}

func TestChoicesAndBoxesTellTheirSourceOnHover(t *testing.T) {
	d := windowtest.New(t, preset.Default().Scenarios[0])
	tip := func(kind, name string) string { return d.Widget(kind, name).(interface{ Tooltip() string }).Tooltip() }
	for _, tc := range []struct{ kind, name, hint, status string }{
		{"choice", "outlook.shape", "", "Estimate: Headroom"},
		{"choice", "terms.license.exclusive", "", "Confirmed: "},
		{"check", "terms.share.endsAtAGI", "The last payment is then that of the month of AGI\n", "Confirmed: "},
	} {
		if got := tip(tc.kind, tc.name); !strings.HasPrefix(got, tc.hint+tc.status) {
			t.Errorf("%s: on hover %q, want %q and %q", tc.name, got, tc.hint, tc.status)
		}
	}
	d.Choose("outlook.shape", scenario.ShapeEven.Words())
	if got := tip("choice", "outlook.shape"); !strings.HasPrefix(got, "Yours. Published as ") {
		t.Errorf("changed, on hover %q", got)
	}
}

func TestAYearOfTheTotalSaysWhetherItIsYours(t *testing.T) {
	s := preset.Default().Scenarios[0]
	s.Outlook.Streams = append(slices.Clone(s.Outlook.Streams), scenario.Stream{Name: "Hardware", Channel: scenario.ChannelDirect, Base: 1e9, Shared: 1, Growth: s.Outlook.Streams[0].Growth})
	d := windowtest.New(t, s)
	d.Choose("stream", "Total of OpenAI's own")
	const chip = "outlook.streams[0].revenue.2028.source"
	if d.Find("button", chip) != nil {
		t.Error("as published, 2028 says yours")
	}
	d.Enter("outlook.total.revenue.2028", "100")
	if got := d.Text("button", chip); got != "yours" {
		t.Errorf("changed, 2028 says %q", got)
	}
}

func TestAChipLeadsBackToTheSource(t *testing.T) {
	_, p := asker(t)
	s, _ := p.Selected()
	const revenue = "outlook.streams[0].revenue."
	p.DoOnce(edit.SetGrowth(s.ID, 0, 2027, 0.6))
	chip := chipOf(t, p, revenue+"2027.source")
	if tip := chip.Tooltip(); !strings.HasPrefix(tip, "Yours. Published as $62.00B, reported: The Information; ") {
		t.Errorf("its tooltip is %q", tip)
	}
	chip.OnTapped()
	back := inPrompt(t, p, "source.back."+revenue+"2027").(*look.Button)
	if p.Window.Canvas().Focused() != fyne.Focusable(back) {
		t.Error("the chip does not lead to its figure's button")
	}
	if said := told(p); !strings.Contains(said, "OpenAI, 2027 revenue|$48.00B|yours") || !strings.Contains(said, "Published as $62.00B, reported") {
		t.Error(said)
	}
	if w, shown := listed(p)["source.back."+revenue+"2027"]; !shown || !w.Focused {
		t.Error("the figure of the chip is not in view")
	}
	pressIn(t, p, "source.back."+revenue+"2027")
	if said := told(p); !strings.Contains(said, "OpenAI, 2028 revenue|$113.00B|reported") {
		t.Errorf("later years, which keep their growth, are not as published again: %s", said)
	}
	if back.Visible() || p.Session.UndoName() != "set 2027 revenue back to source" {
		t.Errorf("can go back still: %v; undo would be %q", back.Visible(), p.Session.UndoName())
	}
	p.Prompts.Cancel()
	p.Session.Undo()
	if now, _ := p.Selected(); now.Revenue(0, 2027) > 48.1e9 {
		t.Error("going back is not one undo step")
	}
}

// readOn goes through all that the prompt on top scrolls.
func readOn(p *ui.Planner) {
	for range len(p.Prompts.All[0].Scrolled()) {
		p.Prompts.Key(fyne.KeyPageDown)
	}
}

// chipOf returns a chip of the form.
func chipOf(t *testing.T, p *ui.Planner, name string) *look.Button {
	t.Helper()
	for _, w := range p.Front().Fields() {
		if w.InspectName() == name {
			return w.(*look.Button)
		}
	}
	t.Fatalf("the form has no %s", name)
	return nil
}

func TestBackToSourceIsSeenByTheExplanationBelow(t *testing.T) {
	d, p := asker(t)
	s, _ := p.Selected()
	p.DoOnce(edit.SetCap(s.ID, 40e9))
	d.Tap("result.paid")
	if said := told(p); !strings.Contains(said, "Paid through 2030|$40.00B") {
		t.Error(said)
	}
	pressIn(t, p, "why.source.terms.share.cap")
	pressIn(t, p, "source.back.terms.share.cap")
	pressIn(t, p, "dialog.ok")
	if said := told(p); p.Inspect().Dialog != "why" || !strings.Contains(said, "Paid through 2030|$38.00B") {
		t.Errorf("in %q: %s", p.Inspect().Dialog, said)
	}
}

func TestAScenarioWithoutSourcesSaysSo(t *testing.T) {
	_, p := asker(t)
	s, _ := p.Selected()
	p.DoOnce(edit.Revise(s.ID, "forget", func(s scenario.Scenario) (scenario.Scenario, error) {
		s.Sources = nil
		return s, nil
	}))
	why.Sources(p.Desk)
	if said := told(p); !strings.Contains(said, "No figure of February 2026 plan has a source") {
		t.Error(said)
	}
}

func TestOnlyAddressesOfTheWebAreOpened(t *testing.T) {
	_, p := asker(t)
	for _, tc := range []struct{ address, says, accept string }{
		{"https://www.cnbc.com/a?b=c#d", "Your browser will go to www.cnbc.com:", "Open in the browser"},
		{"http://example.org", "Your browser will go to example.org:", "Open in the browser"},
		{"HTTPS://example.org/", "Your browser will go to example.org:", "Open in the browser"},
		{"file:///etc/passwd", "Only addresses that begin with http:// or https:// are opened.", "OK"},
		{"javascript:alert(1)", "Only addresses that begin with", "OK"},
		{"www.cnbc.com", "Only addresses that begin with", "OK"},
		{"https:///path", "The address names no site.", "OK"},
		{"https://аpple.com/", "Your browser will go to xn--pple-43d.com:", "Open in the browser"}, // a Cyrillic letter
		{"https://münchen.example/", "Your browser will go to xn--mnchen-3ya.example:", "Open in the browser"},
		{"https://a b", "The source gives an address that cannot be read.", "OK"},
		{"", "Only addresses", "OK"},
	} {
		why.OpenLink(p.Desk, tc.address)
		said := told(p)
		if !strings.Contains(said, tc.says) || !strings.Contains(said, tc.address) {
			t.Errorf("%q: %s", tc.address, said)
		}
		if ok := inPrompt(t, p, "dialog.ok").(*look.Button).Text(); ok != tc.accept {
			t.Errorf("%q: the button says %q", tc.address, ok)
		}
		p.Prompts.Cancel()
	}
	why.OpenLink(p.Desk, "https://example.org/")
	p.Prompts.Accept()
	if got := p.Inspect().Dialog; got != "" {
		t.Errorf("once the address is opened, %q stays", got)
	}
	for _, address := range []string{"https://example.org\u202emoc.elpmaxe/", "https://moc.%E2%80%AEelpmaxe/"} {
		why.OpenLink(p.Desk, address)
		if said := told(p); strings.ContainsRune(said, '\u202e') || !strings.Contains(said, "xn--") {
			t.Errorf("the site of %q is told as it is: %q", address, said)
		}
		p.Prompts.Cancel()
	}
	why.OpenLink(p.Desk, "https://example.org/\u202egpj")
	if said := told(p); !strings.Contains(said, `https://example.org/\u202egpj`) {
		t.Errorf("a turn of direction is shown as it is: %q", said)
	}
}

func TestTheMenuOfAFieldGoesBackToItsSource(t *testing.T) {
	for field, given := range map[string]string{
		"terms.share.cap": "Total cap $38.00B", "outlook.streams[0].growth.2027": "OpenAI, 2027 revenue $62.00B",
		"outlook.streams[0].revenue.2027": "OpenAI, 2027 revenue $62.00B", "terms.otherClouds.from": "Other clouds from May 2026",
	} {
		t.Run(field, func(t *testing.T) {
			d := windowtest.Default(t)
			opened := d.Selected()
			open := func() {
				d.Find("entry", field).(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
			}
			open()
			d.Pick("Where it comes from…")
			d.Dialog("sources")
			d.Press(fyne.KeyEscape)
			d.P.Do(edit.SetCap(opened.ID, 40e9))
			d.P.Do(edit.SetGrowth(opened.ID, 0, 2027, 0.6))
			d.P.Do(edit.SetOtherCloudsFrom(opened.ID, 0))
			open()
			d.Pick("Back to source: " + given)
			s := d.Selected()
			back := map[string]bool{
				"terms.share.cap":                 s.Terms.Share.Cap == opened.Terms.Share.Cap,
				"outlook.streams[0].growth.2027":  s.Revenue(0, 2027) == opened.Revenue(0, 2027),
				"outlook.streams[0].revenue.2027": s.Revenue(0, 2027) == opened.Revenue(0, 2027),
				"terms.otherClouds.from":          s.Terms.OtherClouds.From == opened.Terms.OtherClouds.From,
			}
			if !back[field] {
				t.Errorf("%s is not as published", field)
			}
		})
	}
}

func TestOnlyYearsAfterThePublishedOnesAreAdded(t *testing.T) {
	d := windowtest.New(t, desktest.WorkedCase()) // which has 2027 published alone
	const revenue = "outlook.streams[0].revenue."
	for year, want := range map[string]bool{"2026": false, "2027": false, "2028": true, "2030": true} {
		if shown := d.Find("button", revenue+year+".source") != nil; shown != want {
			t.Errorf("%s says yours: %v", year, shown)
		}
	}
}

// What is yours says what of it is.
func TestWhatIsYoursSaysWhat(t *testing.T) {
	for path, want := range map[string]string{
		"outlook.streams[0].actuals.2026-Q3": "Yours: an actual that was entered",
		"outlook.streams[0].growth.2031":     "Yours: a year added to the published ones",
		"outlook.agiVerified":                "Yours: no source gives a month",
	} {
		if got := why.Describe(explain.Input{Path: path, Value: "some"}); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
