// Package prompt puts questions before the window: a title, some content and buttons,
// one question above the other, and the question for the path of a file. Its prompts
// bear names, Enter and Escape answer them, and a fault is shown where it was made. It
// knows no scenario.
package prompt
