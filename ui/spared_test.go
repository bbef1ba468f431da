package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"headroom/ui/desktest"
)

// A workspace may have any name, and a link to it any other. No document and no picture is
// written over it, however the way to it is spelled.
func TestTheOpenWorkspaceIsNotExportedOver(t *testing.T) {
	for _, tc := range []struct {
		says, name, command, format, end string
		typed                            []string
	}{
		{"a document", "plan.csv", "Export…", "CSV of everything", ".csv", []string{"plan.csv", "plan", "sub/../plan.csv", "link"}},
		{"a picture", "plan.json", "Save picture…", "", ".png", []string{"link"}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d, former := onFile(t)
			folder := filepath.Dir(former)
			path := filepath.Join(folder, tc.name)
			workspace := encoded(t, desktest.WorkedCase())
			put(t, path, workspace)
			d.p.Open(path)
			d.Dialog("")
			if err := os.Symlink(path, filepath.Join(folder, "link"+tc.end)); err != nil {
				t.Fatal(err)
			}
			save := func(name string) (asked string) {
				d.Command(tc.command)
				asked = d.p.Prompts.Name()
				d.Write("dialog.folder", folder)
				if tc.format != "" {
					d.Choose("dialog.format", tc.format)
				}
				d.Write("dialog.file", name)
				d.Tap("dialog.ok")
				return asked
			}
			for _, typed := range tc.typed {
				d.Dialog(save(typed))
				d.Reads("The file ")
				d.Reads("is the workspace that is open")
				if data, err := os.ReadFile(path); err != nil || !bytes.Equal(data, workspace) {
					t.Fatalf("as %q it is written over the workspace: %v", typed, err)
				}
				d.Tap("dialog.cancel")
				d.Dialog("")
			}
			save("other") // beside it
			d.Dialog("")
			if _, err := os.Stat(filepath.Join(folder, "other"+tc.end)); err != nil {
				t.Error(err)
			}
		})
	}
}
