// Package unit holds the quantities the planner computes with (amounts, rates,
// months and dates) and their one parser and one formatter each.
//
// It knows nothing of agreements or revenue, keeps no state and reads no clock.
// What a person types is read by the Parse functions, what a person reads is
// made by the formatting methods, and what a field shows in full parses back to
// the same value, bit for bit.
package unit
