package store

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"headroom/scenario"
)

// Extension is how the names of workspace files end.
const Extension = ".headroom.json"

// ReadFile reads the workspace in a file, as Decode does. The file has to be a
// regular one: a pipe or a device might never end.
func ReadFile(path string) (scenario.Workspace, error) {
	data, err := readRegular(path)
	if err != nil {
		return scenario.Workspace{}, fmt.Errorf("open workspace %q: %w", path, err)
	}
	w, err := decode(data, thisEdition())
	if err != nil {
		return scenario.Workspace{}, fmt.Errorf("open workspace %q: %w", path, err)
	}
	return w, nil
}

func readRegular(path string) ([]byte, error) {
	// Opening a pipe waits for its other end, and opening a device may move it,
	// so what it is comes first. It may have changed by the time it is open.
	info, err := os.Stat(path)
	if err == nil {
		err = mustBeRegular(info)
	}
	if err != nil {
		return nil, Reason(err)
	}
	file, err := os.OpenFile(path, os.O_RDONLY|NoWait, 0)
	if err != nil {
		return nil, Reason(err)
	}
	defer file.Close()
	if info, err = file.Stat(); err == nil {
		err = mustBeRegular(info)
	}
	if err != nil {
		return nil, Reason(err)
	}
	if info.Size() > MaxSize {
		return nil, errTooLarge
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	if err != nil {
		return nil, Reason(err)
	}
	return data, nil
}

func mustBeRegular(info fs.FileInfo) error {
	switch {
	case info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return errIsFolder
	default:
		return errNotRegular
	}
}
