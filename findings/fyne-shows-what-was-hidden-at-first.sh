#!/usr/bin/env bash
# Fyne does not repaint what was hidden when the window opened and is refreshed later.
#
# Package:   fyne.io/fyne/v2 v2.8.1, CanvasObject.Show with the GLFW driver on X11
# Input:     a window with a white rectangle and above it a black one that is hidden before
#            ShowAndRun; later Show and Refresh of the black one, by fyne.Do
# Expected:  the window turns black: Refresh is documented to draw the object again
# Seen:      the window stays white. The object says that it is visible, and the window
#            turns black with the next thing that happens to repaint it, here Refresh of
#            the white one. From then on it does as expected: hidden, then shown and
#            refreshed again, it is painted at once.
#
# A crosshair or tooltip over a chart does not appear where nothing else changes: to show
# one for the first time, refresh something that has been there from the beginning.
#
# Needs Go, its module proxy and a C compiler with the headers of X11 and OpenGL, Xvfb and
# ImageMagick (Debian: gcc xorg-dev xvfb imagemagick). Exits with 1 where the behavior has
# changed.
set -eu
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

func main() {
	a := app.NewWithID("org.example.hidden")
	w := a.NewWindow("hidden")
	white, black := canvas.NewRectangle(color.White), canvas.NewRectangle(color.Black)
	black.Hide()
	w.SetPadded(false)
	w.SetContent(container.NewStack(white, black))
	w.Resize(fyne.NewSize(200, 200))
	step := func(says string, do func()) {
		time.Sleep(3 * time.Second)
		fyne.Do(func() {
			do()
			fmt.Println(says+", visible:", black.Visible())
		})
	}
	go func() {
		step("opened", func() {})
		appear := func() { black.Show(); black.Refresh() }
		step("shown and refreshed", appear)
		step("the other refreshed", white.Refresh)
		step("hidden", black.Hide)
		step("shown and refreshed again", appear)
		time.Sleep(3 * time.Second)
		fyne.Do(a.Quit)
	}()
	w.ShowAndRun()
}
GO
go mod init finding >/dev/null 2>&1
go get fyne.io/fyne/v2@v2.8.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go build -o window . 2>build.log || { cat build.log >&2; exit 1; }
Xvfb -displayfd 3 -screen 0 300x300x24 3>display 2>/dev/null &
until [ -s display ]; do sleep 0.1; done
DISPLAY=:$(cat display)
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1 HOME="$folder"
mkfifo steps
./window >steps 2>/dev/null &
while read -r says; do
	sleep 1.5
	echo "$says; the screen: $(import -window root -crop 1x1+50+50 -depth 8 txt:- | awk 'END {print $3}')"
done <steps | tee seen
cat >known <<'KNOWN'
opened, visible: false; the screen: #FFFFFF
shown and refreshed, visible: true; the screen: #FFFFFF
the other refreshed, visible: true; the screen: #000000
hidden, visible: false; the screen: #FFFFFF
shown and refreshed again, visible: true; the screen: #000000
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
