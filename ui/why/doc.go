// Package why explains a figure of a scenario, or one that lies between two, and shows
// where figures come from. It computes nothing: that is done by scenario/explain.
package why
