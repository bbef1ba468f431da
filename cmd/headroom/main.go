package main

import (
	"fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/test"
	_ "github.com/dweymouth/fyne-tooltip"
	_ "github.com/golang/freetype"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/spf13/cobra"
	_ "github.com/wcharczuk/go-chart/v2"
	_ "golang.org/x/image/font"
)

func main() { app.New().NewWindow("x").ShowAndRun() }
