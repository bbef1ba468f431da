package recovery_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
)

func BenchmarkWriting(b *testing.B) {
	for _, scenarios := range []int{1, 1000} {
		b.Run(fmt.Sprintf("scenarios=%d", scenarios), func(b *testing.B) {
			u := unsaved(b, "large")
			for i := len(u.Workspace.Scenarios); i < scenarios; i++ {
				s := u.Workspace.Scenarios[0]
				s.ID = fmt.Sprintf("scenario-%d", i)
				u.Workspace.Scenarios = append(u.Workspace.Scenarios, s)
			}
			c := start(b, b.TempDir())
			b.SetBytes(int64(len(encode(b, u.Workspace))))
			b.ReportAllocs()
			for b.Loop() {
				write(b, c, u)
			}
		})
	}
}

func BenchmarkOrphans(b *testing.B) {
	folder := b.TempDir()
	for range 20 {
		leave(b, folder, unsaved(b, "orphan"))
	}
	for b.Loop() {
		orphans(b, folder, 20)
	}
}

func BenchmarkCompare(b *testing.B) {
	path := filepath.Join(b.TempDir(), "plan"+store.Extension)
	data := make([]byte, store.MaxSize)
	stamp, err := recovery.WriteFile(path, data)
	must(b, err)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := stamp.Compare(path); err != nil {
			b.Fatal(err)
		}
	}
}
