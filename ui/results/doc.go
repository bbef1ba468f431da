// Package results shows what one scenario comes to, above the plan's chart: when the
// cap is reached and how much is paid, the pace beside that which the cap needs, and
// what is odd in the scenario.
package results
