package unit

// An Amount is in US dollars. Fields take 0 to 1e15; differences may be negative.
type Amount float64

// A Rate is a fraction: 0.20 is 20 %, a growth of 1.29 is +129 %.
type Rate float64
