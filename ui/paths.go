package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// A fileKind is a kind of file that people open and save.
type fileKind struct {
	what      string // in the user's words, such as workspace
	extension string // appended to a name that has none of the accepted
	accepted  []string
}

func (k fileKind) accepts(name string) bool {
	for _, extension := range k.accepted {
		if strings.HasSuffix(strings.ToLower(name), extension) {
			return true
		}
	}
	return false
}

// resolve turns what was typed as folder and file into a path. A file typed
// with a path of its own stands for itself; ~ is the home folder.
func (k fileKind) resolve(folder, file string) (string, error) {
	file = expandHome(strings.TrimSpace(file))
	if file == "" {
		return "", fmt.Errorf("give the %s a name", k.what)
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(expandHome(strings.TrimSpace(folder)), file)
	}
	return filepath.Abs(file)
}

// toSave returns the path to save at: with the extension of its kind, in a
// folder that exists.
func (k fileKind) toSave(folder, file string) (string, error) {
	path, err := k.resolve(folder, file)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", fmt.Errorf("%s is a folder; give the %s a name in it", filepath.Base(path), k.what)
	}
	if !k.accepts(path) {
		path += k.extension
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
	name   string
	folder bool
}

// list returns what of a folder can be chosen: the folder above, its folders,
// and its files of this kind, hidden ones left out.
func (k fileKind) list(folder string) []entry {
	entries := []entry{{name: "..", folder: true}}
	found, err := os.ReadDir(expandHome(strings.TrimSpace(folder)))
	if err != nil {
		return entries
	}
	for _, f := range found {
		if strings.HasPrefix(f.Name(), ".") || !f.IsDir() && !k.accepts(f.Name()) {
			continue
		}
		entries = append(entries, entry{name: f.Name(), folder: f.IsDir()})
	}
	rest := entries[1:]
	sort.SliceStable(rest, func(i, j int) bool { return rest[i].folder && !rest[j].folder })
	return entries
}

func expandHome(path string) string {
	if path != "~" && !strings.HasPrefix(path, "~/") {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, path[1:])
}
