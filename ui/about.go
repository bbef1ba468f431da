package ui

import "headroom/assets/about"

// What the program is called.
const (
	ID      = about.ID // of the application, also where it keeps its preferences
	Name    = about.Name
	Version = about.Version
)
