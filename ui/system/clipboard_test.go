//go:build !windows

package system

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// helper writes a program into a folder that stands for the desktop's clipboard.
func helper(t *testing.T, name, script string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	return folder
}

func TestWhatIsCopiedIsHandedOn(t *testing.T) {
	folder := helper(t, "keeper", `cat > "$1"`)
	kept := filepath.Join(folder, "kept")
	programs := [][]string{{"no-such-program", "x"}, {"keeper", kept}}
	if err := handOn(t.Context(), programs, []byte("a\tb\n")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "a\tb\n" {
		t.Errorf("kept is %q, %v", got, err)
	}
	if err := handOn(t.Context(), programs[:1], nil); !errors.Is(err, ErrNoClipboard) {
		t.Errorf("without a program: %v", err)
	}
	helper(t, "refuser", "exit 3")
	if err := handOn(t.Context(), [][]string{{"refuser"}}, nil); err == nil || !strings.Contains(err.Error(), "refuser did not take") {
		t.Errorf("of one that fails: %v", err)
	}
}

func TestAProgramThatHangsIsGivenUp(t *testing.T) {
	helper(t, "hanger", "exec sleep 1000")
	ctx, done := context.WithTimeout(t.Context(), time.Millisecond)
	defer done()
	if err := handOn(ctx, [][]string{{"hanger"}}, []byte("picture")); err == nil || !strings.Contains(err.Error(), "hanger does not take") {
		t.Errorf("of one that hangs: %v", err)
	}
}
