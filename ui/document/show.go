package document

import (
	"context"

	"fyne.io/fyne/v2"

	"headroom/scenario/export/preview"
	"headroom/scenario/words"
)

// made is what is to be shown, or why nothing can be.
type made struct {
	preview preview.Preview
	err     error
}

// able lets something be changed, or not.
func able(of fyne.Disableable, on bool) {
	if on {
		of.Enable()
	} else {
		of.Disable()
	}
}

// enable lets that be chosen which has an effect on the format, and nothing while the
// document is written: it would not be in it any more.
func (e *exporter) enable() {
	format, free := e.chosenFormat(), e.stop == nil
	for _, c := range e.parts {
		able(c, free && format.HasParts())
	}
	able(e.paper, free && format.HasPaper())
	able(e.embed, free && format.Embeds())
	able(e.title, free && format.HasTitle())
	able(e.format, free)
	e.which.enable(free)
}

// show brings the prompt to what is chosen: the beginning of the document is made again,
// aside.
func (e *exporter) show() {
	format := e.chosenFormat()
	e.enable()
	e.shown.fault = ""
	if fault := e.refuses(); fault != "" {
		e.making.Drop()
		e.fail(fault)
		return
	}
	e.path.Complain("")
	e.shown.await()
	request := e.request()
	e.making.Ask(func(ctx context.Context) made {
		request.Watch = func(float64) error { return ctx.Err() }
		p, err := preview.New(request, format)
		return made{p, err}
	}, func(m made) {
		if m.err != nil {
			e.fail(words.Sentence(m.err))
			return
		}
		e.shown.show(m.preview)
	})
}

// fail says why there is nothing to show.
func (e *exporter) fail(fault string) {
	e.shown.fail(fault)
	e.path.Complain(fault)
}
