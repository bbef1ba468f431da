package ui

// How a dealTable finds the widths of its columns and the heights of its rows.

// layOut tells the table the width it is going to have, before its least size is
// asked.
func (t *dealTable) layOut(room float32) {
	if room != t.room {
		t.room = room
		t.arrange()
	}
}

// wants returns the least and the natural widths of the columns. Words give way
// to their longest, figures do not.
func (t *dealTable) wants() (least, natural [dealColumns]float32) {
	t.every(func(c *dealCells, head bool) {
		for i, text := range c.texts {
			want := text.natural()
			if head {
				want = min(want, dealHeadMost)
			}
			natural[i] = max(natural[i], want)
			if figure := i >= columnOpenAI && !head; figure {
				least[i] = max(least[i], text.natural())
			} else {
				least[i] = max(least[i], text.least())
			}
		}
		source := c.chip.MinSize().Width
		if head {
			source = c.source().natural()
		} else if !c.chip.Visible() {
			source = 0
		}
		natural[columnSource] = max(natural[columnSource], source)
	})
	least[columnSource] = natural[columnSource]
	return least, natural
}

// columns returns the columns there are.
func (t *dealTable) columns() []int {
	columns := []int{columnTerm, columnPrior, columnAmended, columnOpenAI, columnMicrosoft, columnRevenue, columnSource}
	if !t.revenue {
		columns = append(columns[:columnRevenue], columnSource)
	}
	return columns
}

// arrange gives the columns their widths and the rows their heights.
func (t *dealTable) arrange() {
	least, natural := t.wants()
	columns := t.columns()
	spare := t.room - 2*dealPad - float32(len(columns)-1)*dealGap
	for _, i := range columns {
		spare -= natural[i]
	}
	t.widths = natural
	if spare >= 0 {
		for _, i := range columns[:len(columns)-1] {
			t.widths[i] += spare / float32(len(columns)-1)
		}
	} else { // The heads of the figures give way first, then the words.
		lack := t.narrow(-spare, least, columns[columnOpenAI:])
		t.narrow(lack, least, columns[:columnOpenAI])
	}
	x := dealPad
	t.lefts = [dealColumns]float32{}
	for _, i := range columns {
		t.lefts[i] = x
		x += t.widths[i] + dealGap
	}
	t.every(func(c *dealCells, head bool) {
		lines := float32(0)
		for i, text := range c.texts {
			text.wrap(t.widths[i])
			lines = max(lines, text.MinSize().Height)
		}
		if !head {
			c.reason.wrap(t.worths())
			lines = max(lines, c.reason.MinSize().Height)
		}
		c.height = max(dealRowMin, lines+2*dealAbove)
	})
}

// narrow takes so much from the columns, each giving in proportion to what it can,
// and returns what is lacking still.
func (t *dealTable) narrow(lack float32, least [dealColumns]float32, columns []int) float32 {
	slack := float32(0)
	for _, i := range columns {
		slack += t.widths[i] - least[i]
	}
	if slack <= 0 {
		return lack
	}
	part := min(1, lack/slack)
	for _, i := range columns {
		t.widths[i] -= part * (t.widths[i] - least[i])
	}
	return lack - part*slack
}

// worths returns the width of both worths together.
func (t *dealTable) worths() float32 {
	return t.lefts[columnMicrosoft] + t.widths[columnMicrosoft] - t.lefts[columnOpenAI]
}
