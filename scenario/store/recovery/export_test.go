package recovery

// ReadFileWith is ReadFile with another way to read.
var ReadFileWith = readFile
