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
		late := <-queued // comes when the window has closed meanwhile
		stop()
		late()
		if times != 3 {
			t.Errorf("it was done once more after it was stopped")
		}
	})
}
