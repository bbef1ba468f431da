package plan_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"headroom/scenario/block"
	"headroom/ui/desktest"
	"headroom/ui/windowtest"
)

// tables make clipboards of so many cells: one row, one column, rows of a hundred,
// labeled rows below years, words, and words before a figure.
var tables = map[string]func(cells int) string{
	"a row":    func(cells int) string { return strings.Repeat("1\t", cells-1) + "1" },
	"a column": func(cells int) string { return strings.Repeat("1\n", cells-1) + "1" },
	"rows":     func(cells int) string { return strings.Repeat(strings.Repeat("1\t", 99)+"1\n", cells/100) },
	"rows with years": func(cells int) string {
		return "\t2026\t2027\t2028\t2029\t2030\n" + strings.Repeat("Row\t30\t62\t113\t184\t284\n", cells/6-1)
	},
	"words":         func(cells int) string { return strings.Repeat("word\t", cells-1) + "word" },
	"words and one": func(cells int) string { return strings.Repeat("word\t", cells-1) + "1" },
}

// The whole prompt takes no more than a few texts a cell, and twice as much for twice
// as many cells; beyond what is read it takes next to nothing.
func TestPasteOpensInATimeThatGrowsWithTheTable(t *testing.T) {
	d := windowtest.Default(t)
	p := d.P
	opened := func(text string) uint64 {
		p.App.Clipboard().SetContent(text)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d.Tap("stream.paste")
		runtime.ReadMemStats(&after)
		for _, shown := range desktest.Texts(p.Prompts.All[0].Popup.Content) {
			if len(shown) > 1000 {
				t.Errorf("a text of %d bytes is laid out: %.60s", len(shown), shown)
			}
		}
		p.Prompts.Cancel()
		return after.TotalAlloc - before.TotalAlloc
	}
	opened("30\t62") // what is made once
	least := opened("30\t62")
	for name, table := range tables {
		half, most := opened(table(block.MaxCells/2)), opened(table(block.MaxCells))
		if cells := (most - least) / block.MaxCells; most > least && cells > 1000 {
			t.Errorf("%s: %d bytes a cell", name, cells)
		}
		if most > least && half > least && most-least > 3*(half-least) {
			t.Errorf("%s: %d cells take %d bytes, half of them %d", name, block.MaxCells, most-least, half-least)
		}
		for _, many := range []int{20_000, 200_000} {
			if refused := opened(table(many)); refused > least+100_000 {
				t.Errorf("%s: %d cells, which are refused, take %d bytes, two %d", name, many, refused, least)
			}
		}
	}
}

func BenchmarkPasteOpens(b *testing.B) {
	for _, cells := range []int{9_000, 20_000, 200_000} {
		for name, table := range tables {
			b.Run(fmt.Sprint(cells, "/", name), func(b *testing.B) {
				d := windowtest.Default(b)
				p := d.P
				p.App.Clipboard().SetContent(table(cells))
				for b.Loop() {
					d.Tap("stream.paste")
					p.Prompts.Cancel()
				}
			})
		}
	}
}
