//go:build e2e

package main_test

import (
	"bufio"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"

	"headroom/scenario/edit"
	"headroom/scenario/preset"
)

// A desktop answers programs that ask it how they are to look, late where so told.
type desktop struct {
	conn   *dbus.Conn
	answer chan uint32 // what it answers; a program that asks waits for that
}

// The looks, as the portal of a desktop numbers them.
const (
	darkLook  uint32 = 1
	lightLook uint32 = 2
)

const (
	portalName      = "org.freedesktop.portal.Desktop"
	portalPath      = "/org/freedesktop/portal/desktop"
	portalSettings  = "org.freedesktop.portal.Settings"
	portalNamespace = "org.freedesktop.appearance"
	portalKey       = "color-scheme"
)

// ReadOne answers what the portal's method of that name does.
func (d *desktop) ReadOne(namespace, key string) (dbus.Variant, *dbus.Error) {
	if namespace != portalNamespace || key != portalKey {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(<-d.answer), nil
}

// turn tells every program that the desktop looks otherwise now.
func (d *desktop) turn(t *testing.T, look uint32) {
	t.Helper()
	if err := d.conn.Emit(portalPath, portalSettings+".SettingChanged", portalNamespace, portalKey, dbus.MakeVariant(look)); err != nil {
		t.Fatal(err)
	}
}

// startDesktop starts a session bus with a desktop on it, and returns the environment
// of env that leads to it.
func startDesktop(t *testing.T, env []string) (*desktop, []string) {
	t.Helper()
	address, report, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer address.Close()
	bus := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address=3", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	bus.ExtraFiles = []*os.File{report}
	startHelper(t, bus)
	report.Close()
	line, err := bufio.NewReader(address).ReadString('\n')
	if err != nil {
		t.Fatalf("dbus-daemon names no bus: %v", err)
	}
	conn, err := dbus.Connect(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	d := &desktop{conn: conn, answer: make(chan uint32, 1)}
	if err := conn.Export(d, portalPath, portalSettings); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return d, append(env, "DBUS_SESSION_BUS_ADDRESS="+strings.TrimSpace(line))
}

// follows has the window look as the desktop does, as it did last where that is said.
func (w *window) follows(last string) {
	w.t.Helper()
	preferences := `{"hinted": true}`
	if last != "" {
		preferences = `{"hinted": true, "look": "` + last + `"}`
	}
	w.prefer(filepath.Join(w.home, "XDG_CONFIG_HOME"), preferences)
}

// looks waits until the prompt on the screen has one look throughout: on its ground,
// and in its words, which are to stand out from that.
func (w *window) looks(dark bool) {
	w.t.Helper()
	ok := w.part("dialog.ok")
	// The part of the prompt above its button, with its words.
	prompt := image.Rect(ok.X-330, ok.Y-70, ok.X+ok.Width-4, ok.Y-2)
	eventually(w.t, "a prompt that is dark, or light, throughout", func() bool {
		picture := w.screenshot()
		ground, words, other := 0, 0, 0
		each(prompt.Intersect(picture.Bounds()), func(x, y int) {
			gray := color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y
			if !dark {
				gray = 255 - gray
			}
			switch {
			case gray < 70:
				ground++
			case gray > 140:
				words++
			default:
				other++
			}
		})
		return words > 100 && ground > 3*words && ground > 3*other
	})
}

// The look of the desktop may come, or change, while a prompt is open: nothing of it
// stays as it was.
func TestPromptsTakeOnTheLookOfTheDesktop(t *testing.T) {
	t.Parallel()
	env, home := startDisplay(t), t.TempDir()
	d, env := startDesktop(t, env)

	broken := filepath.Join(t.TempDir(), "broken.headroom.json")
	if err := os.WriteFile(broken, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, last := range []string{"", "light", "dark"} {
		w := newWindow(t, env, home, broken)
		w.follows(last)
		w.open()
		w.opened("error")
		if last != "" { // The desktop has not answered: as it did last.
			w.looks(last == "dark")
		}
		d.answer <- lightLook
		w.looks(false)
		d.turn(t, darkLook)
		w.looks(true)
		d.turn(t, lightLook)
		w.looks(false)
		w.click("dialog.ok")
		w.opened("")
		w.key("alt+F4")
		w.exit()
	}

	// What was killed is recovered on a light desktop that answers late.
	w := startIn(t, env, home)
	d.answer <- lightLook
	m := mirrorOf(w, preset.Default())
	m.hold("cap typed", func() { w.enter(capField, "40") }, edit.SetCap(july, 40e9))
	eventually(t, "a recovery copy", func() bool { return len(w.copies()) == 1 })
	w.end(syscall.SIGKILL)
	w = newWindow(t, env, home)
	w.follows("dark")
	w.open()
	w.opened("recover")
	w.looks(true)
	d.answer <- lightLook
	w.looks(false)
	w.click("dialog.ok")
	m.w = w
	m.shown("taking over what was unsaved")
}
