package lanes

// wide is whether four paths go side by side.
var wide = hasWide()

// hasWide reports whether the processor has AVX2 and fuses multiplication with addition,
// and the system keeps its registers.
func hasWide() bool

// grow is Exponential.grow of the first n paths, a multiple of 4.
//
//go:noescape
func grow(e *Exponential, year *Growth, n int)

// earn is Year.earn of the first n paths, a multiple of 4.
//
//go:noescape
func earn(y *Year, e *Earned, factors, roots *Amounts, n int)

// fill is Accounts.fill of the first n paths, a multiple of 4.
//
//go:noescape
func fill(a *Accounts, y *Year, e *Earned, factors *Amounts, counted *[4]Amounts, n int)

// reach is Accounts.reach of the first n paths, a multiple of 4.
//
//go:noescape
func reach(a *Accounts, y *Year, e *Earned, factors, roots *Amounts, counted *[4]Amounts, n int)

// normal is Normal.fill of the first n values, a multiple of 4, or of those before the
// first four of which one lies below the table; it returns how many those are.
//
//go:noescape
func normal(table *Normal, out, probabilities *float64, n int) (done int)

// pair is Results.pair of the first n paths, a multiple of 4.
//
//go:noescape
func pair(r *Results, paid, day *Amounts, n int)

// add is Parts.add of n paths: of each path the sums go side by side.
//
//go:noescape
func add(p *Parts, draws *float64, part *uint8, r *Results, n int)

// addResults is Parts.addResults, likewise.
//
//go:noescape
func addResults(p *Parts, draws *float64, part *uint8, r *Results, n int)

// sift is Ranges.Sift of n values, a multiple of 16 and at most AtOnce. The last of before
// is none of its counts.
//
//go:noescape
func sift(r *Ranges, kept, values, keys *float64, before *[MostRanges + 1]uint16, n int) (in int)

// differ is differEach of the first n amounts, a multiple of 4, on sums that are 0.
//
//go:noescape
func differ(out, amounts *Amounts, other float64, sums, squares *[4]float64, n int)

// above is aboveEach, likewise.
//
//go:noescape
func above(amounts *Amounts, other float64, sums *[4]float64, n int)

// units is unitsEach of n numbers, a multiple of 4.
//
//go:noescape
func units(out *float64, state uint64, n int)

// partsOf is partsOfEach, likewise.
//
//go:noescape
func partsOf(out *uint8, draws *float64, n int)

// open is Accounts.open of the first n paths, a multiple of 4.
//
//go:noescape
func open(a *Accounts, already, never float64, n int)

// tally is Accounts.tally, likewise.
//
//go:noescape
func tally(a *Accounts, already, never float64, n int) (reached, saved int)

// triangular is Triangle.fill of n values, a multiple of 4.
//
//go:noescape
func triangular(t *Triangle, values *float64, n int)

// extremes is Extremes of n values, a multiple of 4 but 0.
//
//go:noescape
func extremes(values *float64, n int) (least, most float64)
