package preset

import "headroom/scenario"

// The ids of the shipped terms before and after the amendment.
const (
	PriorTerms   = "prior-2025-10"
	AmendedTerms = "amended-2026-04"
)

// Amendment returns the shipped terms before and after the amendment.
func Amendment() (prior, amended Terms) {
	prior, _ = shipped().termsOf(PriorTerms)
	amended, _ = shipped().termsOf(AmendedTerms)
	return prior, amended
}

// IsAmendment reports whether two terms are those before and after the amendment,
// as they were shipped, whatever they are called.
func IsAmendment(prior, amended scenario.Terms) bool {
	before, after := Amendment()
	return prior.Same(before.Terms) && amended.Same(after.Terms)
}
