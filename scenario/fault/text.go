package fault

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// The most characters of an id and of a name.
const (
	MaxID   = 64
	MaxName = 200
)

// Word checks a text that is one of a few words; message names them.
func (c *Checker) Word(p Place, text string, known bool, words string) {
	if !known {
		c.Add(p, Quoted(text)+" is not "+words)
	}
}

// Text checks a free text of at most most characters, and reports whether it is sound.
func (c *Checker) Text(p Place, text string, most int) bool {
	if !c.Labels {
		return true
	}
	if !utf8.ValidString(text) {
		c.Add(p, "is not valid UTF-8")
		return false
	}
	if len(text) <= most {
		return true
	}
	if n := utf8.RuneCountInString(text); n > most {
		c.Add(p, fmt.Sprintf("has %d characters; at most %d are taken", n, most))
		return false
	}
	return true
}

// Name checks a name that has to be there.
func (c *Checker) Name(p Place, name string) {
	if name == "" && c.Labels {
		c.Add(p, fmt.Sprintf("is empty; a name has 1 to %d characters", MaxName))
		return
	}
	c.OptionalName(p, name)
}

// OptionalName checks a name that may be left empty: it is of characters that can be
// seen and leave the direction of writing alone.
func (c *Checker) OptionalName(p Place, name string) {
	if !c.Text(p, name, MaxName) || !c.Labels {
		return
	}
	for _, r := range name {
		switch {
		case unicode.IsControl(r):
			c.Add(p, fmt.Sprintf("has the control character U+%04X", r))
			return
		case deceives(r):
			c.Add(p, fmt.Sprintf("has U+%04X, which cannot be seen and can turn what is read around; write the name without it", r))
			return
		}
	}
}

// deceives reports whether a character that is not seen can make a name read as
// another one: those that turn the direction of text or part its lines, and those
// without a width or a shape, such as the soft hyphen of web pages. What joins and
// parts letters and emoji (U+200C, U+200D) is taken: some languages need it.
func deceives(r rune) bool {
	switch {
	case r == 0x61C, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF,
		r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r == 0xAD, r == 0x34F, r == 0x115F, r == 0x1160, r == 0x180E, r == 0x3164, r == 0xFFA0:
		return true
	}
	return false
}

// ID checks an id that has to be there.
func (c *Checker) ID(p Place, id string) {
	if c.Labels && !isID(id) {
		c.Add(p, Quoted(id)+" is not 1 to 64 of a-z, 0-9 and -")
	}
}

// OptionalID checks an id that may be left empty.
func (c *Checker) OptionalID(p Place, id string) {
	if id != "" {
		c.ID(p, id)
	}
}

// Color checks a color, which may be left empty.
func (c *Checker) Color(p Place, color string) {
	if c.Labels && color != "" && !isColor(color) {
		c.Add(p, Quoted(color)+" is not a color written #RRGGBB")
	}
}

func isID(id string) bool {
	for i := range len(id) {
		b := id[i]
		if !(b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-') {
			return false
		}
	}
	return id != "" && len(id) <= MaxID
}

func isColor(color string) bool {
	if len(color) != 7 || color[0] != '#' {
		return false
	}
	for i := range len(color) - 1 {
		b := color[i+1]
		if !(b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F') {
			return false
		}
	}
	return true
}
