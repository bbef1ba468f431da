package why

// Askable are the figures that can be asked of any span.
var Askable = askable
