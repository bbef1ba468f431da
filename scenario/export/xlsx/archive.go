package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// archive returns a workbook as a file, its parts in a fixed order: excelize writes
// those of several charts in one that varies.
func archive(f *excelize.File) ([]byte, error) {
	var written bytes.Buffer
	if err := f.Write(&written); err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	from, err := zip.NewReader(bytes.NewReader(written.Bytes()), int64(written.Len()))
	if err != nil {
		return nil, fmt.Errorf("write the workbook again: %w", err)
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int {
		// What says what the parts are comes first, as readers of streams expect it.
		first := func(f *zip.File) int {
			if f.Name == "[Content_Types].xml" {
				return 0
			}
			return 1
		}
		return 2*(first(a)-first(b)) + strings.Compare(a.Name, b.Name)
	})
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		if err := copyPart(to, part); err != nil {
			return nil, fmt.Errorf("write %s: %w", part.Name, err)
		}
	}
	if err := to.Close(); err != nil {
		return nil, fmt.Errorf("close the workbook: %w", err)
	}
	return out.Bytes(), nil
}

// copyPart copies a part as it is packed, without a time.
func copyPart(to *zip.Writer, part *zip.File) error {
	packed, err := part.OpenRaw()
	if err != nil {
		return err
	}
	header := zip.FileHeader{
		Name: part.Name, Method: part.Method, Flags: part.Flags, CRC32: part.CRC32,
		CompressedSize64: part.CompressedSize64, UncompressedSize64: part.UncompressedSize64,
	}
	w, err := to.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, packed)
	return err
}
