package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/carrier"
	"headroom/scenario/compare"
	"headroom/scenario/plot"
	"headroom/scenario/pngfile"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// ErrNoRecord says that a file is sound and carries no scenarios.
var ErrNoRecord = errors.New("the file carries no scenarios: it was saved without them, or by a program that leaves them out")

// ErrNoCarrier says that a file is none of those that can carry scenarios.
var ErrNoCarrier = errors.New("this is no PNG, SVG, PDF or HTML file, which are those that can carry scenarios")

// A Record is what a picture or a document carries: the scenarios it shows, and how it
// shows them.
type Record struct {
	Workspace scenario.Workspace // sound, its view that of the file
	View      View               // every scenario it names is in Workspace; of no kind where it is not known
	Program   string             // name and version of what saved it
	Figures   []Figure           // of each scenario, as they were when it was saved
}

// A Figure is what one scenario came to.
type Figure struct {
	ID      string      `json:"id"`
	Reached string      `json:"reached"` // a date, "before", or empty where the cap is not reached
	Paid    unit.Amount `json:"paid"`    // over the horizon
}

// A Change is a scenario whose figures no longer come out as they did.
type Change struct{ Then, Now Figure }

// Changes returns the scenarios whose figures no longer come out as they did when
// the picture was saved: another day, or another amount in cents.
func (r Record) Changes() []Change {
	now, err := figuresOf(r.Workspace)
	if err != nil { // reading a record lets no unsound scenario in
		panic(fmt.Sprintf("changes of a record: %v", err))
	}
	var out []Change
	for _, then := range r.Figures {
		at := slices.IndexFunc(now, func(f Figure) bool { return f.ID == then.ID })
		if at < 0 {
			continue
		}
		if f := now[at]; f.Reached != then.Reached || math.Abs(float64(f.Paid-then.Paid)) > 0.005+1e-12*math.Abs(float64(f.Paid)) {
			out = append(out, Change{then, f})
		}
	}
	return out
}

func figuresOf(w scenario.Workspace) ([]Figure, error) {
	out := make([]Figure, 0, len(w.Scenarios))
	for _, s := range w.Scenarios {
		total, err := scenario.Total(s)
		if err != nil {
			return nil, fmt.Errorf("project scenario %q: %w", s.ID, err)
		}
		out = append(out, Figure{ID: s.ID, Reached: total.Reached.String(), Paid: total.Paid})
	}
	return out, nil
}

// The keywords of the texts that a picture carries. The first is a workspace file,
// so that any reader of PNG texts can take it out.
const (
	wordWorkspace = "HeadroomWorkspace"
	wordPicture   = "HeadroomPicture"
	// maxPicture is the most bytes of the text about the picture.
	maxPicture = 64 << 10
)

// wordOf returns which of the texts a part is, empty where it is none.
func wordOf(part pngfile.Part) string {
	switch part.Keyword() {
	case wordWorkspace, "Headroom workspace": // the latter up to version 0.1.0
		return wordWorkspace
	case wordPicture, "Headroom picture":
		return wordPicture
	}
	return ""
}

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", pngfile.ErrDamaged, fmt.Sprintf(format, args...))
}

const (
	recordFormat  = "headroom-picture"
	recordVersion = 1
)

// A recordText is the text about a picture, as a file has it.
type recordText struct {
	Format  string     `json:"format"`
	Version int        `json:"version"`
	Program string     `json:"program"`
	View    recordView `json:"view"`
	Figures []Figure   `json:"figures"`
}

// A recordView is a View with the names it has in files.
type recordView struct {
	Kind      plot.Kind      `json:"kind"`
	Scenarios []string       `json:"scenarios"`
	Reference string         `json:"reference,omitempty"`
	Layout    plot.Layout    `json:"layout,omitempty"`
	Face      plot.Kind      `json:"face,omitempty"`
	Axis      plot.Axis      `json:"axis,omitempty"`
	Result    compare.Result `json:"result,omitempty"`
	Prior     string         `json:"prior,omitempty"`
	Swept     Swept          `json:"swept,omitzero"`
	Risk      RiskView       `json:"risk,omitzero"`
}

// CarrierExtensions returns how the names of files end that can carry scenarios.
func CarrierExtensions() []string { return []string{".png", ".svg", ".pdf", ".html", ".htm"} }

// Extract reads what a PNG, SVG, PDF or HTML file carries, which it tells apart by
// their beginning. The error is or wraps ErrNoCarrier where it is none of them,
// ErrNoRecord where it carries nothing, and pngfile.ErrDamaged or carrier.ErrDamaged
// where it, or what it carries, is broken or too large; a workspace that is not sound
// is answered as by store.Decode. A PNG is held to its checksums.
func Extract(r io.Reader) (Record, error) {
	from := bufio.NewReaderSize(r, carrier.HeadSize)
	head, err := from.Peek(carrier.HeadSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return Record{}, fmt.Errorf("read the file: %w", err)
	}
	if bytes.HasPrefix(head, []byte(pngfile.Signature)) {
		return extractPNG(from)
	}
	kind := carrier.KindOf(head)
	if kind == "" {
		return Record{}, ErrNoCarrier
	}
	texts, err := carrier.Read(from, kind, store.MaxSize)
	if err != nil {
		return Record{}, err
	}
	if texts[store.Format] == nil {
		return Record{}, ErrNoRecord
	}
	return recordOf(texts[store.Format], texts[recordFormat])
}

// extractPNG reads what a PNG picture carries. It reads to the picture's end; the
// picture itself it does not look at.
func extractPNG(r io.Reader) (Record, error) {
	texts, err := textsOf(r)
	if err != nil {
		return Record{}, err
	}
	if texts[wordWorkspace] == nil && texts[wordPicture] == nil {
		return Record{}, ErrNoRecord
	}
	for _, word := range []string{wordWorkspace, wordPicture} {
		if texts[word] == nil {
			return Record{}, damaged("its text %q is missing", word)
		}
	}
	return recordOf(texts[wordWorkspace], texts[wordPicture])
}

// recordOf reads the texts that a file carries. Some programs keep the workspace of a
// document, and not what is said of it: then that is nil.
func recordOf(workspace, view []byte) (Record, error) {
	var about recordText
	if view != nil {
		var err error
		if about, err = readRecord(view); err != nil {
			return Record{}, err
		}
	}
	w, err := store.Decode(bytes.NewReader(workspace))
	if err != nil {
		return Record{}, fmt.Errorf("read the scenarios that the file carries: %w", err)
	}
	carried := Record{Workspace: w, View: View(about.View), Program: unit.Printable(unit.Shorten(about.Program, 100)), Figures: about.Figures}
	if view == nil {
		return carried, nil
	}
	return carried, carried.check()
}

// textsOf returns the texts of this package that a PNG file holds, by keyword.
func textsOf(r io.Reader) (map[string][]byte, error) {
	file, err := pngfile.NewReader(r, store.MaxSize)
	if err != nil {
		return nil, err
	}
	texts := map[string][]byte{}
	limits := map[string]int{wordWorkspace: store.MaxSize, wordPicture: maxPicture}
	for {
		part, err := file.Next()
		if err != nil {
			return nil, err
		}
		if part.Name == "IEND" {
			return texts, nil
		}
		word := wordOf(part)
		if word == "" {
			continue
		}
		if texts[word] != nil {
			return nil, damaged("its text %q is there twice", word)
		}
		if texts[word], err = part.Text(limits[word]); err != nil {
			return nil, err
		}
	}
}

func readRecord(text []byte) (recordText, error) {
	var version struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(text, &version); err != nil || version.Format != recordFormat || version.Version < 1 {
		return recordText{}, damaged("its text %q cannot be read", wordPicture)
	}
	if version.Version > recordVersion {
		return recordText{}, fmt.Errorf("the file was saved by a newer Headroom; open it with that")
	}
	var read recordText
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read); err != nil {
		return recordText{}, damaged("its text %q cannot be read", wordPicture)
	}
	return read, nil
}

// check reports a view that its workspace cannot show.
func (r Record) check() error {
	if len(r.View.Scenarios) == 0 || len(r.View.Scenarios) > plot.MaxSubjects {
		return damaged("it says it shows %d scenarios", len(r.View.Scenarios))
	}
	named := slices.Clone(r.View.Scenarios)
	for _, id := range []string{r.View.Reference, r.View.Prior} {
		if id != "" {
			named = append(named, id)
		}
	}
	for _, f := range r.Figures {
		named = append(named, f.ID)
	}
	for _, id := range named {
		if r.Workspace.Find(id) < 0 {
			return damaged("it shows a scenario that it does not carry")
		}
	}
	// Whatever cannot be drawn is no view of a picture.
	pic, err := NewPicture(r.Workspace, r.View, plot.Options{Width: 1, Height: 1})
	if err == nil {
		_, err = pic.SVG()
	}
	if err != nil {
		return damaged("what it shows cannot be drawn (%v)", err)
	}
	return nil
}
