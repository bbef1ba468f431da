package recovery

import "headroom/scenario"

// ReadFileWith is ReadFile with another way to read.
func ReadFileWith(path string, read func(string) (scenario.Workspace, error)) (scenario.Workspace, Stamp, error) {
	return readFile(path, read)
}

// WriteFileWith is WriteFile with another way to write.
func WriteFileWith(path string, data []byte, write func(string, []byte) error) (Stamp, error) {
	return writeFile(path, data, write)
}

// Decode returns what the bytes of a recovery copy hold.
func Decode(data []byte) (Unsaved, error) { return decode(data) }

// Encode returns the bytes of a recovery copy.
func Encode(u Unsaved) ([]byte, error) { return u.encode() }
