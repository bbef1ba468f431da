//go:build e2e

package main_test

import (
	"image"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkStart takes the time from the start of the program to the first pixels
// of the chart, in turn with that of LibreOffice Calc to those of its sheet.
func BenchmarkStart(b *testing.B) {
	const rounds = 10
	for b.Loop() {
		desk, env := look(b, ""), startDisplay(b)
		calc := newCalc(b, env)
		var ours, theirs []time.Duration
		for range rounds {
			ours = append(ours, desk.seatOn(env).leave())
			if calc != nil {
				theirs = append(theirs, calc.start())
			}
		}
		b.ReportMetric(milliseconds(median(ours)), "headroom-ms")
		if calc != nil {
			b.ReportMetric(milliseconds(median(theirs)), "calc-ms")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "of-calc")
		}
	}
	report(b)
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
		b.Log("LibreOffice Calc is not installed: Headroom starts alone")
		return nil
	}
	c := &calc{b: b, env: env, program: program, profile: filepath.Join(b.TempDir(), "calc"), eye: openEye(b, env)}
	c.start()
	return c
}

// start starts Calc on an empty sheet and returns how long its first pixels took.
func (c *calc) start() time.Duration {
	c.b.Helper()
	// Its first program starts another, so that both are ended as a group.
	cmd := exec.Command(c.program, "--calc", "--nologo", "--norestore", "-env:UserInstallation=file://"+c.profile)
	cmd.Env, cmd.SysProcAttr = c.env, &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		c.b.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
		eventually(c.b, "Calc to go away", func() bool { return c.eye.find(c.eye.root, "LibreOffice Calc") == 0 })
	}()
	c.eye.await("LibreOffice Calc", image.Rect(300, 200, 302, 640))
	return time.Since(begin)
}
