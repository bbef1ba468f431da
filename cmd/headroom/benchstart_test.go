//go:build e2e

package main_test

import (
	"testing"
	"time"
)

// BenchmarkStart takes the time from the start of the program to the first pixels
// of the chart, in turn with that of LibreOffice Calc to those of its sheet.
func BenchmarkStart(b *testing.B) {
	const rounds = 10
	for b.Loop() {
		desk, env := look(b, ""), startDisplay(b)
		calc := newCalc(b, env)
		var ours, theirs []time.Duration
		for range rounds {
			ours = append(ours, desk.seatOn(env).leave())
			if calc != nil {
				theirs = append(theirs, calc.start())
			}
		}
		b.ReportMetric(milliseconds(median(ours)), "headroom-ms")
		if calc != nil {
			b.ReportMetric(milliseconds(median(theirs)), "calc-ms")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "of-calc")
		}
	}
	report(b)
}
