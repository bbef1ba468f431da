//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/preset"
)

// BenchmarkTyped types another growth of 2028, and takes the time from Return to
// the chart of it: in the planner, and in LibreOffice Calc on a sheet with the same
// model and a chart of what counts toward the cap.
func BenchmarkTyped(b *testing.B) {
	const edits = 6 // a turn
	for b.Loop() {
		s := look(b, "").seat()
		_, strip := s.slider()
		entry := s.part(growth2028, "entry")
		sheet := openSheet(b)
		for turn := range turns {
			for i := range edits {
				growth := 30 + 7*((turn*edits+i)%7)
				s.eye.click(buttonLeft, middle(entry), 1)
				s.eye.chord(keyControl, 'a')
				s.eye.write(strconv.Itoa(growth))
				s.pause(i)
				s.took(s.eye.answer(func() { s.eye.key(keyReturn) }, strip))
				if sheet != nil {
					sheet.enter(fmt.Sprintf("0.%d", growth))
				}
			}
		}
	}
	report(b)
}

// A sheet is Calc on the model, the growth of 2028 in its first cell.
type sheet struct {
	*calc
	end func()
}

// calcLongest is how long Calc is waited for.
const calcLongest = 4 * noAnswer

// sheetStrip is a part of the chart that the growth of 2028 changes, in Calc's
// window.
var sheetStrip = image.Rect(480, 190, 540, 480)

// openSheet opens the model in Calc; it is nil where that is not installed.
func openSheet(b *testing.B) *sheet {
	b.Helper()
	c := newCalc(b, startDisplay(b))
	if c == nil {
		return nil
	}
	w := preset.Default()
	s := w.Scenarios[w.Find(w.View.Selected)]
	file := filepath.Join(b.TempDir(), "model.fods")
	if err := os.WriteFile(file, []byte(modelSheet(s)), 0o600); err != nil {
		b.Fatal(err)
	}
	end := c.launch(file)
	b.Cleanup(end)
	c.eye.await("LibreOffice Calc", sheetStrip)
	c.eye.attach()
	time.Sleep(3 * time.Second) // until it has come to rest
	return &sheet{calc: c, end: end}
}

// enter types into the first cell, takes the time until the chart has followed,
// and goes back to the cell.
func (s *sheet) enter(text string) {
	s.b.Helper()
	s.eye.write(text)
	time.Sleep(noAnswer)
	took := s.eye.answerWithin(calcLongest, func() { s.eye.key(keyReturn) }, sheetStrip)
	latencies["calc"] = append(latencies["calc"], took)
	s.eye.key(keyUp)
	time.Sleep(noAnswer)
}

// A calc is LibreOffice Calc, with a profile of its own.
type calc struct {
	b       *testing.B
	env     []string
	program string
	profile string
	eye     *eye
}

// newCalc returns a Calc that has made its profile, nil where it is not
// installed.
func newCalc(b *testing.B, env []string) *calc {
	program, err := exec.LookPath("soffice")
	if err != nil {
		b.Log("LibreOffice Calc is not installed: Headroom is measured alone")
		return nil
	}
	c := &calc{b: b, env: env, program: program, profile: filepath.Join(b.TempDir(), "calc"), eye: openEye(b, env)}
	c.start()
	return c
}

// start starts Calc on an empty sheet and returns how long its first pixels took.
func (c *calc) start() time.Duration {
	c.b.Helper()
	begin := time.Now()
	defer c.launch()()
	c.eye.await("LibreOffice Calc", image.Rect(300, 200, 302, 640))
	return time.Since(begin)
}

// launch starts Calc and returns what ends it.
func (c *calc) launch(files ...string) (end func()) {
	c.b.Helper()
	// Its first program starts another, so that both are ended as a group.
	args := append([]string{"--calc", "--nologo", "--norestore", "-env:UserInstallation=file://" + c.profile}, files...)
	cmd := exec.Command(c.program, args...)
	cmd.Env, cmd.SysProcAttr = c.env, &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		c.b.Fatal(err)
	}
	return func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
		eventually(c.b, "Calc to go away", func() bool { return c.eye.find(c.eye.root, "LibreOffice Calc") == 0 })
	}
}

// modelSheet returns the payments of s, which has one stream that ramps, as a
// sheet with formulas and a chart of what counts toward the cap, in flat
// OpenDocument. The growth of its third year is in A1.
func modelSheet(s scenario.Scenario) string {
	stream := s.Outlook.Streams[0]
	growth := func(year int) string {
		rate, _ := stream.Growth.Get(year)
		return value(float64(rate))
	}
	years := s.LastYear - s.FirstYear + 1
	inputs := []string{growth(s.FirstYear + 2)} // column A
	cellOf := map[int]int{s.FirstYear + 2: 1}
	for year := s.FirstYear; year <= s.LastYear; year++ {
		if year != s.FirstYear+2 {
			inputs = append(inputs, growth(year))
			cellOf[year] = len(inputs)
		}
	}
	rate, limit := years+1, years+2
	inputs = append(inputs, value(float64(s.Terms.Share.Rate)), value(float64(s.Terms.Share.Cap)/1e9))
	var rows strings.Builder
	for i := range 12 * years {
		row, year, month := i+1, i/12, i%12
		cells := []string{empty, empty}
		if i < len(inputs) {
			cells[0] = inputs[i]
		}
		switch {
		case i == 0:
			cells[1] = value(float64(stream.Base) / 1e9)
		case i <= years:
			cells[1] = formula("[.B%d]*(1+[.$A$%d])", i, cellOf[s.FirstYear+i-1])
		}
		cells = append(cells,
			formula("([.$B$%d]/[.$B$%d])^(1/12)", year+2, year+1),
			formula("[.$B$%d]*[.C%d]^%d*([.C%d]-1)/([.C%d]^12-1)", year+2, row, month, row, row),
			formula("[.$A$%d]*[.D%d]", rate, row))
		if i == 0 {
			cells = append(cells, formula("MIN([.E1];[.$A$%d])", limit), formula("[.F1]"))
		} else {
			cells = append(cells, formula("MIN([.E%d];[.$A$%d]-[.G%d])", row, limit, i), formula("[.G%d]+[.F%d]", i, row))
		}
		rows.WriteString("<table:table-row>" + strings.Join(cells, "") + "</table:table-row>\n")
	}
	return fmt.Sprintf(sheetFrame, 12*years, rows.String())
}

const empty = "<table:table-cell/>"

func value(v float64) string {
	return fmt.Sprintf(`<table:table-cell office:value-type="float" office:value="%v"/>`, v)
}

func formula(format string, args ...any) string {
	return fmt.Sprintf(`<table:table-cell table:formula="of:=`+format+`" office:value-type="float"/>`, args...)
}

// sheetFrame takes the last row and the rows.
const sheetFrame = `<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2">
<office:body><office:spreadsheet><table:table table:name="Model"><table:shapes>
<draw:frame svg:width="10cm" svg:height="9cm" svg:x="6cm" svg:y="0.5cm">
<draw:object draw:notify-on-update-of-ranges="Model.G1:Model.G%[1]d"><office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart">
<office:body><office:chart><chart:chart chart:class="chart:line" svg:width="10cm" svg:height="9cm">
<chart:plot-area table:cell-range-address="Model.G1:Model.G%[1]d"><chart:axis chart:dimension="x" chart:name="primary-x"/>
<chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="Model.G1:Model.G%[1]d" chart:class="chart:line"/>
</chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object></draw:frame></table:shapes>
%[2]s</table:table></office:spreadsheet></office:body></office:document>
`
