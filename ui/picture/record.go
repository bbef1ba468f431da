package picture

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"headroom/scenario/export"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/system"
)

// Read reads what the picture or document at path remembers.
func Read(path string) (export.Record, error) {
	f, err := system.OpenRegular(path)
	if err != nil {
		return export.Record{}, err
	}
	defer f.Close()
	return export.Extract(f)
}

// Fault says why a picture or a document brings nothing back.
func Fault(path string, err error) string {
	if errors.Is(err, export.ErrNoRecord) {
		return fmt.Sprintf("%s remembers no scenarios. To open one again, tick \"Remember the scenarios\" when it is saved; some programs that save it afterwards leave them out.", filepath.Base(path))
	}
	return system.Fault(path, err)
}

// Changes says what a file showed and what comes out now.
func Changes(d *desk.Desk, program string, changes []export.Change) string {
	words := []string{"The file was saved by " + program + "."}
	for _, c := range changes {
		name := c.Now.ID
		if s, ok := d.Session.Scenario(c.Now.ID); ok {
			name = s.Name
		}
		words = append(words, fmt.Sprintf("%s: it showed the cap %s and %s paid; now the cap is %s and %s paid.",
			name, pictureReached(c.Then.Reached), c.Then.Paid.Table(), pictureReached(c.Now.Reached), c.Now.Paid.Table()))
	}
	return strings.Join(words, " ")
}

// pictureReached says when a cap is reached, as the figures of a file give it.
func pictureReached(reached string) string {
	switch reached {
	case "":
		return "not reached"
	case "before":
		return "reached before the first year"
	}
	if day, err := unit.ParseDate(reached); err == nil {
		return "reached on " + day.Medium()
	}
	return "reached on " + unit.Printable(reached)
}
