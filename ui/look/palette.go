package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colors the window uses beyond those Fyne names. Color resolves them.
const (
	// ColorPage is the ground that cards lie on.
	ColorPage fyne.ThemeColorName = "headroomPage"
	// ColorCard is the surface of cards, rails and bars, and of the window itself.
	ColorCard fyne.ThemeColorName = "headroomCard"
	// ColorBorder is the thin line around cards that only group, and between parts.
	ColorBorder fyne.ThemeColorName = "headroomBorder"
	// ColorEdge is the line by which a control is seen: around fields, choices,
	// buttons, the track of a slider, and cards that can be pressed.
	ColorEdge fyne.ThemeColorName = "headroomEdge"
	// ColorMuted is the color of secondary text: labels, units, notes.
	ColorMuted fyne.ThemeColorName = "headroomMuted"
	// ColorSelected is the surface of what is selected: a card, a row, a segment.
	ColorSelected fyne.ThemeColorName = "headroomSelected"
	// ColorChip is the surface of chips and of what the pointer is over.
	ColorChip fyne.ThemeColorName = "headroomChip"
	// ColorTrack is the unfilled part of a slider.
	ColorTrack fyne.ThemeColorName = "headroomTrack"
	// ColorKnob is the inside of a slider's knob.
	ColorKnob fyne.ThemeColorName = "headroomKnob"
)

// A palette gives every color of one variant.
type palette struct {
	page, card, border, edge, selected                 color.NRGBA
	chip, track, knob, text, muted, disabled           color.NRGBA
	primary, onPrimary, danger, onDanger, good, onGood color.NRGBA
	warning, onWarning, input, overlay                 color.NRGBA
	hover, pressed, focus, selection, shadow, scroll   color.NRGBA
}

func light() palette {
	return palette{
		page:      rgb(0xF6F7F9),
		card:      rgb(0xFFFFFF),
		border:    rgb(0xD0D5DE),
		edge:      rgb(0x848B98),
		selected:  rgb(0xE8F1FD),
		chip:      rgb(0xF0F2F6),
		track:     rgb(0xE3E6EC),
		knob:      rgb(0xFFFFFF),
		text:      rgb(0x1B1F27),
		muted:     rgb(0x5A6475),
		disabled:  rgb(0x9AA1AF),
		primary:   rgb(0x0B63C5),
		onPrimary: rgb(0xFFFFFF),
		danger:    rgb(0xB3261E),
		onDanger:  rgb(0xFFFFFF),
		good:      rgb(0x12703F),
		onGood:    rgb(0xFFFFFF),
		warning:   rgb(0x8A5300),
		onWarning: rgb(0xFFFFFF),
		input:     rgb(0xF6F7F9),
		overlay:   rgb(0xFFFFFF),
		hover:     rgba(0x1B1F27, 0x0E),
		pressed:   rgba(0x1B1F27, 0x1C),
		focus:     rgba(0x0B63C5, 0x40),
		selection: rgba(0x0B63C5, 0x38),
		shadow:    rgba(0x1B1F27, 0x24),
		scroll:    rgba(0x1B1F27, 0x80),
	}
}

func dark() palette {
	return palette{
		page:      rgb(0x15171C),
		card:      rgb(0x1D2027),
		border:    rgb(0x3D4451),
		edge:      rgb(0x767E8C),
		selected:  rgb(0x22324A),
		chip:      rgb(0x272B34),
		track:     rgb(0x3A404C),
		knob:      rgb(0x1D2027),
		text:      rgb(0xE8EAF0),
		muted:     rgb(0xA3ACBD),
		disabled:  rgb(0x6A7282),
		primary:   rgb(0x5AA2FF),
		onPrimary: rgb(0x0D1420),
		danger:    rgb(0xFF8A80),
		onDanger:  rgb(0x2A0906),
		good:      rgb(0x5CD39A),
		onGood:    rgb(0x06210F),
		warning:   rgb(0xF2B65A),
		onWarning: rgb(0x2A1A00),
		input:     rgb(0x252931),
		overlay:   rgb(0x252931),
		hover:     rgba(0xE8EAF0, 0x12),
		pressed:   rgba(0xE8EAF0, 0x22),
		focus:     rgba(0x5AA2FF, 0x50),
		selection: rgba(0x5AA2FF, 0x48),
		shadow:    rgba(0x000000, 0x70),
		scroll:    rgba(0xE8EAF0, 0x70),
	}
}

// colors returns the palette by the names of its colors.
func (p palette) colors() map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		ColorPage:                          p.page,
		ColorCard:                          p.card,
		ColorBorder:                        p.border,
		ColorEdge:                          p.edge,
		ColorMuted:                         p.muted,
		ColorSelected:                      p.selected,
		ColorChip:                          p.chip,
		ColorTrack:                         p.track,
		ColorKnob:                          p.knob,
		theme.ColorNameSeparator:           p.border,
		theme.ColorNameInnerWindowBorder:   p.border,
		theme.ColorNamePlaceHolder:         p.muted,
		theme.ColorNameButton:              p.chip,
		theme.ColorNameDisabledButton:      p.chip,
		theme.ColorNameBackground:          p.card,
		theme.ColorNameForeground:          p.text,
		theme.ColorNameDisabled:            p.disabled,
		theme.ColorNamePrimary:             p.primary,
		theme.ColorNameHyperlink:           p.primary,
		theme.ColorNameForegroundOnPrimary: p.onPrimary,
		theme.ColorNameError:               p.danger,
		theme.ColorNameForegroundOnError:   p.onDanger,
		theme.ColorNameSuccess:             p.good,
		theme.ColorNameForegroundOnSuccess: p.onGood,
		theme.ColorNameWarning:             p.warning,
		theme.ColorNameForegroundOnWarning: p.onWarning,
		theme.ColorNameInputBackground:     p.input,
		theme.ColorNameInputBorder:         p.edge,
		theme.ColorNameMenuBackground:      p.overlay,
		theme.ColorNameOverlayBackground:   p.overlay,
		theme.ColorNameHeaderBackground:    p.card,
		theme.ColorNameHover:               p.hover,
		theme.ColorNamePressed:             p.pressed,
		theme.ColorNameFocus:               p.focus,
		theme.ColorNameSelection:           p.selection,
		theme.ColorNameShadow:              p.shadow,
		theme.ColorNameScrollBar:           p.scroll,
	}
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
