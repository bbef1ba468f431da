package ui

import (
	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

// The keys of what the window remembers from one run to the next.
const (
	keyWidth  = "window.width"
	keyHeight = "window.height"
	keyFolder = "folder"
	keyMode   = "mode"
)

// settings are what the window remembers from one run to the next: its size,
// whether it is light or dark, and the folder used last. They never hold anything of a workspace.
type settings struct{ prefs fyne.Preferences }

func newSettings(app fyne.App) *settings { return &settings{prefs: app.Preferences()} }

// windowSize returns the size the window had last.
func (s *settings) windowSize() fyne.Size {
	return fyne.NewSize(
		float32(max(1024, s.prefs.FloatWithFallback(keyWidth, 1440))),
		float32(max(640, s.prefs.FloatWithFallback(keyHeight, 900))))
}

func (s *settings) setWindowSize(size fyne.Size) {
	s.prefs.SetFloat(keyWidth, float64(size.Width))
	s.prefs.SetFloat(keyHeight, float64(size.Height))
}

// folder returns the folder used last, or the home folder.
func (s *settings) folder() string { return s.prefs.StringWithFallback(keyFolder, expandHome("~")) }

func (s *settings) setFolder(folder string) { s.prefs.SetString(keyFolder, folder) }

// mode returns whether the window was set to be light or dark.
func (s *settings) mode() look.Mode { return look.Mode(s.prefs.String(keyMode)) }

func (s *settings) setMode(mode look.Mode) { s.prefs.SetString(keyMode, string(mode)) }
