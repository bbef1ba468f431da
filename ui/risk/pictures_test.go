package risk_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	plotrisk "headroom/scenario/plot/risk"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/ui/chartview"
)

// chart returns the chart of a name.
func (s *seat) chart(name string) *chartview.View {
	s.Helper()
	w, ok := s.widget(name).(*chartview.View)
	if !ok {
		s.Fatalf("%s is no chart", name)
	}
	return w
}

// press presses the pointer at a part of the width and height of a chart.
func (s *seat) press(name string, x, y float32) {
	s.Helper()
	view := s.chart(name)
	at := fyne.NewPos(view.Size().Width*x, view.Size().Height*y)
	view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	view.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	s.draw()
}

// What the window saves is what the command line draws of the same run, byte for byte,
// and what the picture keeps brings the view back to it: also the path that was clicked.
func TestWhatIsSavedIsWhatTheCommandLineDraws(t *testing.T) {
	for says, do := range map[string]func(s *seat){
		"the fan": func(*seat) {},
		"the fan with its mean and a path": func(s *seat) {
			test.Tap(s.button("risk.mean"))
			s.press("risk.fan", 0.6, 0.7)
			s.says("risk.path.hide", "button", "Hide")
		},
		"when the cap is reached":        func(s *seat) { test.Tap(s.button("risk.dates.save")) },
		"when it is reached, as a curve": func(s *seat) { test.Tap(s.button("risk.dates.rising")); test.Tap(s.button("risk.dates.save")) },
		"how much is paid":               func(s *seat) { test.Tap(s.button("risk.amounts.save")) },
		"what drives it":                 func(s *seat) { test.Tap(s.button("risk.drivers.save")) },
		"what drives it, by random draws": func(s *seat) {
			s.view.ShowAs(export.View{Kind: plotrisk.KindDrivers, Risk: export.RiskView{Paths: 1024, Seed: 9, Sampling: simulate.Random}})
			s.view.Show()
			s.catchUp()
		},
	} {
		t.Run(says, func(t *testing.T) {
			s := sit(t, "slump")
			do(s)
			s.catchUp()
			picture, name := s.view.Picture()
			if picture.Chart == nil || !strings.Contains(name, string(picture.Kind())) || picture.Title == "" {
				t.Fatalf("the picture is %q, titled %q", name, picture.Title)
			}
			saved, view := export.Shown(picture)
			again, err := export.NewPicture(saved, view, picture.Options)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(drawn(t, picture), drawn(t, again)) {
				t.Errorf("drawn again by %+v it is another picture", view)
			}
			other := sit(t, "slump")
			if !other.view.ShowAs(view) {
				t.Fatal("the view does not come back to it")
			}
			other.view.Show()
			other.catchUp()
			back, _ := other.view.Picture()
			if !bytes.Equal(drawn(t, picture), drawn(t, back)) {
				t.Error("opened again the view shows another picture")
			}
		})
	}
}

func drawn(t *testing.T, picture plot.Picture) []byte {
	t.Helper()
	picture.Width, picture.Height = 700, 400
	data, err := export.Picture(picture, export.FormatPNG, false)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A path goes with the run that it is of, and on request.
func TestAPathGoes(t *testing.T) {
	s := sit(t, "february-2026")
	shown := func() bool { _, there := s.seen()["risk.path.hide button"]; return there }
	s.press("risk.fan", 0.5, 0.5)
	if !shown() {
		t.Fatal("no path is shown")
	}
	test.Tap(s.button("risk.path.hide"))
	if shown() {
		t.Error("it is not hidden")
	}
	s.press("risk.fan", 0.5, 0.5)
	s.desk.DoOnce(edit.SetGrowthSD("february-2026", 2027, 0.6))
	s.draw()
	if shown() {
		t.Error("it is shown in the fan of another run")
	}
}

// Under a Latin hypercube the full run has other paths than the coarse one before it: a
// path of that goes with it, and one that a picture had waits for the run it is of.
func TestAPathIsOfTheRunThatIsShown(t *testing.T) {
	shown := func(s *seat) *simulate.Path {
		picture, _ := s.view.Picture()
		return picture.Chart.(plotrisk.Fan).Path
	}
	for _, sampling := range simulate.Samplings() {
		s := sit(t, "february-2026")
		s.catchUp()
		of := export.RiskView{Paths: 65536, Seed: 3, Sampling: sampling, Path: 123}
		s.view.ShowAs(export.View{Kind: plotrisk.KindFan, Risk: of})
		s.view.Show()
		s.draw()
		if waits := shown(s) == nil; waits != (sampling == simulate.Latin) {
			t.Errorf("%s: before the full run is there, path 123 waits: %v", sampling, waits)
		}
		s.catchUp()
		p, err := scenario.Prepare(s.desk.Session.Workspace().Scenarios[preset.Default().Find("february-2026")])
		if err != nil {
			t.Fatal(err)
		}
		var want simulate.Path
		var m simulate.Simulator
		enough := errors.New("enough")
		if err := m.Paths(t.Context(), p, of.Options(), func(path *simulate.Path) error {
			want = *path
			if path.Index == 122 {
				return enough
			}
			return nil
		}); err != enough {
			t.Fatal(err)
		}
		if got := shown(s); got == nil || !reflect.DeepEqual(*got, want) {
			t.Errorf("%s: path 123 is %+v, want %+v", sampling, got, want)
		}

		// One that is clicked while only the coarse run is there.
		s.view.ShowAs(export.View{Kind: plotrisk.KindFan, Risk: export.RiskView{Paths: 65536, Seed: 5, Sampling: sampling}})
		s.view.Show()
		s.draw()
		s.press("risk.fan", 0.5, 0.5)
		if shown(s) == nil {
			t.Fatalf("%s: no path is shown of the coarse run", sampling)
		}
		s.catchUp()
		if gone := shown(s) == nil; gone != (sampling == simulate.Latin) {
			t.Errorf("%s: once the full run is there the path of the coarse one is gone: %v", sampling, gone)
		}

		// Given up, there is no run that has the path of the picture.
		of.Seed = 6
		s.view.ShowAs(export.View{Kind: plotrisk.KindFan, Risk: of})
		s.view.Show()
		s.draw()
		test.Tap(s.button("risk.cancel"))
		s.catchUp()
		s.desk.DoOnce(edit.SetGrowthSD("february-2026", 2027, 0.6))
		s.draw()
		s.catchUp()
		if shown(s) != nil {
			t.Errorf("%s: a path is shown of a run that it is not of", sampling)
		}
	}
}
