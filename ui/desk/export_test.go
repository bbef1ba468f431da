package desk

// Tabbed writes a table as it is copied.
var Tabbed = tabbed
