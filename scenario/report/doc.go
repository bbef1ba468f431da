// Package report says what is to be known of scenarios, as a document: sections of
// sentences, tables of typed cells and pictures. Who renders it (as text, Markdown,
// a page of HTML or PDF) chooses fonts, places and colors, and no word or figure.
//
// It computes no payment, reads no clock and writes no file.
package report
