// Package about says what the program is called and which version it is, for the
// window and the command line alike. It knows nothing else.
package about

// What the program is called, held by a test to FyneApp.toml, from which the
// package is made.
const (
	ID      = "org.headroom.planner" // of the application, also where it keeps its preferences
	Name    = "Headroom"
	Version = "0.1.0"
)
