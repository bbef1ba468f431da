//go:build e2e

package main_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// What the shipped workspace opens on, and what the press computed with.
const (
	july     = "july-2026"
	february = "february-2026"
)

// month returns the month so written.
func month(t testing.TB, text string) unit.Month {
	t.Helper()
	m, err := unit.ParseMonth(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestFieldsSetWhatTheyName(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	m := mirrorOf(w, preset.Default())
	m.shown("the start")

	m.hold("growth typed", func() { w.enter(growth2027, "60 %") }, edit.SetGrowth(july, 0, 2027, 0.6))
	m.hold("growth typed as a multiple", func() { w.enter(growth2028, "2.25x") }, edit.SetGrowth(july, 0, 2028, 1.25))
	m.hold("revenue typed", func() { w.enter("outlook.streams[0].revenue.2029", "190") },
		edit.SetRevenue(july, 0, 2029, 190e9, false))
	m.hold("later revenue kept", func() {
		w.click("stream.keep-later")
		w.enter("outlook.streams[0].revenue.2027", "$50bn")
		w.click("stream.keep-later")
	}, edit.SetRevenue(july, 0, 2027, 50e9, true))
	m.hold("base typed", func() { w.enter("outlook.streams[0].base", "13.5B") }, edit.SetBase(july, 0, 13.5e9))
	m.hold("cap typed", func() { w.enter(capField, "36,500,000,000") }, edit.SetCap(july, 36.5e9))
	m.hold("rate typed", func() { w.enter("terms.share.rate", "19") }, edit.SetRate(july, 0.19))
	m.hold("month typed", func() { w.enter("terms.share.through", "june 2030") },
		edit.SetShareThrough(july, month(t, "2030-06")))
	m.hold("month cleared", func() { w.enter("terms.otherClouds.from", "never") }, edit.SetOtherCloudsFrom(july, 0))
	m.hold("amount counted before", func() { w.enter("terms.share.alreadyPaid", "2") }, edit.SetAlreadyPaid(july, 2e9))
	m.hold("box ticked", func() { w.click("terms.reverse.endsAtAGI") }, edit.SetReverseEndsAtAGI(july, true))

	// Keys step the last digit shown, and are one undo step.
	m.hold("cap stepped", func() {
		w.textOf(capField)
		w.key("Up", "shift+Up", "alt+Down")
		w.key("Tab")
	}, edit.SetCap(july, 36.6e9), edit.SetCap(july, 37.6e9), edit.SetCap(july, 37.59e9))
	m.hold("month stepped by a year", func() {
		w.textOf("terms.share.from")
		w.key("shift+Up", "Tab")
	}, edit.SetShareFrom(july, month(t, "2027-01")))

	m.hold("AGI verified", func() {
		w.reach("valuation.discountRate")
		w.enter("outlook.agiVerified", "2029-06")
	}, edit.SetAGIVerified(july, month(t, "2029-06")))
	m.hold("last year moved", func() {
		w.reach("valuation.discountRate")
		w.enter("lastYear", "2031")
	}, edit.SetLastYear(july, 2031))
	m.hold("discount rate typed", func() {
		w.reach("valuation.discountRate")
		w.enter("valuation.discountRate", "8%")
	}, edit.SetDiscountRate(july, 0.08))
	m.hold("shape chosen", func() {
		w.reach("valuation.discountRate")
		w.choose("outlook.shape", 1)
	}, edit.SetShape(july, scenario.ShapeEven))
	m.undoAll()
}

func TestPartsAreTakenWhole(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	m := mirrorOf(w, preset.Default())

	templates := preset.StreamTemplates()
	hardware := slices.IndexFunc(templates, func(t preset.StreamTemplate) bool { return t.ID == "hardware" })
	if hardware < 0 {
		t.Fatal("there is no template for hardware")
	}
	item := 1 // after the blank stream
	for _, template := range templates[:hardware] {
		item++
		if template.Contained { // out of the one direct stream, or on top
			item++
		}
	}
	m.hold("stream added from a template", func() {
		w.choose("stream.add", item)
		w.opened("add-stream")
		w.click("dialog.ok")
	}, edit.Revise(july, "add stream", templates[hardware].AddTo))
	w.wait("the new stream to be the one edited", func(s state) bool {
		_, ok := s.find("outlook.streams[2].base", "entry")
		return ok
	})
	m.hold("growth of the new stream typed", func() { w.enter("outlook.streams[2].growth.2029", "75%") },
		edit.SetGrowth(july, 2, 2029, 0.75))
	m.hold("stream renamed and shared in part", func() {
		w.click("stream.edit")
		w.opened("stream")
		w.typeInto("dialog.name", "Devices")
		w.typeInto("dialog.shared", "50%")
		w.click("dialog.ok")
	}, edit.Group("change stream", edit.SetShared(july, 2, 0.5), edit.RenameStream(july, 2, "Devices")))
	m.hold("total growth typed", func() {
		w.choose("stream", 3)
		w.enter("outlook.total.growth.2028", "90%")
		w.choose("stream", 2)
	}, edit.SetTotalGrowth(july, 2028, 0.9))
	file := filepath.Join(t.TempDir(), "parts"+store.Extension)
	w.click("save-as")
	w.answerPath("save-as", file)
	w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.File == file })
	if kept, want := readWorkspace(t, file).Scenarios, m.Workspace().Scenarios; !reflect.DeepEqual(kept, want) {
		t.Errorf("the file has other scenarios than the same changes give:\n%+v\n%+v", kept[0], want[0])
	}
	m.hold("stream removed", func() {
		w.click("stream.edit")
		w.opened("stream")
		w.click("dialog.other")
	}, edit.RemoveStream(july, 2))

	terms := preset.AllTerms()
	prior := slices.IndexFunc(terms, func(t preset.Terms) bool { return t.ID == "prior-2025-10" })
	m.hold("terms taken", func() { w.choose("terms.preset", prior) }, edit.TakeTerms(july, "", terms[prior]))
	m.hold("cap put on", func() { w.enter(capField, "60") }, edit.SetCap(july, 60e9))
	m.hold("cap taken off", func() { w.enter(capField, "no cap") }, edit.RemoveCap(july))
	w.after(func() { w.drag(capField, -20, 0) })
	m.adopt("cap put on with the slider", edit.SetCap(july, amountIn(t, w.textOf(capField))))
	outlooks := preset.Outlooks()
	m.hold("outlook taken", func() {
		w.reach("valuation.discountRate")
		w.choose("outlook.preset", len(outlooks)-1)
	}, edit.TakeOutlook(july, "", outlooks[len(outlooks)-1]))
	m.hold("rates by year", func() {
		w.xdotool("click", "--repeat", "30", "4")
		w.click("terms.share.ratesByYear")
		w.opened("rates")
		w.typeInto("dialog.rate.2029", "15%")
		w.typeInto("dialog.rate.2030", "12.5")
		w.click("dialog.ok")
	}, edit.Group("rates", edit.SetRateOfYear(july, 2029, 0.15), edit.SetRateOfYear(july, 2030, 0.125)))

	// A row copied elsewhere is offered where years are pasted.
	const row = "31; 64.5; 117"
	w.click("scenario.rename")
	w.opened("rename")
	w.typeInto("dialog.name", row)
	w.key("ctrl+a", "ctrl+c")
	w.click("dialog.cancel")
	w.opened("")
	m.hold("row pasted", func() {
		w.click("stream.paste")
		w.wait("the copied row", func(s state) bool {
			p, ok := s.find("dialog.years")
			return ok && p.Text == row
		})
		w.click("dialog.ok")
	}, edit.SetRevenues(july, 0, 2026, []unit.Amount{31e9, 64.5e9, 117e9}))
	m.hold("growths pasted", func() {
		w.click("stream.paste")
		w.opened("paste")
		w.typeInto("dialog.years", "100% 90% 80% 70% 60%")
		w.click("dialog.ok")
	}, edit.SetGrowths(july, 0, scenario.ByYear{{Year: 2026, Rate: 1}, {Year: 2027, Rate: 0.9}, {Year: 2028, Rate: 0.8}, {Year: 2029, Rate: 0.7}, {Year: 2030, Rate: 0.6}}))
	m.hold("all growth shifted", func() {
		w.click("stream.shift")
		w.opened("shift")
		w.typeInto("dialog.shift", "-5 pp")
		w.click("dialog.ok")
	}, edit.ShiftGrowth(july, -0.05))
}
