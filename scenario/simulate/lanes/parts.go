package lanes

// InParts is in how many equal parts the range of a draw is divided to see what it explains
// by itself.
const InParts = 16

// Parts are what is added up over paths by the part of the range that a draw lies in.
type Parts [InParts]Part

// A Part is what is added up over the paths whose draw lies in one part. It takes 64 bytes.
type Part struct {
	N, X      float64 // how many, and the sum of draws
	_         float64 // which is there once more
	XX        float64 // sum of squares of draws
	Paid, Day Relation
}

// A Relation is of a result: its sum, and that of its products with the draw.
type Relation struct{ Y, XY float64 }

// Add adds paths with their draws, the parts these lie in, what is paid and on which day.
func (p *Parts) Add(draws []float64, part []uint8, paid, day *Amounts) {
	part = part[:len(draws)]
	if wide && len(draws) > 0 && len(draws) <= AtOnce {
		add(p, &draws[0], &part[0], paid, day, len(draws))
		return
	}
	p.add(draws, part, paid, day)
}

func (p *Parts) add(draws []float64, part []uint8, paid, day *Amounts) {
	for i, x := range draws {
		at, to := i%AtOnce, &p[part[i]%InParts]
		to.N++
		to.X += x
		to.XX += float64(x * x)
		to.Paid.Y += paid[at]
		to.Paid.XY += float64(x * paid[at])
		to.Day.Y += day[at]
		to.Day.XY += float64(x * day[at])
	}
}
