package preset

// FindTemplate returns the shipped template with the given id, and false where
// there is none.
func FindTemplate(id string) (StreamTemplate, bool) {
	for _, t := range shipped().templates {
		if t.ID == id {
			return t, true
		}
	}
	return StreamTemplate{}, false
}
