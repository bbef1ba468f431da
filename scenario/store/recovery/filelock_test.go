package recovery_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"headroom/scenario/store/recovery"
)

func TestLockFile(t *testing.T) {
	base := t.TempDir()
	t.Chdir(base)
	must(t, os.MkdirAll("folder/deep", 0o700))
	must(t, os.Symlink("folder", "linked"))
	must(t, os.Symlink("folder/deep", "down"))
	for _, name := range []string{"folder/plan", "folder/other", "plan"} {
		put(t, name, "")
	}
	must(t, os.Symlink("folder/plan", "alias"))
	must(t, os.Symlink("alias", "alias of it"))
	must(t, os.Symlink("down/../new", "to come")) // is folder/new, not new
	must(t, os.Symlink(filepath.Join(base, "to come"), "to come too"))
	for sentence, c := range map[string]struct {
		first, second string
		same          bool
	}{
		"a file is itself":                         {"folder/plan", "folder/plan", true},
		"another file is another":                  {"folder/plan", "folder/other", false},
		"a file of the same name is another":       {"folder/plan", "plan", false},
		"a path from the root is the same":         {"folder/plan", base + "/folder/plan", true},
		"a path with detours is the same":          {"folder/plan", "folder/../folder/./plan", true},
		"a path back from a link is the same":      {"folder/plan", "down/../plan", true},
		"a link to the folder is the same":         {"folder/plan", "linked/plan", true},
		"a link to the file is the same":           {"folder/plan", "alias", true},
		"a link to a link is the same":             {"folder/plan", "alias of it", true},
		"a file that is not there yet is itself":   {"folder/new", "linked/new", true},
		"a link to what is not there is the same":  {"folder/new", "to come", true},
		"a link to such a link is the same":        {"folder/new", "to come too", true},
		"a link to what is not there goes by link": {"new", "to come", false},
	} {
		t.Run(sentence, func(t *testing.T) {
			state := t.TempDir()
			first, err := recovery.LockFile(state, c.first)
			must(t, err)
			if !first.Holds(c.first) || first.Holds(c.second) != c.same {
				t.Errorf("the lock of %s holds itself: %v, %s: %v", c.first, first.Holds(c.first), c.second, first.Holds(c.second))
			}
			second, err := recovery.LockFile(state, c.second)
			if errors.Is(err, recovery.ErrInUse) != c.same || (err == nil) == c.same {
				t.Fatalf("beside %s, %s gives %v", c.first, c.second, err)
			}
			first.Release()
			if c.same {
				second, err = recovery.LockFile(state, c.second)
				must(t, err)
			}
			second.Release()
			if left := names(t, state, ""); left != nil {
				t.Errorf("there is left %v", left)
			}
		})
	}
	if left := names(t, filepath.Join(base, "folder"), ""); len(left) != 3 {
		t.Errorf("beside the user's files there is something: %v", left)
	}
}

func TestLocksOfFoldersDoNotMeet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan")
	for range 2 {
		l, err := recovery.LockFile(t.TempDir(), path)
		must(t, err)
		defer l.Release()
	}
}

func TestLockFileThatCannotBe(t *testing.T) {
	state := t.TempDir()
	circle := filepath.Join(t.TempDir(), "circle")
	must(t, os.Symlink(circle, circle))
	for sentence, c := range map[string]struct{ folder, path string }{
		"no folder for locks":    {filepath.Join(state, "gone"), filepath.Join(state, "plan")},
		"no folder for the file": {state, filepath.Join(state, "gone", "plan")},
		"links in circles":       {state, circle},
	} {
		if l, err := recovery.LockFile(c.folder, c.path); err == nil || errors.Is(err, recovery.ErrInUse) {
			t.Errorf("%s gives %v, %v", sentence, l, err)
		}
	}
}

func TestNoLock(t *testing.T) {
	var none *recovery.FileLock
	if none.Holds("plan") {
		t.Error("no lock holds a file")
	}
	none.Release()
}

// TestOneOfManyHasTheFile lets windows come and go while others clear away.
func TestOneOfManyHasTheFile(t *testing.T) {
	state, path := t.TempDir(), filepath.Join(t.TempDir(), "plan")
	var (
		all    sync.WaitGroup
		inside atomic.Int32
	)
	for range 8 {
		all.Go(func() {
			for got := 0; got < 40; {
				l, err := recovery.LockFile(state, path)
				if errors.Is(err, recovery.ErrInUse) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d windows have it", n)
				}
				got++
				runtime.Gosched()
				inside.Add(-1)
				l.Release()
			}
		})
	}
	all.Go(func() {
		for range 100 {
			c, err := recovery.Start(state)
			if err != nil {
				t.Error(err)
				return
			}
			c.Close()
		}
	})
	all.Wait()
	if left := names(t, state, ""); left != nil {
		t.Errorf("there is left %v", left)
	}
}

// TestLookingIsNotHaving lets others look all the time while one has the file
// again and again, which has to succeed each time.
func TestLookingIsNotHaving(t *testing.T) {
	state, path := t.TempDir(), filepath.Join(t.TempDir(), "plan")
	var all sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		all.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if c, err := recovery.Start(state); err != nil {
					t.Error(err)
				} else {
					c.Close()
				}
			}
		})
	}
	for range 200 {
		l, err := recovery.LockFile(state, path)
		if err != nil {
			t.Error(err)
			break
		}
		l.Release()
	}
	close(done)
	all.Wait()
}
