package prompt

import (
	"fmt"
	"slices"
	"strings"
)

// taken are names that stand for devices on Windows, whatever extension they have.
var taken = []string{
	"CON", "PRN", "AUX", "NUL",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
}

// nameFault returns what stands against a file's name on an operating system, empty
// where nothing does. Windows would write a name with a colon into a hidden part of
// another file, and leave out a dot at the end.
func nameFault(name, system string) string {
	if system != "windows" {
		return ""
	}
	if i := strings.IndexFunc(name, func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) }); i >= 0 {
		return fmt.Sprintf("a name cannot have a %q here; choose another", name[i:i+1])
	}
	base, _, _ := strings.Cut(name, ".")
	if base = strings.ToUpper(strings.TrimRight(base, " ")); slices.Contains(taken, base) {
		return fmt.Sprintf("%s stands for a device here; choose another name", base)
	}
	return ""
}
