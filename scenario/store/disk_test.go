package store

import (
	"io/fs"
	"time"
)

// A failing disk is the operating system's, but for what a test breaks.
type failingDisk struct {
	osDisk
	creating, opening, renaming, removing, claiming, syncingFolder error
	file                                                           failingFile
	held                                                           *held // nil where nobody holds a file
}

// A held file is one that another program has open for so many pauses, and keeps from
// what is done to it.
type held struct {
	from   string // "write", "rename" or "remove"
	pauses int
	waited time.Duration
}

// keeps reports whether a file is kept from what is to be done.
func (h *held) keeps(from string) bool { return h != nil && h.pauses > 0 && h.from == from }

// A failingFile is a file on it.
type failingFile struct {
	diskFile
	room                                int // bytes that fit, 0 for all
	short                               bool
	writing, chmoding, syncing, closing error
}

func (d failingDisk) create(path string, mode fs.FileMode) (diskFile, error) {
	if d.creating != nil {
		return nil, d.creating
	}
	file, err := d.osDisk.create(path, mode)
	if err != nil {
		return nil, err
	}
	made := d.file
	made.diskFile = file
	return made, nil
}

func (d failingDisk) writable(path string) error {
	if d.held.keeps("write") {
		return ErrHeld
	}
	return first(d.opening, d.osDisk.writable, path)
}

func (d failingDisk) remove(path string) error {
	if d.held.keeps("remove") {
		return ErrHeld
	}
	return first(d.removing, d.osDisk.remove, path)
}

func (d failingDisk) claim(path string) error {
	if d.held.keeps("rename") {
		return ErrHeld
	}
	return first(d.claiming, d.osDisk.claim, path)
}

func (d failingDisk) syncFolder(path string) error {
	return first(d.syncingFolder, d.osDisk.syncFolder, path)
}

func (d failingDisk) rename(from, to string) error {
	if d.renaming != nil {
		return d.renaming
	}
	if d.held.keeps("rename") {
		return fs.ErrPermission // as Windows has it
	}
	return d.osDisk.rename(from, to)
}

func (d failingDisk) wait(pause time.Duration) {
	d.held.pauses--
	d.held.waited += pause
}

func first(err error, do func(string) error, path string) error {
	if err != nil {
		return err
	}
	return do(path)
}

func (f failingFile) Write(data []byte) (int, error) {
	if f.room == 0 || len(data) <= f.room {
		return f.diskFile.Write(data)
	}
	n, err := f.diskFile.Write(data[:f.room])
	if err == nil && !f.short {
		err = f.writing
	}
	return n, err
}

func (f failingFile) Chmod(mode fs.FileMode) error {
	if f.chmoding != nil {
		return f.chmoding
	}
	return f.diskFile.Chmod(mode)
}

func (f failingFile) Sync() error {
	if f.syncing != nil {
		return f.syncing
	}
	return f.diskFile.Sync()
}

func (f failingFile) Close() error {
	if err := f.diskFile.Close(); err != nil {
		return err
	}
	return f.closing
}
