#!/usr/bin/env bash
# fpdf leaves out the pages after the one that SetPage has gone back to.
#
# Package:   codeberg.org/go-pdf/fpdf v0.11.1, SetPage and Output
# Input:     a document of three pages with a word on each; SetPage(1), to write on
#            the first page what is known at the end, then Output
# Expected:  three pages: SetPage is documented to choose the page that is written on,
#            and PageCount to tell how many the document has
# Seen:      a file of one page, without an error. PageCount says 3, before Output and
#            after it. With SetPage(3) before Output the file has all three.
#
# A report whose table of contents or totals are filled in last is cut off behind them.
#
# Needs Go and its module proxy. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"
)

func main() {
	for _, last := range []int{3, 1} {
		pdf := fpdf.New("P", "mm", "A4", "")
		pdf.SetCompression(false)
		pdf.SetFont("Helvetica", "", 12)
		for _, word := range []string{"contents", "plan", "actuals"} {
			pdf.AddPage()
			pdf.Text(20, 20, word)
		}
		pdf.SetPage(1)
		pdf.Text(20, 40, "plan 2, actuals 3")
		pdf.SetPage(last)
		var out bytes.Buffer
		err := pdf.Output(&out)
		fmt.Println("on page", last, "- pages counted:", pdf.PageCount(),
			"- in the file:", bytes.Count(out.Bytes(), []byte("/Type /Page\n")),
			"- the last one's word:", bytes.Contains(out.Bytes(), []byte("(actuals)")), err)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get codeberg.org/go-pdf/fpdf@v0.11.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run . | tee seen
cat >known <<'KNOWN'
on page 3 - pages counted: 3 - in the file: 3 - the last one's word: true <nil>
on page 1 - pages counted: 3 - in the file: 1 - the last one's word: false <nil>
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
