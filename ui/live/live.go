package live

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// A Live starts work aside and comes back with its result. All of its methods
// belong on the UI goroutine. The zero value is of no use: New is for a real
// window, and a test fills in Go, Do and Now so that all runs inline.
type Live struct {
	Go  func(func()) // runs aside
	Do  func(func()) // runs on the UI goroutine, later
	Now func() time.Time
	// Rest waits aside until a frame has surely been drawn, or the context is done: work
	// that can wait that long leaves the processors to the drawing, and while a hand moves
	// on is given up before it has begun. Nil waits for nothing.
	Rest func(context.Context)

	aside int // pieces of work whose result is not on the screen yet
}

// New returns the Live of a real window.
func New() *Live {
	return &Live{Go: func(f func()) { go f() }, Do: fyne.Do, Now: time.Now, Rest: rest}
}

// frame is how long a frame may take to be drawn, on a slow machine.
const frame = 50 * time.Millisecond

func rest(ctx context.Context) {
	timer := time.NewTimer(frame)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// Rested waits as Rest says.
func (l *Live) Rested(ctx context.Context) {
	if l.Rest != nil {
		l.Rest(ctx)
	}
}

// Pending reports whether work aside has not come back yet: what is on the screen
// may still change by itself.
func (l *Live) Pending() bool { return l.aside > 0 }

// Run does work aside and then, on the UI goroutine, what follows from it.
func (l *Live) Run(work, then func()) {
	l.aside++
	l.Go(func() {
		work()
		l.Do(func() {
			l.aside--
			then()
		})
	})
}

// RunAtStart is Run for what a window should begin with: before the window is
// shown it waits for the work, so that nothing else flashes up first, but no longer
// than patience, so that a disk that does not answer holds up no window.
func (l *Live) RunAtStart(patience time.Duration, work, then func()) {
	done := make(chan struct{})
	finish := func() {
		l.aside--
		then()
	}
	l.aside++
	l.Go(func() {
		work()
		close(done)
	})
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	select {
	case <-done:
		finish()
	case <-timeout.C:
		l.Go(func() {
			<-done
			l.Do(finish)
		})
	}
}

// Later does something on the UI goroutine once what it is doing now is done.
func (l *Live) Later(f func()) { l.Go(func() { l.Do(f) }) }

// Every calls f on the UI goroutine once an interval, never again before it has
// returned and never once the returned function has, which waits for one that
// runs. As the window closes that may be another goroutine's. f must not call it.
func (l *Live) Every(interval time.Duration, f func()) (stop func()) {
	done := make(chan struct{})
	// Held by whoever looks at stopped. It is a channel rather than a mutex because
	// the tests' clock stands still until every goroutine waits, and waiting for a
	// mutex does not count there: a stop that waits for a slow f would wait for ever.
	turn := make(chan struct{}, 1)
	stopped := false
	l.Go(func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				finished := make(chan struct{})
				l.Do(func() {
					defer close(finished)
					turn <- struct{}{}
					defer func() { <-turn }()
					if !stopped {
						f()
					}
				})
				select {
				case <-finished:
				case <-done:
					return
				}
			}
		}
	})
	return sync.OnceFunc(func() {
		turn <- struct{}{}
		defer func() { <-turn }()
		stopped = true
		close(done)
	})
}
