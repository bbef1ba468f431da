package edit_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func TestVariationsCountFromWhereTheyBeganAndMerge(t *testing.T) {
	w := preset.Default()
	s := edit.New(w)
	id := w.Scenarios[0].ID
	from, _ := s.Scenario(id)
	was, _ := from.Outlook.Streams[0].Growth.Get(2028)
	for _, shift := range []float64{0.05, 0.1, 0.2} {
		change := edit.Vary(id, "move both", from,
			edit.Setting{Input: scenario.InputCap, Value: 30e9 + shift*1e9}, edit.Setting{Input: scenario.InputGrowthShift, Value: shift})
		if err := s.Do(change); err != nil {
			t.Fatal(err)
		}
	}
	s.Seal()
	now, _ := s.Scenario(id)
	growth, _ := now.Outlook.Streams[0].Growth.Get(2028)
	if growth != was+unit.Rate(0.2) || now.Terms.Share.Cap != 30.2e9 || now.Name != from.Name {
		t.Errorf("growth is %v, from %v, with a cap of %v", growth, was, now.Terms.Share.Cap)
	}
	if u := now.Uncertainty; u == nil || u.CapRange == nil || u.CapRange.Low > now.Terms.Share.Cap || u.CapRange.High < now.Terms.Share.Cap {
		t.Errorf("the range of the cap is not around it: %+v", u)
	}
	s.Undo()
	if back, _ := s.Scenario(id); back.Terms.Share.Cap != from.Terms.Share.Cap || s.UndoName() != "" {
		t.Errorf("one undo leaves a cap of %v", back.Terms.Share.Cap)
	}
}

func TestAVariationThatIsNotLegalIsRefused(t *testing.T) {
	w := preset.Default()
	s := edit.New(w)
	from := w.Scenarios[0]
	if err := s.Do(edit.Vary(from.ID, "move", from, edit.Setting{Input: scenario.InputRate, Value: 2})); err == nil {
		t.Error("a rate of 200% is taken")
	}
	if now, _ := s.Scenario(from.ID); now.Terms.Share.Rate != from.Terms.Share.Rate {
		t.Error("and stays")
	}
}
