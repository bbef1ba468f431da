// Package listing turns results into text: tables for people, CSV and JSON in full
// precision for programs. What the command line prints is made here, and all that a
// file of figures holds.
//
// It computes nothing and writes no file.
package listing
