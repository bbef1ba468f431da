package pdf

// Proofs is how many pages a proof keeps to be looked at.
const Proofs = proofs
