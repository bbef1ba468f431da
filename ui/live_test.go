package ui

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestNothingIsDoneAgainOnceStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queued := make(chan func(), 1)
		live := Live{Go: func(f func()) { go f() }, Do: func(f func()) { queued <- f }}
		times := 0
		stop := live.every(time.Minute, func() { times++ })
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
		stopSlow := slow.every(time.Minute, func() {
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
