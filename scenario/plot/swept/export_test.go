package swept

// Ramp is the color of a part of the way from the least result to the greatest.
var Ramp = ramp
