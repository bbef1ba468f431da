// Package plot draws projections: cumulative payments against the cap, and
// payments by year, of one scenario or of several on the same axes; the bridge
// between two, and an agreement over time. It draws them as a picture in memory,
// as PNG and as SVG. With a picture come frames, which map its pixels to months
// and amounts and back.
//
// Each kind of chart is a type with a file of its own, which lays itself out on a page
// of package layout; the rows of a bridge and of an agreement over time are drawn by
// packages of their own. What lines, areas and texts look like on a surface is the
// business of paint. A chart may also live in another package: Chart says what it has
// to do.
//
// It draws what it is given. It projects nothing but the plan that actuals have
// taken the place of, reads and writes no files,
// and knows no pointer: what moves with the pointer is drawn by others above
// the picture.
package plot
