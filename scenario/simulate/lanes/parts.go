package lanes

// InParts is in how many equal parts the range of a draw is divided to see what it explains
// by itself.
const InParts = 16

// Parts are what is added up over paths by the part of the range that a draw lies in.
type Parts [InParts]Part

// A Part is what is added up over the paths whose draw lies in one part. It takes 64 bytes.
type Part struct {
	N, X      float64 // how many, and the sum of draws
	_         float64 // X again, as four sums are added at once
	XX        float64 // sum of squares of draws
	Paid, Day Relation
}

// A Relation is of a result: its sum, and that of its products with the draw.
type Relation struct{ Y, XY float64 }

// Results are what is paid on each path and on which day the cap is reached, each twice.
type Results [AtOnce][4]float64

// Set sets the first n paths.
func (r *Results) Set(paid, day *Amounts, n int) {
	from := side(n)
	if from > 0 {
		pair(r, paid, day, from)
	}
	r.pair(paid, day, from, n)
}

func (r *Results) pair(paid, day *Amounts, from, to int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		r[at] = [4]float64{paid[at], paid[at], day[at], day[at]}
	}
}

// Add adds paths with their draws, the parts these lie in, and their results.
func (p *Parts) Add(draws []float64, part []uint8, r *Results) {
	part = part[:len(draws)]
	if wide && len(draws) > 0 && len(draws) <= AtOnce {
		add(p, &draws[0], &part[0], r, len(draws))
		return
	}
	p.add(draws, part, r)
}

func (p *Parts) add(draws []float64, part []uint8, r *Results) {
	for i, x := range draws {
		to := &p[part[i]%InParts]
		to.N++
		to.X += x
		to.XX += float64(x * x)
	}
	p.addResults(draws, part, r)
}

// AddResults is Add without the sums that Known has.
func (p *Parts) AddResults(draws []float64, part []uint8, r *Results) {
	part = part[:len(draws)]
	if wide && len(draws) > 0 && len(draws) <= AtOnce {
		addResults(p, &draws[0], &part[0], r, len(draws))
		return
	}
	p.addResults(draws, part, r)
}

func (p *Parts) addResults(draws []float64, part []uint8, r *Results) {
	for i, x := range draws {
		to, of := &p[part[i]%InParts], &r[i%AtOnce]
		to.Paid.Y += of[0]
		to.Paid.XY += float64(x * of[1])
		to.Day.Y += of[2]
		to.Day.XY += float64(x * of[3])
	}
}

// Known is what of Parts follows from draws alone, by part: how many they are, their sum and
// that of their squares.
type Known [InParts]struct{ N, X, XX float64 }

// Add adds draws and the parts these lie in.
func (k *Known) Add(draws []float64, part []uint8) {
	part = part[:len(draws)]
	for i, x := range draws {
		to := &k[part[i]%InParts]
		to.N++
		to.X += x
		to.XX += float64(x * x)
	}
}

// Know sets what follows from draws.
func (p *Parts) Know(k *Known) {
	for i := range p {
		p[i].N, p[i].X, p[i].XX = k[i].N, k[i].X, k[i].XX
	}
}
