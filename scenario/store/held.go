package store

import (
	"errors"
	"io/fs"
	"time"
)

// ErrHeld is part of the error where another program has a file open and lets nobody
// else at it, which programs on Windows may do.
var ErrHeld = errors.New("another program has it open; close it there, then try again")

// patiently does something to a file, and where another program has that open tries
// again for about a second: what looks for viruses, indexes or copies to a cloud opens
// each new file for a moment. The error is a Reason.
func patiently(d disk, do func() error) error {
	const longest = 512 * time.Millisecond
	for pause := time.Millisecond; ; pause *= 2 {
		err := Reason(do())
		if !errors.Is(err, ErrHeld) || pause > longest {
			return err
		}
		d.wait(pause)
	}
}

// replace renames a file, in place of the one that may be at its new path.
func replace(d disk, from, to string) error {
	return patiently(d, func() error {
		err := d.rename(from, to)
		if !errors.Is(err, fs.ErrPermission) {
			return err
		}
		// Windows says so too where another program has the file open that is there.
		switch why := Reason(d.claim(to)); {
		case why == nil:
			return d.rename(from, to) // it was let go meanwhile
		case errors.Is(why, ErrHeld):
			return why
		}
		return err
	})
}

// Rename gives a file another name in its folder, in place of a file that has it. As
// WriteFile does it waits a moment where another program has one of the two open. The
// error is a Reason.
func Rename(from, to string) error { return replace(osDisk{}, from, to) }

// Remove removes a file, and waits as Rename does. The error is a Reason.
func Remove(path string) error {
	return patiently(osDisk{}, func() error { return osDisk{}.remove(path) })
}
