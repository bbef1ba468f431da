// Package outcomes looks at the paths of a run one by one: how what they pay is
// distributed, and what one of them does. What a run sums up is in package simulate,
// which makes the paths; it draws nothing.
package outcomes
