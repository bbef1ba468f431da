#!/usr/bin/env bash
# excelize writes the same workbook with a picture in other bytes each time.
#
# Package:   github.com/xuri/excelize/v2 v2.11.1, AddPictureFromBytes and WriteTo
# Input:     a workbook of one sheet with one PNG picture, made forty times in one
#            program by the same calls
# Expected:  the same bytes: no time and no chance is part of the request, and without
#            the picture they are the same
# Seen:      several different files: [Content_Types].xml lists the kinds of pictures
#            in the order of a Go map
#
# Who signs workbooks, keeps them by their checksum or proves that a report follows from
# its data finds a difference where there is none.
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
	"image"
	"image/png"

	"github.com/xuri/excelize/v2"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	var picture bytes.Buffer
	must(png.Encode(&picture, image.NewGray(image.Rect(0, 0, 8, 8))))
	for _, with := range []bool{false, true} {
		different := map[string]bool{}
		for range 40 {
			f := excelize.NewFile()
			must(f.SetCellValue("Sheet1", "A1", 38))
			if with {
				must(f.AddPictureFromBytes("Sheet1", "B2", &excelize.Picture{Extension: ".png", File: picture.Bytes()}))
			}
			var out bytes.Buffer
			_, err := f.WriteTo(&out)
			must(err)
			different[out.String()] = true
		}
		fmt.Printf("with a picture: %v, always the same bytes: %v\n", with, len(different) == 1)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get github.com/xuri/excelize/v2@v2.11.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run . | tee seen
cat >known <<'KNOWN'
with a picture: false, always the same bytes: true
with a picture: true, always the same bytes: false
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
