package recovery_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"headroom/scenario/store/recovery"
)

// promise is how soon a change is to be safe.
const promise = 2 * time.Second

const (
	delay = recovery.Delay
	ns    = time.Nanosecond
)

func at(d time.Duration) time.Time { return time.Date(2026, 2, 27, 9, 0, 0, 0, time.UTC).Add(d) }

func TestSchedule(t *testing.T) {
	type schedule = recovery.Schedule
	expect := func(t *testing.T, s *schedule, when time.Duration, want recovery.Task) {
		t.Helper()
		if got := s.Next(at(when)); got != want {
			t.Errorf("at %v the task is %q, want %q", when, got, want)
		}
	}
	for sentence, run := range map[string]func(*testing.T, *schedule){
		"nothing is to be done without a change": func(t *testing.T, s *schedule) {
			expect(t, s, 0, recovery.TaskNone)
			expect(t, s, time.Hour, recovery.TaskNone)
		},
		"the first change waits for delay, no longer": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay-ns, recovery.TaskNone)
			expect(t, s, delay, recovery.TaskWrite)
		},
		"later changes do not put it off": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			s.Changed(true, at(delay-ns))
			expect(t, s, delay, recovery.TaskWrite)
		},
		"what is written is not written again": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Done(true, at(delay))
			expect(t, s, time.Hour, recovery.TaskNone)
		},
		"a change during the writing is written after it": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Changed(true, at(delay+ns))
			expect(t, s, 3*delay, recovery.TaskNone) // still writing
			s.Done(true, at(3*delay))
			expect(t, s, 3*delay, recovery.TaskWrite)
		},
		"a failed write is due again after delay": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Done(false, at(delay))
			expect(t, s, 2*delay-ns, recovery.TaskNone)
			expect(t, s, 2*delay, recovery.TaskWrite)
		},
		"a change during a write that fails does not wait for its end": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Changed(true, at(delay+ns))
			s.Done(false, at(2*delay))
			expect(t, s, 2*delay, recovery.TaskNone)
			expect(t, s, 2*delay+ns, recovery.TaskWrite)
		},
		"a change that is undone before it was written needs nothing": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			s.Changed(false, at(ns))
			expect(t, s, time.Hour, recovery.TaskNone)
		},
		"a change that is undone after it was written discards the copy, once": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Done(true, at(delay))
			s.Changed(false, at(delay))
			expect(t, s, 2*delay-ns, recovery.TaskNone)
			expect(t, s, 2*delay, recovery.TaskDiscard)
			s.Done(true, at(2*delay))
			s.Changed(false, at(2*delay))
			expect(t, s, time.Hour, recovery.TaskNone)
		},
		"a copy that could not be discarded is to be discarded still": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Done(true, at(delay))
			s.Changed(false, at(delay))
			expect(t, s, 2*delay, recovery.TaskDiscard)
			s.Done(false, at(2*delay))
			expect(t, s, 3*delay-ns, recovery.TaskNone)
			expect(t, s, 3*delay, recovery.TaskDiscard)
		},
		"after a reset nothing is to be done": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			s.Reset()
			expect(t, s, time.Hour, recovery.TaskNone)
		},
		"a write that a reset overtook changes nothing, even where it fails": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Reset()
			s.Done(false, at(delay))
			expect(t, s, time.Hour, recovery.TaskNone)
			s.Changed(false, at(time.Hour))
			expect(t, s, 2*time.Hour, recovery.TaskNone)
		},
		"a write that a reset overtook is waited for": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, delay, recovery.TaskWrite)
			s.Reset()
			s.Changed(true, at(delay))
			expect(t, s, 2*delay, recovery.TaskNone)
			s.Done(true, at(2*delay))
			expect(t, s, 2*delay, recovery.TaskWrite)
		},
		"a clock that is set back makes nothing wait": func(t *testing.T, s *schedule) {
			s.Changed(true, at(0))
			expect(t, s, -time.Hour, recovery.TaskWrite)
		},
	} {
		t.Run(sentence, func(t *testing.T) { run(t, new(recovery.Schedule)) })
	}
}

// TestScheduleKeepsThePromise lets windows be edited in all manners, with ticks
// and writes as slow as they may be, and holds that no change is older than
// promised by the time a copy has it.
func TestScheduleKeepsThePromise(t *testing.T) {
	const writing = promise - recovery.Delay - recovery.Tick
	if writing < 500*time.Millisecond {
		t.Fatalf("delay and tick leave %v for the writing of 2 s", writing)
	}
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 0))
		upTo := func(d time.Duration) time.Duration { return 1 + time.Duration(random.Int64N(int64(d))) }
		pace := upTo(3 * time.Second)
		var (
			s                        recovery.Schedule
			change, tick             = upTo(pace), upTo(recovery.Tick)
			done, oldest, oldestThen time.Duration // 0 for none
		)
		for now := time.Duration(0); now < time.Minute; {
			now = min(change, tick)
			if done > 0 {
				now = min(now, done)
			}
			if oldest > 0 && now > oldest+promise || oldestThen > 0 && now > oldestThen+promise {
				t.Fatalf("seed %d: at %v a change of %v, %v is in no copy", seed, now, oldestThen, oldest)
			}
			switch now {
			case done:
				s.Done(true, at(now))
				done, oldestThen = 0, 0
			case change:
				s.Changed(true, at(now))
				if oldest == 0 {
					oldest = now
				}
				change = now + upTo(pace)
			default:
				if s.Next(at(now)) == recovery.TaskWrite {
					done, oldestThen, oldest = now+upTo(writing), oldest, 0
				}
				tick = now + upTo(recovery.Tick)
			}
		}
	}
}
