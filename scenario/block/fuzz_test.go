package block_test

import (
	"reflect"
	"strings"
	"testing"

	"headroom/scenario/block"
	"headroom/scenario/unit"
)

var seeds = []string{
	"30\t\t113", "30;;113", "30 500\n62 700", "\t2026\t2027\nRevenue ($M)\t30\t(62)", "2026,30\n2027,62", `"a ""b""";"c|d" | 1;2`,
	"$ in thousands\n\tQ1 2026\t1Q26E\n\t2.3x\t5 pp", "\"\t\"\"\t\"\n\"", "1, 2, 3", "n/a\t-\t\u00a0\r\n\r", "30,500\t62,75", "2026", "|;|", "\" ; \"",
}

// FuzzRead takes any text: nothing panics, what is read has figures, and a grid is
// the same when it is read from its line again.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		grid, err := block.Split(text)
		if err != nil {
			return
		}
		again, err := block.Split(grid.Line())
		want := grid
		if widest(grid) == 1 && len(grid) > 1 {
			want = block.Grid{nil}
			for _, row := range grid {
				want[0] = append(want[0], strings.Join(row, ""))
			}
		}
		if err != nil || !sameCells(again, want) {
			t.Errorf("%q is %q, in a line %q, which is %q, %v", text, grid, grid.Line(), again, err)
		}
		for _, read := range []func() (block.Block, error){
			func() (block.Block, error) { return block.Read(text) },
			func() (block.Block, error) {
				grid, err := block.SplitCSV(text)
				if err != nil {
					return block.Block{}, err
				}
				return grid.Read()
			},
		} {
			b, err := read()
			if err != nil {
				continue
			}
			if len(b.Series) == 0 {
				t.Errorf("%q is read without a series", text)
			}
			for _, s := range b.Series {
				if len(s.Cells) == 0 {
					t.Errorf("%q has a series without cells", text)
				}
				n := unit.Notation{Unit: b.Unit.Unit, Stated: b.Unit.By != "", Comma: b.Comma}
				for _, figures := range [][]block.Figure{s.Amounts(n), s.Growths(n), s.Rates(n)} {
					within, beyond, err := block.Years(figures, 2026, 2030, true)
					if err == nil && len(within) == 0 && len(beyond) == 0 {
						t.Errorf("%q loses its figures", text)
					}
				}
			}
		}
	})
}

func widest(g block.Grid) int {
	n := 0
	for _, row := range g {
		n = max(n, len(row))
	}
	return n
}

func sameCells(a, b block.Grid) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) || len(a[i]) > 0 && !reflect.DeepEqual(a[i], b[i]) {
			return false
		}
	}
	return true
}

// A megabyte of anything is read or refused, and what is read has no more cells than
// are taken apart. A text whose marks had each cell looked at to the text's end would
// not come to an end here.
func TestAMegabyteOfAnythingIsReadOrRefused(t *testing.T) {
	for _, part := range []string{"\"", "\"\"\t", "\"\t", "\"\"\"\t", "\r", "\r\n", " ", "\n\"", ";\"x\"y", "|;", ";|||", "a", "\u00a0", ", ", "1,"} {
		for _, split := range []func(string) (block.Grid, error){block.Split, block.SplitCSV} {
			for _, size := range []int{block.MaxCells / 2, block.MaxBytes / len(part)} {
				if grid, err := split(strings.Repeat(part, size)); err == nil && grid.Cells() > block.MaxCells {
					t.Errorf("%d times %q are %d cells", size, part, grid.Cells())
				}
			}
		}
	}
}

func thousand(rows, columns int) string {
	var text strings.Builder
	for c := range columns {
		text.WriteString("\t" + unit.YearOf(2000+c).String())
	}
	for range rows {
		text.WriteString("\nRevenue" + strings.Repeat("\t1,234.5", columns))
	}
	return text.String()
}

// BenchmarkThousandCells is to take 2 ms at most.
func BenchmarkThousandCells(b *testing.B) {
	text := thousand(20, 50)
	for b.Loop() {
		read, err := block.Read(text)
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range read.Series {
			block.Years(s.Amounts(unit.Notation{Comma: read.Comma}), 2000, 2049, true)
		}
	}
}

// BenchmarkMostCells reads as many as are read, and BenchmarkTooManyCells refuses
// twice as many: 50 ms at most.
func BenchmarkMostCells(b *testing.B) {
	text := strings.Repeat("Revenue\t1,234.5\t62\t113%\tn/a\n", block.MaxCells/5)
	for b.Loop() {
		block.Read(text)
	}
}

func BenchmarkTooManyCells(b *testing.B) {
	text := strings.Repeat("62\t", 2*block.MaxCells)
	for b.Loop() {
		block.Read(text)
	}
}
