package main

import "fyne.io/fyne/v2"

// stopping takes over what Fyne does when the program has stopped, which is to save
// the preferences, and returns it, to be done once the window is closed.
//
// Left to itself Fyne hands it from one goroutine to the main one while that is
// emptying its queue for the last time. Where it comes a moment too late, as it may
// on a busy machine, nobody takes it out of the queue any more, and the program
// waits for it for ever.
func stopping(l fyne.Lifecycle) func() {
	hook, ok := l.(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(do func())
	})
	if !ok {
		return func() {} // Fyne does it
	}
	stopped := hook.OnStopped()
	if stopped == nil {
		return func() {}
	}
	hook.SetOnStoppedHookExecuted(nil)
	return stopped
}
