package risk

import (
	"errors"
	"image/color"
	"math"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// KindDrivers is the kind of Drivers.
const KindDrivers plot.Kind = "drivers"

// Drivers show which part of the spread each draw explains by itself, as bars with their
// errors: of the date the cap is reached, and of what is paid.
type Drivers struct {
	Subject plot.Subject
	Result  simulate.Result
	Frame   *DriversFrame // is set to what is where, unless nil
}

// A DriversFrame is where the rows of drivers are, in logical pixels.
type DriversFrame struct {
	Rows []DriverRow
}

// A DriverRow is one draw.
type DriverRow struct {
	Box   layout.Rect
	Index int // in the ranking
}

// RowAt returns the row at a height, and false where none is.
func (f *DriversFrame) RowAt(y float64) (DriverRow, bool) {
	for _, r := range f.Rows {
		if y >= r.Box.Top && y < r.Box.Bottom {
			return r, true
		}
	}
	return DriverRow{}, false
}

var _ plot.Chart = Drivers{}

// Kind returns KindDrivers.
func (Drivers) Kind() plot.Kind { return KindDrivers }

// Shown returns the scenario.
func (c Drivers) Shown() []plot.Subject { return []plot.Subject{c.Subject} }

// Span returns its horizon.
func (c Drivers) Span() (from, through unit.Month) {
	return c.Subject.Scenario.FirstMonth(), c.Subject.Scenario.LastMonth()
}

// Check reports a run in which nothing was ranked.
func (c Drivers) Check() error {
	if len(c.Result.Ranking) == 0 {
		return errors.New("nothing to draw: nothing of the scenario is uncertain")
	}
	return nil
}

// A measure is what draws explain a part of.
type measure struct {
	name string
	of   func(simulate.Driver) simulate.Estimate
	ink  color.NRGBA
}

// measures returns what is shown: without a cap there is no date.
func (c Drivers) measures(p *layout.Page) []measure {
	paid := measure{"of what is paid", func(d simulate.Driver) simulate.Estimate { return d.Paid }, p.Colors.Axis}
	if !c.Result.Capped {
		paid.ink = p.Colors.Line
		return []measure{paid}
	}
	return []measure{{"of the date", func(d simulate.Driver) simulate.Estimate { return d.Date }, p.Colors.Line}, paid}
}

// Draw draws a row a draw.
func (c Drivers) Draw(d *plot.Drawing, _ []layout.Palette) {
	frame := c.Frame
	if frame == nil {
		frame = &DriversFrame{}
	}
	*frame = DriversFrame{}
	p, u, list := &d.Page, d.Unit, c.Result.Ranking
	room, shown := p.Outer(), c.measures(p)
	if room.Height() > 110*u {
		room.Top = c.key(p, room, shown)
	}
	high := math.Min(room.Height()/float64(len(list)), 46*u)
	size := math.Min(layout.SizeText, layout.LineIn(high/u))
	wide := 0.0
	for _, driver := range list {
		wide = math.Max(wide, p.Width(words.Varied(c.Subject.Scenario, driver.Draw()), size, false))
	}
	wide = math.Min(wide, 0.34*room.Width())
	most, said := 0.0, 0.0
	for _, driver := range list {
		for _, m := range shown {
			most = math.Max(most, m.of(driver).Value+2*m.of(driver).Error)
			said = math.Max(said, p.Width(explained(m.of(driver)), layout.SizeSmall, false))
		}
	}
	if most < 0.01 {
		most = 1
	}
	left := room.Left + wide + 10*u
	end := math.Max(left+20*u, room.Right-said-8*u)
	at := func(v float64) float64 { return left + math.Min(v/most, 1)*(end-left) }
	for i, driver := range list {
		box := layout.NewRect(room.Left, room.Top+float64(i)*high, room.Right, room.Top+float64(i+1)*high)
		frame.Rows = append(frame.Rows, DriverRow{box, i})
		middle := (box.Top + box.Bottom) / 2
		name := p.Fitted(words.Varied(c.Subject.Scenario, driver.Draw()), size, false, wide)
		p.Put(name, layout.At(left-10*u, middle+layout.CapHeight/2*size*u, 1), size, false, p.Colors.Text)
		thick := math.Min(0.8*high/float64(len(shown)), 15*u)
		for k, m := range shown {
			top := middle + (float64(k)-float64(len(shown))/2)*thick
			c.bar(p, m, m.of(driver), layout.NewRect(left, top+0.08*thick, at(m.of(driver).Value), top+0.92*thick), at)
		}
	}
	p.Line(p.Colors.Axis, u, nil, paint.XY(left, room.Top), paint.XY(left, room.Top+high*float64(len(list))))
}

// bar draws one bar with its error, two standard errors either way, and what it says.
func (c Drivers) bar(p *layout.Page, m measure, of simulate.Estimate, bar layout.Rect, at func(float64) float64) {
	u := p.Unit
	if bar.Width() > 0.3 {
		p.Fill(m.ink, bar)
	}
	low, high, middle := at(math.Max(0, of.Value-2*of.Error)), at(of.Value+2*of.Error), (bar.Top+bar.Bottom)/2
	if high-low > 2*u {
		p.Line(p.Colors.Text, 1.2*u, nil, paint.XY(low, middle), paint.XY(high, middle))
		for _, x := range [2]float64{low, high} {
			p.Line(p.Colors.Text, 1.2*u, nil, paint.XY(x, middle-3*u), paint.XY(x, middle+3*u))
		}
	}
	size := math.Min(layout.SizeSmall, layout.LineIn(bar.Height()/u/0.84))
	if size < layout.LeastInRow {
		return
	}
	p.Put(explained(of), layout.At(math.Max(bar.Right, high)+6*u, middle+layout.CapHeight/2*size*u, 0), size, false, p.Colors.Muted)
}

// explained says a part with its error, in percent.
func explained(of simulate.Estimate) string {
	said := unit.Rate(of.Value).Tenths()
	if of.Error >= 0.0005 {
		said += " ± " + unit.Fixed(100*of.Error, 1)
	}
	return said
}

// key says what the colors mean, and returns where the room below it begins.
func (c Drivers) key(p *layout.Page, room layout.Rect, shown []measure) float64 {
	u := p.Unit
	baseline, x := room.Top+layout.TextRise*p.TextSize(), room.Left
	for _, m := range shown {
		name := "part of the spread " + m.name
		if len(shown) > 1 && x > room.Left {
			name = m.name
		}
		wide := 20*u + p.Width(name, layout.SizeText, false)
		if x+wide > room.Right {
			name = m.name
			wide = 20*u + p.Width(name, layout.SizeText, false)
		}
		if x+wide > room.Right {
			break
		}
		p.Fill(m.ink, layout.NewRect(x, baseline-9*u, x+14*u, baseline+u))
		p.Put(name, layout.At(x+20*u, baseline, 0), layout.SizeText, false, p.Colors.Muted)
		x += wide + 18*u
	}
	if note := "whiskers: two standard errors"; x+p.Width(note, layout.SizeSmall, false) < room.Right {
		p.Put(note, layout.At(room.Right, baseline, 1), layout.SizeSmall, false, p.Colors.Muted)
	}
	return room.Top + p.TextSize()*(layout.TextRise+layout.TextFall) + 8*u
}
