//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// These benchmarks measure what a user of the window feels: from what a hand does
// to the pixels on the display. Run them with make bench-window. Each round
// measures once, on a display of its own; "load" is what else the machine was
// doing, which every figure suffers from.

// moves is how many moves a latency is taken of in a turn.
const moves = 30

func BenchmarkSlider(b *testing.B) {
	for b.Loop() {
		s := look(b, "").seat()
		slide(s)
	}
	report(b)
}

func BenchmarkPoint(b *testing.B) {
	for b.Loop() {
		s := look(b, "").seat()
		chart, point := s.part("chart"), s.part("chart.point.2027")
		strip := image.Rect(point.X-40, chart.Y, point.X-38, chart.Y+chart.Height-40)
		s.hold(middle(point))
		inTurn(s, func(turn int) { s.follow(middle(point), image.Pt(0, 1), strip, turn) })
	}
	report(b)
}

func BenchmarkHover(b *testing.B) {
	for b.Loop() {
		s := look(b, "").seat()
		chart := s.part("chart")
		at := middle(chart)
		strip := image.Rect(at.X-110, chart.Y+30, at.X+110, chart.Y+32)
		inTurn(s, func(turn int) { s.follow(at, image.Pt(3, 0), strip, turn) })
	}
	report(b)
}

// BenchmarkCompare steps the revenue of the highest of four scenarios compared,
// which gives all of them another axis.
func BenchmarkCompare(b *testing.B) {
	const (
		field  = "compare.july-2026.outlook.streams[0].growth.2030"
		clicks = 100 // of the wheel, to the end of the view or back
	)
	w := preset.Default()
	w.View.Compared = []string{"february-2026", "july-2026", "april-2025", "february-2026-prior"}
	w.View.Reference = w.View.Compared[0]
	file := filepath.Join(b.TempDir(), "four"+store.Extension)
	put(b, file, w)
	for b.Loop() {
		desk := look(b, file)
		watched := desk.watched()
		watched.click("view.compare")
		compare := watched.wait("four charts", func(s state) bool {
			_, there := s.find("chart." + w.View.Compared[3])
			return there && s.settled()
		})
		table, _ := compare.find("table")
		wheel := image.Pt(table.X+table.Width/2, table.Y+20)
		watched.xdotool(append(watched.moveTo(wheel.X, wheel.Y), "click", "--repeat", strconv.Itoa(clicks), "--delay", "2", "5")...)
		watched.still(table.area())
		entry := watched.part(field)
		watched.close()

		s := desk.seat()
		strips := make([]image.Rectangle, len(w.View.Compared))
		for i, id := range w.View.Compared {
			chart, _ := compare.find("chart." + id)
			x := chart.X + chart.Width*4/5
			strips[i] = image.Rect(x, chart.Y, x+2, chart.Y+chart.Height-40)
		}
		s.eye.click(buttonLeft, middle(s.part("view.compare")), 1)
		s.rest()
		s.eye.click(wheelDown, wheel, clicks)
		s.rest()
		s.eye.click(buttonLeft, middle(entry), 1)
		s.eye.click(wheelUp, wheel, clicks)
		s.rest()
		s.eye.hold(keyShift) // ten times the step
		inTurn(s, func(turn int) {
			key := keyUp
			if turn%2 == 1 {
				key = keyDown
			}
			for i := range moves {
				s.pause(i)
				s.took(s.eye.answer(func() { s.eye.key(key) }, strips...))
			}
		})
	}
	report(b)
}

// BenchmarkThousand opens a workspace of as many scenarios as there may be, and
// moves a slider there.
func BenchmarkThousand(b *testing.B) {
	w := preset.Default()
	for len(w.Scenarios) < scenario.MaxScenarios {
		next := w.Scenarios[len(w.Scenarios)%5]
		next.ID = fmt.Sprintf("case-%d", len(w.Scenarios))
		next.Name = fmt.Sprintf("Case %d", len(w.Scenarios))
		w.Scenarios = append(w.Scenarios, next)
	}
	file := filepath.Join(b.TempDir(), "thousand"+store.Extension)
	put(b, file, w)
	for b.Loop() {
		desk := look(b, file)
		opened := make([]time.Duration, 5)
		for i := range opened {
			opened[i] = desk.seat().leave()
		}
		b.ReportMetric(milliseconds(median(opened)), "open-ms")
		slide(desk.seat())
	}
	report(b)
}

// BenchmarkMemory makes edits with all of them left to undo.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		s := look(b, "").seat()
		slider, strip := s.slider()
		s.eye.click(buttonLeft, middle(slider), 1)
		s.rest()
		for edit := 1; edit <= 3000; edit++ {
			key := keyRight
			if edit/10%2 == 1 {
				key = keyLeft
			}
			s.eye.answer(func() { s.eye.key(key) }, strip)
			if edit == 1000 || edit == 3000 {
				b.ReportMetric(s.resident(), fmt.Sprintf("MiB-at-%d", edit))
			}
		}
	}
	report(b)
}

func BenchmarkIdle(b *testing.B) {
	const over = 20 * time.Second
	for b.Loop() {
		s := look(b, "").seat()
		s.rest()
		begin := s.processor()
		time.Sleep(over)
		b.ReportMetric(100*float64(s.processor()-begin)/float64(over), "%-of-a-core")
	}
	report(b)
}

// slide drags the slider of a year's growth.
func slide(s *seated) {
	slider, strip := s.slider()
	s.hold(middle(slider))
	inTurn(s, func(turn int) { s.follow(middle(slider), image.Pt(1, 0), strip, turn) })
}

// A desk is where a program has been seen: what it shows where, and a home that it
// has been in before, as it has been in a user's. What it keeps there of shaders
// is much of its start.
type desk struct {
	b    *testing.B
	home string
	args []string
	seen state
}

// look opens a window that tells what is on its screen, on a file where one is
// given, and closes it.
func look(b *testing.B, file string) *desk {
	b.Helper()
	d := &desk{b: b, home: b.TempDir()}
	if file != "" {
		d.args = []string{file}
	}
	w := d.watched()
	defer w.close()
	d.seen = w.now()
	return d
}

// watched opens a window that tells what is on its screen.
func (d *desk) watched() *window {
	d.b.Helper()
	return startIn(d.b, startDisplay(d.b), d.home, d.args...)
}

// seat opens a window on a display of its own, and waits for its chart.
func (d *desk) seat() *seated {
	d.b.Helper()
	return d.seatOn(startDisplay(d.b))
}

// seatOn does the same on the display of env.
func (d *desk) seatOn(env []string) *seated {
	d.b.Helper()
	s := &seated{window: newWindow(d.b, env, d.home, d.args...), eye: openEye(d.b, env), seen: d.seen}
	begin := time.Now()
	s.launch()
	s.eye.await("Headroom", s.part("chart").area())
	s.opened = time.Since(begin)
	s.eye.attach()
	s.rest()
	return s
}

// A seated is who sits before a window that tells nobody what is on its screen:
// that would cost it time.
type seated struct {
	*window
	eye    *eye
	who    string        // whose latencies it takes, empty for the planner's
	seen   state         // where things are
	opened time.Duration // until the first pixels of the chart
}

// latencies of the benchmark that runs, by whose they are: the empty name is the
// planner.
var latencies = map[string][]time.Duration{}

func (s *seated) part(name string, kinds ...string) part {
	s.t.Helper()
	p, ok := s.seen.find(name, kinds...)
	if !ok {
		s.t.Fatalf("there is no %s in the window:\n%s", name, s.seen)
	}
	return p
}

// slider returns the slider of the growth in 2027, and a strip of the chart that
// it changes.
func (s *seated) slider() (slider part, strip image.Rectangle) {
	chart, point := s.part("chart"), s.part("chart.point.2027")
	return s.part(growth2027, "slider"), image.Rect(point.X-40, chart.Y, point.X-38, chart.Y+chart.Height-40)
}

// hold takes hold of what is at a place.
func (s *seated) hold(at image.Point) {
	s.eye.move(at)
	s.rest()
	s.eye.press(buttonLeft)
	s.rest()
}

// drag takes hold at a place, moves to and fro and lets go.
func (s *seated) drag(at, along image.Point, strip image.Rectangle, turn int) {
	s.hold(at)
	s.follow(at, along, strip, turn)
	s.eye.release(buttonLeft)
}

// follow moves the pointer to and fro around a place, and takes the time until a
// strip has followed. No two turns in a row go the same ways.
func (s *seated) follow(at, along image.Point, strip image.Rectangle, turn int) {
	for i := turn * moves; i < (turn+1)*moves; i++ {
		s.pause(i)
		by := 3 + i*13%27
		if i%2 == 1 {
			by = -by
		}
		s.took(s.eye.answer(func() { s.eye.move(at.Add(along.Mul(by))) }, strip))
	}
}

func (s *seated) took(d time.Duration) { latencies[s.who] = append(latencies[s.who], d) }

// pause waits until the window has nothing left to draw, each time a little
// longer or shorter, so that a move may come at any time within a frame.
func (s *seated) pause(i int) { time.Sleep(time.Duration(40+i*7%23) * time.Millisecond) }

// rest waits until the window is sure to have come to rest.
func (s *seated) rest() { time.Sleep(time.Second) }

// leave closes the window and returns how long it took to open.
func (s *seated) leave() time.Duration {
	s.close()
	return s.opened
}

// resident returns the memory that the window's process holds, in MiB.
func (s *seated) resident() float64 {
	for _, line := range strings.Split(s.proc("status"), "\n") {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmRSS:" {
			kib, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				s.t.Fatal(err)
			}
			return kib / 1024
		}
	}
	s.t.Fatal("the system does not say how much memory is resident")
	return 0
}

// processor returns the time that the window's process has had a core.
func (s *seated) processor() time.Duration {
	const ticks = 100 // a second, on every Linux there is
	text := s.proc("stat")
	fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	var sum time.Duration
	for _, field := range fields[11:13] {
		n, err := strconv.Atoi(field)
		if err != nil {
			s.t.Fatal(err)
		}
		sum += time.Duration(n) * time.Second / ticks
	}
	return sum
}

// close ends the program now.
func (w *window) close() {
	_ = w.cmd.Process.Kill()
	<-w.ended
}

func middle(p part) image.Point { return image.Pt(p.X+p.Width/2, p.Y+p.Height/2) }

// report tells what was taken, in place of the time of a round: the latencies of
// the planner, those of whatever it took turns with, and the ratio of the two.
func report(b *testing.B) {
	b.Helper()
	middles := map[string]float64{}
	for who, taken := range latencies {
		slices.Sort(taken)
		at := func(q float64) float64 { return milliseconds(taken[int(q*float64(len(taken)-1)+0.5)]) }
		unit := func(name string) string { return strings.TrimPrefix(who+"-"+name, "-") }
		b.ReportMetric(at(0.50), unit("p50-ms"))
		b.ReportMetric(at(0.95), unit("p95-ms"))
		longest := noAnswer
		if who == "calc" {
			longest = calcLongest
		}
		missed := len(taken) - sort.Search(len(taken), func(i int) bool { return taken[i] >= longest })
		b.ReportMetric(float64(missed), unit("unanswered"))
		middles[who] = at(0.50)
	}
	for who, theirs := range middles {
		if ours, taken := middles[""]; taken && who != "" {
			b.ReportMetric(ours/theirs, "of-"+who)
		}
	}
	clear(latencies)
	b.ReportMetric(0, "ns/op")
	if data, err := os.ReadFile("/proc/loadavg"); err == nil {
		if load, err := strconv.ParseFloat(strings.Fields(string(data))[0], 64); err == nil {
			b.ReportMetric(load, "load")
		}
	}
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func median(d []time.Duration) time.Duration {
	d = slices.Sorted(slices.Values(d))
	return d[len(d)/2]
}
