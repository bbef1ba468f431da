package listing

import (
	"bytes"
	"encoding/json"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// JSON returns results in full precision, for programs: the totals, warnings,
// years, quarters and months of each, in the order given. Amounts are dollars
// and rates fractions; what does not exist (a headroom without a cap, an
// effective rate without revenue, a pace without actuals) is null.
func JSON(results []Result) ([]byte, error) {
	doc := jsonDocument{Scenarios: make([]jsonResult, 0, len(results))}
	for _, r := range results {
		doc.Scenarios = append(doc.Scenarios, newJSONResult(r))
	}
	return marshal(doc)
}

// marshal writes a document with two spaces of indentation and no escapes for
// HTML, ended by a line break.
func marshal(doc any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// The order of fields is the order in the document.
type jsonDocument struct {
	Scenarios []jsonResult `json:"scenarios"`
}

type jsonResult struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Total    jsonTotal     `json:"total"`
	Through  *string       `json:"actualsThrough"`
	Pace     *jsonPace     `json:"pace"`
	Warnings []jsonWarning `json:"warnings"`
	Years    []jsonYear    `json:"years"`
	Quarters []jsonQuarter `json:"quarters"`
	Months   []jsonMonth   `json:"months"`
}

type jsonTotal struct {
	Revenue             decimal  `json:"revenue"`
	Due                 decimal  `json:"due"`
	Paid                decimal  `json:"paid"`
	Forgone             decimal  `json:"forgone"`
	Reverse             decimal  `json:"reverse"`
	Net                 decimal  `json:"net"`
	CapReached          *string  `json:"capReached"`
	CapUsed             *decimal `json:"capUsed"`
	EffectiveRate       *decimal `json:"effectiveRate"`
	PresentValue        decimal  `json:"presentValue"`
	PresentValueForgone decimal  `json:"presentValueForgone"`
}

type jsonPace struct {
	Now    decimal      `json:"now"`
	Needed []jsonNeeded `json:"needed"`
}

type jsonNeeded struct {
	By     string   `json:"by"`
	Annual *decimal `json:"annual"`
}

type jsonWarning struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

type jsonYear struct {
	Year int `json:"year"`
	jsonRow
}

type jsonQuarter struct {
	Quarter string `json:"quarter"`
	jsonRow
}

type jsonMonth struct {
	Month string `json:"month"`
	jsonRow
}

type jsonRow struct {
	Revenue    decimal  `json:"revenue"`
	Due        decimal  `json:"due"`
	Paid       decimal  `json:"paid"`
	Cumulative decimal  `json:"cumulative"`
	Headroom   *decimal `json:"headroom"`
	Forgone    decimal  `json:"forgone"`
	Reverse    decimal  `json:"reverse"`
	Net        decimal  `json:"net"`
}

// A decimal is a number written with all its digits before the point, never with an
// exponent, and never as -0.
type decimal float64

// MarshalJSON writes the number. It fails where it is not finite.
func (d decimal) MarshalJSON() ([]byte, error) {
	return json.RawMessage(number(float64(d))).MarshalJSON()
}

func newJSONResult(r Result) jsonResult {
	p := r.Projection
	capped := p.Total.Capped
	out := jsonResult{
		ID: r.Scenario.ID, Name: r.Scenario.Name,
		Total:    newJSONTotal(p.Total),
		Warnings: make([]jsonWarning, 0, len(p.Warnings)),
		Years:    make([]jsonYear, 0, len(p.Years)),
		Quarters: make([]jsonQuarter, 0, len(p.Quarters)),
		Months:   make([]jsonMonth, 0, len(p.Months)),
	}
	if through := p.ActualsThrough; through != 0 {
		month := through.String()
		out.Through, out.Pace = &month, newJSONPace(p.Pace)
	}
	for _, w := range p.Warnings {
		out.Warnings = append(out.Warnings, jsonWarning{Path: w.Path, Message: w.Message})
	}
	for _, row := range p.Years {
		out.Years = append(out.Years, jsonYear{Year: row.From.Year(), jsonRow: newJSONRow(row, capped)})
	}
	for _, row := range p.Quarters {
		out.Quarters = append(out.Quarters, jsonQuarter{Quarter: quarterLabel(row), jsonRow: newJSONRow(row, capped)})
	}
	for _, row := range p.Months {
		out.Months = append(out.Months, jsonMonth{Month: row.From.String(), jsonRow: newJSONRow(row, capped)})
	}
	return out
}

func newJSONPace(p scenario.Pace) *jsonPace {
	out := &jsonPace{Now: decimal(p.Now), Needed: make([]jsonNeeded, 0, len(p.Needed))}
	for _, need := range p.Needed {
		n := jsonNeeded{By: need.By.String()}
		if need.Known {
			annual := decimal(need.Annual)
			n.Annual = &annual
		}
		out.Needed = append(out.Needed, n)
	}
	return out
}

func newJSONTotal(t scenario.Totals) jsonTotal {
	out := jsonTotal{
		Revenue: decimal(t.Revenue), Due: decimal(t.Due), Paid: decimal(t.Paid),
		Forgone: decimal(t.Forgone), Reverse: decimal(t.Reverse), Net: decimal(t.Net),
		PresentValue: decimal(t.PresentValue), PresentValueForgone: decimal(t.PresentValueForgone),
	}
	if t.Reached.Ever() {
		reached := t.Reached.String()
		out.CapReached = &reached
	}
	out.CapUsed = rateOrNull(t.CapUsed())
	out.EffectiveRate = rateOrNull(t.EffectiveRate())
	return out
}

func newJSONRow(row scenario.Row, capped bool) jsonRow {
	out := jsonRow{
		Revenue: decimal(row.Revenue), Due: decimal(row.Due), Paid: decimal(row.Paid),
		Cumulative: decimal(row.Cumulative), Forgone: decimal(row.Forgone),
		Reverse: decimal(row.Reverse), Net: decimal(row.Net),
	}
	if capped {
		headroom := decimal(row.Headroom)
		out.Headroom = &headroom
	}
	return out
}

func rateOrNull(r unit.Rate, ok bool) *decimal {
	if !ok {
		return nil
	}
	v := decimal(r)
	return &v
}
