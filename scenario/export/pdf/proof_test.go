package pdf_test

import (
	"errors"
	"fmt"
	"image/color"
	"runtime"
	"slices"
	"testing"

	"headroom/scenario/export/pdf"
	"headroom/scenario/report"
)

func proof(t *testing.T, r report.Request, paper pdf.Paper) *pdf.Proof {
	t.Helper()
	made, err := report.New(r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pdf.NewProof(made, paper, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestAProofHasThePagesOfTheFile holds pages and what is written on them, on both papers.
func TestAProofHasThePagesOfTheFile(t *testing.T) {
	for _, paper := range pdf.Papers() {
		p, d := proof(t, asked(), paper), read(t, render(t, asked(), paper))
		if p.Pages() != d.pages {
			t.Errorf("%s: the proof has %d pages, the file %d", paper, p.Pages(), d.pages)
		}
		if box := fmt.Sprintf("%.2f %.2f", p.Width, p.Height); box != d.box {
			t.Errorf("%s: the proof is %s, the file %s", paper, box, d.box)
		}
		var written []string
		for n := range p.Kept() {
			written = append(written, p.Texts(n)...)
		}
		if !slices.Equal(written, d.lines) {
			t.Errorf("%s: on the proof stand %d texts, in the file %d", paper, len(written), len(d.lines))
		}
	}
}

// A page has words, and nothing but white at its edge.
func TestAPageIsPaintedWithinItsMargins(t *testing.T) {
	p := proof(t, asked(), pdf.A4)
	for n := range p.Kept() {
		img, err := p.Paint(n, 1)
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Rect.Size(); size.X != 595 || size.Y != 842 {
			t.Fatalf("page %d is %v", n+1, size)
		}
		inked := 0
		for y := range img.Rect.Dy() {
			for x := range img.Rect.Dx() {
				if img.RGBAAt(x, y) == (color.RGBA{255, 255, 255, 255}) {
					continue
				}
				inked++
				if x < 40 || x > 555 {
					t.Fatalf("page %d has something at %d, %d", n+1, x, y)
				}
			}
		}
		if inked < 200 {
			t.Errorf("page %d has %d pixels", n+1, inked)
		}
	}
}

// A page with charts needs the memory of its pixels, not that of a page for each chart.
func TestAPageIsPaintedInItsOwnPixels(t *testing.T) {
	const scale = 4
	p := proof(t, asked(), pdf.A4)
	for n := range p.Kept() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		img, err := p.Paint(n, scale)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		if taken, own := after.TotalAlloc-before.TotalAlloc, uint64(len(img.Pix)); taken > own+own/2 {
			t.Errorf("page %d takes %d bytes and has %d", n+1, taken, own)
		}
	}
}

// Thin rules between the rows of a table are seen at every scale, all of them.
func TestNoRuleIsTooThinToBeSeen(t *testing.T) {
	for _, scale := range []float64{0.6, 0.87, 1, 1.5} {
		img, err := proof(t, asked(), pdf.A4).Paint(0, scale)
		if err != nil {
			t.Fatal(err)
		}
		// The edge of the text is crossed by the rules of two tables of 5 and of 6 rows
		// with one below each, and by those of title and foot.
		x, rules, above := int(540*scale), 0, false
		for y := range img.Rect.Dy() {
			here := img.RGBAAt(x, y) != color.RGBA{255, 255, 255, 255} && img.RGBAAt(x-3, y) == img.RGBAAt(x, y) && img.RGBAAt(x-20, y) == img.RGBAAt(x, y)
			if here && !above {
				rules++
			}
			above = here
		}
		if rules < 15 {
			t.Errorf("at scale %g there are %d rules", scale, rules)
		}
	}
}

func TestAProofOfManyPagesKeepsTheFirst(t *testing.T) {
	r := asked()
	for len(r.Workspace.Scenarios) < 30 {
		s := r.Workspace.Scenarios[0]
		s.ID = fmt.Sprintf("s-%d", len(r.Workspace.Scenarios))
		r.Workspace.Scenarios = append(r.Workspace.Scenarios, s)
	}
	p := proof(t, r, pdf.A4)
	if p.Kept() != pdf.Proofs || p.Pages() <= pdf.Proofs {
		t.Errorf("of %d pages %d are kept", p.Pages(), p.Kept())
	}
	if last := p.Texts(0); last[len(last)-1] != fmt.Sprintf("1 of %d", p.Pages()) {
		t.Errorf("the foot of the first page says %q", last[len(last)-1])
	}
}

func TestAScreenIsOnePage(t *testing.T) {
	made, err := report.New(asked())
	if err != nil {
		t.Fatal(err)
	}
	p, err := pdf.NewScreen(made, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(p.Texts(0), "Nov 28, 2026") {
		t.Error("the date does not stand at its head")
	}
	if p.Pages() != 1 || slices.Contains(p.Texts(0), "1 of 1") {
		t.Errorf("it has %d pages, or a page number", p.Pages())
	}
	img, err := p.Paint(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if img.Rect.Dx() != 589 {
		t.Errorf("it is %d points wide", img.Rect.Dx())
	}
}

func TestRenderingCanBeEnded(t *testing.T) {
	made, err := report.New(asked())
	if err != nil {
		t.Fatal(err)
	}
	enough := errors.New("enough")
	half := func(done float64) error {
		if done > 0.5 {
			return enough
		}
		return nil
	}
	if _, err := pdf.Render(made, pdf.A4, half); err != enough {
		t.Errorf("the error is %v", err)
	}
	if _, err := pdf.NewProof(made, pdf.A4, half); err != enough {
		t.Errorf("of a proof the error is %v", err)
	}
}
