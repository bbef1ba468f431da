// Package compare is the view that holds two to four scenarios against one another:
// side by side on the same axes, in one plot, or as a bridge from one to another, with a
// table of their results and the inputs that differ. What differs is computed by
// scenario/compare.
package compare
