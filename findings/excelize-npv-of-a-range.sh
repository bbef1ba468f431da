#!/usr/bin/env bash
# excelize computes NPV of a range as that of its first cell.
#
# Package:   github.com/xuri/excelize/v2 v2.11.1, CalcCellValue
# Input:     B1 to B3 hold 100 each; NPV(0.1,B1:B3), which discounts three
#            payments, and the same with the cells named one by one
# Expected:  248.685199098422 from both, as PV(0.1,3,-100) and every spreadsheet give
# Seen:      90.9090909090909 from the range, without an error; 248.685199098422
#            from the cells one by one
#
# A workbook with payments in a column is thus valued at its first payment. Judge
# workbooks with a spreadsheet that recalculates, not with CalcCellValue.
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
	for _, cell := range []string{"B1", "B2", "B3"} {
		if err := f.SetCellValue("Sheet1", cell, 100.0); err != nil {
			panic(err)
		}
	}
	for _, formula := range []string{"NPV(0.1,B1:B3)", "NPV(0.1,B1,B2,B3)", "PV(0.1,3,-100)"} {
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
NPV(0.1,B1:B3) 90.9090909090909 <nil>
NPV(0.1,B1,B2,B3) 248.685199098422 <nil>
PV(0.1,3,-100) 248.685199098422 <nil>
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
