package store

import (
	"strings"
	"testing"
)

func BenchmarkDecode(b *testing.B) {
	for name, file := range map[string]string{"OneScenario": everyField(b), "Largest": largest(b)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(strings.NewReader(file)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	w, err := Decode(strings.NewReader(everyField(b)))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Encode(w); err != nil {
			b.Fatal(err)
		}
	}
}
