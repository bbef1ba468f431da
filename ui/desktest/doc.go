// Package desktest is for the tests of the window and of its views: a Seat before a
// window without a screen, with the hands and eyes of the one before it, and cases
// whose results are known. No program has it.
package desktest
