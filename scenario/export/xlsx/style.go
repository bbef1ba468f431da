package xlsx

import "github.com/xuri/excelize/v2"

// A style is how a cell looks.
type style int

const (
	plain style = iota
	title
	heading
	head     // of a column of figures
	headText // of a column of texts
	note
	answer // the date a cap is reached, large
	money  // billions with their unit
	figure // billions in a table, whose head names the unit
	total  // figure of a row of totals
	totalText
	percent
	month
	day
	whole
	factor
	exact // a number with all its digits
	inputMoney
	inputPercent
	inputMonth
	inputWhole
	inputText
	inputFactor
	styles // how many there are
)

const (
	blue  = "0000FF"
	gray  = "5F6368"
	rule  = "BDC1C6"
	tint  = "FFF8E1" // below inputs
	shade = "F1F3F4" // below the heads of columns
)

// typeface is that of new workbooks; without one some take a serif.
const typeface = "Calibri"

const (
	moneyFormat  = `$#,##0.00" bn"`
	figureFormat = `#,##0.000`
)

// looks are the styles of a workbook as excelize has them.
func looks() [styles]*excelize.Style {
	format := func(text string) *string { return &text }
	of := func(number string) *excelize.Style {
		return &excelize.Style{CustomNumFmt: format(number), Alignment: &excelize.Alignment{Horizontal: "right"}}
	}
	input := func(number string) *excelize.Style {
		s := of(number)
		s.Font = &excelize.Font{Color: blue}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}}
		return s
	}
	header := func(horizontal string) *excelize.Style {
		return &excelize.Style{
			Font:      &excelize.Font{Bold: true},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}},
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "bottom", WrapText: true},
			Border:    []excelize.Border{{Type: "bottom", Color: rule, Style: 1}},
		}
	}
	summed := func(s *excelize.Style) *excelize.Style {
		s.Font = &excelize.Font{Bold: true}
		s.Border = []excelize.Border{{Type: "top", Color: rule, Style: 1}}
		return s
	}
	large := of("mmm d, yyyy")
	large.Font = &excelize.Font{Bold: true, Size: 16}
	large.Alignment.Horizontal = "left"
	all := [styles]*excelize.Style{
		plain:        {Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top"}},
		title:        {Font: &excelize.Font{Bold: true, Size: 16}},
		heading:      {Font: &excelize.Font{Bold: true, Size: 12}},
		head:         header("right"),
		headText:     header("left"),
		note:         {Font: &excelize.Font{Color: gray}, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top"}},
		answer:       large,
		money:        of(moneyFormat),
		figure:       of(figureFormat),
		total:        summed(of(figureFormat)),
		totalText:    summed(&excelize.Style{}),
		percent:      of("0.00%"),
		month:        of("mmm yyyy"),
		day:          of("mmm d, yyyy"),
		whole:        of("0"),
		factor:       of("0.0000"),
		exact:        of("0.00000000000"),
		inputMoney:   input(moneyFormat),
		inputPercent: input("0.00%"),
		inputMonth:   input("mmm yyyy"),
		inputWhole:   input("0"),
		inputText:    input("@"),
		inputFactor:  input("0.00"),
	}
	for _, s := range all {
		if s.Font == nil {
			s.Font = &excelize.Font{}
		}
		if s.Font.Family = typeface; s.Font.Size == 0 {
			s.Font.Size = 11
		}
	}
	return all
}
