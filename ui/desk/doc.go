// Package desk is what the views of the window are given, and stand on: the workspace
// being edited, what follows from it, the prompts, the settings and the clipboard, and
// the parts that several views show: a chart, the bar of a table, and a pane that
// scrolls. It knows no view, and nothing of the window around them but a Shell.
package desk
