// Package scenario computes what OpenAI pays Microsoft under a revenue share
// with a total cap: an Outlook on revenue under the Terms of an agreement gives
// a Projection, month by month.
//
// It is values and functions. Project is pure: no clock, no randomness, no
// files, nothing kept from call to call. Reading and writing files is
// scenario/store's, editing scenario/edit's, drawing scenario/plot's business.
//
// Amounts are US dollars, rates and growth fractions.
package scenario
