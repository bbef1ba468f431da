package live

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestNothingIsDoneAgainOnceStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queued := make(chan func(), 1)
		l := Live{Go: func(f func()) { go f() }, Do: func(f func()) { queued <- f }}
		times := 0
		stop := l.Every(time.Minute, func() { times++ })
		for want := 1; want <= 3; want++ {
			(<-queued)()
			if times != want {
				t.Fatalf("after %d turns it was done %d times", want, times)
			}
		}
		// What runs on another goroutine as the window closes is waited for.
		begun, end := make(chan struct{}), make(chan struct{})
		slow := Live{Go: func(f func()) { go f() }, Do: func(f func()) { f() }}
		ended := false
		stopSlow := slow.Every(time.Minute, func() {
			close(begun)
			<-end
			ended = true
		})
		<-begun
		go func() {
			time.Sleep(time.Second) // of the bubble's own time
			close(end)
		}()
		stopSlow()
		if !ended {
			t.Error("it still runs when it is said to have stopped")
		}

		late := <-queued // comes when the window has closed meanwhile
		stop()
		late()
		if times != 3 {
			t.Errorf("it was done once more after it was stopped")
		}
	})
}

func TestWhatAWindowBeginsWithIsWaitedForButNotForEver(t *testing.T) {
	for _, tc := range []struct {
		says    string
		takes   time.Duration
		atStart bool // whether it is there when RunAtStart returns
	}{
		{"a file that is read in time", time.Second, true},
		{"a disk that takes longer than anyone waits", time.Second + time.Millisecond, false},
	} {
		synctest.Test(t, func(t *testing.T) {
			queued := make(chan func(), 1)
			l := Live{Go: func(f func()) { go f() }, Do: func(f func()) { queued <- f }}
			read, shown := false, 0
			l.RunAtStart(time.Second+time.Microsecond, func() {
				time.Sleep(tc.takes) // of the bubble's own time
				read = true
			}, func() { shown++ })
			if got := shown == 1; got != tc.atStart {
				t.Errorf("%s: shown at once is %v", tc.says, got)
			}
			if l.Pending() == tc.atStart {
				t.Errorf("%s: pending is %v", tc.says, l.Pending())
			}
			if !tc.atStart {
				(<-queued)()
			}
			synctest.Wait()
			if !read || shown != 1 || l.Pending() || len(queued) > 0 {
				t.Errorf("%s: in the end it was shown %d times, pending %v", tc.says, shown, l.Pending())
			}
		})
	}
}

// Work that can wait begins once a frame has been drawn, or ends with its context; a
// test's Live waits for nothing.
func TestRestEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, begin := New(), time.Now()
		l.Rested(t.Context())
		if took := time.Since(begin); took != frame {
			t.Errorf("it waits for %s, want %s", took, frame)
		}
		ctx, stop := context.WithCancel(t.Context())
		stop()
		begin = time.Now()
		l.Rested(ctx)
		(&Live{}).Rested(t.Context())
		if took := time.Since(begin); took != 0 {
			t.Errorf("it waits for %s when nobody wants it", took)
		}
	})
}
