// Package ui is the planner's window: a rail of scenarios, a bar and a menu of
// commands, and the views, each of which answers one question.
//
// It shows what scenario and its packages compute and tells them what the user
// meant; it computes no payment itself, and words for people are made here. All
// of it runs on one goroutine, but for what ui/live runs aside. It takes
// the application as an argument, so that it is tested without a display.
package ui
