//go:build e2e

package main_test

import (
	"bytes"
	"image"
	"io"
	stdlog "log"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// noAnswer is how long an answer on the screen is waited for; where none comes,
// it counts as that long.
const noAnswer = 500 * time.Millisecond

// Keys and buttons, as the display names them.
const (
	keyLeft, keyUp, keyRight, keyDown, keyShift xproto.Keysym = 0xff51, 0xff52, 0xff53, 0xff54, 0xffe1
	keyReturn, keyControl                       xproto.Keysym = 0xff0d, 0xffe3

	buttonLeft, wheelUp, wheelDown byte = 1, 4, 5
)

// An eye sees the pixels of a window as soon as they are on the display, and has
// a hand for its pointer and keys. It is quick enough to tell how long an answer
// takes.
type eye struct {
	t       testing.TB
	x       *xgb.Conn
	root    xproto.Window
	window  xproto.Window
	corner  image.Point // of the window on the display
	damage  damage.Damage
	damaged chan struct{}  // tells of pixels drawn
	heard   chan xgb.Event // what else the display tells
}

// openEye returns an eye on the display of env, which sees no window yet.
func openEye(t testing.TB, env []string) *eye {
	t.Helper()
	xgb.Logger = stdlog.New(io.Discard, "", 0)
	name := ""
	for _, variable := range env {
		if value, ok := strings.CutPrefix(variable, "DISPLAY="); ok {
			name = value
		}
	}
	x, err := xgb.NewConnDisplay(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	e := &eye{t: t, x: x, root: xproto.Setup(x).DefaultScreen(x).Root, damaged: make(chan struct{}, 1), heard: make(chan xgb.Event, 64)}
	e.must(xtest.Init(x))
	e.must(damage.Init(x))
	_, err = damage.QueryVersion(x, 1, 1).Reply()
	e.must(err)
	e.damage, err = damage.NewDamageId(x)
	e.must(err)
	go e.listen()
	return e
}

func (e *eye) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// listen passes on what the display tells.
func (e *eye) listen() {
	for {
		event, err := e.x.WaitForEvent()
		if event == nil && err == nil {
			return // closed
		}
		if _, ok := event.(damage.NotifyEvent); !ok {
			select {
			case e.heard <- event:
			default: // nobody listens
			}
			continue
		}
		select {
		case e.damaged <- struct{}{}:
		default:
		}
	}
}

// hear waits for an event that is the awaited one.
func (e *eye) hear(awaited func(xgb.Event) bool) {
	e.t.Helper()
	late := time.After(patience)
	for {
		select {
		case event := <-e.heard:
			if awaited(event) {
				return
			}
		case <-late:
			e.t.Fatalf("waited %s in vain for the display to tell", patience)
		}
	}
}

// find returns the window whose title has the given words, 0 for none.
func (e *eye) find(in xproto.Window, words string) xproto.Window {
	title, err := xproto.GetProperty(e.x, false, in, xproto.AtomWmName, xproto.GetPropertyTypeAny, 0, 64).Reply()
	if err == nil && strings.Contains(string(title.Value), words) {
		return in
	}
	tree, err := xproto.QueryTree(e.x, in).Reply()
	if err != nil {
		return 0 // it has gone meanwhile
	}
	for _, child := range tree.Children {
		if found := e.find(child, words); found != 0 {
			return found
		}
	}
	return 0
}

// await looks until the window with those words in its title shows more than one
// color in an area.
func (e *eye) await(words string, area image.Rectangle) {
	e.t.Helper()
	e.awaitPixels(words, area, func(pixels []byte) bool { return !bytes.Equal(pixels[4:], pixels[:len(pixels)-4]) })
}

// awaitAny looks until the window with those words in its title can be seen in an
// area.
func (e *eye) awaitAny(words string, area image.Rectangle) {
	e.t.Helper()
	e.awaitPixels(words, area, func([]byte) bool { return true })
}

func (e *eye) awaitPixels(words string, area image.Rectangle, holds func(pixels []byte) bool) {
	e.t.Helper()
	const between = 2 * time.Millisecond
	for deadline := time.Now().Add(patience); ; time.Sleep(between) {
		if time.Now().After(deadline) {
			e.t.Fatalf("waited %s in vain for a window %q with pixels in %v", patience, words, area)
		}
		if e.window = e.find(e.root, words); e.window == 0 {
			continue
		}
		if pixels := e.pixels(area); len(pixels) > 4 && holds(pixels) {
			return
		}
	}
}

// attach watches the window that was awaited.
func (e *eye) attach() {
	e.t.Helper()
	at, err := xproto.TranslateCoordinates(e.x, e.window, e.root, 0, 0).Reply()
	e.must(err)
	e.corner = image.Pt(int(at.DstX), int(at.DstY))
	e.must(damage.CreateChecked(e.x, e.damage, xproto.Drawable(e.window), damage.ReportLevelNonEmpty).Check())
	e.must(xproto.SetInputFocusChecked(e.x, xproto.InputFocusPointerRoot, e.window, xproto.TimeCurrentTime).Check())
}

// pixels returns an area of the window as it is on the display, nil where it
// cannot be seen.
func (e *eye) pixels(area image.Rectangle) []byte {
	got, err := xproto.GetImage(e.x, xproto.ImageFormatZPixmap, xproto.Drawable(e.window),
		int16(area.Min.X), int16(area.Min.Y), uint16(area.Dx()), uint16(area.Dy()), ^uint32(0)).Reply()
	if err != nil {
		return nil
	}
	return got.Data
}

// answer does something and returns how long it takes until each of some areas
// has other pixels.
func (e *eye) answer(do func(), areas ...image.Rectangle) time.Duration {
	e.t.Helper()
	return e.answerWithin(noAnswer, do, areas...)
}

// answerWithin is answer for what is waited for longer or shorter.
func (e *eye) answerWithin(longest time.Duration, do func(), areas ...image.Rectangle) time.Duration {
	e.t.Helper()
	damage.Subtract(e.x, e.damage, 0, 0)
	before := make([][]byte, len(areas))
	for i, area := range areas {
		before[i] = e.pixels(area)
	}
	select {
	case <-e.damaged: // by what came before
	default:
	}
	begin := time.Now()
	late := time.After(longest)
	do()
	for {
		select {
		case <-late:
			return longest
		case <-e.damaged:
		}
		damage.Subtract(e.x, e.damage, 0, 0)
		same := func(area image.Rectangle) bool { return bytes.Equal(before[slices.Index(areas, area)], e.pixels(area)) }
		if !slices.ContainsFunc(areas, same) {
			return time.Since(begin)
		}
	}
}

// move moves the pointer to a place in the window.
func (e *eye) move(to image.Point) {
	to = to.Add(e.corner)
	e.fake(xproto.MotionNotify, 0, to)
}

func (e *eye) press(button byte)   { e.fake(xproto.ButtonPress, button, image.Point{}) }
func (e *eye) release(button byte) { e.fake(xproto.ButtonRelease, button, image.Point{}) }

// click presses and releases a button at a place in the window, some times, once
// the window knows that the pointer is there.
func (e *eye) click(button byte, at image.Point, times int) {
	e.move(at)
	time.Sleep(noAnswer)
	for range times {
		e.press(button)
		e.release(button)
	}
}

// key presses and releases a key.
func (e *eye) key(sym xproto.Keysym) {
	e.t.Helper()
	code := e.hold(sym)
	e.fake(xproto.KeyRelease, code, image.Point{})
}

// chord presses a key while another is held.
func (e *eye) chord(held, sym xproto.Keysym) {
	e.t.Helper()
	code := e.hold(held)
	e.key(sym)
	e.fake(xproto.KeyRelease, code, image.Point{})
}

// write types digits, small letters and points.
func (e *eye) write(text string) {
	e.t.Helper()
	for _, r := range text {
		e.key(xproto.Keysym(r)) // of these, the display's names are the letters
	}
}

// hold presses a key and returns its code.
func (e *eye) hold(sym xproto.Keysym) byte {
	e.t.Helper()
	setup := xproto.Setup(e.x)
	codes, err := xproto.GetKeyboardMapping(e.x, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode)+1).Reply()
	e.must(err)
	at := slices.Index(codes.Keysyms, sym)
	if at < 0 {
		e.t.Fatalf("the keyboard has no key %#x", sym)
	}
	code := byte(setup.MinKeycode) + byte(at/int(codes.KeysymsPerKeycode))
	e.fake(xproto.KeyPress, code, image.Point{})
	return code
}

func (e *eye) fake(kind, detail byte, at image.Point) {
	e.t.Helper()
	e.must(xtest.FakeInputChecked(e.x, kind, detail, 0, e.root, int16(at.X), int16(at.Y), 0).Check())
}
