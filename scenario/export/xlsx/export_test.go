package xlsx

// CellName is the name of the cell of an input, for the tests.
var CellName = cellName
