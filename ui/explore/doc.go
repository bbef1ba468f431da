// Package explore is the view that asks what would have to be true: what brings a result
// to a target, what moves it and by how much, how far each input may move before the
// answer changes, and what a result is over two inputs at once.
//
// It computes nothing of a scenario. What its pictures show comes from scenario/sweep and
// scenario/solve, by way of scenario/export, which brings them back too.
package explore
