package simulate

import (
	"fmt"
	"slices"
)

// A Sampling is how paths are drawn.
type Sampling string

// The samplings.
const (
	Sobol  Sampling = "sobol"  // scrambled Sobol points, by far the most exact
	Latin  Sampling = "latin"  // a Latin hypercube
	Random Sampling = "random" // independent draws
)

// Words returns the sampling as people read it before "paths".
func (s Sampling) Words() string {
	switch s {
	case Sobol:
		return "Sobol"
	case Latin:
		return "Latin hypercube"
	}
	return string(s)
}

// Nested reports whether a larger run begins with the paths of a smaller one. Those of a
// Latin hypercube are other ones for each number of paths.
func (s Sampling) Nested() bool { return s != Latin }

// Samplings returns all there are, the default first.
func Samplings() []Sampling { return slices.Clone(samplings[:]) }

// How many paths a run may have, and has unless it says otherwise.
const (
	DefaultPaths = 8192
	MaxPaths     = 10_000_000
)

// DefaultPercentiles are those of a run that asks for none of its own.
func DefaultPercentiles() []float64 { return slices.Clone(percentiles[:]) }

// Options say how a run is to be made. The zero value is the default.
type Options struct {
	Paths       int       // 1 to MaxPaths; 0 for DefaultPaths
	Seed        uint64    // 0 for 1
	Sampling    Sampling  // empty for Sobol
	Percentiles []float64 // 0 to 100, ascending; nil for the default ones

	// Coarse leaves standard errors and ranking out.
	Coarse bool
	// Ran, unless nil, is called once the run itself is through, before the further
	// scrambles that tell how far it may be off.
	Ran func()
	// Progress, unless nil, is called now and then with the part of the run that is done, 0 to 1, by
	// any goroutine but never by two at once.
	Progress func(part float64)
}

// filled returns o with its defaults, or what is wrong with it.
func (o Options) filled() (Options, error) {
	if o.Paths == 0 {
		o.Paths = DefaultPaths
	}
	if o.Paths < 1 || o.Paths > MaxPaths {
		return o, fmt.Errorf("paths: %d is not between 1 and %d", o.Paths, MaxPaths)
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Sampling == "" {
		o.Sampling = Sobol
	}
	if !slices.Contains(samplings[:], o.Sampling) {
		return o, fmt.Errorf("sampling: %q is none of %v", o.Sampling, Samplings())
	}
	if o.Percentiles == nil {
		o.Percentiles = percentiles[:]
	}
	if len(o.Percentiles) > MaxPercentiles {
		return o, fmt.Errorf("percentiles: %d are more than %d", len(o.Percentiles), MaxPercentiles)
	}
	for i, p := range o.Percentiles {
		if !(p >= 0 && p <= 100) {
			return o, fmt.Errorf("percentiles: %v is not between 0 and 100", p)
		}
		if i > 0 && p <= o.Percentiles[i-1] {
			return o, fmt.Errorf("percentiles: %v does not come after %v; give them in ascending order, each once", p, o.Percentiles[i-1])
		}
	}
	return o, nil
}

// MaxPercentiles is how many percentiles a run may be asked for.
const MaxPercentiles = 99

var (
	samplings   = [...]Sampling{Sobol, Latin, Random}
	percentiles = [...]float64{5, 10, 25, 50, 75, 90, 95}
)
