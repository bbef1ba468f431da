package desk

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
	KeyRail   = "pane.rail"
	KeyForm   = "pane.form"
	KeyTable  = "pane.table"
	KeyRisk   = "pane.risk"
	keyHinted = "hinted"
	keyRecent = "recent"
	keyEmbed  = "embed"

	keyExported      = "exported.format"
	keyExportedPaper = "exported.paper"
	keyExportedOf    = "exported.scenarios"
	keyExportedLess  = "exported.left-out"
)

// Settings are what the window remembers from one run to the next: its size
// and panes, whether it is light or dark, the files and the folder used last, and over
// which ranges their inputs were moved. They hold nothing else of a workspace.
type Settings struct{ prefs fyne.Preferences }

// NewSettings returns what an app of Fyne remembers.
func NewSettings(app fyne.App) *Settings { return &Settings{prefs: app.Preferences()} }

// WindowSize returns the size the window had last, as far as there is room for it; 0
// is room of which nothing is known.
func (s *Settings) WindowSize(room fyne.Size) fyne.Size {
	side := func(key string, first, least float64, room float32) float32 {
		size := float32(max(least, s.prefs.FloatWithFallback(key, first)))
		if room > 0 {
			size = min(size, room)
		}
		return size
	}
	return fyne.NewSize(side(keyWidth, 1440, 640, room.Width), side(keyHeight, 900, 400, room.Height))
}

// SetWindowSize remembers the size that the window has when it is closed.
func (s *Settings) SetWindowSize(size fyne.Size) {
	s.prefs.SetFloat(keyWidth, float64(size.Width))
	s.prefs.SetFloat(keyHeight, float64(size.Height))
}

// Folder returns the folder used last, or the home folder.
func (s *Settings) Folder() string {
	return s.prefs.StringWithFallback(keyFolder, prompt.ExpandHome("~"))
}

// SetFolder remembers the folder of what was just opened, saved or exported.
func (s *Settings) SetFolder(folder string) { s.prefs.SetString(keyFolder, folder) }

// MaxRecent is how many files opened or saved last are remembered.
const MaxRecent = 8

// Recent returns the paths of the files opened or saved last, the newest first.
func (s *Settings) Recent() []string { return s.prefs.StringList(keyRecent) }

// AddRecent remembers a file as the one used last.
func (s *Settings) AddRecent(path string) {
	files := []string{path}
	for _, other := range s.Recent() {
		if other != path && len(files) < MaxRecent {
			files = append(files, other)
		}
	}
	s.prefs.SetStringList(keyRecent, files)
	s.SetFolder(filepath.Dir(path))
}

// Pane returns the part of the width that a pane had last.
func (s *Settings) Pane(key string, fallback float64) float64 {
	return min(max(s.prefs.FloatWithFallback(key, fallback), 0), 1)
}

// SetPane remembers the part of the width that a pane has when the window is closed.
func (s *Settings) SetPane(key string, offset float64) { s.prefs.SetFloat(key, offset) }

// Hinted reports whether the hint of a first start was dismissed.
func (s *Settings) Hinted() bool { return s.prefs.Bool(keyHinted) }

// SetHinted remembers that the hint was dismissed.
func (s *Settings) SetHinted() { s.prefs.SetBool(keyHinted, true) }

// Embed reports whether what was saved last remembers its scenarios.
func (s *Settings) Embed() bool { return s.prefs.Bool(keyEmbed) }

// SetEmbed remembers it, once a picture or document that can is saved.
func (s *Settings) SetEmbed(on bool) { s.prefs.SetBool(keyEmbed, on) }

// Exported is what was chosen when a document was exported last, in words of the packages
// that make it; empty where nothing was.
type Exported struct {
	Format, Paper string
	Scenarios     string   // which set of them
	LeftOut       []string // the sections of a report that were not ticked
}

// Exported returns what was chosen last.
func (s *Settings) Exported() Exported {
	return Exported{
		Format: s.prefs.String(keyExported), Paper: s.prefs.String(keyExportedPaper),
		Scenarios: s.prefs.String(keyExportedOf), LeftOut: s.prefs.StringList(keyExportedLess),
	}
}

// SetExported remembers what a document was made of, once it is written.
func (s *Settings) SetExported(last Exported) {
	s.prefs.SetString(keyExported, last.Format)
	s.prefs.SetString(keyExportedPaper, last.Paper)
	s.prefs.SetString(keyExportedOf, last.Scenarios)
	s.prefs.SetStringList(keyExportedLess, last.LeftOut)
}

// Mode returns whether the window was set to be light or dark.
func (s *Settings) Mode() look.Mode { return look.Mode(s.prefs.String(keyMode)) }

// SetMode remembers how the window was just set to look.
func (s *Settings) SetMode(mode look.Mode) { s.prefs.SetString(keyMode, string(mode)) }

// LastLook returns what the system had the window look like last, ModeLight or
// ModeDark, and ModeSystem where it has never said.
func (s *Settings) LastLook() look.Mode {
	switch last := look.Mode(s.prefs.String(keyLook)); last {
	case look.ModeLight, look.ModeDark:
		return last
	}
	return look.ModeSystem
}

// SetLastLook remembers what the system has just had the window look like.
func (s *Settings) SetLastLook(last look.Mode) { s.prefs.SetString(keyLook, string(last)) }
