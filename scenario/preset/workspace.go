package preset

import "headroom/scenario"

// Default returns the workspace a first start opens: the shipped outlooks under
// the amended terms, and the default outlook under the prior ones. What it holds
// is shared and not to be written to.
func Default() scenario.Workspace { return shipped().workspace }
