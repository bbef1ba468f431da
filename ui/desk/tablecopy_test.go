package desk_test

import (
	"strings"
	"testing"

	"headroom/ui/desk"
	"headroom/ui/sheet"
)

func TestOnlyWordsAreGuarded(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want string
	}{
		{sheet.Words("=1+1"), "'=1+1"},
		{sheet.Words(" @A1"), "' @A1"},
		{sheet.Words("February"), "February"},
		{sheet.Words(`"a" and "b"`), `"""a"" and ""b"""`},
		{sheet.Words("a\tb\nc"), `a\tb\nc`},
		{desk.AmountCell(-5e9), "-5000000000"},
		{desk.AmountCell(-0.4), "0"},
		{desk.DeltaCell(0.49e9), "490000000"},
		{desk.NoCell(), ""},
		{desk.PartCell("−7.9 pp"), "-7.9%"},
		{desk.PartCell("+22%"), "22%"},
		{sheet.Cell{}, ""},
		{sheet.Cell{Chip: &sheet.Chip{Text: "reported"}}, "reported"},
	} {
		got := strings.TrimPrefix(desk.Tabbed([]sheet.Column{{Title: "A"}}, [][]sheet.Cell{{c.cell}}), "A\n")
		if got != c.want+"\n" {
			t.Errorf("%+v is copied as %q, want %q", c.cell, got, c.want)
		}
	}
}
