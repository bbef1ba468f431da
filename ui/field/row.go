package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// A Row is one row of a form: objects in columns, the first usually a label, and
// below them the errors of its fields, a line each.
type Row struct {
	widget.BaseWidget

	columns *look.Columns
	objects []fyne.CanvasObject
	message *look.Paragraph
	grown   func()
}

// messageGap is what lies above and below a row's errors, in logical pixels.
const messageGap = 3

// NewRow returns a row of the given columns. Its fields take the text before them as
// their label, unless they have another.
func NewRow(columns *look.Columns, objects ...fyne.CanvasObject) *Row {
	r := &Row{columns: columns, objects: objects, message: look.NewParagraph("", theme.ColorNameError, theme.SizeNameCaptionText)}
	r.message.Hide()
	for _, object := range objects {
		if field, ok := object.(interface{ WatchError(func()) }); ok {
			field.WatchError(r.update)
		}
	}
	labelAll(objects)
	r.ExtendBaseWidget(r)
	r.update()
	return r
}

// NewLabel returns the text before a field.
func NewLabel(text string) *look.Text {
	label := look.NewText(text)
	label.ColorName = look.ColorMuted
	label.Yielding = true
	return label
}

// Message returns the errors shown below the row, a line each; empty is none.
func (r *Row) Message() string {
	if !r.message.Visible() {
		return ""
	}
	return r.message.Content()
}

// WhenGrown names the function to call when the row needs another height, since
// its errors are others.
func (r *Row) WhenGrown(do func()) { r.grown = do }

func (r *Row) update() {
	var messages []string
	for _, object := range r.objects {
		if field, ok := object.(interface{ message() string }); ok && field.message() != "" && !slices.Contains(messages, field.message()) {
			messages = append(messages, field.message())
		}
	}
	text := strings.Join(messages, "\n")
	if text == r.Message() {
		return
	}
	if text == "" {
		r.message.Hide()
	} else {
		r.message.SetText(text)
		r.message.Show()
	}
	r.Refresh()
	if r.grown != nil {
		r.grown()
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return &rowRenderer{owner: r, objects: append(append([]fyne.CanvasObject{}, r.objects...), r.message)}
}

type rowRenderer struct {
	owner   *Row
	objects []fyne.CanvasObject
}

func (r *rowRenderer) Layout(size fyne.Size) {
	height := fyne.Min(size.Height, r.owner.columns.MinSize(r.owner.objects).Height)
	r.owner.columns.Layout(r.owner.objects, fyne.NewSize(size.Width, height))
	r.owner.message.Resize(fyne.NewSize(size.Width, 0)) // Its least height depends on its width.
	r.owner.message.Resize(fyne.NewSize(size.Width, r.owner.message.MinSize().Height))
	r.owner.message.Move(fyne.NewPos(0, height+messageGap))
}

func (r *rowRenderer) MinSize() fyne.Size {
	size := r.owner.columns.MinSize(r.owner.objects)
	if r.owner.message.Visible() {
		size.Height += messageGap + r.owner.message.MinSize().Height + messageGap
	}
	return size
}

func (r *rowRenderer) Refresh() {
	r.Layout(r.owner.Size())
	canvas.Refresh(r.owner)
}

func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *rowRenderer) Destroy() {}
