// Package simulate says how sure a scenario is. It draws paths of its uncertain growth
// and cap, has each pay what the ledger of package scenario makes it pay, and sums up:
// probabilities, percentiles, means, what drives them, and how far all of it may be
// off. The same seed and number of paths give the same result on any number of
// processors. It draws no chart, reads no file and no clock.
package simulate
