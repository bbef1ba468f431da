package picture

import (
	"context"
	"fmt"
	"image"
	"math"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/system"
)

// The sizes a picture is saved at, in pixels; the last is the user's own.
var pictureSizes = []struct {
	words         string
	width, height int
}{
	{"Slide, 1920 × 1080", 1920, 1080},
	{"Post, 1200 × 675", 1200, 675},
	{"Print, 3000 × 2000", 3000, 2000},
	{"Own size", 0, 0},
}

const ownSize = 3

var (
	pictureScales = []string{"1×", "2×", "3×", "4×"}
	pictureThemes = []struct {
		words string
		theme plot.Theme
	}{
		{"Light", plot.ThemeLight},
		{"Dark", plot.ThemeDark},
		{"Transparent, for light pages", plot.ThemeTransparent},
		{"Transparent, for dark pages", plot.ThemeTransparentDark},
	}
	pictureFormats = []struct {
		words  string
		kind   prompt.FileKind
		format export.Format
	}{
		{"PNG", prompt.FileKind{What: "picture", Extension: ".png", Accepted: []string{".png"}}, export.FormatPNG},
		{"SVG", prompt.FileKind{What: "picture", Extension: ".svg", Accepted: []string{".svg"}}, export.FormatSVG},
	}
)

// A savePrompt asks how a picture is to be saved, and shows it so.
type savePrompt struct {
	desk    *desk.Desk
	base    plot.Picture // as the view shows it
	name    string
	path    *prompt.PathPrompt
	size    *field.Choice
	width   *field.Number
	height  *field.Number
	scale   *field.Choice
	theme   *field.Choice
	format  *field.Choice
	title   *field.Text
	source  *field.Text
	dated   *field.Check
	embed   *field.Check
	outline *field.Check
	copy    *look.Button
	preview *chartview.View
	painter *plot.Painter
	note    *look.Text
}

// Save asks how and where to save a picture of that name; open is the path of
// the open workspace, empty for none, which no picture replaces.
func Save(at *desk.Desk, pic plot.Picture, name, open string) {
	d := &savePrompt{desk: at, base: pic, name: name, painter: plot.NewPainter()}
	d.build()
	d.path = at.Prompts.AskPath(prompt.PathRequest{
		Spared: open, Fault: system.Fault,
		Name: "save-picture", Title: "Save the picture", Accept: "Save", Saving: true, Wide: true,
		Kind: pictureFormats[d.format.Index()].kind, Folder: at.Settings.Folder(), File: system.FileName(name),
		Extra: d.form(), Fields: d.fields(), Refuses: d.refuses, Aside: d.save,
	})
}

func (d *savePrompt) build() {
	again := func(int) { d.show() }
	words := func(n int, of func(i int) string) (out []string) {
		for i := range n {
			out = append(out, of(i))
		}
		return out
	}
	d.size = field.NewChoice("dialog.size", words(len(pictureSizes), func(i int) string { return pictureSizes[i].words }), again)
	d.width, d.height = field.NewNumber("dialog.width", format.Pixels()), field.NewNumber("dialog.height", format.Pixels())
	d.width.SetLabel("Width")
	d.height.SetLabel("Height")
	d.width.Display(float64(pictureSizes[0].width))
	d.height.Display(float64(pictureSizes[0].height))
	for _, n := range []*field.Number{d.width, d.height} {
		n.OnEdit = func(float64) error {
			d.size.Display(ownSize)
			d.show()
			return nil
		}
	}
	d.scale = field.NewChoice("dialog.scale", pictureScales, again)
	d.theme = field.NewChoice("dialog.theme", words(len(pictureThemes), func(i int) string { return pictureThemes[i].words }), again)
	if look.Dark() {
		d.theme.Display(1)
	}
	d.format = field.NewChoice("dialog.format", words(len(pictureFormats), func(i int) string { return pictureFormats[i].words }), func(i int) {
		d.path.Accepts(pictureFormats[i].kind)
		if pictureFormats[i].format == export.FormatPNG {
			d.outline.Disable()
		} else {
			d.outline.Enable()
		}
		d.show()
	})
	d.format.SetLabel("Format")
	d.title, d.source = field.NewText("dialog.title", "none"), field.NewText("dialog.source", "none")
	d.title.Display(d.base.Title)
	d.source.Display(credits(d.base))
	for _, t := range []*field.Text{d.title, d.source} {
		t.OnEdit = func(string) error {
			d.show()
			return nil
		}
	}
	d.dated = field.NewCheck("dialog.date", "With today's date", func(bool) { d.show() })
	d.dated.Display(true)
	d.embed = field.NewCheck("dialog.embed", "Remember the scenarios", nil)
	d.embed.SetTooltip("Puts the scenarios shown into the file, without their notes: opened in Headroom, the picture brings them back")
	d.embed.Display(d.desk.Settings.Embed())
	d.outline = field.NewCheck("dialog.outlines", "Text as outlines", func(bool) { d.show() })
	d.outline.SetTooltip("Draws the letters of an SVG, so that it looks the same where the font Noto Sans is missing; its text can then not be edited")
	d.outline.Disable()
	d.copy = look.NewButton("dialog.copy", "Copy picture", d.onCopy)
	d.preview = chartview.New("dialog.preview", fyne.NewSize(200, 150), chartview.Events{Draw: d.draw})
	d.note = look.NewMuted("")
	d.note.Yielding = true
	d.noteBoxes()
}

// form lays the fields out beside the preview, below the words, which take room.
func (d *savePrompt) form() fyne.CanvasObject {
	row := func(label string, widths []float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(look.NewColumns(look.Gap, append([]float32{60}, widths...)...),
			append([]fyne.CanvasObject{field.NewLabel(label)}, objects...)...)
	}
	left := container.NewVBox(
		row("Size", []float32{170}, d.size),
		row("", []float32{76, look.Natural, 76}, d.width, look.NewMuted("×"), d.height),
		row("Scale", []float32{70, 104}, d.scale, d.format),
		row("Colors", []float32{look.Stretch}, d.theme),
		d.dated, d.embed, d.outline, d.copy)
	words := container.NewVBox(
		row("Title", []float32{look.Stretch}, d.title),
		row("Source", []float32{look.Stretch}, d.source))
	return container.NewBorder(words, d.note, nil, nil,
		container.New(look.NewColumns(12, 300, look.Stretch).Filled(), left, look.NewCard(d.preview, 4)))
}

func (d *savePrompt) fields() []inspect.Widget {
	return []inspect.Widget{
		d.size, d.width, d.height, d.scale, d.format, d.theme, d.title, d.source, d.dated, d.embed, d.outline, d.copy, d.preview,
	}
}

// picture returns what is to be saved. A large picture is laid out as a smaller
// one at a larger scale, so that its words are read from as far away as it is
// seen from.
func (d *savePrompt) picture() plot.Picture {
	pic := d.base
	width, height := d.pixels()
	zoom := magnified(width, height)
	pic.Width, pic.Height = int(math.Round(float64(width)/zoom)), int(math.Round(float64(height)/zoom))
	scale := d.scale.Index() + 1
	pic.Scale, pic.Zoom, pic.Pixels = zoom*float64(scale), zoom, image.Pt(width*scale, height*scale)
	pic.Theme = pictureThemes[d.theme.Index()].theme
	pic.Outlines = d.outline.Ticked()
	pic.Title, pic.Source, pic.Date = d.title.Value(), d.source.Value(), ""
	if d.dated.Ticked() {
		pic.Date = unit.DateOf(d.desk.Live.Now()).Medium()
	}
	return pic
}

// pixels returns the size chosen, at scale 1.
func (d *savePrompt) pixels() (width, height int) {
	if size := pictureSizes[d.size.Index()]; d.size.Index() != ownSize {
		return size.width, size.height
	}
	return int(d.width.Value()), int(d.height.Value())
}

// magnified returns by how much larger than in the window a picture of so many
// pixels is drawn: so that 960 by 540 of what the window draws fill it, in
// quarters.
func magnified(width, height int) float64 {
	return max(1, math.Round(4*min(float64(width)/960, float64(height)/540))/4)
}

// show brings the preview to what the fields say.
func (d *savePrompt) show() {
	width, height := d.pixels()
	d.width.Display(float64(width))
	d.height.Display(float64(height))
	d.noteBoxes()
	d.path.Complain(d.refuses())
	d.preview.Stale()
}

// noteBoxes says for which characters the picture has boxes, of which a scenario's
// name in the window shows none: there other fonts stand in.
func (d *savePrompt) noteBoxes() {
	note := words.UpperFirst(export.Lacking(d.picture(), pictureFormats[d.format.Index()].format))
	if note != "" {
		note += "."
	}
	d.note.SetText(note)
}

// refuses says why a picture of the size chosen cannot be, empty where it can.
func (d *savePrompt) refuses() string {
	const million = 1_000_000
	pic := d.picture()
	n := pic.Pixels.X * pic.Pixels.Y
	if n <= plot.MaxPixels || pictureFormats[d.format.Index()].format != export.FormatPNG {
		return ""
	}
	return fmt.Sprintf("%d million pixels are more than the %d million a picture can have. Choose a smaller size or scale.",
		(n+million-1)/million, plot.MaxPixels/million)
}

// draw draws the preview: the picture itself, only at fewer pixels, in the
// middle of the room there is.
func (d *savePrompt) draw(w, h int, _ fyne.Size) image.Image {
	pic := d.picture()
	const edge = 1 // on each side
	pic.Scale, pic.Pixels = math.Min(float64(w-2*edge)/float64(pic.Width), float64(h-2*edge)/float64(pic.Height)), image.Point{}
	drawn, _, err := d.painter.Paint(pic)
	if err != nil {
		d.note.SetText(words.Sentence(err))
		return nil
	}
	return centered(drawn, w, h, look.Color(look.ColorBorder), checkersOf(pic.Theme))
}

// save draws and writes the picture aside: encoding takes longer than a frame.
func (d *savePrompt) save(path string, done func(fault string)) {
	p := d.desk
	pic, format, remember := d.picture(), pictureFormats[d.format.Index()].format, d.embed.Ticked()
	var err error
	p.Live.Run(func() {
		var data []byte
		if data, err = export.Picture(pic, format, remember); err == nil {
			err = export.File(path, data)
		}
	}, func() {
		if err != nil {
			done(system.Fault(path, err))
			return
		}
		done("")
		p.Settings.SetFolder(filepath.Dir(path))
		p.Settings.SetEmbed(remember)
		p.Say("Saved " + filepath.Base(path))
	})
}

// onCopy puts the picture on the clipboard, or says why that cannot be.
func (d *savePrompt) onCopy() {
	p := d.desk
	pic := d.picture()
	var err error
	p.Live.Run(func() {
		var data []byte
		if data, err = pic.PNG(); err == nil {
			err = p.Keep(context.Background(), desk.CopiedPNG, data)
		}
	}, func() {
		if err != nil {
			d.note.SetText(words.Sentence(err))
			return
		}
		d.note.SetText("Copied.")
	})
}
