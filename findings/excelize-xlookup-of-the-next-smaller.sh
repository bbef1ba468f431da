#!/usr/bin/env bash
# excelize's XLOOKUP for the next smaller value finds the first one.
#
# Package:   github.com/xuri/excelize/v2 v2.11.1, CalcCellValue
# Input:     A1 to A4 hold 10, 20, 30, 40 and B1 to B4 a, b, c, d;
#            XLOOKUP(35,A1:A4,B1:B4,"none",-1), the same of 1 for the next larger, and
#            VLOOKUP(35,A1:B4,2,TRUE)
# Expected:  c, d, c: the match mode -1 is documented to take an equal value or else
#            the next smaller, which is 30
# Seen:      a, d, c. With the search mode 2, for sorted values, the first is c too.
#
# A rate or share by tiers is computed as that of the lowest tier, whatever the amount.
#
# Needs Go and its module proxy. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

func main() {
	f := excelize.NewFile()
	for i, tier := range []string{"a", "b", "c", "d"} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &[]any{10 * (i + 1), tier}); err != nil {
			panic(err)
		}
	}
	for _, formula := range []string{
		`XLOOKUP(35,A1:A4,B1:B4,"none",-1)`,
		`XLOOKUP(35,A1:A4,B1:B4,"none",-1,2)`,
		`XLOOKUP(35,A1:A4,B1:B4,"none",1)`,
		`VLOOKUP(35,A1:B4,2,TRUE)`,
	} {
		if err := f.SetCellFormula("Sheet1", "D1", formula); err != nil {
			panic(err)
		}
		value, err := f.CalcCellValue("Sheet1", "D1")
		fmt.Println(formula, value, err)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get github.com/xuri/excelize/v2@v2.11.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run . | tee seen
cat >known <<'KNOWN'
XLOOKUP(35,A1:A4,B1:B4,"none",-1) a <nil>
XLOOKUP(35,A1:A4,B1:B4,"none",-1,2) c <nil>
XLOOKUP(35,A1:A4,B1:B4,"none",1) d <nil>
VLOOKUP(35,A1:B4,2,TRUE) c <nil>
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
