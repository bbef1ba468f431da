package cells

// Column returns what spreadsheets call a column, counted from 1: A to Z, then AA.
func Column(n int) string {
	if n > 26 {
		return Column((n-1)/26) + Column((n-1)%26+1)
	}
	return string(rune('A' + n - 1))
}
