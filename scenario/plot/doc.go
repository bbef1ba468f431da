// Package plot draws projections: cumulative payments against the cap, and
// payments by year, of one scenario or of several on the same axes; the bridge
// between two, and an agreement over time. It draws them as a picture in memory,
// as PNG and as SVG. With a picture come frames, which map its pixels to months
// and amounts and back.
//
// It draws what it is given. It projects nothing, reads and writes no files,
// and knows no pointer: what moves with the pointer is drawn by others above
// the picture. What lines, areas and texts look like on a surface is the business
// of paint. It is the only package that knows go-chart, and knows it in one file:
// coordinates are logical pixels and fractions of them.
package plot
