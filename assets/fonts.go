package assets

import _ "embed"

// FontRegular is Noto Sans Regular 2.015, a TrueType font, under the license
// beside it (SIL Open Font License 1.1). It has the Latin, Greek and Cyrillic
// letters and no Devanagari ones: those take a shaper, which pictures do without,
// and would double what the font takes of memory. It is not to be written to.
//
//go:embed fonts/NotoSans-Regular.ttf
var FontRegular []byte

// FontBold is Noto Sans Bold 2.015, of the same letters and under the same
// license. It is not to be written to.
//
//go:embed fonts/NotoSans-Bold.ttf
var FontBold []byte
