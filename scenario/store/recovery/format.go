package recovery

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"headroom/scenario"
	"headroom/scenario/store"
)

// An Unsaved is what a recovery copy holds: a workspace with unsaved changes and
// what is known of it.
type Unsaved struct {
	Workspace scenario.Workspace
	File      string    // path of the file it belongs to, empty for none
	Base      Stamp     // of that file when it was read or last saved, zero for none
	Written   time.Time // when this was so
}

const (
	formatName    = "headroom-recovery"
	formatVersion = 1
	maxHead       = 64 << 10 // bytes
)

// A head is the first line of a recovery copy. What follows it is the workspace as
// store.Encode writes it, so that it can be had with an editor, should all else
// fail.
type head struct {
	Format  string    `json:"format"`
	Version int       `json:"version"`
	Written time.Time `json:"written"`
	File    string    `json:"file"` // in Go's quotes: a path need not be text
	Base    *base     `json:"base,omitempty"`
	Size    int       `json:"size"` // of the workspace, in bytes
	Sum     string    `json:"sha256"`
}

// A base is a Stamp as a head holds it.
type base struct {
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
}

var (
	errNoCopy     = errors.New("it is no recovery copy that this Headroom reads")
	errNewer      = errors.New("it was written by a newer Headroom; open it with that")
	errIncomplete = errors.New("it is damaged: its workspace is not as it was written")
	errNotRegular = errors.New("it is no regular file")
	errTooLarge   = errors.New("it is larger than any recovery copy")
)

// encode returns the bytes of a recovery copy.
func (u Unsaved) encode() ([]byte, error) {
	workspace, err := store.Encode(u.Workspace)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(workspace)
	h := head{
		Format: formatName, Version: formatVersion, Written: u.Written.UTC(), File: strconv.Quote(u.File),
		Size: len(workspace), Sum: hex.EncodeToString(sum[:]),
	}
	if b := u.Base; !b.IsZero() {
		h.Base = &base{Size: b.Size, Sum: hex.EncodeToString(b.SHA256[:])}
	}
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	if len(line) >= maxHead {
		return nil, fmt.Errorf("the path of its file has %d bytes, more than can be kept", len(u.File))
	}
	return append(append(line, '\n'), workspace...), nil
}

// decode returns what the bytes of a recovery copy hold.
func decode(data []byte) (Unsaved, error) {
	line, workspace, _ := bytes.Cut(data, []byte("\n"))
	h, u, err := decodeHead(line)
	if err != nil {
		return Unsaved{}, err
	}
	if sum := sha256.Sum256(workspace); len(workspace) != h.Size || hex.EncodeToString(sum[:]) != h.Sum {
		return Unsaved{}, errIncomplete
	}
	u.Workspace, err = store.Decode(bytes.NewReader(workspace))
	return u, err
}

// decodeHead reads the first line of a recovery copy. The Unsaved has all but the
// workspace.
func decodeHead(line []byte) (head, Unsaved, error) {
	var h head
	if json.Unmarshal(line, &h) != nil || h.Format != formatName || h.Version < 1 {
		return head{}, Unsaved{}, errNoCopy
	}
	if h.Version > formatVersion {
		return head{}, Unsaved{}, errNewer
	}
	file, err := strconv.Unquote(h.File)
	if err != nil {
		return head{}, Unsaved{}, errNoCopy
	}
	u := Unsaved{File: file, Written: h.Written.UTC()}
	if b := h.Base; b != nil {
		u.Base = Stamp{Size: b.Size}
		sum, err := hex.DecodeString(b.Sum)
		if err != nil || copy(u.Base.SHA256[:], sum) != sha256.Size {
			return head{}, Unsaved{}, errNoCopy
		}
	}
	return h, u, nil
}

// readHead returns what the first line of a recovery copy says, without reading
// more.
func readHead(path string) (Unsaved, error) {
	file, err := openRegular(path)
	if err != nil {
		return Unsaved{}, err
	}
	defer file.Close()
	line, err := bufio.NewReaderSize(file, maxHead).ReadSlice('\n')
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, bufio.ErrBufferFull):
		return Unsaved{}, errNoCopy
	case err != nil:
		return Unsaved{}, store.Reason(err)
	}
	_, u, err := decodeHead(line)
	return u, err
}

// readWhole returns what a recovery copy holds.
func readWhole(path string) (Unsaved, error) {
	file, err := openRegular(path)
	if err != nil {
		return Unsaved{}, err
	}
	defer file.Close()
	const most = maxHead + store.MaxSize
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return Unsaved{}, store.Reason(err)
	}
	if len(data) > most {
		return Unsaved{}, errTooLarge
	}
	return decode(data)
}

// openRegular opens a regular file to be read; opening anything else might wait
// for ever.
func openRegular(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|store.NoWait, 0)
	if err != nil {
		return nil, store.Reason(err)
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		file.Close()
		return nil, store.Reason(err)
	}
	return file, nil
}
