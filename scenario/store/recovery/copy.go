package recovery

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"headroom/scenario/store"
)

// The files of a window, window-ID.copy and so on.
const (
	windowPrefix  = "window-"
	copySuffix    = ".copy" // what is unsaved
	lockSuffix    = ".lock" // locked as long as the window lives
	partialSuffix = ".new"  // a copy being written
)

// A Copy keeps what one window has not saved, in a file that only its owner can
// read. It is made by Start. Its methods may be called by several goroutines.
type Copy struct {
	folder, id string
	turn       atomic.Int64 // of the write or discard that counts
	mu         sync.Mutex   // held while the disk is touched
	lock       *lock

	list    sync.Mutex // held only for a moment, so that Refuse never waits for the disk
	refused []Orphan
}

// Start returns the recovery copy of a new window, which is empty, in the given
// folder. It also clears away what windows that are no more left there besides
// their copies. The error says why no copies can be kept there.
func Start(folder string) (*Copy, error) {
	sweep(folder)
	c := &Copy{folder: folder, id: rand.Text()}
	var err error
	if c.lock, err = acquire(c.path(lockSuffix)); err != nil {
		return nil, fmt.Errorf("keep recovery copies in %q: %w", folder, err)
	}
	return c, nil
}

// Writing returns the work of writing the copy, which replaces the former one
// whole or, with an error, leaves it as it was. The work is slow, and may be done
// by another goroutine: by the time of the call it is settled what is written. It
// does nothing where Writing, Discarding, Clearing, TakeOver or Close was called since.
func (c *Copy) Writing(u Unsaved) func() error {
	turn := c.turn.Add(1)
	return func() error {
		data, err := u.encode()
		if err == nil {
			err = c.write(data, turn)
		}
		if err != nil {
			return fmt.Errorf("write a recovery copy into %q: %w", c.folder, store.Reason(err))
		}
		return nil
	}
}

func (c *Copy) write(data []byte, turn int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.turn.Load() != turn {
		return nil
	}
	if err := c.stayAlive(); err != nil {
		return err
	}
	return replace(c.path(copySuffix), c.path(partialSuffix), data)
}

// stayAlive sees to it that the window is taken for living, even where somebody
// has cleared away its lock, or the whole folder.
func (c *Copy) stayAlive() error {
	if c.lock.stands() {
		return nil
	}
	if err := makeFolder(c.folder); err != nil {
		return err
	}
	lock, err := acquire(c.path(lockSuffix))
	if err != nil {
		return err
	}
	c.lock.release()
	c.lock = lock
	return nil
}

// Discarding returns the work of removing the copy: nothing is unsaved any more, or
// what is shall be lost. As with Writing it may be done by another goroutine, and
// does nothing where another work was asked for since. It waits for a write under
// way. Where there is no copy it does nothing.
func (c *Copy) Discarding() func() error {
	turn := c.turn.Add(1)
	return func() error {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.turn.Load() != turn {
			return nil
		}
		return discard(c.path(copySuffix))
	}
}

// Refuse tells that the user does not want what an orphan holds. It is kept, and
// offered to other windows and at the next start, until Clearing.
func (c *Copy) Refuse(o Orphan) {
	c.list.Lock()
	defer c.list.Unlock()
	c.refused = append(c.refused, o)
}

// Clearing returns the work of clearing away, once the workspace was saved, the copy,
// as Discarding does, and the orphans that were refused.
func (c *Copy) Clearing() func() error {
	discarding := c.Discarding()
	c.list.Lock()
	refused := c.refused
	c.refused = nil
	c.list.Unlock()
	return func() error {
		failures := []error{discarding()}
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, o := range refused {
			failures = append(failures, o.Discard())
		}
		return errors.Join(failures...)
	}
}

// TakeOver makes an orphan the copy of this window, in place of what that had, and
// returns what it holds. Where it cannot be read it stays, as does the copy; where
// another window was quicker the error is fs.ErrNotExist.
func (c *Copy) TakeOver(o Orphan) (Unsaved, error) {
	u, err := o.Read()
	if err != nil {
		return Unsaved{}, err
	}
	c.turn.Add(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	// Of several windows that take it over a rename lets one succeed.
	if err = c.stayAlive(); err == nil {
		err = store.Rename(o.path(copySuffix), c.path(copySuffix))
	}
	if err != nil {
		return Unsaved{}, fmt.Errorf("take over recovery copy %q: %w", o.path(copySuffix), err)
	}
	o.clear()
	return u, nil
}

// Close tells that the window is no more. A copy that was not discarded stays, as
// an orphan. Nothing may be done with the Copy thereafter.
func (c *Copy) Close() {
	c.turn.Add(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lock.release()
}

func (c *Copy) path(suffix string) string { return windowPath(c.folder, c.id, suffix) }

func windowPath(folder, id, suffix string) string {
	return filepath.Join(folder, windowPrefix+id+suffix)
}

func discard(path string) error {
	if err := store.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("discard recovery copy %q: %w", path, err)
	}
	return nil
}

// replace puts data into the file at path by way of the one at partial, for
// nobody but the owner to read.
func replace(path, partial string, data []byte) error {
	file, err := os.OpenFile(partial, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = store.Rename(partial, path)
	}
	if err != nil {
		// Written so far is of no use; where it cannot be removed, sweep will try.
		_ = store.Remove(partial)
	}
	return err
}

// sweep removes the locks and unfinished copies of windows that are no more. What
// it cannot remove is of no harm.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		name := entry.Name()
		path := filepath.Join(folder, name)
		base, partial := strings.CutSuffix(path, partialSuffix)
		switch {
		case strings.HasPrefix(name, windowPrefix) && partial:
			if !isHeld(base + lockSuffix) {
				_ = os.Remove(path)
			}
		case isLockName(name):
			removeUnheld(path)
		}
	}
}

func isLockName(name string) bool {
	return strings.HasSuffix(name, lockSuffix) &&
		(strings.HasPrefix(name, windowPrefix) || strings.HasPrefix(name, filePrefix))
}
