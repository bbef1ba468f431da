package preset

import (
	"fmt"
	"sync"

	"headroom/assets"
	"headroom/scenario"
)

// library is all that is shipped, made once from the embedded data.
type library struct {
	outlooks  []Outlook
	terms     []Terms
	templates []StreamTemplate
	common    scenario.Scenario // valuation and uncertainty alone
	workspace scenario.Workspace
}

// shipped returns the library. The data is part of the program, so a fault in it
// is one of the program and panics; a test reads it all.
var shipped = sync.OnceValue(func() *library {
	lib, err := read(assets.Presets)
	if err != nil {
		panic("read shipped presets: " + err.Error())
	}
	return lib
})

func (lib *library) outlook(id string) (Outlook, bool) {
	for _, o := range lib.outlooks {
		if o.ID == id {
			return o, true
		}
	}
	return Outlook{}, false
}

func (lib *library) termsOf(id string) (Terms, bool) {
	for _, t := range lib.terms {
		if t.ID == id {
			return t, true
		}
	}
	return Terms{}, false
}

func (lib *library) compose(id, name string, o Outlook, t Terms) scenario.Scenario {
	s := lib.common
	s.ID, s.Name = id, name
	return t.ApplyTo(o.ApplyTo(s))
}

func (lib *library) scenario(id, name, outlookID, termsID string) (scenario.Scenario, error) {
	outlook, ok := lib.outlook(outlookID)
	if !ok {
		return scenario.Scenario{}, fmt.Errorf("no outlook preset %q", outlookID)
	}
	terms, ok := lib.termsOf(termsID)
	if !ok {
		return scenario.Scenario{}, fmt.Errorf("no terms preset %q", termsID)
	}
	return lib.compose(id, name, outlook, terms), nil
}
