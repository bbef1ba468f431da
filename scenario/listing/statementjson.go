package listing

import "headroom/scenario/statement"

// StatementJSON returns statements in full precision, for programs. Amounts are
// dollars and rates fractions; what does not exist (room and headroom without a cap,
// the month through which a quarter is actual where none of it is, a plan where there
// are no actuals, the one rate of several) is null.
func StatementJSON(of []Stated) ([]byte, error) {
	doc := jsonStatements{Scenarios: make([]jsonStatement, 0, len(of))}
	for _, s := range of {
		st := jsonStatement{ID: s.Statement.Scenario.ID, Name: s.Statement.Scenario.Name, Quarters: []jsonStated{}}
		for _, q := range s.quarters() {
			st.Quarters = append(st.Quarters, newJSONStated(s.Statement, q))
		}
		if s.Quarter == nil {
			total := newJSONAccount(s.Statement.Total().Account)
			st.Total = &total
		}
		doc.Scenarios = append(doc.Scenarios, st)
	}
	return marshal(doc)
}

type jsonStatements struct {
	Scenarios []jsonStatement `json:"scenarios"`
}

type jsonStatement struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"`
	Quarters []jsonStated `json:"quarters"`
	Total    *jsonAccount `json:"total,omitempty"`
}

type jsonStated struct {
	Quarter string  `json:"quarter"`
	Fiscal  string  `json:"fiscalQuarter"`
	Actual  *string `json:"actualThrough"`
	jsonAccount
	Plan *jsonAccount `json:"plan"`
}

type jsonAccount struct {
	Opening   decimal    `json:"opening"`
	Room      *decimal   `json:"room"`
	Revenue   decimal    `json:"revenue"`
	Base      decimal    `json:"base"`
	Rate      *decimal   `json:"rate"`
	Due       decimal    `json:"due"`
	Paid      decimal    `json:"paid"`
	Uncounted decimal    `json:"uncounted"`
	Forgone   decimal    `json:"forgone"`
	Closing   decimal    `json:"closing"`
	Headroom  *decimal   `json:"headroom"`
	Streams   []jsonLine `json:"streams"`
}

type jsonLine struct {
	Name     string  `json:"name"`
	Channel  string  `json:"channel"`
	Revenue  decimal `json:"revenue"`
	Resale   decimal `json:"resale"`
	Outside  decimal `json:"outside"`
	Unshared decimal `json:"unshared"`
	Base     decimal `json:"base"`
	Barred   decimal `json:"barred"`
}

func newJSONStated(st statement.Statement, q statement.Quarter) jsonStated {
	out := jsonStated{Quarter: q.Name(), Fiscal: q.FiscalName(), jsonAccount: newJSONAccount(q.Account)}
	if q.Actual != 0 {
		through := q.Actual.String()
		out.Actual = &through
	}
	if st.Planned {
		plan := newJSONAccount(q.Plan)
		out.Plan = &plan
	}
	return out
}

func newJSONAccount(a statement.Account) jsonAccount {
	out := jsonAccount{
		Opening: decimal(a.Opening), Room: amountOrNull(a.Room, a.Capped), Revenue: decimal(a.Revenue), Base: decimal(a.Base),
		Rate: rateOrNull(a.Rate, a.OneRate), Due: decimal(a.Due), Paid: decimal(a.Paid()), Uncounted: decimal(a.Uncounted),
		Forgone: decimal(a.Saved), Closing: decimal(a.Closing), Headroom: amountOrNull(a.Headroom, a.Capped),
		Streams: make([]jsonLine, 0, len(a.Streams)),
	}
	for _, l := range a.Streams {
		out.Streams = append(out.Streams, jsonLine{
			l.Name, string(l.Channel), decimal(l.Revenue), decimal(l.Resale), decimal(l.Outside), decimal(l.Unshared), decimal(l.Base), decimal(l.Barred),
		})
	}
	return out
}
