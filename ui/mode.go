package ui

import (
	"fyne.io/fyne/v2"

	"headroom/ui/field"
	"headroom/ui/look"
)

// mode decides whether the window is light or dark, and repaints it when that
// changes. The system may answer seconds after the window is there; until then the
// window looks as it did last, rather than flash up in the other look.
type mode struct {
	planner  *Planner
	awaiting bool // whether the system has still to answer
	setting  bool // whether a change of the look is the window's own
	plain    bool // whether surfaces are Fyne's own rectangles
}

// startMode gives the window its first look. It is final where known says that the
// app has it from its own settings.
func startMode(p *Planner, known, plain bool) *mode {
	m := &mode{planner: p, awaiting: !known && p.Settings.LastLook() != look.ModeSystem, plain: plain}
	m.apply()
	p.App.Settings().AddListener(func(fyne.Settings) { m.onSystem(known) })
	return m
}

// apply has the app look as it should by now.
func (m *mode) apply() {
	theme := look.NewTheme(m.planner.Settings.Mode())
	if m.awaiting {
		theme = theme.Until(m.planner.Settings.LastLook())
	}
	if m.plain {
		theme = theme.Plainly()
	}
	m.setting = true
	m.planner.App.Settings().SetTheme(theme)
	m.setting = false
}

// onSystem takes over what the system asks for.
func (m *mode) onSystem(known bool) {
	if !m.setting {
		if m.awaiting {
			m.awaiting = false
			m.apply()
		}
		if !known {
			last := look.ModeLight
			if look.NewTheme(look.ModeSystem).Dark(m.planner.App.Settings().ThemeVariant()) {
				last = look.ModeDark
			}
			m.planner.Settings.SetLastLook(last)
		}
	}
	m.planner.Live.Do(m.repaint)
}

// repaint repaints what the toolkit does not by itself.
func (m *mode) repaint() {
	field.RecolorCaret(m.planner.Window.Canvas().Focused())
	m.planner.show()
}

// setMode makes the window light or dark, and remembers it.
func (p *Planner) setMode(mode look.Mode) {
	p.Settings.SetMode(mode)
	p.menu.markMode(mode)
	p.mode.apply()
}
