//go:build !amd64

package lanes

// wide is whether four paths go side by side.
const wide = false

func grow(*Exponential, *Growth, int) {}

func earn(*Year, *Earned, *Amounts, *Amounts, int) {}

func fill(*Accounts, *Year, *Earned, *Amounts, *[4]Amounts, int) {}

func reach(*Accounts, *Year, *Earned, *Amounts, *Amounts, *[4]Amounts, int) {}

func normal(*Normal, *float64, *float64, int) int { return 0 }

func pair(*Results, *Amounts, *Amounts, int) {}

func add(*Parts, *float64, *uint8, *Results, int) {}

func addResults(*Parts, *float64, *uint8, *Results, int) {}

func sift(*Ranges, *float64, *float64, *float64, *[MostRanges + 1]uint16, int) int { return 0 }

func differ(*Amounts, *Amounts, float64, *[4]float64, *[4]float64, int) {}

func above(*Amounts, float64, *[4]float64, int) {}

func units(*float64, uint64, int) {}

func partsOf(*uint8, *float64, int) {}

func open(*Accounts, float64, float64, int) {}

func tally(*Accounts, float64, float64, int) (reached, saved int) { return 0, 0 }

func triangular(*Triangle, *float64, int) {}

func extremes(*float64, int) (least, most float64) { return 0, 0 }
