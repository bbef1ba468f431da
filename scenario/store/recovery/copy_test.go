package recovery_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"headroom/scenario/store/recovery"
)

func TestCopyHoldsTheWorkspaceAsEncoded(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	write(t, c, unsaved(t, "first"))
	path := only(t, folder, ".copy")
	_, body, _ := bytes.Cut(get(t, path), []byte("\n"))
	if want := encode(t, workspace(t, "first")); !bytes.Equal(body, want) {
		t.Errorf("after its first line the copy has %d bytes that are not those of the workspace, %d", len(body), len(want))
	}
	write(t, c, unsaved(t, "second"))
	if now := only(t, folder, ".copy"); now != path {
		t.Errorf("the second copy is %s beside %s", now, path)
	}
	if left := names(t, folder, ".new"); left != nil {
		t.Errorf("unfinished copies are left: %v", left)
	}
}

func TestOnlyTheOwnerMayReadCopies(t *testing.T) {
	folder := t.TempDir()
	write(t, start(t, folder), unsaved(t, "secret"))
	for _, path := range names(t, folder, "") {
		if got := mode(t, path); got != 0o600 {
			t.Errorf("the mode of %s is %#o, want 0600", path, got)
		}
	}
}

func TestCopyComesBackAsItWas(t *testing.T) {
	stamped := unsaved(t, "of a file")
	stamped.File = "/home/me/plan.headroom.json"
	stamped.Base = recovery.Stamp{Size: 1 << 40, SHA256: [32]byte{31: 1}}
	odd := unsaved(t, "of a path that is no text")
	odd.File = "/tmp/\xff\xfe\n\"'\\\u2028 .json"
	east := unsaved(t, "east")
	east.Written = noon.In(time.FixedZone("", 3600))
	for _, u := range []recovery.Unsaved{unsaved(t, "of no file"), stamped, odd, east, {Workspace: workspace(t, "at no time")}} {
		t.Run(u.Workspace.Name, func(t *testing.T) {
			folder := t.TempDir()
			leave(t, folder, u)
			u.Written = u.Written.UTC()
			o := orphans(t, folder, 1)[0]
			if o.File != u.File || o.Written != u.Written || o.Err != nil {
				t.Errorf("it is listed as %+v", o)
			}
			got, err := o.Read()
			must(t, err)
			expectSame(t, got, u)
		})
	}
}

func TestWhatIsOvertakenIsNotWritten(t *testing.T) {
	for sentence, overtake := range map[string]func(*testing.T, *recovery.Copy, recovery.Orphan){
		"by a discard":     func(t *testing.T, c *recovery.Copy, _ recovery.Orphan) { must(t, c.Discarding()()) },
		"by a save":        func(t *testing.T, c *recovery.Copy, _ recovery.Orphan) { must(t, c.Clearing()()) },
		"by the end":       func(_ *testing.T, c *recovery.Copy, _ recovery.Orphan) { c.Close() },
		"by a later write": func(t *testing.T, c *recovery.Copy, _ recovery.Orphan) { write(t, c, unsaved(t, "new")) },
		"by a take-over": func(t *testing.T, c *recovery.Copy, o recovery.Orphan) {
			_, err := c.TakeOver(o)
			must(t, err)
		},
	} {
		t.Run(sentence, func(t *testing.T) {
			folder := t.TempDir()
			leave(t, folder, unsaved(t, "orphan"))
			o := orphans(t, folder, 1)[0]
			c := start(t, folder)
			work := c.Writing(unsaved(t, "old"))
			overtake(t, c, o)
			before := copies(t, folder)
			must(t, work())
			if after := copies(t, folder); after != before {
				t.Errorf("the copies were %s, and are %s", before, after)
			}
		})
	}
}

// copies tells what copies there are.
func copies(t *testing.T, folder string) (text string) {
	for _, path := range names(t, folder, ".copy") {
		text += fmt.Sprintf("%s: %s\n", path, get(t, path))
	}
	return text
}

func TestDiscardedIsGone(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	must(t, c.Discarding()())
	write(t, c, unsaved(t, "given up"))
	must(t, c.Discarding()())
	c.Close()
	if left := names(t, folder, ""); left != nil {
		t.Errorf("there is left %v", left)
	}
}

func TestUnsoundWorkspaceIsNotWritten(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	write(t, c, unsaved(t, "sound"))
	bad := unsaved(t, "unsound")
	bad.Workspace.View.Selected = "nobody"
	if err := c.Writing(bad)(); err == nil {
		t.Error("a workspace that could not be read again is written")
	}
	c.Close()
	expectName(t, orphans(t, folder, 1)[0], "sound")
}

func expectName(t *testing.T, o recovery.Orphan, want string) {
	t.Helper()
	u, err := o.Read()
	must(t, err)
	if u.Workspace.Name != want {
		t.Errorf("the orphan is %q, want %q", u.Workspace.Name, want)
	}
}

func TestTakenOverIsTheWindowsOwn(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "orphan"))
	o := orphans(t, folder, 1)[0]
	c := start(t, folder)
	u, err := c.TakeOver(o)
	must(t, err)
	expectSame(t, u, unsaved(t, "orphan"))
	orphans(t, folder, 0)
	other := start(t, folder)
	if _, err := other.TakeOver(o); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a second window may take it over: %v", err)
	}
	if _, err := o.Read(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it may still be read: %v", err)
	}
	must(t, o.Discard()) // of what was its copy only
	c.Close()
	expectName(t, orphans(t, folder, 1)[0], "orphan")
	must(t, orphans(t, folder, 1)[0].Discard())
	other.Close()
	if left := names(t, folder, ""); left != nil {
		t.Errorf("there is left %v", left)
	}
}

func TestRefusedIsKeptUntilSaved(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"refused", "refused too", "not spoken of"} {
		leave(t, folder, unsaved(t, name))
	}
	c := start(t, folder)
	for _, o := range orphans(t, folder, 3) {
		if u, err := o.Read(); err != nil || u.Workspace.Name != "not spoken of" {
			c.Refuse(o)
		}
	}
	write(t, c, unsaved(t, "own"))
	must(t, c.Discarding()())
	orphans(t, folder, 3)
	must(t, c.Clearing()())
	expectName(t, orphans(t, folder, 1)[0], "not spoken of")
	must(t, c.Clearing()())
	orphans(t, folder, 1)
}

func TestRefusedOutlivesAWindowThatDidNotSave(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "refused"))
	c := start(t, folder)
	c.Refuse(orphans(t, folder, 1)[0])
	c.Close()
	expectName(t, orphans(t, folder, 1)[0], "refused")
}

func TestClearedFolderIsMadeAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "headroom")
	must(t, os.Mkdir(folder, 0o700))
	c := start(t, folder)
	for range 2 {
		must(t, os.RemoveAll(folder))
		write(t, c, unsaved(t, "kept"))
		orphans(t, folder, 0) // it lives, and is known to
	}
	c.Close()
	expectName(t, orphans(t, folder, 1)[0], "kept")
}

func TestStartClearsAwayWhatIsNoCopy(t *testing.T) {
	folder := t.TempDir()
	living := start(t, folder)
	lock := only(t, folder, ".lock")
	partial := lock[:len(lock)-len(".lock")] + ".new"
	put(t, partial, "being written")
	leave(t, folder, unsaved(t, "orphan"))
	for _, name := range []string{"window-dead.lock", "window-dead.new", "window-gone.new", "file-dead.lock"} {
		put(t, filepath.Join(folder, name), "")
	}
	for _, name := range []string{"notes.lock", "notes.new", "window-dead", "file-dead"} {
		put(t, filepath.Join(folder, name), "not Headroom's")
	}
	start(t, folder).Close()
	var left []string
	for _, path := range names(t, folder, "") {
		if path != lock && path != partial && filepath.Ext(path) != ".copy" {
			left = append(left, filepath.Base(path))
		}
	}
	if got := fmt.Sprint(left); got != "[file-dead notes.lock notes.new window-dead]" {
		t.Errorf("there is left %v", got)
	}
	orphans(t, folder, 1)
	write(t, living, unsaved(t, "living"))
}

func TestWindowsStartTogether(t *testing.T) {
	folder := t.TempDir()
	const windows, left = 16, 8
	for range left {
		leave(t, folder, unsaved(t, "orphan"))
	}
	offered := orphans(t, folder, left)
	var all sync.WaitGroup
	taken := make([]int, windows)
	for i := range windows {
		all.Go(func() {
			c, err := recovery.Start(folder)
			if err != nil {
				t.Error(err)
				return
			}
			for _, o := range offered {
				u, err := c.TakeOver(o)
				switch {
				case err == nil && u.Workspace.Name == "orphan":
					taken[i]++
				case !errors.Is(err, fs.ErrNotExist):
					t.Errorf("take-over of %v: %q, %v", o, u.Workspace.Name, err)
				}
			}
			if err := c.Writing(unsaved(t, fmt.Sprint(i)))(); err != nil {
				t.Error(err)
			}
			if found, err := recovery.Orphans(folder); err != nil || len(found) > left {
				t.Errorf("living windows are listed: %v, %v", found, err)
			}
			if err := c.Clearing()(); err != nil {
				t.Error(err)
			}
			c.Close()
		})
	}
	all.Wait()
	sum := 0
	for _, n := range taken {
		sum += n
	}
	if sum != left {
		t.Errorf("%d orphans were taken over %d times", left, sum)
	}
	if rest := names(t, folder, ""); rest != nil {
		t.Errorf("there is left %v", rest)
	}
}

func TestWritesDoNotCross(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	for round := range 50 {
		var all sync.WaitGroup
		for range 4 {
			work := c.Writing(unsaved(t, fmt.Sprint(round)))
			all.Go(func() {
				if err := work(); err != nil {
					t.Error(err)
				}
			})
		}
		must(t, c.Discarding()())
		all.Wait()
		if left := names(t, folder, ".copy"); left != nil {
			t.Fatalf("round %d: what was discarded is back: %v", round, left)
		}
	}
}
