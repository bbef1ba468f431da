package prompt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
)

// A FileKind is a kind of file that people open and save.
type FileKind struct {
	What      string // in the user's words, such as workspace
	Extension string // appended to a name that has none of the accepted
	Accepted  []string
}

func (k FileKind) Accepts(name string) bool {
	for _, extension := range k.Accepted {
		if strings.HasSuffix(strings.ToLower(name), extension) {
			return true
		}
	}
	return false
}

// withoutEnd returns a name without the longest of the ends that files of the kind have, and
// reports whether it had one.
func (k FileKind) withoutEnd(name string) (string, bool) {
	longest := ""
	for _, end := range append([]string{k.Extension}, k.Accepted...) {
		if len(end) > len(longest) && strings.HasSuffix(strings.ToLower(name), end) {
			longest = end
		}
	}
	return name[:len(name)-len(longest)], longest != ""
}

// resolve turns what was typed as folder and file into a path. A file typed
// with a path of its own stands for itself; ~ is the home folder.
func (k FileKind) resolve(folder, file string) (string, error) {
	file = ExpandHome(strings.TrimSpace(file))
	if file == "" {
		return "", fmt.Errorf("give the %s a name", k.What)
	}
	if fault := nameFault(filepath.Base(file), runtime.GOOS); fault != "" {
		return "", errors.New(fault)
	}
	if !filepath.IsAbs(file) && filepath.VolumeName(file) == "" {
		file = filepath.Join(ExpandHome(strings.TrimSpace(folder)), file)
	}
	return filepath.Abs(file)
}

// ToSave returns the path to save at: with the extension of its kind, in a
// folder that exists.
func (k FileKind) ToSave(folder, file string) (string, error) {
	path, err := k.resolve(folder, file)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", fmt.Errorf("there is a folder %s; give the %s a name in it", filepath.Base(path), k.What)
	}
	if !k.Accepts(path) {
		path += k.Extension
	}
	info, err := os.Stat(filepath.Dir(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("there is no folder %s; choose another or make it first", filepath.Dir(path))
	case err != nil:
		return "", fmt.Errorf("the folder cannot be used: %w", err)
	case !info.IsDir():
		return "", fmt.Errorf("%s is not a folder; choose another", filepath.Dir(path))
	}
	return path, nil
}

// An entry is one line of a folder's listing.
type entry struct {
	Name   string
	folder bool
}

// List returns what of a folder can be chosen: the folder above, or the drives where
// there is none, its folders, and its files of this kind, hidden ones left out.
func (k FileKind) List(folder string) []entry {
	folder = ExpandHome(strings.TrimSpace(folder))
	entries := above(folder, drives)
	n := len(entries)
	found, err := os.ReadDir(folder)
	if err != nil {
		return entries
	}
	for _, f := range found {
		if hidden(f) || !f.IsDir() && !k.Accepts(f.Name()) {
			continue
		}
		entries = append(entries, entry{Name: f.Name(), folder: f.IsDir()})
	}
	rest := entries[n:]
	sort.SliceStable(rest, func(i, j int) bool { return rest[i].folder && !rest[j].folder })
	return entries
}

// above returns where the way up leads from a folder: to the one above, which of the
// topmost is itself, and from the topmost of a drive to the other drives.
func above(folder string, drives func() []string) (entries []entry) {
	if clean := filepath.Clean(folder); filepath.IsAbs(clean) && filepath.Dir(clean) == clean {
		for _, drive := range drives() {
			if !strings.EqualFold(drive, clean) {
				entries = append(entries, entry{Name: drive, folder: true})
			}
		}
	}
	if len(entries) == 0 {
		return []entry{{Name: "..", folder: true}}
	}
	return entries
}

// into returns the path of the folder that an entry of a folder's listing stands for.
func (e entry) into(folder string) string {
	if filepath.IsAbs(e.Name) { // a drive
		return e.Name
	}
	return filepath.Join(ExpandHome(folder), e.Name)
}

// ExpandHome returns the path with the home folder in the place of a ~ at its
// beginning.
func ExpandHome(path string) string {
	rest, found := strings.CutPrefix(path, "~")
	if !found || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}
