package plot

import (
	"errors"
	"fmt"
	"math"

	"headroom/scenario/compare"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/waterfall"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Bridge shows the difference in a result between two subjects, input by input.
type Bridge struct {
	From, To   Subject // the two ends
	Difference *compare.Bridge
}

var _ Chart = Bridge{}

// Kind returns KindBridge.
func (Bridge) Kind() Kind { return KindBridge }

// Shown returns the two ends.
func (c Bridge) Shown() []Subject { return []Subject{c.From, c.To} }

// Span returns the horizon of both ends together; a bridge has no time axis.
func (c Bridge) Span() (from, through unit.Month) { return horizon(c.Shown()) }

// Check reports a difference that is missing, or has amounts that are not finite.
func (c Bridge) Check() error {
	b := c.Difference
	if b == nil {
		return errors.New("nothing to draw: there is no bridge")
	}
	fine := func(amounts ...unit.Amount) bool {
		for _, a := range amounts {
			if !sound(math.Abs(float64(a))) {
				return false
			}
		}
		return true
	}
	ok := fine(b.From.Amount, b.To.Amount)
	for _, s := range b.Steps {
		ok = ok && fine(s.Change, s.Due)
	}
	if !ok {
		return fmt.Errorf("cannot draw the bridge from %q to %q: an amount is not finite", b.From.Name, b.To.Name)
	}
	return nil
}

const (
	riseColor = 0x44678A
	fallColor = 0x9A6232
)

// bridgeRows returns the rows of a bridge.
func (d *Drawing) bridgeRows(b *compare.Bridge, inks []layout.Palette) []waterfall.Row {
	most := math.Max(math.Abs(float64(b.From.Amount)), math.Abs(float64(b.To.Amount)))
	in := layout.CountedIn(most)
	rise, fall := layout.Readable(layout.RGB(riseColor), d.Colors.Under), layout.Readable(layout.RGB(fallColor), d.Colors.Under)
	paid := b.Result == compare.Paid
	columns := func(values ...string) []string {
		if !paid {
			return nil
		}
		return values
	}
	end := func(e compare.End, ink layout.Palette) waterfall.Row {
		return waterfall.Row{
			Name: layout.OneLine(e.Name), To: float64(e.Amount), Value: e.Amount.TableIn(in), End: true, Ink: ink.Line,
			Columns: columns(e.Due.TableIn(in), ""),
		}
	}
	out := []waterfall.Row{end(b.From, inks[0])}
	level, totals := float64(b.From.Amount), b.Totals()
	for i, s := range b.Steps {
		row := waterfall.Row{
			Name: words.UpperFirst(layout.OneLine(s.Group.String())), From: level, To: float64(totals[i]), Value: s.Change.DeltaIn(in),
			Due: level + float64(s.Due), HasDue: paid && s.Due != s.Change && s.Due != 0, Ink: rise,
			Columns: columns(s.Due.DeltaIn(in), s.Absorbed().DeltaIn(in)),
		}
		if s.Change < 0 || s.Change == 0 && s.Due < 0 {
			row.Ink = fall
		}
		out, level = append(out, row), row.To
	}
	return append(out, end(b.To, inks[1]))
}

// Draw draws a waterfall: a row for each end and for each step between them.
func (c Bridge) Draw(d *Drawing, inks []layout.Palette) {
	b := c.Difference
	rows := d.bridgeRows(b, inks)
	room := d.Outer()
	d.note(b, &room)
	titles := []string{words.Due, words.Absorbed}
	if b.Result != compare.Paid {
		titles = nil
	}
	d.Frames.Bars = waterfall.Draw(&d.Page, rows, titles, words.Result(b.Result), room)
}

// note says which inputs stand for several, or that none differs, at the foot of
// the room.
func (d *Drawing) note(b *compare.Bridge, room *layout.Rect) {
	said := ""
	if note := b.Note(); note != "" {
		said = "Note: " + note + "."
	}
	if len(b.Steps) == 0 {
		said = "No input that a payment depends on differs."
	}
	if said == "" {
		return
	}
	lines := d.Wrapped(said, layout.SizeSmall, false, room.Width(), 3)
	line := layout.SizeSmall * 1.35 * d.Unit
	if float64(len(lines))*line > room.Height()/4 {
		return
	}
	for i, body := range lines {
		d.Put(body, layout.At(room.Left, room.Bottom-float64(len(lines)-1-i)*line-layout.TextFall*layout.SizeSmall*d.Unit, 0), layout.SizeSmall, false, d.Colors.Muted)
	}
	room.Bottom -= float64(len(lines))*line + 4*d.Unit
}
