// Package scenario computes what OpenAI pays Microsoft under a revenue share
// with a total cap: an Outlook on revenue under the Terms of an agreement gives
// a Projection, month by month.
//
// Where to look: what streams earn month by month is in revenue.go and earnings.go;
// walk.go takes the shares of it, year by year; the cap, and so what is paid of what is
// due, is applied in package account and nowhere else. Project answers with all tables, Total
// with the results alone. Who asks thousands of times with something changed asks a
// Prepared: solving, sensitivity, a bridge, a simulation. What can be changed as a whole
// is an Input.
//
// It is values and functions. Project is pure: no clock, no randomness, no
// files, nothing kept from call to call. Reading and writing files is
// scenario/store's, editing scenario/edit's, drawing scenario/plot's business.
//
// Amounts are US dollars, rates and growth fractions.
package scenario
