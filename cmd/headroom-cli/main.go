// Command headroom-cli does for scripts what the planner does in a window:
// write and check workspaces, project, compare and solve scenarios, draw charts.
// It needs no display and links no graphics library.
//
// It only reads flags, asks the packages under scenario, and hands on what they
// answer. Nothing is computed, laid out or formatted here.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
