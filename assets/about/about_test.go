package about_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"headroom/assets/about"
)

// TestAbout holds the constants of the program to the file from which it is
// packaged, and the version to the newest entry of the list of changes.
func TestAbout(t *testing.T) {
	details := section(t, "../../FyneApp.toml", "[Details]")
	for key, want := range map[string]string{"ID": about.ID, "Name": about.Name, "Version": about.Version} {
		found := regexp.MustCompile(`(?m)^` + key + ` = "(.*)"$`).FindStringSubmatch(details)
		if found == nil {
			t.Errorf("FyneApp.toml has no %s", key)
			continue
		}
		if found[1] != want {
			t.Errorf("%s is %q in FyneApp.toml and %q in the program", key, found[1], want)
		}
	}

	// The packaging tool puts this right behind the program's name.
	if desktop := section(t, "../../FyneApp.toml", "[LinuxAndBSD]"); !strings.Contains(desktop, `ExecParams = " %f"`) {
		t.Error("FyneApp.toml does not part the file to open from the program's name by a blank")
	}

	changes, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## ([0-9.]+)`).FindSubmatch(changes)
	if newest == nil || string(newest[1]) != about.Version {
		t.Errorf("CHANGELOG.md's newest version is %s, the program's %s", newest, about.Version)
	}
}

// section returns what stands under a heading of a TOML file, up to the next.
func section(t *testing.T, file, heading string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), heading+"\n")
	if !found {
		t.Fatalf("%s has no %s", file, heading)
	}
	under, _, _ := strings.Cut(rest, "\n[")
	return under
}
