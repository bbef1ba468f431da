package scenario_test

import (
	"strconv"
	"testing"

	"headroom/scenario"
)

func TestTotalDoesNotAllocate(t *testing.T) {
	many := plan()
	for len(many.Outlook.Streams) < scenario.MaxStreams {
		st := flatStream(strconv.Itoa(len(many.Outlook.Streams)), scenario.ChannelOtherCloud)
		many.Outlook.Streams = append(many.Outlook.Streams, st)
	}
	for name, s := range map[string]scenario.Scenario{"one stream": plan(), "as many streams as there may be": many} {
		if got := testing.AllocsPerRun(100, func() { _ = mustTotal(s) }); got != 0 {
			t.Errorf("%s: %v allocations, want none", name, got)
		}
	}
}

// BenchmarkProject is one stream over 60 months with all tables: at most 10 µs.
func BenchmarkProject(b *testing.B) {
	s := plan()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scenario.Project(s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTotal is the totals of the same alone: at most 3 µs, no allocation.
func BenchmarkTotal(b *testing.B) {
	s := plan()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scenario.Total(s); err != nil {
			b.Fatal(err)
		}
	}
}
