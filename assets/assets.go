// Package assets embeds the data the planner ships: presets, format
// descriptions, fonts and pictures. It hands out bytes as they are; what they
// mean is known to the packages that read them.
package assets

import _ "embed"

// Presets is the JSON that scenario/preset reads: the shipped outlooks and
// terms figure by figure, each with its status and where it was published, and
// the default workspace made of them. It is not to be written to.
//
//go:embed presets.json
var Presets []byte
