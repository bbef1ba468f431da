package plot

func (l *layout) overlay(Picture, []palette, float64) {}
func (l *layout) groups(Picture, []palette, float64) {}
