package rank

import "slices"

// A Room is memory to find ranks in: each goroutine needs its own.
type Room struct {
	bins            []uint16 // of what is kept
	values, scratch []float64
}

// Ranked sets out to the values at ranks, ascending and counted from 0, given what all
// goroutines have, and reports whether they are known.
func (s *Sieve) Ranked(out []float64, ranks []int, parts []*Sifted, room *Room) bool {
	var counts [classes]int
	var bins [sieveBins]int // of what is kept
	values := 0
	for _, part := range parts {
		values += part.values()
	}
	binned := slices.Grow(room.bins[:0], values)
	for _, part := range parts {
		for c := range s.classes {
			counts[c] += part.counts[c]
		}
		for _, chunk := range part.chunks() {
			for _, v := range chunk {
				b := s.bin(v) & (sieveBins - 1)
				binned = append(binned, uint16(b))
				bins[b]++
			}
		}
	}
	room.bins = binned
	// The bins are gone through as values are ordered, to see in which the ranks are.
	type wanted struct {
		from, to int // of the ranks
		before   int // values that are less
		atom     float64
		times    int
		values   []float64
	}
	var all []wanted
	var of [sieveBins]int // which of them a bin is, counted from 1
	before, next, amount := 0, 0, 0
	for b := 0; b < sieveBins && next < len(ranks); b++ {
		c := s.class[b]
		n, known, w := 0, false, wanted{from: next, before: before, atom: s.atoms[c]}
		switch {
		case s.kept[c]:
			n, known = bins[b], true
			if s.bin(w.atom) == b && w.atom == w.atom {
				w.times = counts[c+1]
				n += w.times
			}
		case b == 0 || s.class[b-1] != c:
			n = counts[c]
		}
		for next < len(ranks) && ranks[next] < before+n {
			next++
		}
		before += n
		if w.to = next; w.to == w.from {
			continue
		}
		if !known {
			return false
		}
		all = append(all, w)
		of[b] = len(all)
		amount += bins[b]
	}
	left := slices.Grow(room.values[:0], amount)
	room.values = left
	for b, at := range of {
		if at > 0 {
			all[at-1].values, left = left[:0:bins[b]], left[bins[b]:cap(left)]
		}
	}
	for _, part := range parts {
		for _, chunk := range part.chunks() {
			in := binned[:len(chunk)]
			for k, v := range chunk {
				if at := of[in[k]&(sieveBins-1)]; at > 0 {
					w := &all[at-1]
					w.values = append(w.values, v)
				}
			}
			binned = binned[len(in):]
		}
	}
	for i := range all {
		w := &all[i]
		room.scratch = slices.Grow(room.scratch[:0], len(w.values))
		amid(out[w.from:w.to], ranks[w.from:w.to], w.values, room.scratch[:len(w.values)], w.before, w.atom, w.times)
	}
	return next == len(ranks)
}

// amid selects ranks among values of which the least has the rank before, and a value
// that comes so many times more. scratch is as long as the values.
func amid(out []float64, ranks []int, values, scratch []float64, before int, atom float64, times int) {
	less := 0
	if times > 0 {
		for _, v := range values {
			if v < atom {
				less++
			}
		}
	}
	own := make([]int, 0, len(ranks)) // ranks among the values alone
	for _, rank := range ranks {
		switch at := rank - before; {
		case at < less || times == 0:
			own = append(own, at)
		case at >= less+times:
			own = append(own, at-times)
		}
	}
	found := make([]float64, len(own))
	if len(own) > 0 {
		Select(found, own, values, scratch)
	}
	for i, rank := range ranks {
		if at := rank - before; times > 0 && at >= less && at < less+times {
			out[i] = atom
			continue
		}
		out[i], found = found[0], found[1:]
	}
}
