package edit_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// TestAnyChanges does random changes, refused ones among them, with seals, saves,
// undo and redo between. Whatever has been done, the workspace is sound; undoing
// all gives the start, redoing all the end; what is handed out on the way stays
// as it was.
func TestAnyChanges(t *testing.T) {
	for seed := range uint64(60) {
		tryChanges(t, seed)
	}
}

func tryChanges(t *testing.T, seed uint64) {
	t.Helper()
	d := dice{rand.New(rand.NewPCG(seed, 7))}
	s := edit.New(many(d.IntN(5)))
	start := many(s.Len())
	opened := s.Workspace()
	told := 0
	s.Subscribe(func() { told++ })
	for range 150 {
		before, revision, was := s.Workspace(), s.Revision(), told
		refused := d.act(s)
		after := s.Workspace()
		if faults := field.CheckWorkspace(after); faults != nil {
			t.Fatalf("seed %d: %v", seed, faults)
		}
		changed, raised := !reflect.DeepEqual(before, after), s.Revision()-revision
		if refused != nil && (changed || raised != 0) {
			t.Fatalf("seed %d: a refused change has left something: %v", seed, refused)
		}
		if raised < 0 || raised > 1 || changed && raised == 0 || raised == 1 && told == was {
			t.Fatalf("seed %d: changed %t, revision raised by %d, told %d times", seed, changed, raised, told-was)
		}
	}
	goBackAndForth(t, seed, s, start)
	if !reflect.DeepEqual(opened, start) {
		t.Errorf("seed %d: the workspace opened has been written to", seed)
	}
}

// act does something to a session, and returns why a change was refused.
func (d dice) act(s *edit.Session) error {
	switch d.IntN(12) {
	case 0:
		s.Seal()
	case 1:
		s.Undo()
	case 2:
		s.Redo()
	case 3:
		s.GiveUp()
	case 4:
		markSaved(s)
	default:
		return s.Do(d.change(s))
	}
	return nil
}

// goBackAndForth undoes all of a session that began with start, and redoes it.
func goBackAndForth(t *testing.T, seed uint64, s *edit.Session, start scenario.Workspace) {
	t.Helper()
	end := s.Workspace()
	for s.Undo() {
	}
	if !sameContent(s.Workspace(), start) {
		t.Errorf("seed %d: undoing all does not give the start", seed)
	}
	for s.Redo() {
	}
	for s.UndoName() != "" && !sameContent(s.Workspace(), end) {
		s.Undo() // what had been undone before is done now as well
	}
	if !sameContent(s.Workspace(), end) {
		t.Errorf("seed %d: redoing all does not lead to the end", seed)
	}
}

// sameContent reports whether two workspaces are alike but for their views.
func sameContent(a, b scenario.Workspace) bool {
	return a.Name == b.Name && slices.EqualFunc(a.Scenarios, b.Scenarios, func(a, b scenario.Scenario) bool {
		return reflect.DeepEqual(a, b)
	})
}

type dice struct{ *rand.Rand }

func (d dice) id(s *edit.Session) string {
	if s.Len() == 0 || d.IntN(20) == 0 {
		return "none"
	}
	return s.At(d.IntN(s.Len())).ID
}

func (d dice) month() unit.Month   { return unit.NewMonth(2025+d.IntN(8), 1) + unit.Month(d.IntN(12)) }
func (d dice) year() int           { return 2024 + d.IntN(8) }
func (d dice) stream() int         { return d.IntN(4) }
func (d dice) amount() unit.Amount { return unit.Amount(d.IntN(100)) * 1e9 }
func (d dice) rate() unit.Rate     { return unit.Rate(d.IntN(14)-2) / 10 }
func (d dice) flip() bool          { return d.IntN(2) == 0 }
func (d dice) channel() scenario.Channel {
	return []scenario.Channel{scenario.ChannelDirect, scenario.ChannelAzure, scenario.ChannelOtherCloud}[d.IntN(3)]
}

// change returns any change.
func (d dice) change(s *edit.Session) edit.Change {
	switch id := d.id(s); d.IntN(20) {
	case 0:
		return edit.Group("two", d.single(s), d.single(s))
	case 1:
		again := edit.AddScenario(plan(id, "Again"))
		return edit.Group("several", d.single(s), edit.DeleteScenario(id), again, d.single(s), edit.SetCompared(id))
	}
	return d.single(s)
}

func (d dice) single(s *edit.Session) edit.Change {
	makers := [][]func(dice, *edit.Session, string) edit.Change{structural, structural, outlooks, outlooks, terms, others}
	some := makers[d.IntN(len(makers))]
	return some[d.IntN(len(some))](d, s, d.id(s))
}

var structural = []func(dice, *edit.Session, string) edit.Change{
	func(dice, *edit.Session, string) edit.Change { return edit.AddScenario(plan("new", "New")) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.DuplicateScenario(id, "") },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.DeleteScenario(id) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.MoveScenario(id, d.IntN(6)-1) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.RenameScenario(id, []string{"", "A", "B"}[d.IntN(3)])
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.RenameWorkspace([]string{"", "W"}[d.IntN(2)])
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.Select(id) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetCompared(id, d.id(s)) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetReference(id) },
}

var outlooks = []func(dice, *edit.Session, string) edit.Change{
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetGrowth(id, d.stream(), d.year(), d.rate())
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetRevenue(id, d.stream(), d.year(), d.amount(), d.flip())
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetRevenues(id, d.stream(), d.year(), []unit.Amount{d.amount(), d.amount()})
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetTotalRevenue(id, d.year(), d.amount(), d.flip())
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetTotalGrowth(id, d.year(), d.rate())
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.ShiftGrowth(id, d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.AddStream(id, scenario.Stream{Name: "New", Channel: d.channel(), Launch: d.year(), Base: d.amount(), Shared: d.rate()})
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.RemoveStream(id, d.stream()) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetLaunch(id, d.stream(), d.IntN(2)*d.year())
	},
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetChannel(id, d.stream(), d.channel())
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetBase(id, d.stream(), d.amount()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetLastYear(id, d.year()) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.BackToSource(id, "outlook.streams[1].revenue.2026")
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetAGIVerified(id, d.month()) },
}

var terms = []func(dice, *edit.Session, string) edit.Change{
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetCap(id, d.amount()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.RemoveCap(id) },
	func(d dice, s *edit.Session, id string) edit.Change {
		if d.IntN(2) == 0 {
			return edit.SetCapWithin(id, d.amount(), d.amount(), d.amount())
		}
		return edit.SetCapRange(id, d.amount(), d.amount())
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetRate(id, d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetRateOfYear(id, d.year(), d.rate())
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.ClearRateOfYear(id, d.year()) },
	func(d dice, s *edit.Session, id string) edit.Change {
		return edit.SetShareThrough(id, d.month())
	},
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetShareFrom(id, d.month()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetCapFrom(id, d.month()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetReverse(id, nil) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetReverseRate(id, d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.BackToSource(id, "terms.share.cap") },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.TakeTerms(id, "Prior", prior{}) },
}

var others = []func(dice, *edit.Session, string) edit.Change{
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetDiscountRate(id, d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetAsOf(id, d.month()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetGrowthSD(id, d.year(), d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetCorrelation(id, d.rate()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.RemoveUncertainty(id) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetLicenseThrough(id, d.month()) },
	func(d dice, s *edit.Session, id string) edit.Change { return edit.SetAzureLead(id, d.IntN(130)) },
}
