package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a"+Extension)
	if err := os.WriteFile(path, []byte(least(`,"name":"W"`, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{path, link} {
		if w, err := ReadFile(path); err != nil || w.Name != "W" {
			t.Errorf("ReadFile = %+v, %v", w, err)
		}
	}
}

func TestFaultsOfAFileNameIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte(least(`,"x":1,"y":1`, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := ReadFile(path)
	var unsound *Unsound
	if !errors.As(err, &unsound) || len(unsound.Faults) != 2 || !strings.HasPrefix(err.Error(), "open workspace \""+path+"\": x: unknown field\n") {
		t.Errorf("error %v", err)
	}
}

func TestLargeFilesAreRefused(t *testing.T) {
	file := func(size int64) string {
		path := filepath.Join(t.TempDir(), "large")
		if err := os.WriteFile(path, []byte(least("", "")), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, size := range []int64{MaxSize + 1, 1 << 40} {
		if _, err := ReadFile(file(size)); !errors.Is(err, errTooLarge) {
			t.Errorf("%d bytes: error %v", size, err)
		}
	}
	var unsound *Unsound
	if _, err := ReadFile(file(MaxSize)); !errors.As(err, &unsound) { // zeros follow the document
		t.Errorf("%d bytes: error %v", MaxSize, err)
	}
}

func TestEndlessInputIsRefused(t *testing.T) {
	spaces := readerFunc(func(data []byte) (int, error) {
		for i := range data {
			data[i] = ' '
		}
		return len(data), nil
	})
	if _, err := Decode(spaces); !errors.Is(err, errTooLarge) {
		t.Errorf("error %v", err)
	}
	exact := io.MultiReader(strings.NewReader(least("", "")), io.LimitReader(spaces, int64(MaxSize-len(least("", "")))))
	if _, err := Decode(exact); err != nil {
		t.Errorf("%d bytes: error %v", MaxSize, err)
	}
}

func TestReadersThatFail(t *testing.T) {
	want := errors.New("the cable is out")
	if _, err := Decode(iotest.ErrReader(want)); !errors.Is(err, want) {
		t.Errorf("error %v", err)
	}
	if _, err := Decode(iotest.OneByteReader(strings.NewReader(least("", "")))); err != nil {
		t.Errorf("byte by byte: error %v", err)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(data []byte) (int, error) { return f(data) }
