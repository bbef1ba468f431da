package words

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// Plain returns err in the words of the screen, which does not show the paths of
// fields; nil where it is nil.
func Plain(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(faultWords(err))
}

// Sentence makes a sentence of an error's text.
func Sentence(err error) string { return UpperFirst(faultWords(err)) + "." }

// faultWords says what is wrong; of several faults it says the first.
func faultWords(err error) string {
	var faults fault.List
	if !errors.As(err, &faults) || len(faults) == 0 {
		return strings.TrimSpace(err.Error())
	}
	f := faults[0]
	if f.Message == "missing" {
		return subject(f.Path) + " is missing"
	}
	message := asFiled.ReplaceAllStringFunc(f.Message, onScreen)
	if unsaid.MatchString(message) {
		return subject(f.Path) + " " + message
	}
	return message
}

// asFiled are the days, months and large amounts of a message as files have them, and
// what it quotes.
var asFiled = regexp.MustCompile(`"[^"]*"|\b\d{4}-\d{2}(-\d{2})?\b|\b\d+(\.\d+)?e\d+\b`)

// onScreen returns a day, month or amount as the screen shows it, anything else as it
// is.
func onScreen(filed string) string {
	if day, err := unit.ParseDate(filed); err == nil {
		return day.Medium()
	}
	if month, err := unit.ParseMonth(filed); err == nil {
		return month.Short()
	}
	if amount, err := strconv.ParseFloat(filed, 64); err == nil {
		return unit.Amount(amount).Table()
	}
	return filed
}

// unsaid begins the messages that say of what they are only by the path.
var unsaid = regexp.MustCompile(`^(has|is|comes|cannot) `)

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
