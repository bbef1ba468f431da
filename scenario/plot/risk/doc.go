// Package risk draws how sure a scenario is: a fan of what counts toward the cap,
// when the cap is reached, how much is paid how often, and which draws drive that. Each
// is a chart of plot.
//
// It computes nothing of a scenario. What a chart draws where, for hands that touch it,
// it leaves in the frame that it was given.
package risk
