package desk

import (
	"encoding/json"
	"slices"

	"headroom/scenario"
	"headroom/scenario/sweep"
)

// Explored is over what ranges the inputs of a workspace are moved to see what follows,
// where the user has given others than the first.
type Explored struct {
	File    string                        `json:"file"` // the workspace's
	Tornado map[scenario.Input]sweep.Span `json:"tornado,omitempty"`
	Map     map[scenario.Input]sweep.Span `json:"map,omitempty"`
	Across  scenario.Input                `json:"across,omitempty"` // of the map, to the right
	Up      scenario.Input                `json:"up,omitempty"`
}

const keyExplored = "explored"

// Explored returns what was kept of the workspace on the desk, as far as it is one of the
// files used last.
func (d *Desk) Explored() Explored {
	if file := d.file(); file != "" {
		for _, e := range d.Settings.explored() {
			if e.File == file {
				return e
			}
		}
	}
	return Explored{}
}

// KeepExplored keeps that for when the workspace is opened again. What is in no file has
// no ranges to come back to.
func (d *Desk) KeepExplored(e Explored) {
	if e.File = d.file(); e.File == "" {
		return
	}
	all := slices.DeleteFunc(d.Settings.explored(), func(other Explored) bool { return other.File == e.File })
	if len(e.Tornado)+len(e.Map) > 0 || e.Across != "" {
		all = slices.Insert(all, 0, e)
	}
	// Numbers, and strings that JSON can hold: it does not fail.
	data, _ := json.Marshal(all[:min(len(all), MaxRecent)])
	d.Settings.prefs.SetString(keyExplored, string(data))
}

func (d *Desk) file() string {
	if d.File == nil {
		return ""
	}
	return d.File()
}

// explored returns what is kept, the newest first; nothing where the settings have been
// spoilt.
func (s *Settings) explored() (all []Explored) {
	if json.Unmarshal([]byte(s.prefs.String(keyExplored)), &all) != nil {
		return nil
	}
	return all
}
