// Package picture asks how and where the picture on the screen is to be saved, shows it
// so, and names whose figures it shows; and it reads what a saved one remembers.
package picture
