// Package swept draws what follows as inputs of a scenario move: a tornado and a spider,
// a map of two inputs, how far each input may move, and a result along one input with
// what was solved for. Each is a chart of plot.
//
// It computes nothing of a scenario. What a chart draws where, for hands that touch it,
// it leaves in the frame that it was given.
package swept
