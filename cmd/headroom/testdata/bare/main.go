// Command bare opens a window of the planner's size that does as little as a Fyne
// window can: a slider, and a flat picture that changes with it. What a user feels
// of the planner is held against what is felt of this one.
package main

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("headroom.bare").NewWindow("Bare window")
	w.SetPadded(false)
	var shade uint8
	var flat *image.RGBA
	picture := canvas.NewRaster(func(width, height int) image.Image {
		if flat == nil || flat.Rect.Dx() != width || flat.Rect.Dy() != height {
			flat = image.NewRGBA(image.Rect(0, 0, width, height))
		}
		draw.Draw(flat, flat.Rect, image.NewUniform(color.Gray{shade}), image.Point{}, draw.Src)
		return flat
	})
	slider := widget.NewSlider(0, 200)
	slider.Value = 100
	slider.OnChanged = func(v float64) {
		shade = uint8(v)
		picture.Refresh()
	}
	slider.Move(fyne.NewPos(20, 100))
	slider.Resize(fyne.NewSize(300, 40))
	picture.Move(fyne.NewPos(400, 40))
	picture.Resize(fyne.NewSize(1000, 800))
	w.SetContent(container.NewWithoutLayout(slider, picture))
	w.Resize(fyne.NewSize(1440, 900))
	w.ShowAndRun()
}
