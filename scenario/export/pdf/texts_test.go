package pdf

// Texts returns what is written on a page of a proof, in order.
func (p *Proof) Texts(n int) (out []string) {
	for _, s := range p.kept[n] {
		if s.text != nil {
			out = append(out, s.text.Body)
		}
	}
	return out
}
