package system

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"headroom/scenario/store"
	"headroom/scenario/words"
)

// Fault says in words why a file could not be read or written, and what to
// do about it.
func Fault(path string, err error) string {
	name := filepath.Base(path)
	var unsound *store.Unsound
	switch {
	case errors.As(err, &unsound):
		return fmt.Sprintf("%s is no workspace that can be opened here:\n%s", name, firstFaults(unsound))
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("There is no file %s, or its folder is gone. Check the name and the folder.", path)
	case errors.Is(err, store.ErrHeld):
		return fmt.Sprintf("Another program has %s open. Close it there, then try again.", name)
	case errors.Is(err, fs.ErrPermission), isAny(err, protected):
		return fmt.Sprintf("You may not use %s. Choose another folder, or ask for permission.", path)
	case isAny(err, full):
		return fmt.Sprintf("The disk is full. Free some room or choose another folder, then save %s again.", name)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Sprintf("The disk does not answer. Try %s again.", name)
	}
	return words.Sentence(err)
}

// isAny reports whether err is one of those, or is around one of them.
func isAny(err error, those []error) bool {
	return slices.ContainsFunc(those, func(one error) bool { return errors.Is(err, one) })
}

// firstFaults tells the first faults of a file, each with where it is, one a line.
func firstFaults(u *store.Unsound) string {
	const most = 5
	first := store.Unsound{Faults: u.Faults[:min(most, len(u.Faults))]}
	first.More = u.More + len(u.Faults) - len(first.Faults)
	return first.Error()
}

// FileName makes a file's name of what something is called.
func FileName(name string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == ' ', r == '-', r == ',', r == '(', r == ')':
			return r
		}
		return '-'
	}, name)
	return strings.TrimSpace(clean)
}
