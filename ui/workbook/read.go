package workbook

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"headroom/scenario/export/xlsx/returned"
	"headroom/ui/system"
)

// Extension is that of workbooks.
const Extension = ".xlsx"

// Is reports whether the file at path is a workbook by its name.
func Is(path string) bool { return strings.HasSuffix(strings.ToLower(path), Extension) }

// Read reads what came back in a workbook.
func Read(path string) (returned.Workbook, error) {
	f, err := system.OpenRegular(path)
	if err != nil {
		return returned.Workbook{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, returned.MaxSize+1))
	if err != nil {
		return returned.Workbook{}, err
	}
	return returned.Read(data)
}

// Fault says why a workbook brings nothing back.
func Fault(path string, err error) string {
	const most = 6
	var unsound returned.Unsound
	switch {
	case errors.As(err, &unsound):
		lines := unsound.Lines()
		if more := len(lines) - most; more > 0 {
			lines = append(lines[:most], fmt.Sprintf("and %d more", more))
		}
		return fmt.Sprintf("%s has figures that no scenario can have:\n%s", filepath.Base(path), strings.Join(lines, "\n"))
	case errors.Is(err, returned.ErrNotOurs):
		return fmt.Sprintf("%s is no workbook that Headroom has written, or the program that saved it left out what tells one.", filepath.Base(path))
	}
	return system.Fault(path, err)
}
