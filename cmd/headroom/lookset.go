package main

import (
	"encoding/json"
	"os"

	"fyne.io/fyne/v2/app"
)

// lookIsSet reports whether the user has set for all programs of the toolkit whether
// they are light or dark, by environment or in its settings. Then the system is not
// asked.
func lookIsSet() bool {
	if os.Getenv("FYNE_THEME") != "" {
		return true
	}
	var settings app.SettingsSchema
	data, err := os.ReadFile(settings.StoragePath())
	return err == nil && json.Unmarshal(data, &settings) == nil && settings.ThemeName != ""
}
