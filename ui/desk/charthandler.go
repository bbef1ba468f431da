package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/chartview"
)

// A Handler answers what is done on a chart. A chart has several, each of which knows
// one thing, such as explaining months or what can be dragged. Each field may be nil.
type Handler struct {
	// Hover is called where the pointer moves, Leave when it has gone, and Drawn when a new
	// picture is there, on which all that lies above it may stand elsewhere: those of
	// every handler.
	Hover func(at fyne.Position)
	Leave func()
	Drawn func()
	// Key is called with a key, and reports whether it has used it; if not, the next handler
	// is asked, and in the end the window.
	Key func(key fyne.KeyName, modifiers fyne.KeyModifier) bool
	// Menu is called where a menu is asked for.
	Menu func(at fyne.Position)
	// Grip returns what can be dragged at a place, Offers what a menu there has
	// instead of the drag, and Cursor how the pointer looks there; false where it is not
	// the handler's to say, and the next is asked.
	Grip   func(at fyne.Position) (Grip, bool)
	Offers func(at fyne.Position) []*fyne.MenuItem
	Cursor func(at fyne.Position) (desktop.Cursor, bool)
	// Press reports whether something was grabbed at a place. Of the handler that has
	// grabbed it alone, Drag is called where it goes, Drop where it is let go, and
	// Cancel when it is as before.
	Press  func(at fyne.Position) bool
	Drag   func(at fyne.Position, modifiers fyne.KeyModifier)
	Drop   func(at fyne.Position)
	Cancel func()
}

// Handle adds handlers. They are asked in the order in which they were added; no two
// should want the same key or press, so that the order does not matter.
func (c *Chart) Handle(more ...Handler) { c.handlers = append(c.handlers, more...) }

// events are what the view tells the handlers. Nobody else listens to it.
func (c *Chart) events() chartview.Events {
	on := c.drags()
	on.Draw = c.Draw
	on.Hover = func(at fyne.Position) {
		for _, h := range c.handlers {
			if h.Hover != nil {
				h.Hover(at)
			}
		}
	}
	on.Leave = func() {
		c.Clear()
		for _, h := range c.handlers {
			if h.Leave != nil {
				h.Leave()
			}
		}
	}
	on.Drawn = func() {
		for _, h := range c.handlers {
			if h.Drawn != nil {
				h.Drawn()
			}
		}
	}
	on.Key = func(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
		for _, h := range c.handlers {
			if h.Key != nil && h.Key(key, modifiers) {
				return true
			}
		}
		return false
	}
	on.Menu = func(at fyne.Position) {
		for _, h := range c.handlers {
			if h.Menu != nil {
				h.Menu(at)
			}
		}
	}
	on.Cursor = func(at fyne.Position) desktop.Cursor {
		for _, h := range c.handlers {
			if h.Cursor == nil {
				continue
			}
			if cursor, its := h.Cursor(at); its {
				return cursor
			}
		}
		return desktop.DefaultCursor
	}
	return on
}

// drags are what the view tells the handler that has grabbed something.
func (c *Chart) drags() chartview.Events {
	var holder Handler
	return chartview.Events{
		Press: func(at fyne.Position) bool {
			for _, h := range c.handlers {
				if h.Press != nil && h.Press(at) {
					holder = h
					return true
				}
			}
			return false
		},
		Drag: func(at fyne.Position, modifiers fyne.KeyModifier) {
			if holder.Drag != nil {
				holder.Drag(at, modifiers)
			}
		},
		Drop: func(at fyne.Position) {
			if holder.Drop != nil {
				holder.Drop(at)
			}
		},
		Cancel: func() {
			if holder.Cancel != nil {
				holder.Cancel()
			}
		},
	}
}

// gripAt returns what can be dragged at a place.
func (c *Chart) gripAt(at fyne.Position) (Grip, bool) {
	for _, h := range c.handlers {
		if h.Grip == nil {
			continue
		}
		if held, there := h.Grip(at); there {
			return held, true
		}
	}
	return Grip{}, false
}

// Offers returns what a menu of a place has instead of drags.
func (c *Chart) Offers(at fyne.Position) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, h := range c.handlers {
		if h.Offers != nil {
			items = append(items, h.Offers(at)...)
		}
	}
	return items
}
