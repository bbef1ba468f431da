package plot

import (
	"bytes"
	"strings"
	"testing"
)

func TestOutlinesOfAPicture(t *testing.T) {
	s := pressSubject(t)
	o := Options{Width: 900, Height: 520, Title: "R&D <plan>", Outlines: true}
	data, err := svgOf(s, o)
	if err != nil {
		t.Fatal(err)
	}
	texts, attributes := parsed(t, data)
	if bytes.Contains(data, []byte("<text")) || len(texts) != 1 {
		t.Errorf("texts are left: %q", texts)
	}
	l := presented(t, Picture{Options: o, Chart: Cumulative{s}})
	if len(attributes["aria-label"]) != len(l.Texts) || !strings.Contains(strings.Join(attributes["aria-label"], "\n"), o.Title) {
		t.Errorf("the outlines say %q, of %d texts", attributes["aria-label"], len(l.Texts))
	}
}
