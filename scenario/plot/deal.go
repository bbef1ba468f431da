package plot

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Deal is an agreement whose terms were amended.
type Deal struct {
	Prior   scenario.Terms // until the amendment; those after it are the subject's
	From    unit.Month     // the first month under the amended terms; zero to derive it from both terms
	Amended unit.Date      // the day it was amended, for the words beside it; zero for none
}

// A Span is a stretch of one row of the timeline.
type Span struct {
	Rect          Rect
	Row           string // what the row is about
	Words         string // what is in force
	From, Through unit.Month
}

func (d Deal) span(s Subject) (from, through unit.Month) {
	return s.Scenario.FirstMonth(), max(s.Scenario.LastMonth(), unit.NewMonth(2032, 12))
}

func (l *layout) deal(Picture) {}
