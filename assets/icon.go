package assets

import _ "embed" // for the icon

// Icon is the program's icon, a PNG of 512 by 512 pixels made from icon.svg. It
// is never written to.
//
//go:embed icon.png
var Icon []byte
