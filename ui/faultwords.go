package ui

import (
	"errors"
	"regexp"
	"strings"

	"headroom/scenario"
)

// plain returns err in the words of the screen, which does not show the paths of
// fields; nil where it is nil.
func plain(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(faultWords(err))
}

// sentence makes a sentence of an error's text.
func sentence(err error) string { return upperFirst(faultWords(err)) + "." }

// faultWords says what is wrong; of several faults it says the first.
func faultWords(err error) string {
	var faults scenario.Faults
	if !errors.As(err, &faults) || len(faults) == 0 {
		return strings.TrimSpace(err.Error())
	}
	switch f := faults[0]; {
	case f.Message == "missing":
		return subject(f.Path) + " is missing"
	case unsaid.MatchString(f.Message):
		return subject(f.Path) + " " + f.Message
	default:
		return f.Message
	}
}

// unsaid begins the messages that say of what they are only by the path.
var unsaid = regexp.MustCompile(`^(has|is|comes) `)

// listIndex is what follows the name of a list in a path.
var listIndex = regexp.MustCompile(`\[\d+\]$`)

// subject names what a path leads to.
func subject(path string) string {
	last := listIndex.ReplaceAllString(path[strings.LastIndexByte(path, '.')+1:], "")
	switch {
	case last == "scenarios", last == "streams":
		return "the list of " + last
	case last == "name", last == "note":
		return "the " + last
	case last != "" && last[0] >= '0' && last[0] <= '9': // a year
		return "the figure of " + last
	}
	return "the value"
}
