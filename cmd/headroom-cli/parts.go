package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	reports "headroom/scenario/report"
)

// A partList is a flag that takes parts of a report.
type partList struct{ value []reports.Part }

// String returns the parts as they are given.
func (l *partList) String() string {
	var words []string
	for _, p := range l.value {
		words = append(words, string(p))
	}
	return strings.Join(words, ",")
}

// Type returns the word that stands for the parts in help.
func (l *partList) Type() string { return "SECTION,..." }

// Set adds parts, and refuses what is none.
func (l *partList) Set(text string) error {
	for word := range strings.SplitSeq(text, ",") {
		if !slices.Contains(reports.Parts(), reports.Part(word)) {
			all := partList{reports.Parts()}
			return fmt.Errorf("%q is none of %s", word, strings.ReplaceAll(all.String(), ",", ", "))
		}
		l.value = append(l.value, reports.Part(word))
	}
	return nil
}

// complete completes the last of several parts.
func (l *partList) complete(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndex(typed, ",")+1]
	given := strings.Split(before, ",")
	var out []string
	for _, p := range reports.Parts() {
		if !slices.Contains(given, string(p)) {
			out = append(out, before+string(p))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
