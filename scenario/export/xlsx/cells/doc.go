// Package cells says what a workbook and its reader agree on: which inputs of a
// scenario have cells, what the cells are called and what they hold, how amounts and
// months are numbers there, and how what was sent is carried along. It writes and
// reads no file.
package cells
