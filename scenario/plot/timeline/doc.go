// Package timeline draws an agreement over time whose terms were amended: a row for
// each term, with what it provides when, in words, and a line for each turning point.
// It computes no payment: when the cap is reached it is told.
package timeline
