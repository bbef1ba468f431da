//go:build e2e

package main_test

import (
	"bytes"
	"os"
	"testing"
)

// Another program changes the open file while nobody looks at the window.
func TestAForeignChangeIsNoticedWithTheFocus(t *testing.T) {
	t.Parallel()
	env := startDisplay(t)
	file := workspaceOf(t, t.TempDir())
	w := start(t, env, named(file))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.ReplaceAll(data, []byte(`"cap": 38e9`), []byte(`"cap": 39e9`))
	if bytes.Equal(changed, data) {
		t.Fatal("the file has no cap to change")
	}
	w.xdotool("windowminimize", "--sync", w.id)
	if err := os.WriteFile(file, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	w.xdotool("windowactivate", "--sync", w.id)
	w.opened("foreign")
	w.click("dialog.ok")
	w.wait("the cap of the file", func(s state) bool {
		field, found := s.find(capField)
		return found && field.Text == "$39.0B" && s.settled() && !s.Unsaved
	})
}
