package live

import (
	"context"
	"slices"
	"testing"
	"time"
)

// stage is a Live whose work runs when the test says so, each piece and each
// return to the window by itself.
type stage struct {
	*Live
	work, back []func()
}

func newStage() *stage {
	s := &stage{}
	s.Live = &Live{
		Go:  func(f func()) { s.work = append(s.work, f) },
		Do:  func(f func()) { s.back = append(s.back, f) },
		Now: func() time.Time { return time.Time{} },
	}
	return s
}

func next(queue *[]func()) bool {
	if len(*queue) == 0 {
		return false
	}
	f := (*queue)[0]
	*queue = (*queue)[1:]
	f()
	return true
}

// settle does all that is left to do.
func (s *stage) settle() {
	for next(&s.work) || next(&s.back) {
	}
}

func TestOnlyTheNewestRequestIsShown(t *testing.T) {
	s := newStage()
	latest := NewLatest[int](s.Live)
	var done, shown, let []int
	latest.Unwanted = func(n int) { let = append(let, n) }
	ask := func(n int) {
		latest.Ask(func(context.Context) int {
			done = append(done, n)
			return n
		}, func(n int) { shown = append(shown, n) })
	}
	for n := range 5 {
		ask(n)
	}
	if len(s.work) != 1 {
		t.Fatalf("%d pieces of work run at once", len(s.work))
	}
	if !latest.Pending() || !s.Pending() {
		t.Error("nothing is said to be pending")
	}
	s.settle()
	if !slices.Equal(done, []int{0, 4}) {
		t.Errorf("done were %v: what waited was to give way to what is newer", done)
	}
	if !slices.Equal(shown, []int{4}) {
		t.Errorf("shown were %v, want the newest alone", shown)
	}
	if !slices.Equal(let, []int{0}) {
		t.Errorf("let go of were %v, want what was done and not shown", let)
	}
	if latest.Pending() || s.Pending() {
		t.Error("something is said to be pending when all is shown")
	}
	ask(5)
	s.settle()
	if !slices.Equal(shown, []int{4, 5}) {
		t.Errorf("shown were %v after one more", shown)
	}
}

func TestWorkThatNobodyWantsIsToldSo(t *testing.T) {
	for says, give := range map[string]func(*Latest[int]){
		"a newer request": func(l *Latest[int]) { l.Ask(func(context.Context) int { return 0 }, func(int) {}) },
		"giving it up":    func(l *Latest[int]) { l.Drop() },
	} {
		s := newStage()
		latest := NewLatest[int](s.Live)
		var told context.Context
		shown := false
		latest.Ask(func(ctx context.Context) int {
			told = ctx
			return 1
		}, func(int) { shown = true })
		next(&s.work)
		if told.Err() != nil {
			t.Fatalf("%s: the work was stopped before", says)
		}
		give(latest)
		if told.Err() == nil {
			t.Errorf("%s: the work is not told", says)
		}
		s.settle()
		if shown {
			t.Errorf("%s: the result is shown all the same", says)
		}
		if latest.Pending() || s.Pending() {
			t.Errorf("%s: it is pending for ever", says)
		}
	}
}

func TestWhatIsShownMayAskAgain(t *testing.T) {
	inline := func(f func()) { f() }
	latest := NewLatest[int](&Live{Go: inline, Do: inline})
	var shown []int
	var show func(int)
	show = func(n int) {
		shown = append(shown, n)
		if n < 3 {
			latest.Ask(func(context.Context) int { return n + 1 }, show)
		}
	}
	latest.Ask(func(context.Context) int { return 1 }, show)
	if !slices.Equal(shown, []int{1, 2, 3}) {
		t.Errorf("shown were %v, want 1, 2 and 3", shown)
	}
}
