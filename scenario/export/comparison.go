package export

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"math"

	"headroom/scenario/plot"
)

// Comparison returns the pictures of several subjects side by side as one PNG,
// each under its scenario's name, on the same axes. The options are those of the
// whole picture; their title and source go with each part. It fails where there
// is no subject, or one that cannot be drawn.
func Comparison(subjects []plot.Subject, options plot.Options) ([]byte, error) {
	if len(subjects) == 0 {
		return nil, errors.New("there is no scenario to draw")
	}
	whole := options.Width
	options.Scale = max(options.Scale, 1)
	height := int(math.Round(float64(options.Height) * options.Scale))
	picture := image.NewRGBA(image.Rect(0, 0, int(math.Round(float64(whole)*options.Scale)), height))
	left := 0
	for i, subject := range subjects {
		right := whole * (i + 1) / len(subjects)
		part := options
		part.Width, part.Title = right-left, subject.Scenario.Name
		drawn, _, err := plot.NewPainter().Draw(subject, part)
		if err != nil {
			return nil, err
		}
		at := image.Pt(int(math.Round(float64(left)*options.Scale)), 0)
		draw.Draw(picture, drawn.Bounds().Add(at), drawn, image.Point{}, draw.Src)
		left = right
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, picture); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
