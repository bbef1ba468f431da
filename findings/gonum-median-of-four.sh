#!/usr/bin/env bash
# gonum's interpolated quantile of four values at a half is the second of them.
#
# Package:   gonum.org/v1/gonum v0.17.0, stat.Quantile with stat.LinInterp
# Input:     the values 1, 2, 3, 4, equally weighted; p of 0.05, 0.25, 0.5, 0.75
# Expected:  1.15, 1.75, 2.5, 3.25: order statistics interpolated linearly, as
#            numpy, R (type 7) and every spreadsheet's PERCENTILE give
# Seen:      1, 1, 2, 3: it interpolates between i/n, so that a median is not the
#            middle of the two middle values, and low percentiles are the least value
#
# Percentiles of a simulation held against it are off by up to a step between
# neighbors.
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

	"gonum.org/v1/gonum/stat"
)

func main() {
	for _, p := range []float64{0.05, 0.25, 0.5, 0.75} {
		fmt.Println(p, stat.Quantile(p, stat.LinInterp, []float64{1, 2, 3, 4}, nil))
	}
}
GO
go mod init finding >/dev/null 2>&1
go get gonum.org/v1/gonum@v0.17.0 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run . | tee seen
printf '0.05 1\n0.25 1\n0.5 2\n0.75 3\n' >known
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
