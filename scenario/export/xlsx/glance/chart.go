package glance

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Chart is where a chart lies: the cells of its corners, counted from 0.
type Chart struct{ Column, Row, LastColumn, LastRow int }

// charts returns where the charts of the nth sheet lie. excelize tells nothing of the
// charts of a workbook that it opens.
func charts(f *excelize.File, n int) ([]Chart, error) {
	var related struct {
		Links []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	const folder = "xl/worksheets"
	if err := part(f, fmt.Sprintf("%s/_rels/sheet%d.xml.rels", folder, n), &related); err != nil {
		return nil, err
	}
	var out []Chart
	for _, link := range related.Links {
		if !strings.HasSuffix(link.Type, "/drawing") {
			continue
		}
		type corner struct {
			Column int `xml:"col"`
			Row    int `xml:"row"`
		}
		var drawing struct {
			Anchors []struct {
				From  corner    `xml:"from"`
				To    corner    `xml:"to"`
				Frame *struct{} `xml:"graphicFrame"`
			} `xml:"twoCellAnchor"`
		}
		if err := part(f, strings.TrimPrefix(path.Join(folder, link.Target), "/"), &drawing); err != nil {
			return nil, err
		}
		for _, a := range drawing.Anchors {
			if a.Frame != nil {
				out = append(out, Chart{a.From.Column, a.From.Row, a.To.Column, a.To.Row})
			}
		}
	}
	return out, nil
}

// part reads a part of a workbook; where there is none, nothing of it.
func part(f *excelize.File, name string, into any) error {
	data, found := f.Pkg.Load(name)
	text, ok := data.([]byte)
	if !found || !ok {
		return nil
	}
	if err := xml.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
