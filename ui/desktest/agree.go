package desktest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/words"
	"headroom/ui/inspect"
)

// Agree holds everything on the screen to the session as it is now: figures, table,
// card and inspection tell what follows from the selected scenario, in the words
// of the formatters.
func (d *Seat) Agree() {
	d.Helper()
	d.Relayout()
	d.Draw()
	s := d.Selected()
	p, err := scenario.Project(s)
	if err != nil {
		d.Fatalf("the session holds an unsound scenario: %v", err)
	}
	in := d.Screen()
	if in.Drawn != in.Revision || in.Revision != d.Desk.Session.Revision() || in.Selected != s.ID {
		d.Errorf("revision %d, drawn %d, of %s; the session is at %d, of %s", in.Revision, in.Drawn, in.Selected, d.Desk.Session.Revision(), s.ID)
	}
	total := p.Total
	want := map[string]any{
		"paid": total.Paid, "forgone": total.Forgone, "net": total.Net, "present-value": total.PresentValue,
		"cap-reached": nil, "cap-used": nil, "headroom": nil, "actuals-through": nil, "pace-now": nil,
		"revenue": total.Revenue, "due": total.Due,
	}
	if !p.ActualsThrough.IsZero() {
		want["actuals-through"], want["pace-now"] = p.ActualsThrough.String(), p.Pace.Now
	}
	for _, need := range p.Pace.Needed {
		name := fmt.Sprintf("pace-needed:%d", need.By.Year())
		if want[name] = nil; need.Known {
			want[name] = need.Annual
		}
	}
	if total.Reached.Ever() {
		want["cap-reached"] = total.Reached.String()
	}
	if used, ok := total.CapUsed(); ok {
		want["cap-used"] = used
	}
	if total.Capped {
		want["headroom"] = total.Headroom
	}
	if !reflect.DeepEqual(in.Results, want) {
		d.Errorf("inspection: results %v, want %v", in.Results, want)
	}
	for _, shown := range []struct{ name, words string }{
		{"result.cap-reached", ": " + words.ReachedHeadline(s, total) + ", " + words.ReachedDetail(s, total)},
		{"result.paid", fmt.Sprintf("Paid through %d: %s,", s.LastYear, total.Paid.Headline())},
		{"result.forgone", "Saved by the cap: " + total.Forgone.Headline() + ","},
		{"result.present-value", "Present value: " + total.PresentValue.Headline() + ", at " + s.Valuation.DiscountRate.Percent() + ","},
		{"scenario." + s.ID, fmt.Sprintf("Paid through %d: %s", s.LastYear, total.Paid.Headline())},
	} {
		at := slices.IndexFunc(in.Widgets, func(w inspect.Seen) bool { return w.Kind == "button" && w.Name == shown.name })
		if at < 0 {
			d.Errorf("%s is not in view", shown.name)
			continue
		}
		if text := in.Widgets[at].Text; !strings.Contains(text, shown.words) {
			d.Errorf("%s shows %q, want %q in it", shown.name, text, shown.words)
		}
	}
	if got, want := d.Text("table", "table"), yearTable(p); got != want {
		d.Errorf("the table shows\n%swant\n%s", got, want)
	}
}

// yearTable writes the years of a projection as the table shows them.
func yearTable(p scenario.Projection) string {
	var b strings.Builder
	b.WriteString("Year\tRevenue\tShare before the cap\tPaid\tCounted toward the cap\tHeadroom\tCap used\n")
	for _, r := range p.Years {
		headroom := "–"
		if p.Total.Capped {
			headroom = r.Headroom.Table()
		}
		used := words.PartOfCap(float64(r.Cumulative), float64(p.Total.Cap), p.Total.Capped)
		known := 0
		for m := r.From; m <= min(r.Through, p.ActualsThrough); m++ {
			known++
		}
		actual := ""
		switch {
		case known == 12:
			actual = " actual"
		case known > 0:
			actual = fmt.Sprintf(", %d of 12 months actual", known)
		}
		fmt.Fprintf(&b, "%d%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.From.Year(), actual,
			r.Revenue.Table(), r.Due.Table(), r.Paid.Table(), r.Cumulative.Table(), headroom, used)
	}
	fmt.Fprintf(&b, "Total\t%s\t%s\t%s\t\t\t\n", p.Total.Revenue.Table(), p.Total.Due.Table(), p.Total.Paid.Table())
	return b.String()
}
