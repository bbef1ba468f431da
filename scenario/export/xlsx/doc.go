// Package xlsx writes scenarios as a workbook that computes. What package returned
// reads of one that came back are the cells of package cells.
//
// Every result of a workbook is a formula, with the engine's own result stored
// beside it: who does not compute reads what the planner says, and who changes an
// input sees what follows by the rules of the model. The formulas are a second
// telling of the model for spreadsheets; no result is computed from them here, and
// tests hold them to the engine in the spreadsheets themselves.
//
// Amounts are in billions of US dollars, rates are fractions, months are the dates
// of their first days. Nothing in it is volatile, linked from elsewhere or a macro.
package xlsx
