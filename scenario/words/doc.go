// Package words says in a sentence what projections come to, so that window and
// pictures say the same of the same figures, each sentence made in one place. It
// projects nothing and knows no pixels.
package words
