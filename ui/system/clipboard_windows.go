package system

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"headroom/ui/desk"
)

// ErrNoClipboard says that no picture can be copied.
var ErrNoClipboard = errors.New("the picture cannot be copied here; save it instead")

// clipboardPatience is how long another program may keep the clipboard to itself.
const clipboardPatience = 5 * time.Second

// errClipboardTaken says that another program keeps the clipboard to itself.
var errClipboardTaken = errors.New("another program keeps the clipboard to itself; try again, or save the picture instead")

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	openClipboard    = user32.NewProc("OpenClipboard")
	closeClipboard   = user32.NewProc("CloseClipboard")
	emptyClipboard   = user32.NewProc("EmptyClipboard")
	setClipboardData = user32.NewProc("SetClipboardData")
	registerFormat   = user32.NewProc("RegisterClipboardFormatW")
	kernel32         = windows.NewLazySystemDLL("kernel32.dll")
	globalAlloc      = kernel32.NewProc("GlobalAlloc")
	globalFree       = kernel32.NewProc("GlobalFree")
	globalLock       = kernel32.NewProc("GlobalLock")
	globalUnlock     = kernel32.NewProc("GlobalUnlock")
	moveMemory       = kernel32.NewProc("RtlMoveMemory")
)

// formatBitmap is what Windows calls CF_DIB.
const formatBitmap = 8

// KeepCopied puts a picture on the clipboard, as PNG for programs that take that, with
// its transparency, and as a bitmap for all others. Text is there already: Windows
// keeps what the toolkit has copied. It waits for a program that has the clipboard,
// for as long as ctx allows and some seconds at most.
func KeepCopied(ctx context.Context, kind string, data []byte) error {
	if kind != desk.CopiedPNG {
		return nil
	}
	bitmap, err := bitmapOf(data)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString("PNG")
	if err != nil {
		return err
	}
	formatPNG, _, err := registerFormat.Call(uintptr(unsafe.Pointer(name)))
	if formatPNG == 0 {
		return fmt.Errorf("copy the picture: %w", err)
	}
	// The clipboard belongs to the thread that has opened it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := takeClipboard(ctx); err != nil {
		return err
	}
	defer closeClipboard.Call()
	if done, _, err := emptyClipboard.Call(); done == 0 {
		return fmt.Errorf("copy the picture: %w", err)
	}
	if err := putOnClipboard(formatPNG, data); err != nil {
		return err
	}
	return putOnClipboard(formatBitmap, bitmap)
}

// takeClipboard opens the clipboard, which one program at a time can.
func takeClipboard(ctx context.Context) error {
	ctx, done := context.WithTimeout(ctx, clipboardPatience)
	defer done()
	for {
		if opened, _, _ := openClipboard.Call(0); opened != 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return errClipboardTaken
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// putOnClipboard gives data to the system, as one of the formats of what is copied.
func putOnClipboard(format uintptr, data []byte) error {
	const movable = 2
	memory, _, err := globalAlloc.Call(movable, uintptr(len(data)))
	if memory == 0 {
		return fmt.Errorf("copy the picture: %w", err)
	}
	at, _, err := globalLock.Call(memory)
	if at == 0 {
		globalFree.Call(memory)
		return fmt.Errorf("copy the picture: %w", err)
	}
	moveMemory.Call(at, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	globalUnlock.Call(memory)
	if taken, _, err := setClipboardData.Call(format, memory); taken == 0 {
		globalFree.Call(memory)
		return fmt.Errorf("copy the picture: %w", err)
	}
	return nil // the memory is the system's now
}
