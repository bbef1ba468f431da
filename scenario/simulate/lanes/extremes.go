package lanes

// Extremes returns the least and the greatest of values, at least one, of which none is
// NaN; of two zeros it may return either.
func Extremes(values []float64) (least, most float64) {
	least, most = values[0], values[0]
	from := side(len(values))
	if from > 0 {
		least, most = extremes(&values[0], from)
	}
	for _, v := range values[from:] {
		if v < least {
			least = v
		}
		if v > most {
			most = v
		}
	}
	return least, most
}
