package xlsx_test

import (
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export/xlsx"
	"headroom/scenario/export/xlsx/returned"
)

func TestWhatWasNotChangedComesBackAsItWas(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		w := scenario.Workspace{Scenarios: []scenario.Scenario{newDice(seed).scenario()}}
		back, err := returned.Read(written(t, xlsx.Request{Workspace: w}))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if back.Changed != nil {
			t.Fatalf("seed %d: %v", seed, back.Changed[0].Changes)
		}
		if !reflect.DeepEqual(back.Sent, w) {
			t.Fatalf("seed %d: another workspace came back", seed)
		}
	}
}
