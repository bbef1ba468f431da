package prompt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// resolve turns what was typed as folder and file into a path. A file typed
// with a path of its own stands for itself; ~ is the home folder.
func (k FileKind) resolve(folder, file string) (string, error) {
	file = ExpandHome(strings.TrimSpace(file))
	if file == "" {
		return "", fmt.Errorf("give the %s a name", k.What)
	}
	if !filepath.IsAbs(file) {
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
		return "", fmt.Errorf("%s is a folder; give the %s a name in it", filepath.Base(path), k.What)
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

// List returns what of a folder can be chosen: the folder above, its folders,
// and its files of this kind, hidden ones left out.
func (k FileKind) List(folder string) []entry {
	entries := []entry{{Name: "..", folder: true}}
	found, err := os.ReadDir(ExpandHome(strings.TrimSpace(folder)))
	if err != nil {
		return entries
	}
	for _, f := range found {
		if strings.HasPrefix(f.Name(), ".") || !f.IsDir() && !k.Accepts(f.Name()) {
			continue
		}
		entries = append(entries, entry{Name: f.Name(), folder: f.IsDir()})
	}
	rest := entries[1:]
	sort.SliceStable(rest, func(i, j int) bool { return rest[i].folder && !rest[j].folder })
	return entries
}

func ExpandHome(path string) string {
	if path != "~" && !strings.HasPrefix(path, "~/") {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, path[1:])
}
