// Package layout is what pictures are laid out with: a page in the colors of a theme,
// with room for a title and a source line, a plot with its axes, lines and marks in
// it, and labels that look for their places. It says nothing of what is drawn, and
// knows no scenario.
//
// What lines, areas and texts look like on a surface is the business of paint. It is
// the only package that knows go-chart, and knows it in one file: coordinates are
// logical pixels and fractions of them.
package layout
