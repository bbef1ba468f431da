package recovery_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"headroom/scenario/store/recovery"
)

func TestOrphansAreListedNewestFirst(t *testing.T) {
	folder := t.TempDir()
	for _, minutes := range []time.Duration{1, 3, 0, 2} {
		u := unsaved(t, "orphan")
		u.Written = noon.Add(minutes * time.Minute)
		leave(t, folder, u)
	}
	living := start(t, folder)
	write(t, living, unsaved(t, "living"))
	for i, o := range orphans(t, folder, 4) {
		if want := noon.Add(time.Duration(3-i) * time.Minute); o.Written != want {
			t.Errorf("place %d is of %v, want %v", i, o.Written, want)
		}
	}
}

func TestAllWhoLookSeeAllOrphans(t *testing.T) {
	folder := t.TempDir()
	const left = 4
	for range left {
		leave(t, folder, unsaved(t, "orphan"))
	}
	for _, path := range names(t, folder, ".copy") {
		put(t, strings.TrimSuffix(path, ".copy")+".lock", "") // as a kill leaves it
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 100 {
				if found, err := recovery.Orphans(folder); err != nil || len(found) != left {
					t.Errorf("%d of %d orphans are seen, %v", len(found), left, err)
				}
			}
		})
	}
	all.Wait()
}

func TestOrphansOfFolders(t *testing.T) {
	base := t.TempDir()
	orphans(t, filepath.Join(base, "gone"), 0)
	orphans(t, base, 0)
	file := filepath.Join(base, "file")
	put(t, file, "")
	if _, err := recovery.Orphans(file); err == nil {
		t.Error("a file has orphans")
	}
}

func TestListingReadsNoWorkspaces(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "orphan"))
	path := only(t, folder, ".copy")
	line, body, _ := bytes.Cut(get(t, path), []byte("\n"))
	put(t, path, string(line)+"\n"+strings.Repeat("?", len(body)))
	o := orphans(t, folder, 1)[0]
	if o.Err != nil {
		t.Errorf("the listing knows already: %v", o.Err)
	}
	if _, err := o.Read(); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("reading a damaged workspace gives %v", err)
	}
}

func TestDamagedCopies(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "sound"))
	sound := string(get(t, only(t, folder, ".copy")))
	must(t, orphans(t, folder, 1)[0].Discard())
	line, body, _ := strings.Cut(sound, "\n")
	replaced := func(from, to string) string {
		if !strings.Contains(line, from) {
			t.Fatalf("the first line has no %s: %s", from, line)
		}
		return strings.Replace(line, from, to, 1) + "\n" + body
	}
	for sentence, text := range map[string]string{
		"empty":                          "",
		"without an end to its line":     line,
		"without a workspace":            line + "\n",
		"cut off":                        sound[:len(sound)-1],
		"longer than it was":             sound + " ",
		"with a digit that has changed":  line + "\n" + strings.Replace(body, "1", "2", 1),
		"just a workspace":               body,
		"of another format":              replaced("headroom-recovery", "headroom-workspace"),
		"of version 0":                   replaced(`"version":1`, `"version":0`),
		"of a later version":             replaced(`"version":1`, `"version":2`),
		"of a version that is no number": replaced(`"version":1`, `"version":"1"`),
		"of a time that is none":         replaced("2026-02-27T", "2026-02-30T"),
		"of a file without quotes":       replaced(`"file":"\"\""`, `"file":""`),
		"of half a checksum":             replaced(`"size"`, `"base":{"sha256":"00"},"size"`),
		"of a checksum in words":         replaced(`"size"`, `"base":{"sha256":"none"},"size"`),
		"of negative size":               replaced(`"size":`, `"size":-`),
		"of a list":                      "[]\n" + body,
		"of nothing":                     "null\n" + body,
		"of zeros":                       strings.Repeat("\x00", 1<<20),
		"of an endless line":             strings.Repeat(" ", 1<<20) + sound,
		"of nested lists":                strings.Repeat("[", 60<<10) + "\n" + body,
	} {
		t.Run(sentence, func(t *testing.T) {
			put(t, filepath.Join(folder, "window-broken.copy"), text)
			o := orphans(t, folder, 1)[0]
			if _, err := o.Read(); err == nil {
				t.Error("it is read")
			}
			c := start(t, folder)
			defer c.Close()
			if _, err := c.TakeOver(o); err == nil {
				t.Error("it is taken over")
			}
			if kept := string(get(t, only(t, folder, ".copy"))); kept != text {
				t.Error("it is not as it was")
			}
			c.Refuse(o)
			must(t, c.Clearing()())
			orphans(t, folder, 0)
		})
	}
}

func TestACopyCutOffAnywhereIsNotRead(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "sound"))
	path := only(t, folder, ".copy")
	sound := get(t, path)
	for n := 0; n < len(sound); n += 17 {
		must(t, os.Truncate(path, int64(len(sound)-n)))
		_, err := orphans(t, folder, 1)[0].Read()
		if (err == nil) != (n == 0) {
			t.Fatalf("without its last %d bytes: %v", n, err)
		}
	}
}

func TestUnreadableIsListedByWhenItWasTouched(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "sound"))
	path := filepath.Join(folder, "window-broken.copy")
	put(t, path, "broken")
	must(t, os.Chtimes(path, noon, noon.Add(time.Second)))
	o := orphans(t, folder, 2)[0]
	if o.Err == nil || o.Written != noon.Add(time.Second) || o.File != "" {
		t.Errorf("the first listed is %+v", o)
	}
}

func TestWhatIsNoFileIsListedAndNotOpened(t *testing.T) {
	folder := t.TempDir()
	must(t, os.Mkdir(filepath.Join(folder, "window-folder.copy"), 0o700))
	must(t, os.Symlink("/dev/zero", filepath.Join(folder, "window-link.copy")))
	must(t, os.Symlink("nowhere", filepath.Join(folder, "window-lost.copy")))
	for _, o := range orphans(t, folder, 3) {
		if o.Err == nil {
			t.Errorf("nothing is wrong with %+v", o)
		}
		must(t, o.Discard())
	}
	orphans(t, folder, 0)
}

func TestDiscardTwice(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "orphan"))
	o := orphans(t, folder, 1)[0]
	must(t, o.Discard())
	must(t, o.Discard())
	if _, err := o.Read(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is discarded reads %v", err)
	}
}

func FuzzCopy(f *testing.F) {
	u := unsaved(f, "sound")
	u.File = "/home/me/\xff"
	u.Base = recovery.Stamp{Size: 1, SHA256: [32]byte{1}}
	sound, err := recovery.Encode(u)
	must(f, err)
	line, body, _ := bytes.Cut(sound, []byte("\n"))
	f.Add(line, body)
	f.Add([]byte("{}"), []byte("{}"))
	f.Fuzz(func(t *testing.T, line, body []byte) {
		u, err := recovery.Decode(slices.Concat(line, []byte("\n"), body))
		if err != nil {
			return
		}
		again, err := recovery.Encode(u)
		must(t, err)
		back, err := recovery.Decode(again)
		must(t, err)
		expectSame(t, back, u)
	})
}
