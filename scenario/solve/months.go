package solve

import "headroom/scenario"

// ofMonths reports whether the input is a month: then a search looks at each that may
// make a difference, and between two there is nothing.
func (s *search) ofMonths() bool {
	return s.input == scenario.InputCapFrom || s.input == scenario.InputThrough
}

// months returns the legal months of the horizon and the one on either side of it, with
// the ends of the span: what lies further out gives the same as these do.
func (s *search) months() []float64 {
	own := s.variant.Scenario()
	first := max(s.span.Low+1, float64(own.FirstMonth()-1))
	last := min(s.span.High-1, float64(own.LastMonth()+1))
	values := []float64{s.span.Low}
	for m := first; m <= last; m++ {
		values = append(values, m)
	}
	if s.span.High > s.span.Low {
		values = append(values, s.span.High)
	}
	return values
}
