package risk

import (
	"fyne.io/fyne/v2"

	"headroom/scenario/explain"
	"headroom/scenario/plot/risk"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// places are the bars or rows of a chart that say something of themselves: to the
// pointer, to Left and Right, Up and Down, and asked why, by Enter or the menu.
type places struct {
	view  *View
	chart *chartview.View
	count func() int
	at    func(at fyne.Position) (int, bool)
	tell  func(i int) (chartview.Tip, fyne.Position)
	why   func(i int) explain.Explanation
	shown int // index of the place whose tooltip is open, -1 for none
}

// slotPlaces are the slots of a frame.
func slotPlaces(v *View, f *risk.Frame, tell func(i int) (chartview.Tip, fyne.Position), why func(i int) explain.Explanation) *places {
	return &places{
		view: v, count: func() int { return len(f.Slots) }, tell: tell, why: why,
		at: func(at fyne.Position) (int, bool) { return f.SlotAt(float64(at.X), float64(at.Y)) },
	}
}

// attach has a chart tell of its places.
func (p *places) attach(chart *desk.Chart) {
	p.chart, p.shown = chart.View, -1
	chart.Handle(desk.Handler{
		Hover: p.onHover, Leave: p.clear, Key: p.onKey, Menu: p.onMenu,
		Drawn: func() {
			if at, inside := p.chart.Pointer(); inside {
				p.onHover(at)
			} else if p.shown >= 0 {
				p.show(p.shown)
			}
		},
	})
}

func (p *places) clear() {
	p.shown = -1
	p.chart.ClearOverlay()
}

func (p *places) onHover(at fyne.Position) {
	if i, ok := p.at(at); ok && p.view.runs.known {
		p.show(i)
		return
	}
	p.clear()
}

func (p *places) show(i int) {
	if i >= p.count() {
		p.clear()
		return
	}
	p.shown = i
	tip, at := p.tell(i)
	p.chart.SetTip(at, tip)
}

func (p *places) onKey(key fyne.KeyName, _ fyne.KeyModifier) bool {
	n, to := p.count(), p.shown
	switch key {
	case fyne.KeyEscape:
		had := p.shown >= 0
		p.clear()
		return had
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.shown < 0 || p.shown >= n {
			return false
		}
		p.view.ask(p.why(p.shown))
		return true
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = n - 1
	case fyne.KeyRight, fyne.KeyDown:
		to++
	case fyne.KeyLeft, fyne.KeyUp:
		if to--; p.shown < 0 {
			to = n - 1
		}
	default:
		return false
	}
	if n > 0 {
		p.show(min(n-1, max(0, to)))
	}
	return true
}

// onMenu offers to explain what stands at a place. While the menu is open another run may
// be drawn: what is explained is what stood there.
func (p *places) onMenu(at fyne.Position) {
	i, ok := p.at(at)
	if !ok || !p.view.runs.known {
		return
	}
	account := p.why(i)
	p.chart.HideTip()
	look.ShowMenu(fyne.NewMenu("", fyne.NewMenuItem(desk.AskWhy, func() { p.view.ask(account) })), at, p.chart)
}
