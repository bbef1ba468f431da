package edit_test

import (
	"fmt"
	"runtime"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

// BenchmarkEdit times one edit of a drag and one step of its own, as the window
// does them: with a look at the scenario afterwards.
func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{5, 1000} {
		for _, sealed := range []bool{false, true} {
			b.Run(fmt.Sprintf("scenarios=%d/sealed=%t", n, sealed), func(b *testing.B) {
				s := open(b, n)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if err := s.Do(edit.SetGrowth("c", 0, 2027, unit.Rate(i%100)/100)); err != nil {
						b.Fatal(err)
					}
					if sealed {
						s.Seal()
					}
					if _, found := s.Scenario("c"); !found {
						b.Fatal("the scenario is gone")
					}
				}
			})
		}
	}
}

// BenchmarkEditHandedOut is BenchmarkEdit with the whole workspace handed out
// after each edit, for which the next one copies the list of scenarios.
func BenchmarkEditHandedOut(b *testing.B) {
	for _, n := range []int{5, 1000} {
		b.Run(fmt.Sprintf("scenarios=%d", n), func(b *testing.B) {
			s := open(b, n)
			b.ReportAllocs()
			var w scenario.Workspace
			for i := 0; b.Loop(); i++ {
				if err := s.Do(edit.SetGrowth("c", 0, 2027, unit.Rate(i%100)/100)); err != nil {
					b.Fatal(err)
				}
				w = s.Workspace()
			}
			_ = w
		})
	}
}

// TestHistoryIsSmall holds 3,000 steps, structural ones among them, with the
// workspace handed out after each, to well under 10 MiB.
func TestHistoryIsSmall(t *testing.T) {
	for _, n := range []int{5, 900} {
		s := open(t, n)
		before := heap()
		for i := range 3000 {
			id := s.At(i % 5).ID
			switch i % 10 {
			case 3:
				do(t, s, edit.DuplicateScenario(id, ""))
			case 4:
				do(t, s, edit.MoveScenario(id, s.Len()-1))
			case 5:
				do(t, s, edit.DeleteScenario(id))
			default:
				do(t, s, edit.SetGrowth(id, i%2*2, 2027, unit.Rate(i%100+200)/100))
			}
			s.Seal()
			_ = s.Workspace()
		}
		if grown := heap() - before; grown > 5<<20 {
			t.Errorf("with %d scenarios, 3,000 steps hold %d bytes", n, grown)
		} else {
			t.Logf("with %d scenarios, 3,000 steps hold %d bytes", n, grown)
		}
		runtime.KeepAlive(s)
	}
}

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
