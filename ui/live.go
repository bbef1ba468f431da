package ui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// A Live runs what may not hold up the window. It is the one place that starts
// goroutines and comes back to the UI goroutine; everything else in this
// package is single-threaded on purpose, and has no other clock. Tests give one
// that runs inline.
type Live struct {
	Go  func(func()) // runs aside
	Do  func(func()) // runs on the UI goroutine, later
	Now func() time.Time
}

// NewLive returns the Live of a real window.
func NewLive() Live {
	return Live{Go: func(f func()) { go f() }, Do: fyne.Do, Now: time.Now}
}

// run does work aside and then, on the UI goroutine, what follows from it.
func (l Live) run(work, then func()) {
	l.Go(func() {
		work()
		l.Do(then)
	})
}

// later does something on the UI goroutine once what it is doing now is done.
func (l Live) later(f func()) { l.Go(func() { l.Do(f) }) }

// every calls f on the UI goroutine once an interval, never again before it has
// returned and never once the returned function has, which waits for one that
// runs. As the window closes that may be another goroutine's. f must not call it.
func (l Live) every(interval time.Duration, f func()) (stop func()) {
	done := make(chan struct{})
	turn := make(chan struct{}, 1) // held by whoever looks at stopped
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
