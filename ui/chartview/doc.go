// Package chartview shows a picture at the screen's own pixels, with crosshair,
// tooltip and the marks of a drag above it, and reports pointer and keys in
// logical pixels. What moves with the pointer never redraws the picture. It knows
// no scenario and draws no chart.
package chartview
