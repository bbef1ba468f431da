package listing

import (
	"bytes"
	"encoding/json"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// A Risk is how sure scenarios are, and, unless Race is nil, which of two gets there
// first.
type Risk struct {
	Runs []RiskRun
	Race *RiskRace
}

// A RiskRun is what a run says of a scenario.
type RiskRun struct {
	Scenario scenario.Scenario
	Result   simulate.Result
	Seconds  float64 // of the run alone
}

// A RiskRace is a race of two scenarios.
type RiskRace struct {
	A, B scenario.Scenario
	Race simulate.Race
}

// percentName names a percentile as programs read it: p5, p97.5.
func percentName(p float64) string { return "p" + strconv.FormatFloat(p, 'f', -1, 64) }

// RiskJSON returns runs in full precision, for programs. What does not exist, such as a
// date that is not reached or a probability without a cap, is null.
func RiskJSON(r Risk) ([]byte, error) {
	doc := jsonRisk{Scenarios: []jsonRun{}}
	for _, run := range r.Runs {
		doc.Scenarios = append(doc.Scenarios, newJSONRun(run))
	}
	if race := r.Race; race != nil {
		doc.Race = &jsonRace{
			A: race.A.ID, B: race.B.ID,
			AFirst: decimal(race.Race.AFirst.Value), BFirst: decimal(race.Race.BFirst.Value), SameDay: decimal(race.Race.SameDay.Value),
			Neither: decimal(race.Race.Neither.Value), APaysMore: decimal(race.Race.APaysMore.Value),
			PaidDifference: jsonEstimate{decimal(race.Race.Difference.Value), decimal(race.Race.Difference.Error)},
		}
	}
	return marshal(doc)
}

type jsonRisk struct {
	Scenarios []jsonRun `json:"scenarios"`
	Race      *jsonRace `json:"race,omitempty"`
}

type jsonRun struct {
	ID           string       `json:"id"`
	Paths        int          `json:"paths"`
	Seed         uint64       `json:"seed"`
	Sampling     string       `json:"sampling"`
	Reached      *decimal     `json:"reachedProbability"`
	Error        *decimal     `json:"standardError"`
	Quarters     []fields     `json:"quarters"`
	Date         fields       `json:"date"`
	Paid         fields       `json:"paid"`
	Forgone      fields       `json:"forgone"`
	PresentValue fields       `json:"presentValue"`
	PriceOfCap   *decimal     `json:"priceOfCap"`
	AveragingGap decimal      `json:"averagingGap"`
	Seconds      decimal      `json:"seconds"`
	Ranking      []jsonDriver `json:"ranking"`
}

type jsonDriver struct {
	Draw  string  `json:"draw"`
	Paid  decimal `json:"paid"`
	Date  decimal `json:"date"`
	Error decimal `json:"standardError"` // the larger of the two
}

type jsonEstimate struct {
	Mean  decimal `json:"mean"`
	Error decimal `json:"standardError"`
}

type jsonRace struct {
	A              string       `json:"a"`
	B              string       `json:"b"`
	AFirst         decimal      `json:"aFirst"`
	BFirst         decimal      `json:"bFirst"`
	SameDay        decimal      `json:"sameDay"`
	Neither        decimal      `json:"neither"`
	APaysMore      decimal      `json:"aPaysMore"`
	PaidDifference jsonEstimate `json:"paidDifference"`
}

// fields are those of an object, in order, of which not all names are known before.
type fields []pair

type pair struct {
	name  string
	value any
}

// MarshalJSON writes the object.
func (f fields) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	for i, one := range f {
		out.WriteString(map[bool]string{true: "{", false: ","}[i == 0] + strconv.Quote(one.name) + ":")
		value, err := json.Marshal(one.value)
		if err != nil {
			return nil, err
		}
		out.Write(value)
	}
	if len(f) == 0 {
		out.WriteByte('{')
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func newJSONRun(run RiskRun) jsonRun {
	r := run.Result
	out := jsonRun{
		ID: run.Scenario.ID, Paths: r.Paths, Seed: r.Seed, Sampling: string(r.Sampling), Quarters: []fields{},
		Paid: spreadFields(r, r.Paid), Forgone: spreadFields(r, r.Forgone), PresentValue: spreadFields(r, r.Value), Date: fields{},
		AveragingGap: decimal(r.AveragingGap.Value), Seconds: decimal(run.Seconds), Ranking: []jsonDriver{},
	}
	if r.Capped {
		reached, off, price := decimal(r.Reached.Value), decimal(r.Reached.Error), decimal(r.PriceOfCap.Value)
		out.Reached, out.Error, out.PriceOfCap = &reached, &off, &price
	}
	for _, q := range r.Quarters {
		row := append(fields{{"quarter", unit.QuarterOf(q.First).String()}, {"mean", decimal(q.Mean)}}, percentFields(r, q.Percentiles)...)
		out.Quarters = append(out.Quarters, append(row, pair{"reachedBy", decimal(q.ReachedBy)}))
	}
	for i, d := range r.Dates {
		var date any
		if d.Ever() {
			date = d.String()
		}
		out.Date = append(out.Date, pair{percentName(r.Percents[i]), date})
	}
	for _, d := range r.Ranking {
		out.Ranking = append(out.Ranking, jsonDriver{string(d.Draw()), decimal(d.Paid.Value), decimal(d.Date.Value), decimal(max(d.Paid.Error, d.Date.Error))})
	}
	return out
}

func percentFields(r simulate.Result, values []unit.Amount) fields {
	var out fields
	for i, v := range values {
		out = append(out, pair{percentName(r.Percents[i]), decimal(v)})
	}
	return out
}

func spreadFields(r simulate.Result, s simulate.Spread) fields {
	return append(fields{{"mean", decimal(s.Mean.Value)}, {"standardError", decimal(s.Mean.Error)}}, percentFields(r, s.Percentiles)...)
}
