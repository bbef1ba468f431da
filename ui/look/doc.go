// Package look holds what the window's widgets have in common: the colors and
// sizes as a Fyne theme, and the small widgets and layouts used everywhere, such
// as cards, buttons, tabs, chips and headings. It knows no scenario, formats no
// figure and decides no wording.
package look
