// Package risk is the view that says how sure the selected scenario is: how likely the
// cap is reached and when, what is paid and saved on average, what drives it, and which
// of the scenarios compared gets there first. Its numbers are those of package simulate.
package risk
