package plan

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// pinRow says below the field of an input that this is pinned, where it is, and to what;
// and lets go of the pin.
func (f *form) pinRow(s scenario.Scenario, of scenario.Input) {
	if s.Pin == nil || s.Pin.Input != string(of) {
		return
	}
	said := look.NewHintLabel("", "")
	state := look.NewChip("pin", "", "", nil)
	state.OnTapped = func() { f.desk.Say(strings.TrimSuffix(state.Tooltip(), ".")) }
	release := look.NewLink("pin.release", desk.Unpin, f.desk.OnUnpin)
	release.SetTooltip("Leave the input where it is, and let the result move again")
	row := container.New(look.NewColumns(look.Gap, look.Natural, look.Stretch, look.Natural), state, said, release)
	f.named = append(f.named, state)
	f.add(release, func(s scenario.Scenario) {
		p, ok := f.desk.PinOf(s)
		if !ok {
			return
		}
		was := state.Text()
		state.SetText(p.State)
		said.SetText(p.To)
		state.SetTooltip(p.Whole)
		said.SetTooltip(p.Whole)
		if was != p.State {
			row.Refresh() // the width of the chip
		}
	})
	f.lines[state], f.lines[release] = row, row
	f.rows.Add(row)
}
