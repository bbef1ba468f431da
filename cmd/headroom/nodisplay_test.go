//go:build e2e

package main_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Where there can be no window the program says why in one sentence, and ends.
func TestWithoutADisplayItSaysSoAndEnds(t *testing.T) {
	t.Parallel()
	without := func(env []string, names ...string) []string {
		return slices.DeleteFunc(slices.Clone(env), func(v string) bool {
			name, _, _ := strings.Cut(v, "=")
			return slices.Contains(names, name)
		})
	}
	const (
		noDisplay = `^Headroom cannot open its window: no display can be opened \(.+\); start it in a desktop session, or name a display in DISPLAY or WAYLAND_DISPLAY\.\n$`
		noOpenGL  = `^Headroom cannot open its window: the display offers no OpenGL 2\.1 \(.+\); set LIBGL_ALWAYS_SOFTWARE=1, or install Mesa's drivers, which Debian calls libgl1-mesa-dri and Fedora mesa-dri-drivers\.\n$`
	)
	for _, tc := range []struct {
		says string
		env  func(t *testing.T) []string
		want string
	}{
		{"no display is named", func(t *testing.T) []string { return without(os.Environ(), "DISPLAY", "WAYLAND_DISPLAY") }, noDisplay},
		{"one is named that is not there", func(t *testing.T) []string {
			return append(without(os.Environ(), "WAYLAND_DISPLAY"), "DISPLAY=:98765")
		}, noDisplay},
		{"the display has no GLX", func(t *testing.T) []string { return startServer(t, "-extension", "GLX") }, noOpenGL},
		{"its OpenGL is too old", func(t *testing.T) []string {
			return append(startServer(t), "MESA_GL_VERSION_OVERRIDE=2.0")
		}, noOpenGL},
	} {
		t.Run(tc.says, func(t *testing.T) {
			ctx, stop := context.WithTimeout(t.Context(), patience)
			defer stop()
			home := t.TempDir()
			cmd := exec.CommandContext(ctx, *program)
			// Nothing is found on the path that would show the sentence in a window and wait.
			cmd.Env = append(without(tc.env(t), "PATH"), "PATH="+home, "HOME="+home, "XDG_RUNTIME_DIR="+home, "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home)
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = &said, &said
			_ = cmd.Run()
			if status := cmd.ProcessState.ExitCode(); status != 1 {
				t.Errorf("it ends with status %d", status)
			}
			if !regexp.MustCompile(tc.want).MatchString(said.String()) {
				t.Errorf("it says %q", said.String())
			}
			if ctx.Err() != nil {
				t.Error("it does not end by itself")
			}
		})
	}
}
