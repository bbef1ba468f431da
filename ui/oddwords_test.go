package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/listing"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// An odd is a scenario at a limit of what can be entered.
type odd struct {
	says     string
	scenario scenario.Scenario
}

// odds are scenarios with no, one and very many of each thing, and the least and
// the largest of each amount.
func odds() []odd {
	var all []odd
	add := func(says string, change func(s *scenario.Scenario)) {
		s := desktest.WorkedCase()
		s.Name, s.Sources = "Odd plan", nil
		change(&s)
		s.ID = fmt.Sprintf("odd-%d", len(all))
		all = append(all, odd{says, s})
	}
	first := func(s *scenario.Scenario) *scenario.Stream {
		s.Outlook.Streams = []scenario.Stream{s.Outlook.Streams[0]}
		return &s.Outlook.Streams[0]
	}
	grows := func(rate unit.Rate) scenario.ByYear {
		var growth scenario.ByYear
		for year := 2026; year <= 2100; year++ {
			growth = growth.With(year, rate)
		}
		return growth
	}
	day := func(year, m int) unit.Month { return monthOf(year, m) }
	add("the worked case", func(*scenario.Scenario) {})
	add("no revenue", func(s *scenario.Scenario) { first(s).Base = 0 })
	add("a dollar of revenue", func(s *scenario.Scenario) { st := first(s); st.Base, st.Growth = 1, grows(0) })
	add("a cent of cap", func(s *scenario.Scenario) { s.Terms.Share.Cap = 0.01 })
	add("the most revenue, growing by the most", func(s *scenario.Scenario) { st := first(s); st.Base, st.Growth = 1e15, grows(100) })
	add("the same without a cap", func(s *scenario.Scenario) {
		st := first(s)
		st.Base, st.Growth = 1e15, grows(100)
		s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
	})
	add("falling by almost all", func(s *scenario.Scenario) { st := first(s); st.Growth = grows(-0.999999) })
	add("no streams", func(s *scenario.Scenario) { s.Outlook.Streams = nil })
	add("only Azure resale", func(s *scenario.Scenario) { s.Outlook.Streams = s.Outlook.Streams[1:] })
	add("other clouds with a long lead", func(s *scenario.Scenario) {
		s.Outlook.Streams[1].Channel = scenario.ChannelOtherCloud
		s.Terms.OtherClouds.AzureLeadMonths = 120
	})
	add("a lead of a month", func(s *scenario.Scenario) {
		s.Outlook.Streams[1].Channel = scenario.ChannelOtherCloud
		s.Terms.OtherClouds = scenario.OtherClouds{OpensAtAGI: true, AzureLeadMonths: 1}
		s.Outlook.AGIVerified = day(2027, 6)
	})
	add("a launch in the last year", func(s *scenario.Scenario) { s.Outlook.Streams[0].Launch = 2030 })
	add("no cap", func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 })
	add("a cap of nothing", func(s *scenario.Scenario) { s.Terms.Share.Cap = 0 })
	add("the largest cap", func(s *scenario.Scenario) { s.Terms.Share.Cap = 1e15 })
	add("more counted before than the cap", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 40e9 })
	add("almost all counted before", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 38e9 - 1 })
	add("a share of a month", func(s *scenario.Scenario) { s.Terms.Share.From, s.Terms.Share.Through = day(2028, 3), day(2028, 3) })
	add("a share of a month that fills the cap", func(s *scenario.Scenario) {
		s.Terms.Share.From, s.Terms.Share.Through, s.Terms.Share.Cap = day(2028, 3), day(2028, 3), 1e9
	})
	add("a share beyond the horizon", func(s *scenario.Scenario) { s.Terms.Share.From, s.Terms.Share.Through = day(2031, 1), day(2040, 12) })
	add("a share before the horizon", func(s *scenario.Scenario) { s.Terms.Share.From, s.Terms.Share.Through = day(2020, 1), day(2025, 12) })
	add("a cap that counts late", func(s *scenario.Scenario) { s.Terms.Share.CapFrom = day(2030, 12) })
	add("a cap that counts from its middle", func(s *scenario.Scenario) { s.Terms.Share.CapFrom = day(2028, 7) })
	add("no rate", func(s *scenario.Scenario) { s.Terms.Share.Rate = 0 })
	add("all of revenue", func(s *scenario.Scenario) { s.Terms.Share.Rate = 1 })
	add("a rate with many digits", func(s *scenario.Scenario) { s.Terms.Share.Rate = 0.123456789 })
	add("one other rate", func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = s.Terms.Share.RatesByYear.With(2028, 0) })
	add("another rate each year", func(s *scenario.Scenario) {
		for year := 2026; year <= 2030; year++ {
			s.Terms.Share.RatesByYear = s.Terms.Share.RatesByYear.With(year, unit.Rate(year-2025)/100)
		}
	})
	add("AGI in the first month", func(s *scenario.Scenario) {
		s.Outlook.AGIVerified, s.Terms.Share.EndsAtAGI = day(2026, 1), true
		s.Terms.Reverse.EndsAtAGI, s.Terms.License.Exclusive = true, scenario.ExclusiveUntilAGI
	})
	add("AGI in the middle", func(s *scenario.Scenario) { s.Outlook.AGIVerified, s.Terms.Share.EndsAtAGI = day(2027, 6), true })
	add("AGI without effect", func(s *scenario.Scenario) { s.Outlook.AGIVerified = day(2027, 6) })
	add("nothing else agreed", func(s *scenario.Scenario) {
		s.Terms.Reverse, s.Terms.License, s.Terms.OtherClouds = nil, nil, scenario.OtherClouds{}
	})
	add("a license of a month", func(s *scenario.Scenario) { s.Terms.License.Through = day(2026, 1) })
	add("a license until 2100", func(s *scenario.Scenario) { s.Terms.License.Through = day(2100, 12) })
	add("a reverse share of all", func(s *scenario.Scenario) { s.Terms.Reverse.Rate, s.Terms.Reverse.Through = 1, day(2030, 12) })
	add("one year", func(s *scenario.Scenario) { s.LastYear = 2026 })
	add("fifty years", func(s *scenario.Scenario) {
		for i := range s.Outlook.Streams {
			s.Outlook.Streams[i].Growth = grows(0.1)
		}
		s.LastYear, s.Terms.Share.Through = 2075, day(2075, 12)
		s.Terms.Share.Cap = 1e12
	})
	add("valued at the least", func(s *scenario.Scenario) { s.Valuation.DiscountRate, s.Valuation.AsOf = -0.5, day(2000, 1) })
	add("valued at the most, late", func(s *scenario.Scenario) { s.Valuation.DiscountRate, s.Valuation.AsOf = 10, day(2029, 6) })
	add("valued after all", func(s *scenario.Scenario) { s.Valuation.AsOf = day(2050, 1) })
	add("even months", func(s *scenario.Scenario) { s.Outlook.Shape = scenario.ShapeEven })
	add("half of a stream shared", func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0.5 })
	add("nothing of a stream shared", func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0 })
	add("long names", func(s *scenario.Scenario) {
		s.Name = strings.Repeat("A very long name ", 12)[:scenario.MaxName]
		s.Outlook.Streams[0].Name = strings.Repeat("Stream ", 30)[:scenario.MaxName]
		s.Outlook.Name, s.Terms.Name = s.Name, s.Name
	})
	add("sixty-four streams", func(s *scenario.Scenario) {
		st := *first(s)
		s.Outlook.Streams = nil
		for i := range scenario.MaxStreams {
			st.Name = fmt.Sprintf("Stream %d", i+1)
			s.Outlook.Streams = append(s.Outlook.Streams, st)
		}
	})
	return all
}

// said gathers what is said of a scenario without the window, each with where.
func said(t *testing.T, s scenario.Scenario, beside scenario.Scenario, say func(where, text string)) {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	q, err := scenario.Project(beside)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range p.Warnings {
		say("warning", w.Message)
	}
	say("results", words.ReachedHeadline(s, p.Total)+", "+words.ReachedDetail(s, p.Total))
	say("results", words.UpperFirst(words.ReachedClause(s, p.Total)))
	say("results", words.PaidThrough(s)+": "+p.Total.Paid.Headline()+", "+words.PaidDetail(s, p.Total))
	say("results", words.PaidDetailBrief(s, p.Total))
	sides := []words.Side{{Scenario: s, Total: p.Total}, {Scenario: beside, Total: q.Total}}
	for reference := range sides {
		say("comparison", words.Answer(sides, reference))
		say("comparison", words.Title(sides, reference))
	}
	say("comparison", words.Title(append(sides, sides[0]), 0))
	say("term", words.ShareRates(s.Terms.Share))
	say("term", words.ShareCap(s.Terms.Share))
	say("term", words.CapStart(s.Terms.Share))
	say("term", words.Window(s.Terms.Share))
	say("term", words.ReverseShare(s.Terms.Reverse, s))
	say("term", words.OtherClouds(s.Terms.OtherClouds, s.FirstMonth()))
	say("term", words.License(s.Terms.License))
	explained(t, s, say)
	exported(t, s, p, beside, q, say)
	drawnWords(t, s, p, beside, q, say)
}

// explained says what explanations say.
func explained(t *testing.T, s scenario.Scenario, say func(where, text string)) {
	t.Helper()
	for _, f := range []explain.Figure{
		explain.CapReached, explain.Revenue, explain.Due, explain.Paid, explain.Forgone, explain.Cumulative,
		explain.Headroom, explain.CapUsed, explain.Reverse, explain.Net, explain.PresentValue,
	} {
		questions := []explain.Question{explain.Whole(s, f)}
		for _, year := range []int{s.FirstYear, min(2028, s.LastYear), s.LastYear} {
			questions = append(questions, explain.Question{Figure: f, From: monthOf(year, 1), Through: monthOf(year, 12)})
		}
		questions = append(questions, explain.Question{Figure: f, From: monthOf(s.LastYear, 3), Through: monthOf(s.LastYear, 3)})
		for _, question := range questions {
			e, err := explain.Of(s, question)
			if err != nil {
				t.Fatal(err)
			}
			say("explanation", e.Title+": "+e.Answer)
			for _, rule := range e.Rules {
				say("rule", rule.Text)
			}
			for _, step := range e.Steps {
				say("step", step.Heading)
				for _, line := range append(step.Lines, step.Total) {
					say("line", line.Label)
					say("formula", line.Formula)
					say("amount", line.Text)
				}
			}
		}
	}
}

// exported says what the tables for people say.
func exported(t *testing.T, s scenario.Scenario, p scenario.Projection, beside scenario.Scenario, q scenario.Projection, say func(where, text string)) {
	t.Helper()
	lines := func(where string, data []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			say(where, gaps.ReplaceAllString(strings.TrimSpace(line), " | "))
		}
	}
	data, err := listing.Table([]listing.Result{{Scenario: s, Projection: p}}, listing.FiscalYear)
	lines("table", data, err)
	c, err := compare.New([]compare.Subject{{Scenario: beside, Projection: q}, {Scenario: s, Projection: p}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var bridges []compare.Bridge
	if b, err := compare.NewBridge(beside, s, compare.Paid); err == nil {
		bridges = append(bridges, b)
		for _, step := range b.Steps {
			say("bridge", step.Group.String())
		}
	}
	data, err = listing.CompareTable(listing.Compared{Comparison: c, Bridges: bridges})
	lines("comparison", data, err)
}

var (
	gaps     = regexp.MustCompile(`  +`)
	svgTexts = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
)

// drawnWords says what pictures say.
func drawnWords(t *testing.T, s scenario.Scenario, p scenario.Projection, beside scenario.Scenario, q scenario.Projection, say func(where, text string)) {
	t.Helper()
	a, b := plot.Subject{Scenario: s, Projection: p}, plot.Subject{Scenario: beside, Projection: q}
	draw := func(c plot.Chart) {
		pic := plot.Picture{Options: plot.Options{Width: 1200, Height: 700, Scale: 1}, Chart: c}
		data, err := pic.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range svgTexts.FindAllStringSubmatch(string(data), -1) {
			say("picture", strings.NewReplacer("&#39;", "'", "&amp;", "&", "&#34;", `"`).Replace(text[1]))
		}
	}
	draw(plot.Cumulative{Subject: a})
	draw(plot.Years{Subject: a})
	draw(plot.Compare{Subjects: []plot.Subject{a, b}})
	draw(plot.Compare{Layout: plot.LayoutOverlay, Subjects: []plot.Subject{b, a}})
	prior, _ := preset.Amendment()
	draw(plot.Deal{Subject: a, Prior: prior.Terms})
}

// shownWords says what the window shows in its views.
func shownWords(p *Planner, say func(where, text string)) {
	for _, v := range views {
		p.setView(v.view)
		desktest.Visit(p.Window.Content(), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			for _, text := range ownTexts(o) {
				say(windows, text)
			}
			if tip, ok := o.(interface{ Tooltip() string }); ok {
				say("tooltip", tip.Tooltip())
			}
		})
	}
}

// nonsense is what no field takes, or hardly any.
var nonsense = []string{"nonsense", "", "-1", "0", "1e40", "13/13/2029"}

// refusedWords says what the fields of a scenario answer to nonsense.
func (d *seat) refusedWords(say func(where, text string)) {
	d.p.setView(ViewPlan)
	for _, w := range d.plan().Fields() {
		d.refusals(w, say)
	}
}

// refusals says what a field answers to nonsense.
func (d *seat) refusals(w inspect.Widget, say func(where, text string)) {
	w2, ok := w.(interface {
		fyne.Focusable
		SetText(text string)
	})
	if !ok || !w.Inspect().Enabled {
		return
	}
	for _, text := range nonsense {
		w2.SetText(text)
		w2.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		say("refusal", w.Inspect().Fault)
		w2.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// askedWords says what the prompts of a scenario say, before and after nonsense was
// entered.
func (d *seat) askedWords(say func(where, text string)) {
	for _, menu := range [][]command{d.p.editCommands(), d.p.scenarioCommands(), d.p.helpCommands()} {
		for _, c := range menu {
			if !strings.HasSuffix(c.label, "…") {
				continue
			}
			c.run()
			for len(d.p.Prompts.All) > 0 {
				top := d.p.Prompts.All[len(d.p.Prompts.All)-1]
				d.promptWords(top.Popup.Content, say)
				for _, w := range top.Fields {
					d.refusals(w, say)
				}
				if slices.Contains(d.p.Prompts.All, top) {
					d.promptWords(top.Popup.Content, say)
					d.p.Prompts.Cancel()
				}
			}
		}
	}
}

func (d *seat) promptWords(content fyne.CanvasObject, say func(where, text string)) {
	desktest.Visit(content, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		for _, text := range ownTexts(o) {
			say("prompt", text)
		}
	})
}

// ownTexts returns what an object itself says.
func ownTexts(o fyne.CanvasObject) []string {
	switch o := o.(type) {
	case *look.Text:
		return []string{o.Content, o.Brief}
	case *look.Paragraph:
		return []string{o.Content()}
	case *widget.Label:
		return []string{o.Text}
	case *canvas.Text:
		return []string{o.Text}
	}
	return nil
}

// An ill is what no sentence may have in it.
type ill struct {
	says    string
	pattern *regexp.Regexp
	where   string // only there, empty for everywhere
}

// windows are where the window's own words are from.
const windows = "window"

var stretch = regexp.MustCompile(`\b(?:from )?((?:[A-Z]\w+ )?\d{4}) (?:to|through) ((?:[A-Z]\w+ )?\d{4})\b`)

var ills = []ill{
	{"a number that is none", regexp.MustCompile(`NaN|Inf\b|%!|<nil>`), ""},
	{"an amount longer than anyone reads", regexp.MustCompile(`\d{1,3}(,\d{3}){3,}|(^|[^.\d])\d{9,}`), ""},
	{"a hyphen for a minus", regexp.MustCompile(`(^|[ (+])-[$\d]`), ""},
	{"a sign before a sign", regexp.MustCompile(`[+−] ?[+−]`), ""},
	{"a zero with a sign", regexp.MustCompile(`[+−]\$?0(\.0+)?([BMT%]|$)`), ""},
	{"one of several", regexp.MustCompile(`\b(1|one) (months|years|days|rows|inputs)\b`), ""},
	{"several of one", regexp.MustCompile(`\b([2-9]|\d\d+|no) (month|year|day|row) `), ""},
	{"a stretch from one month to the same", stretch, "same"},
	{"a word twice", regexp.MustCompile(`\b(the the|of of|is is|to to|in in|and and)\b`), ""},
	{"two spaces, or one before a comma", regexp.MustCompile(`  | [,.;:]( |$)`), ""},
	{"two stops", regexp.MustCompile(`[,.;:][,.;:]`), ""},
	{"empty brackets", regexp.MustCompile(`\(\)|\[\]`), ""},
	{"curly quotes", regexp.MustCompile(`[“”‘’]`), ""},
	{"a month or day as files have it", regexp.MustCompile(`\b\d{4}-\d{2}\b`), windows},
	{"the path of a field", regexp.MustCompile(`\b(terms|outlook|valuation)\.\w`), windows},
}

// example is the one amount in full that refusals name, of those that can be typed.
const example = "38,000,000,000"

// ailing says what is wrong with a text, empty where nothing is.
func ailing(where, text string) string {
	text = strings.TrimSpace(strings.NewReplacer("›", "", "‹", "", example, "").Replace(text))
	for _, i := range ills {
		switch i.where {
		case "", where:
			if i.pattern.MatchString(text) {
				return i.says
			}
		case "same":
			for _, s := range stretch.FindAllStringSubmatch(text, -1) {
				if s[1] == s[2] {
					return i.says
				}
			}
		}
	}
	return ""
}

// TestWhatIsSaidReadsWellWhateverTheScenario holds all that the program says of odd
// scenarios, in its window, explanations, tables and pictures, to what a reader
// would stumble over.
func TestWhatIsSaidReadsWellWhateverTheScenario(t *testing.T) {
	all := odds()
	beside := all[0].scenario
	beside.ID, beside.Name = "beside", "Beside"
	d := sitDefault(t)
	for i, o := range all {
		faults := map[string]bool{}
		say := func(where, text string) {
			if why := ailing(where, text); why != "" && !faults[why] {
				faults[why] = true
				t.Errorf("%s, %s: %q has %s", o.says, where, text, why)
			}
		}
		said(t, o.scenario, beside, say)
		w := scenario.Workspace{Scenarios: []scenario.Scenario{o.scenario, beside}}
		w.View = scenario.View{Selected: o.scenario.ID, Compared: []string{o.scenario.ID, beside.ID}, Reference: beside.ID}
		d.p.replace(w, "")
		shownWords(d.p, say)
		if i%9 == 0 { // some: prompts and refusals say much the same of each
			d.askedWords(say)
			d.refusedWords(say)
		}
	}
}

// monthOf returns a month of a year.
func monthOf(year, month int) unit.Month { return unit.NewMonth(year, time.Month(month)) }
