//go:build !windows

package system

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"headroom/ui/desk"
)

// ErrNoClipboard says that no program takes a picture for the clipboard.
var ErrNoClipboard = errors.New("the picture cannot be copied here: install wl-copy (Wayland) or xclip (X11), or save it instead")

// clipboardPatience is how long a program may take to take over what is copied.
const clipboardPatience = 5 * time.Second

// KeepCopied hands what is copied to the program that keeps the desktop's clipboard,
// and waits until it has taken it, for as long as ctx allows and some seconds at
// most. kind is image/png or text/plain;charset=utf-8; the toolkit's own clipboard
// takes text only. It fails where there is no such program.
func KeepCopied(ctx context.Context, kind string, data []byte) error {
	target := kind
	if kind == desk.CopiedText {
		target = "UTF8_STRING" // as X11 calls it
	}
	programs := [][]string{{"xclip", "-selection", "clipboard", "-t", target, "-i"}}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		programs = append([][]string{{"wl-copy", "--type", kind}}, programs...)
	}
	ctx, done := context.WithTimeout(ctx, clipboardPatience)
	defer done()
	return handOn(ctx, programs, data)
}

// handOn gives data to the first of the programs there is.
func handOn(ctx context.Context, programs [][]string, data []byte) error {
	for _, program := range programs {
		path, err := exec.LookPath(program[0])
		if err != nil {
			continue
		}
		command := exec.CommandContext(ctx, path, program[1:]...)
		command.Stdin = bytes.NewReader(data)
		command.WaitDelay = time.Second // for what it has started itself
		err = command.Run()
		switch {
		case errors.Is(ctx.Err(), context.DeadlineExceeded):
			return fmt.Errorf("%s does not take the picture; try again, or save it instead", program[0])
		case err != nil:
			return fmt.Errorf("%s did not take the picture: %w", program[0], err)
		}
		return nil
	}
	return ErrNoClipboard
}
