// Package paste asks for a row of years out of a table, and shows what becomes of each
// cell before any is taken.
package paste
