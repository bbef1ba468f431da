package recovery

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"headroom/scenario/store"
)

// An Orphan is a recovery copy whose window is no more. It is listed by Orphans.
type Orphan struct {
	File    string    // path of the file it belongs to, empty for none
	Written time.Time // when it was; where Err is set, when the copy was last touched
	Err     error     // why it cannot be read, nil where as far as is known it can

	folder, id string
}

// Orphans lists the recovery copies in a folder whose windows are no more, the
// newest first. It reads no more of them than it tells. A copy that cannot be read
// is listed with the reason. A folder that is not there has none; the error says
// why one that is there cannot be read.
func Orphans(folder string) ([]Orphan, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for recovery copies in %q: %w", folder, store.Reason(err))
	}
	var orphans []Orphan
	for _, entry := range entries {
		id, isWindows := strings.CutPrefix(entry.Name(), windowPrefix)
		id, isCopy := strings.CutSuffix(id, copySuffix)
		if !isWindows || !isCopy || isHeld(windowPath(folder, id, lockSuffix)) {
			continue
		}
		if o, there := look(folder, id, entry); there {
			orphans = append(orphans, o)
		}
	}
	slices.SortStableFunc(orphans, func(a, b Orphan) int { return b.Written.Compare(a.Written) })
	return orphans, nil
}

// look returns what is to be told of an orphan, and false where it is gone.
func look(folder, id string, entry fs.DirEntry) (Orphan, bool) {
	o := Orphan{folder: folder, id: id}
	info, err := entry.Info()
	if err != nil {
		return Orphan{}, false
	}
	u, err := Unsaved{}, errNotRegular
	if info.Mode().IsRegular() {
		u, err = readHead(o.path(copySuffix))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return Orphan{}, false
	}
	if err != nil {
		o.Written, o.Err = info.ModTime().UTC(), o.unreadable(err)
		return o, true
	}
	o.File, o.Written = u.File, u.Written
	return o, true
}

// Read returns what the orphan holds, and leaves it as it is. It is sound: the
// error says what is wrong with a copy that is not, and is fs.ErrNotExist where
// another window has taken it over or discarded it.
func (o Orphan) Read() (Unsaved, error) {
	if o.Err != nil {
		return Unsaved{}, o.Err
	}
	u, err := readWhole(o.path(copySuffix))
	if err != nil {
		return Unsaved{}, o.unreadable(err)
	}
	return u, nil
}

func (o Orphan) unreadable(err error) error {
	return fmt.Errorf("read recovery copy %q: %w", o.path(copySuffix), err)
}

// Discard removes the copy, readable or not. Where it is gone already it does
// nothing.
func (o Orphan) Discard() error {
	err := discard(o.path(copySuffix))
	if err == nil {
		o.clear()
	}
	return err
}

// clear removes what is left of the orphan besides its copy; sweep would do so at
// the next start.
func (o Orphan) clear() {
	_ = os.Remove(o.path(partialSuffix))
	removeUnheld(o.path(lockSuffix))
}

func (o Orphan) path(suffix string) string { return windowPath(o.folder, o.id, suffix) }
