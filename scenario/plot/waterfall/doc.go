// Package waterfall draws a difference step by step on a page: a row for each of its
// two ends and for each step between them, with names, bars and columns of figures.
package waterfall
