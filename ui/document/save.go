package document

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"

	"headroom/scenario/export"
	"headroom/scenario/report"
	"headroom/ui/desk"
	"headroom/ui/system"
)

// save makes the document and writes it aside, and says how far it is. Given up, it
// leaves what was at the path as it was. Where it fails, what is shown is as before.
func (e *exporter) save(path string, done func(fault string)) {
	d, request, format, chosen := e.desk, e.request(), e.chosenFormat(), e.chosen()
	ctx, stop := context.WithCancel(context.Background())
	e.stop = stop
	unseen := e.making.Pending()
	e.making.Drop() // what is shown would only hold it up
	e.enable()
	e.progress.begin()
	var shown atomic.Int32
	request.Watch = func(part float64) error {
		if percent := int32(100 * part); shown.Swap(percent) != percent {
			d.Live.Do(func() { e.progress.show(float64(percent) / 100) })
		}
		return ctx.Err()
	}
	var err error
	d.Live.Run(func() {
		var data []byte
		if data, err = export.Document(request, format); err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = export.File(path, data)
		}
	}, func() {
		givenUp := ctx.Err() != nil
		stop()
		e.stop = nil
		e.progress.end()
		e.enable()
		switch {
		case errors.Is(err, context.Canceled):
			done("")
			d.Say("Given up: " + filepath.Base(path) + " is not written")
		case err != nil:
			if unseen && !givenUp {
				e.show()
			}
			done(system.Fault(path, err))
		default:
			d.Settings.SetExported(chosen)
			if format.Embeds() {
				d.Settings.SetEmbed(request.Embed)
			}
			d.Settings.SetFolder(filepath.Dir(path))
			done("")
			d.Say(fmt.Sprintf("Exported %s", filepath.Base(path)))
		}
	})
}

// giveUp gives up what is being made or saved.
func (e *exporter) giveUp() {
	e.making.Drop()
	if e.stop != nil {
		e.stop()
	}
}

// chosen returns what is kept for the next time.
func (e *exporter) chosen() desk.Exported {
	last := desk.Exported{Format: string(e.chosenFormat()), Paper: string(e.request().Paper), Scenarios: e.which.name()}
	for i, p := range report.Parts() {
		if !e.parts[i].Ticked() {
			last.LeftOut = append(last.LeftOut, string(p))
		}
	}
	return last
}
