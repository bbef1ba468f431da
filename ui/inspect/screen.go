package inspect

// A Screen is what is on the screen, as the inspection file has it. Positions are
// pixels within the window.
type Screen struct {
	View     string         `json:"view"`
	Dialog   string         `json:"dialog"`
	Scale    float32        `json:"scale"`
	Size     [2]int         `json:"size"`
	Revision int            `json:"revision"`
	Drawn    int            `json:"drawn"`
	Pending  bool           `json:"pending"` // whether something runs aside
	File     string         `json:"file"`
	Unsaved  bool           `json:"unsaved"`
	Selected string         `json:"selected"`
	Focus    [2]int         `json:"focus"` // where what has the focus lies
	Widgets  []Seen         `json:"widgets"`
	Results  map[string]any `json:"results"`
}
