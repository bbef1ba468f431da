package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"headroom/assets"
)

// A Mode says whether the window is light or dark.
type Mode string

// The modes. ModeSystem, the zero value, follows the desktop.
const (
	ModeSystem Mode = ""
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// The text sizes of the dense layout, in logical pixels.
const (
	SizeText    float32 = 13
	SizeCaption float32 = 12
	SizeTitle   float32 = 14
	SizeFigure  float32 = 20
	SizeHero    float32 = 28
)

// The gaps and corner radii of the dense layout, in logical pixels. CardPad is what
// lies between a card's edge and what it holds.
const (
	Gap        float32 = 8
	CardPad    float32 = 10
	CardRadius float32 = 8
	Radius     float32 = 6
)

// ControlHeight is the height of a button, an entry or a choice in a form, in
// logical pixels.
const ControlHeight float32 = 28

// A Theme is the window's colors, sizes and fonts. Icons are Fyne's own.
type Theme struct {
	base        fyne.Theme
	mode        Mode
	last        Mode // what the desktop asked for in the last run, until it answers in this one
	plain       bool // whether surfaces are Fyne's own rectangles
	fonts       fonts
	light, dark map[fyne.ThemeColorName]color.Color
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme in the given mode. An unknown mode follows the
// desktop.
func NewTheme(mode Mode) *Theme {
	return &Theme{base: theme.DefaultTheme(), mode: mode, fonts: ownFonts(), light: light().colors(), dark: dark().colors()}
}

// Until returns the theme as it is until the desktop has answered: where it follows
// that, it looks as in the last run. ModeSystem is an unknown last look.
func (t *Theme) Until(last Mode) *Theme {
	waiting := *t
	waiting.last = last
	return &waiting
}

// Plainly returns the theme with surfaces drawn as Fyne's own rectangles in place of
// by programs of our own, for renderers that such programs fail on. Surfaces made
// before stay as they are.
func (t *Theme) Plainly() *Theme {
	plain := *t
	plain.plain = true
	return &plain
}

// Mode returns the mode the theme was made with.
func (t *Theme) Mode() Mode { return t.mode }

// Dark reports whether the theme is dark where the desktop asks for the given
// variant.
func (t *Theme) Dark(desktop fyne.ThemeVariant) bool {
	for _, mode := range []Mode{t.mode, t.last} {
		switch mode {
		case ModeLight:
			return false
		case ModeDark:
			return true
		}
	}
	return desktop == theme.VariantDark
}

// Color returns the color of that name; what the window does not set is Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, desktop fyne.ThemeVariant) color.Color {
	colors, variant := t.light, theme.VariantLight
	if t.Dark(desktop) {
		colors, variant = t.dark, theme.VariantDark
	}
	if c, ok := colors[name]; ok {
		return c
	}
	return t.base.Color(name, variant)
}

// fonts are those of the window, which are those of pictures. Fyne's own, an older
// version, has no minus sign: on a system without fonts, where no other stands in,
// every negative amount would begin with a box.
type fonts struct{ regular, bold fyne.Resource }

// ownFonts puts the fonts in their place when the first theme is made, which is before
// anything is written with them.
var ownFonts = sync.OnceValue(func() fonts {
	return fonts{
		regular: inPlaceOf(theme.DefaultTextFont(), assets.FontRegular),
		bold:    inPlaceOf(theme.DefaultTextBoldFont(), assets.FontBold),
	}
})

// inPlaceOf puts a font in the place of one of Fyne's. Left beside it, Fyne would read
// and hold both: its own stands in for letters that the other lacks, and ours has all
// that there are in it.
func inPlaceOf(theirs fyne.Resource, ours []byte) fyne.Resource {
	static, ok := theirs.(*fyne.StaticResource)
	if !ok {
		return fyne.NewStaticResource(theirs.Name(), ours)
	}
	static.StaticContent = ours
	return static
}

// Font returns the font of that style: Fyne's own where it is slanted, of symbols,
// or of fixed width, in which the window shows addresses.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Italic || style.Monospace || style.Symbol:
		return t.base.Font(style)
	case style.Bold:
		return t.fonts.bold
	}
	return t.fonts.regular
}

// Icon returns Fyne's own icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns the size of that name in logical pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return SizeText
	case theme.SizeNameCaptionText:
		return SizeCaption
	case theme.SizeNameSubHeadingText:
		return SizeTitle
	case theme.SizeNameHeadingText:
		return SizeFigure
	case theme.SizeNameInlineIcon:
		return 16
	case theme.SizeNameInnerPadding:
		return 5
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius, theme.SizeNamePopupRadius:
		return Radius
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return CardRadius
	}
	return t.base.Size(name)
}

// Color returns a color as the running app shows it, and the light or dark
// color of this package where the app has another theme.
func Color(name fyne.ThemeColorName) color.Color {
	return current().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// Dark reports whether the running app shows dark colors.
func Dark() bool {
	return current().Dark(fyne.CurrentApp().Settings().ThemeVariant())
}

func current() *Theme {
	if own, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return own
	}
	return NewTheme(ModeSystem)
}
