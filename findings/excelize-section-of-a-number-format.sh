#!/usr/bin/env bash
# excelize shows a number by the wrong section of its format.
#
# Packages:  github.com/xuri/excelize/v2 v2.11.1, GetCellValue; xlsx 0.18.5 (npm), which
#            is SheetJS, to compare
# Input:     0 with the format 0.0;(0.0);"none", and 1500 with
#            [>=1000000]0.0,,"M";[>=1000]0.0,"K";0
# Expected:  none and 1.5K: the third of three sections is that of zero, and a section
#            with a condition is that of the numbers which meet it, as Excel documents
#            and SheetJS shows them. GetCellValue is documented to apply the format.
# Seen:      0.0 and 0.0M: zero by the section of positive numbers, and every number by
#            the first one that has a condition. -1 and 1500000 are shown rightly.
#
# Fifteen hundred dollars are read as none of a million.
#
# Needs Go and its module proxy, Node.js and npm. Exits with 1 where the behavior has
# changed.
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
	signs, sizes := `0.0;(0.0);"none"`, `[>=1000000]0.0,,"M";[>=1000]0.0,"K";0`
	for _, c := range []struct {
		value  float64
		format string
	}{{-1, signs}, {0, signs}, {1500000, sizes}, {1500, sizes}} {
		f := excelize.NewFile()
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		if err != nil {
			panic(err)
		}
		if err := f.SetCellValue("Sheet1", "A1", c.value); err != nil {
			panic(err)
		}
		if err := f.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
			panic(err)
		}
		shown, err := f.GetCellValue("Sheet1", "A1")
		fmt.Println("excelize:", int(c.value), "as", shown, err)
	}
}
GO
cat >main.js <<'JS'
const { SSF } = require('xlsx');
const [signs, sizes] = ['0.0;(0.0);"none"', '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0'];
for (const [value, format] of [[-1, signs], [0, signs], [1500000, sizes], [1500, sizes]]) {
  console.log('SheetJS:', value, 'as', SSF.format(format, value));
}
JS
go mod init finding >/dev/null 2>&1
go get github.com/xuri/excelize/v2@v2.11.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent xlsx@0.18.5 >/dev/null
{ go run . && node main.js; } | tee seen
cat >known <<'KNOWN'
excelize: -1 as (1.0) <nil>
excelize: 0 as 0.0 <nil>
excelize: 1500000 as 1.5M <nil>
excelize: 1500 as 0.0M <nil>
SheetJS: -1 as (1.0)
SheetJS: 0 as none
SheetJS: 1500000 as 1.5M
SheetJS: 1500 as 1.5K
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
