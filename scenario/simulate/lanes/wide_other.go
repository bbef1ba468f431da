//go:build !amd64

package lanes

// wide is whether four paths go side by side.
const wide = false

func grow(*Exponential, *Growth, int) {}

func earn(*Year, *Earned, *Amounts, *Amounts, int) {}

func fill(*Accounts, *Year, *Earned, *Amounts, *[4]Amounts, int) {}
