package why_test

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/look"
	"headroom/ui/why"
	"headroom/ui/windowtest"
)

// muchSourced returns a scenario with as many sources as one may have, each with a
// note of so many characters.
func muchSourced(note int) scenario.Scenario {
	s := preset.Default().Scenarios[0]
	s.Sources = maps.Clone(s.Sources)
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	estimate := scenario.Source{Status: scenario.StatusEstimate, Value: scenario.SourceValue{Kind: scenario.SourceNumber, Number: 0.5}}
	for i := 0; len(s.Sources) < scenario.MaxSources; i++ {
		if i == len(s.Outlook.Streams) {
			more := s.Outlook.Streams[0]
			more.Name, more.Base = fmt.Sprint("Stream ", i), 1e6
			s.Outlook.Streams = append(s.Outlook.Streams, more)
		}
		for year := scenario.MinYear; year <= scenario.MaxYear && len(s.Sources) < scenario.MaxSources; year++ {
			s.Sources[fmt.Sprintf("outlook.streams[%d].growth.%d", i, year)] = estimate
		}
	}
	for path, source := range s.Sources {
		source.Note = strings.Repeat("a note, ", note/8)
		s.Sources[path] = source
	}
	return s
}

func TestNoMoreSourcesAreLaidOutThanAreSeen(t *testing.T) {
	for _, note := range []int{8, scenario.MaxNote} {
		d := windowtest.New(t, muchSourced(note))
		s := d.Selected()
		if len(s.Sources) != scenario.MaxSources {
			t.Fatalf("it has %d sources", len(s.Sources))
		}
		made := func() (n int) {
			for _, w := range d.P.Prompts.All[0].Scrolled() {
				if strings.HasPrefix(w.InspectName(), "source.status.") {
					n++
				}
			}
			return n
		}
		why.Sources(d.P.Desk)
		if n := made(); n < 1 || n > 40 {
			t.Errorf("with notes of %d characters %d of 1000 are made", note, n)
		}
		for range 30 {
			d.P.Prompts.Key(fyne.KeyPageDown)
		}
		if n := made(); n < 10 || n > 400 {
			t.Errorf("with notes of %d characters, after 30 pages %d are made", note, n)
		}
		d.P.Prompts.Key(fyne.KeyEnd)
		d.P.Prompts.Cancel()
		const far = "outlook.streams[3].growth.2050"
		why.Source(d.P.Desk, far)
		if focused, ok := d.P.Window.Canvas().Focused().(*look.Button); !ok || focused.Name != "source.back."+far {
			t.Errorf("asked for %s the focus is at %v", far, d.P.Window.Canvas().Focused())
		}
		if _, ok := listed(d.P)["source.status."+far]; !ok {
			t.Errorf("asked for %s it is not seen", far)
		}
		d.P.Prompts.Cancel()
	}
}

// A step of a slider costs what is shown, not what sources say at length.
func TestLongNotesCostAStepNothing(t *testing.T) {
	bytes := func(note int) uint64 {
		d := windowtest.New(t, muchSourced(note))
		step := func(i int) { d.P.Do(edit.SetCap(d.Selected().ID, unit.Amount(40e9+float64(i)*1e8))) }
		step(0)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for i := range 10 {
			step(i + 1)
		}
		runtime.ReadMemStats(&after)
		return (after.TotalAlloc - before.TotalAlloc) / 10
	}
	short, long := bytes(8), bytes(scenario.MaxNote)
	if long > short+scenario.MaxNote {
		t.Errorf("with notes of %d characters a step takes %d bytes, without %d", scenario.MaxNote, long, short)
	}
	t.Logf("%d and %d bytes a step", short, long)
}

func TestALongNoteIsCutOnHover(t *testing.T) {
	d := windowtest.New(t, muchSourced(scenario.MaxNote))
	tip := chipOf(t, d.P, "terms.share.cap.source").Tooltip()
	if n := len([]rune(tip)); n > 1001 || !strings.HasPrefix(tip, "Reported: ") || !strings.HasSuffix(tip, "a note,…") {
		t.Errorf("on hover %d characters: %.60s … %s", n, tip, tip[max(0, len(tip)-20):])
	}
}

func BenchmarkSourcesOfAThousand(b *testing.B) {
	for _, note := range []int{8, scenario.MaxNote} {
		b.Run(fmt.Sprint(note), func(b *testing.B) {
			_, p := asker(b)
			s, _ := p.Selected()
			p.DoOnce(edit.Revise(s.ID, "source", func(scenario.Scenario) (scenario.Scenario, error) {
				much := muchSourced(note)
				much.ID = s.ID
				return much, nil
			}))
			for b.Loop() {
				why.Sources(p.Desk)
				p.Prompts.Cancel()
			}
		})
	}
}
