package document

import (
	"context"

	"headroom/scenario/export/preview"
	"headroom/scenario/words"
)

// made is what is to be shown, or why nothing can be.
type made struct {
	preview preview.Preview
	err     error
}

// show brings the prompt to what is chosen: what has no effect on the format cannot be
// chosen, and the beginning of the document is made anew, aside.
func (e *exporter) show() {
	format := e.chosenFormat()
	able := func(of interface {
		Enable()
		Disable()
	}, on bool,
	) {
		if on {
			of.Enable()
		} else {
			of.Disable()
		}
	}
	for _, c := range e.parts {
		able(c, format.HasParts())
	}
	able(e.paper, format.HasPaper())
	able(e.embed, format.Embeds())
	able(e.title, format.HasTitle())
	e.shown.fault = ""
	if fault := e.refuses(); fault != "" {
		e.making.Drop()
		e.fail(fault)
		return
	}
	e.desk.Prompts.Complain("")
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
	e.desk.Prompts.Complain(fault)
}
