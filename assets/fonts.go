package assets

import _ "embed"

// FontRegular is Noto Sans Regular, a TrueType font, under the license beside
// it (SIL Open Font License 1.1). It is not to be written to.
//
//go:embed fonts/NotoSans-Regular.ttf
var FontRegular []byte

// FontBold is Noto Sans Bold, a TrueType font, under the license beside it (SIL
// Open Font License 1.1). It is not to be written to.
//
//go:embed fonts/NotoSans-Bold.ttf
var FontBold []byte
