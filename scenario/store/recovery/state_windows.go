package recovery

import "os"

// usualState returns where programs keep what they hold to be theirs alone, on this
// machine.
func usualState() (string, error) { return os.UserCacheDir() }
