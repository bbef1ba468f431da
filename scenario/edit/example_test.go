package edit_test

import (
	"fmt"

	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

// A slider moves, is let go, and the step is undone.
func Example() {
	session := edit.New(many(2))
	session.Subscribe(func() {
		selected, _ := session.Selected()
		fmt.Printf("revision %d: %s\n", session.Revision(), selected.Terms.Share.Cap.Headline())
	})
	for _, limit := range []unit.Amount{38.5e9, 39e9, 40e9} {
		if err := session.Do(edit.SetCap("a", limit)); err != nil {
			fmt.Println(err)
		}
	}
	session.Seal()
	fmt.Println("Undo", session.UndoName())
	session.Undo()
	fmt.Println("unsaved:", session.Dirty())
	// Output:
	// revision 1: $38.5B
	// revision 2: $39.0B
	// revision 3: $40.0B
	// Undo set cap to $40.0B
	// revision 4: $38.0B
	// unsaved: false
}
