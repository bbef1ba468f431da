package layout

// Heading writes title and source line, and returns the room between them.
func (l *Page) Heading() Rect {
	room, margin := l.Box, sizeMargin*l.Unit
	room.Left, room.Right = room.Left+margin, room.Right-margin*1.5
	room.Top, room.Bottom = l.title(room), l.source(room)
	return room
}

// Outer returns the room between title and source line, or, where too little is
// left between them, all of the picture without them.
func (l *Page) Outer() Rect {
	room := l.Heading()
	if room.Width() < LeastPlot/2 || room.Height() < LeastPlot/2 {
		l.Texts = l.Texts[:0]
		return l.Box
	}
	return room
}

// title writes the title and returns where the room below it begins.
func (l *Page) title(room Rect) float64 {
	top := sizeMargin * 0.75 * l.Unit
	if l.Sheet.Title == "" {
		return top
	}
	size := SizeTitle * l.Unit
	l.Put(l.Fitted(l.Sheet.Title, SizeTitle, true, room.Width()), At(room.Left, top+TextRise*size, 0), SizeTitle, true, l.Colors.Text)
	return top + size*(TextRise+TextFall) + 8*l.Unit
}

// source writes the source line, the date at its end, and returns where the room above it ends.
func (l *Page) source(room Rect) float64 {
	bottom := room.Bottom - sizeMargin*0.6*l.Unit
	if l.Sheet.Source == "" && l.Sheet.Date == "" {
		return bottom
	}
	size := SizeSmall * l.Unit
	left := room.Width()
	if date := l.Fitted(l.Sheet.Date, SizeSmall, false, left); date != "" {
		l.Put(date, At(room.Right, bottom-TextFall*size, 1), SizeSmall, false, l.Colors.Muted)
		left -= l.Width(date, SizeSmall, false) + 16*l.Unit
	}
	l.Put(l.Fitted(l.Sheet.Source, SizeSmall, false, left), At(room.Left, bottom-TextFall*size, 0), SizeSmall, false, l.Colors.Muted)
	return bottom - size*(TextRise+TextFall) - 6*l.Unit
}
