// Package document asks which document is to be made of the scenarios, a report, a
// workbook or figures for other programs, shows how it begins, and saves it. It makes
// none itself: scenario/export does, for the command line too, with the same bytes.
package document
