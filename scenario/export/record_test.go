package export_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/pngfile"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// views are of the default workspace, one of each kind and more.
func TestAPictureThatRemembersBringsItselfBack(t *testing.T) {
	for name, v := range views() {
		pic := drawn(t, preset.Default(), v)
		plain, data := bytesOf(t, pic, false), bytesOf(t, pic, true)
		m := extracted(t, data)
		if again := bytesOf(t, drawn(t, m.Workspace, m.View), false); !bytes.Equal(again, plain) {
			t.Errorf("%s: what is brought back draws another picture", name)
		}
		if m.Program != about.Name+" "+about.Version {
			t.Errorf("%s: saved by %q", name, m.Program)
		}
		if len(m.Changes()) > 0 || len(m.Figures) != len(m.Workspace.Scenarios) {
			t.Errorf("%s: figures %v change in %v", name, m.Figures, m.Changes())
		}
		if !bytes.Equal(data, bytesOf(t, pic, true)) {
			t.Errorf("%s: the same request gives other bytes", name)
		}
	}
}

// pixels returns the picture in a PNG file.
func pixels(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// confided returns the default workspace with notes of one's own on scenarios and
// on a source.
func confided() scenario.Workspace {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	for i := range w.Scenarios {
		s := &w.Scenarios[i]
		s.Note = "told in confidence, of " + s.ID
		s.Sources = maps.Clone(s.Sources)
		source := s.Sources["terms.share.rate"]
		source.Note = "told in confidence"
		s.Sources["terms.share.rate"] = source
	}
	return w
}

func TestAPictureCarriesOnlyWhatItShows(t *testing.T) {
	for name, v := range views() {
		m := extracted(t, bytesOf(t, drawn(t, confided(), v), true))
		shown := slices.Clone(v.Scenarios)
		if v.Kind == plot.KindDeal {
			shown = append(shown, v.Scenarios[0]+"-prior")
		}
		var carried []string
		for _, s := range m.Workspace.Scenarios {
			carried = append(carried, s.ID)
			if s.Color == "" {
				t.Errorf("%s: %s has no color any more", name, s.ID)
			}
		}
		if !slices.Equal(carried, shown) {
			t.Errorf("%s: it carries %q, want %q", name, carried, shown)
		}
		if m.Workspace.Name != "" || m.Workspace.View.Selected != shown[0] {
			t.Errorf("%s: the workspace is %q with the view %+v", name, m.Workspace.Name, m.Workspace.View)
		}
		if v.Kind == plot.KindCompare && (!slices.Equal(m.Workspace.View.Compared, shown) || m.Workspace.View.Reference == "") {
			t.Errorf("%s: the view is %+v", name, m.Workspace.View)
		}
	}
}

// What people noted for themselves stays with them; what is published anyway does
// not get lost.
func TestAPictureCarriesNoNotesButPublishedOnes(t *testing.T) {
	for name, v := range views() {
		m := extracted(t, bytesOf(t, drawn(t, confided(), v), true))
		text, err := store.Encode(m.Workspace)
		if err != nil || strings.Contains(string(text), "confidence") {
			t.Errorf("%s: a note is carried, or error %v", name, err)
		}
		const path = "terms.share.cap"
		slump := preset.Default().Scenarios[preset.Default().Find("slump")]
		if at := m.Workspace.Find("slump"); at >= 0 && m.Workspace.Scenarios[at].Sources[path].Note != slump.Sources[path].Note {
			t.Errorf("%s: the shipped note on the cap is lost", name)
		}
	}
}

func TestWhatNoLongerComesOutTheSameIsTold(t *testing.T) {
	data := bytesOf(t, drawn(t, preset.Default(), views()["four"]), true)
	m := extracted(t, data)
	at := slices.IndexFunc(m.Figures, func(f export.Figure) bool { return f.ID == "february-2026" })
	if f := m.Figures[at]; f.Reached != "2028-11-23" || f.Paid != 38e9 {
		t.Errorf("the February plan is %+v", f)
	}
	for _, c := range []struct {
		name    string
		change  func(f *export.Figure)
		noticed bool
	}{
		{"nothing", func(*export.Figure) {}, false},
		{"half a cent", func(f *export.Figure) { f.Paid += 0.004 }, false},
		{"a cent", func(f *export.Figure) { f.Paid += 0.05 }, true},
		{"a day", func(f *export.Figure) { f.Reached = "2028-11-24" }, true},
		{"not reached", func(f *export.Figure) { f.Reached = "" }, true},
	} {
		m := extracted(t, data)
		c.change(&m.Figures[at])
		changes := m.Changes()
		if (len(changes) == 1) != c.noticed || len(changes) > 1 {
			t.Errorf("%s: %+v", c.name, changes)
		}
		if c.noticed && (changes[0].Then != m.Figures[at] || changes[0].Now.Reached != "2028-11-23" || changes[0].Now.Paid != 38e9) {
			t.Errorf("%s: %+v", c.name, changes[0])
		}
	}
}

func TestPuttingInAnewReplacesWhatWasThere(t *testing.T) {
	w := preset.Default()
	first := bytesOf(t, drawn(t, w, views()["one"]), true)
	shown, v := export.Shown(drawn(t, w, views()["four"]))
	data, err := export.Embed(first, shown, v)
	if err != nil {
		t.Fatal(err)
	}
	if m := extracted(t, data); !reflect.DeepEqual(m.View, v) {
		t.Errorf("the view is %+v", m.View)
	}
	if bytes.Count(data, []byte("HeadroomWorkspace")) != 1 {
		t.Error("the former scenarios are still there")
	}
}

func TestWhatCannotBePutIn(t *testing.T) {
	w, v := export.Shown(drawn(t, preset.Default(), views()["one"]))
	if _, err := export.Embed([]byte("GIF89a"), w, v); !errors.Is(err, pngfile.ErrNotPNG) {
		t.Errorf("into a GIF: %v", err)
	}
	plain := bytesOf(t, drawn(t, preset.Default(), views()["one"]), false)
	if _, err := export.Embed(plain[:len(plain)-5], w, v); !errors.Is(err, pngfile.ErrDamaged) {
		t.Errorf("into half a picture: %v", err)
	}
	w.Scenarios[0].Terms.Share.Rate = 2
	if _, err := export.Embed(plain, w, v); err == nil || !strings.Contains(err.Error(), "terms.share.rate") {
		t.Errorf("an unsound scenario: %v", err)
	}
	if _, err := export.Picture(drawn(t, preset.Default(), views()["one"]), "gif", false); err == nil {
		t.Error("a GIF is drawn")
	}
}

func TestScenariosOfOneIdAreToldApart(t *testing.T) {
	w := preset.Default()
	pic := drawn(t, w, export.View{Kind: plot.KindCompare, Scenarios: []string{"slump", "july-2026"}})
	subjects := pic.Subjects()
	subjects[1].Scenario.ID = "slump"
	m := extracted(t, bytesOf(t, pic, true))
	if want := []string{"slump", "slump-2"}; !slices.Equal(m.View.Scenarios, want) {
		t.Errorf("they are %q", m.View.Scenarios)
	}
	subjects[0].Scenario.ID = strings.Repeat("a", scenario.MaxID)
	subjects[1].Scenario.ID = subjects[0].Scenario.ID
	if m := extracted(t, bytesOf(t, pic, true)); len(m.View.Scenarios[1]) > scenario.MaxID {
		t.Errorf("one is %q", m.View.Scenarios[1])
	}
}

// A chunk is one part of a PNG file.
// texted returns the data of an iTXt part.
// textOf returns the text of a part that Embed wrote.
// carried returns a picture that remembers with its workspace and what is said of
// it exchanged; nil keeps them.
// step returns how far it is to the next byte that is tried: all of the beginning
// and the end, some of what is between.
// mended returns a file with right checksums as far as its parts are whole, so
// that what is behind them is reached.
