package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"headroom/ui/look"
	"headroom/ui/prompt"
)

// The keys of what the window remembers from one run to the next.
const (
	keyWidth  = "window.width"
	keyHeight = "window.height"
	keyFolder = "folder"
	keyMode   = "mode"
	keyLook   = "look"
	keyRail   = "pane.rail"
	keyForm   = "pane.form"
	keyTable  = "pane.table"
	keyHinted = "hinted"
	keyRecent = "recent"
	keyEmbed  = "embed"
)

// settings are what the window remembers from one run to the next: its size
// and panes, whether it is light or dark, and the files and the folder used last. They
// never hold anything of a workspace.
type settings struct{ prefs fyne.Preferences }

func newSettings(app fyne.App) *settings { return &settings{prefs: app.Preferences()} }

// windowSize returns the size the window had last, as far as there is room for it; 0
// is room of which nothing is known.
func (s *settings) windowSize(room fyne.Size) fyne.Size {
	side := func(key string, first, least float64, room float32) float32 {
		size := float32(max(least, s.prefs.FloatWithFallback(key, first)))
		if room > 0 {
			size = min(size, room)
		}
		return size
	}
	return fyne.NewSize(side(keyWidth, 1440, 640, room.Width), side(keyHeight, 900, 400, room.Height))
}

func (s *settings) setWindowSize(size fyne.Size) {
	s.prefs.SetFloat(keyWidth, float64(size.Width))
	s.prefs.SetFloat(keyHeight, float64(size.Height))
}

// folder returns the folder used last, or the home folder.
func (s *settings) folder() string {
	return s.prefs.StringWithFallback(keyFolder, prompt.ExpandHome("~"))
}

func (s *settings) setFolder(folder string) { s.prefs.SetString(keyFolder, folder) }

// maxRecent is how many files opened or saved last are remembered.
const maxRecent = 8

// recent returns the paths of the files opened or saved last, the newest first.
func (s *settings) recent() []string { return s.prefs.StringList(keyRecent) }

// addRecent remembers a file as the one used last.
func (s *settings) addRecent(path string) {
	files := []string{path}
	for _, other := range s.recent() {
		if other != path && len(files) < maxRecent {
			files = append(files, other)
		}
	}
	s.prefs.SetStringList(keyRecent, files)
	s.setFolder(filepath.Dir(path))
}

// pane returns the part of the width that a pane had last.
func (s *settings) pane(key string, fallback float64) float64 {
	return min(max(s.prefs.FloatWithFallback(key, fallback), 0), 1)
}

func (s *settings) setPane(key string, offset float64) { s.prefs.SetFloat(key, offset) }

// hinted reports whether the hint of a first start was dismissed.
func (s *settings) hinted() bool { return s.prefs.Bool(keyHinted) }

func (s *settings) setHinted() { s.prefs.SetBool(keyHinted, true) }

// embed reports whether pictures are to remember their scenarios.
func (s *settings) embed() bool { return s.prefs.Bool(keyEmbed) }

func (s *settings) setEmbed(on bool) { s.prefs.SetBool(keyEmbed, on) }

// mode returns whether the window was set to be light or dark.
func (s *settings) mode() look.Mode { return look.Mode(s.prefs.String(keyMode)) }

func (s *settings) setMode(mode look.Mode) { s.prefs.SetString(keyMode, string(mode)) }

// lastLook returns what the system had the window look like last, ModeLight or
// ModeDark, and ModeSystem where it has never said.
func (s *settings) lastLook() look.Mode {
	switch last := look.Mode(s.prefs.String(keyLook)); last {
	case look.ModeLight, look.ModeDark:
		return last
	}
	return look.ModeSystem
}

func (s *settings) setLastLook(last look.Mode) { s.prefs.SetString(keyLook, string(last)) }
