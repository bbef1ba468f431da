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
// leaves what was at the path as it was.
func (e *exporter) save(path string, done func(fault string)) {
	d, request, format := e.desk, e.request(), e.chosenFormat()
	ctx, stop := context.WithCancel(context.Background())
	e.stop = stop
	e.making.Drop() // what is shown would only hold it up
	e.progress.begin()
	var told atomic.Int32
	request.Watch = func(part float64) error {
		if percent := int32(100 * part); told.Swap(percent) != percent {
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
		stop()
		e.stop = nil
		e.progress.end()
		switch {
		case errors.Is(err, context.Canceled):
			done("")
			d.Say("Given up: " + filepath.Base(path) + " is not written")
		case err != nil:
			done(system.Fault(path, err))
		default:
			e.remember()
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

// remember keeps what was chosen for the next time.
func (e *exporter) remember() {
	last := desk.Exported{Format: string(e.chosenFormat()), Paper: string(e.request().Paper), Scenarios: e.which.name()}
	for i, p := range report.Parts() {
		if !e.parts[i].Ticked() {
			last.LeftOut = append(last.LeftOut, string(p))
		}
	}
	e.desk.Settings.SetExported(last)
}
