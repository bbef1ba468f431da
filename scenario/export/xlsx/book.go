package xlsx

import (
	"bytes"
	"fmt"
	"sort"

	"github.com/xuri/excelize/v2"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// MaxScenarios is how many scenarios one workbook takes.
const MaxScenarios = 20

// A Request says what a workbook is to hold. The same request gives the same bytes.
type Request struct {
	// Workspace has the scenarios to be written, in this order, 1 to MaxScenarios, each
	// with its color. All that is in it goes into the workbook.
	Workspace scenario.Workspace
	Title     string // the heading; the name of the workspace where empty
	Date      string // as it is to be read, empty for none
	Reference string // id of the scenario that differences are from; empty for the first

	// Watch is told which part of the work is done, from 0 to 1. An error that it returns
	// ends the work, and is what Write returns. Nil for nobody.
	Watch func(done float64) error
}

// A book is a workbook that is being put together.
type book struct {
	Request
	subjects  []subject
	reference int // place of the one that differences are from
	sheets    []*sheet
	names     []named
}

// A named is a name that a workbook gives a cell.
type named struct{ name, cell string }

// A subject is a scenario in a workbook.
type subject struct {
	place  int
	s      scenario.Scenario
	p      scenario.Projection
	plan   scenario.Projection // of the scenario without actuals
	stated statement.Statement
	cells  map[string]string // of its inputs, by path

	streams        [][]scenario.StreamMonth
	periods        [][]unit.Period // for which each has cells
	shared, resale []unit.Amount   // by month: what the shares apply to
	planShared     []unit.Amount   // the same by the plan alone
	months, years  *sheet
	terms          map[term]string // the cells of what its terms come to
	results        [resultCount]string
}

// Write returns a workbook as the bytes of an XLSX file. It fails where a scenario
// is unsound, and where there are none or too many.
func Write(r Request) ([]byte, error) {
	if n := len(r.Workspace.Scenarios); n == 0 || n > MaxScenarios {
		return nil, fmt.Errorf("a workbook holds 1 to %d scenarios, not %d; choose some", MaxScenarios, n)
	}
	if r.Title == "" {
		r.Title = r.Workspace.Name
	}
	if r.Title == "" {
		r.Title = about.Name
	}
	b := &book{Request: r, reference: max(0, r.Workspace.Find(r.Reference))}
	for i, s := range r.Workspace.Scenarios {
		if err := b.tell(0.2 * float64(i) / float64(len(r.Workspace.Scenarios))); err != nil {
			return nil, err
		}
		u, err := newSubject(i, s)
		if err != nil {
			return nil, fmt.Errorf("scenario %q: %w", s.ID, err)
		}
		b.subjects = append(b.subjects, u)
	}
	sent, err := cells.Pack(b.Workspace)
	if err != nil {
		return nil, err
	}
	b.lay(sent)
	f, err := b.file()
	if err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	defer f.Close()
	return archive(f)
}

// tell says how far the work is.
func (b *book) tell(done float64) error {
	if b.Watch == nil {
		return nil
	}
	return b.Watch(done)
}

func newSubject(place int, s scenario.Scenario) (subject, error) {
	u := subject{place: place, s: s, cells: map[string]string{}, terms: map[term]string{}}
	var err error
	if u.p, err = scenario.Project(s); err != nil {
		return u, err
	}
	if u.stated, err = statement.New(s); err != nil {
		return u, err
	}
	for i := range s.Outlook.Streams {
		u.periods = append(u.periods, cells.Periods(s, i))
	}
	u.gather()
	u.plan = u.p
	if plan, planned := statement.WithoutActuals(s); planned {
		u.plan, err = scenario.Project(plan)
	}
	return u, err
}

// lay puts all sheets together, in the order in which they are seen. Those that
// others refer to are laid out first.
func (b *book) lay(sent []string) {
	inputs := b.addInputs()
	labels := sheetNames(b.subjects)
	var periods []*sheet
	for i := range b.subjects {
		u := &b.subjects[i]
		u.months = &sheet{name: labels[i].months}
		u.years = &sheet{name: labels[i].years}
		u.addTerms()
		u.addMonths()
		u.addYears()
		periods = append(periods, u.months, u.years)
	}
	summary := b.addSummary()
	b.sheets = append(b.sheets, summary, inputs)
	if len(b.subjects) > 1 {
		b.sheets = append(b.sheets, b.addCompare())
	}
	b.sheets = append(b.sheets, periods...)
	b.sheets = append(b.sheets, b.addStatement(), b.addChecks(), b.addAbout(), sentSheet(sent))
}

// file writes all sheets into a workbook of excelize.
func (b *book) file() (*excelize.File, error) {
	f := excelize.NewFile()
	looked, err := addLooks(f)
	if err != nil {
		return nil, err
	}
	for i, s := range b.sheets {
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", s.name, err)
		}
	}
	for i, s := range b.sheets {
		if err := b.tell(0.2 + 0.6*float64(i)/float64(len(b.sheets))); err != nil {
			return nil, err
		}
		if err := s.write(f, looked, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)); err != nil {
			return nil, err
		}
		if s.hidden {
			if err := f.SetSheetVisible(s.name, false); err != nil {
				return nil, err
			}
		}
	}
	for _, n := range append(b.names, named{cells.SentName, quoted(cells.SentSheet) + fixed(1, 1)}) {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: n.cell}); err != nil {
			return nil, fmt.Errorf("name %q: %w", n.name, err)
		}
	}
	f.SetActiveSheet(0)
	if f.ContentTypes != nil { // which lists the types of pictures in an order that varies
		types := f.ContentTypes.Defaults
		sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: about.Name, AppVersion: appVersion}); err != nil {
		return nil, err
	}
	return f, b.describe(f)
}

// describe says who made the workbook. Who changed it last is left out: excelize names
// that so that exceljs opens nothing.
func (b *book) describe(f *excelize.File) error {
	const part = "docProps/core.xml"
	if err := f.SetDocProps(&excelize.DocProperties{
		Creator: about.Name, Title: b.Title, Language: "en-US", Created: epoch, Modified: epoch,
	}); err != nil {
		return err
	}
	if data, found := f.Pkg.Load(part); found {
		text, _ := data.([]byte)
		f.Pkg.Store(part, bytes.Replace(text, []byte("<lastModifiedBy></lastModifiedBy>"), nil, 1))
	}
	return nil
}

// epoch stands for the time a workbook was made, which is no part of a request.
const epoch = "2000-01-01T00:00:00Z"

// appVersion is the version in the form that spreadsheets take one.
const appVersion = "1.0000"

func addLooks(f *excelize.File) (ids [styles]int, err error) {
	for i, look := range looks() {
		if ids[i], err = f.NewStyle(look); err != nil {
			return ids, fmt.Errorf("style %d: %w", i, err)
		}
	}
	return ids, nil
}
