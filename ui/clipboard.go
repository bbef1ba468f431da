package ui

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// errNoClipboard says that no program takes a picture for the clipboard.
var errNoClipboard = errors.New("the picture cannot be copied here: install wl-copy (Wayland) or xclip (X11), or save it instead")

// copyPNG hands a picture to the program that keeps the desktop's clipboard; the
// toolkit's own takes text only.
func copyPNG(data []byte) error {
	programs := [][]string{{"xclip", "-selection", "clipboard", "-t", "image/png", "-i"}}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		programs = append([][]string{{"wl-copy", "--type", "image/png"}}, programs...)
	}
	for _, program := range programs {
		path, err := exec.LookPath(program[0])
		if err != nil {
			continue
		}
		command := exec.Command(path, program[1:]...)
		command.Stdin = bytes.NewReader(data)
		if err := command.Run(); err != nil {
			return fmt.Errorf("%s did not take the picture: %w", program[0], err)
		}
		return nil
	}
	return errNoClipboard
}
