package store

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
)

// An edition is what one release knows of the file format.
//
// A version adds fields to the one before. To a reader of an earlier version's
// file they are unknown, and unset; where that is not what the file meant, a step
// sets it right.
type edition struct {
	newest int                              // the version that is written
	since  map[string]int                   // the version that added a field, by its path without indices; others are of the first
	steps  map[int]func(*scenario.Scenario) // by the version that a step leads on from
}

// thisEdition returns the edition of this release.
func thisEdition() edition {
	return edition{newest: 2, since: map[string]int{
		"scenarios.outlook.afterActuals":    2,
		"scenarios.outlook.streams.actuals": 2,
		"scenarios.pin":                     2,
	}}
}

// has reports whether files of the given version have the field.
func (e edition) has(version int, path string) bool {
	return e.since[path] <= version
}

// names reports whether path names a field of a scenario that files of the given
// version have.
func (e edition) names(version int, path string) bool {
	if !field.Names(path, scenario.MaxStreams) {
		return false
	}
	f, _ := field.At(path)
	plain := strings.TrimSuffix(strings.Replace(f.Pattern, "[]", "", 1), ".PERIOD")
	return e.has(version, "scenarios."+plain)
}

// migrate brings a scenario of the given version to the newest.
func (e edition) migrate(version int, s *scenario.Scenario) {
	for ; version < e.newest; version++ {
		if step := e.steps[version]; step != nil {
			step(s)
		}
	}
}
