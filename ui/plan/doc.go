// Package plan is the view that edits one scenario: a form at the left; results, chart
// and table at the right. What of the chart can be dragged is the same edit from
// another hand.
package plan
