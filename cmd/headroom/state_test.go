//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"slices"
	"strings"
)

// A state is what the inspection file says is on the screen.
type state struct {
	View     string         `json:"view"`
	Dialog   string         `json:"dialog"`
	Scale    float64        `json:"scale"`
	Size     [2]int         `json:"size"`
	Revision int            `json:"revision"`
	Drawn    int            `json:"drawn"`
	Pending  bool           `json:"pending"`
	File     string         `json:"file"`
	Unsaved  bool           `json:"unsaved"`
	Selected string         `json:"selected"`
	Focus    [2]int         `json:"focus"`
	Widgets  []part         `json:"widgets"`
	Results  map[string]any `json:"results"`
}

// A part is one visible widget.
type part struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Text    string `json:"text"`
	Enabled bool   `json:"enabled"`
	Focused bool   `json:"focused"`
	Error   string `json:"error"`
}

// area returns where the part lies in a screenshot.
func (p part) area() image.Rectangle {
	return image.Rect(p.X, p.Y, p.X+p.Width, p.Y+p.Height)
}

// find returns the part of a name, of the first of kinds that is there; without
// kinds the first of any.
func (s state) find(name string, kinds ...string) (part, bool) {
	if len(kinds) == 0 {
		i := slices.IndexFunc(s.Widgets, func(p part) bool { return p.Name == name })
		if i < 0 {
			return part{}, false
		}
		return s.Widgets[i], true
	}
	for _, kind := range kinds {
		i := slices.IndexFunc(s.Widgets, func(p part) bool { return p.Name == name && p.Kind == kind })
		if i >= 0 {
			return s.Widgets[i], true
		}
	}
	return part{}, false
}

// String lists what is on the screen, a line each.
func (s state) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "view %s, dialog %q, focus at %v, revision %d, drawn %d, file %q, unsaved %v, selected %s\n%v\n",
		s.View, s.Dialog, s.Focus, s.Revision, s.Drawn, s.File, s.Unsaved, s.Selected, s.Results)
	for _, p := range s.Widgets {
		fmt.Fprintf(&b, "%s %s %v %q enabled %v, focused %v, error %q\n",
			p.Name, p.Kind, p.area(), p.Text, p.Enabled, p.Focused, p.Error)
	}
	return b.String()
}

// settled reports whether what is on the screen is of the newest revision, with
// nothing running aside that may change it.
func (s state) settled() bool { return s.Drawn == s.Revision && !s.Pending }
