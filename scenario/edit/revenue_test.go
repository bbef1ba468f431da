package edit_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

// revenues returns what a stream of scenario a earns from the year of the base to
// the last year, in billions to nine places.
func revenues(t *testing.T, s *edit.Session, stream int) [6]float64 {
	t.Helper()
	var out [6]float64
	for i := range out {
		out[i] = math.Round(float64(of(t, s, "a").Revenue(stream, 2025+i))) / 1e9
	}
	return out
}

// The streams of the plan earn, from 2025 on, in billions: OpenAI 10, 20, 40, 60,
// 90, 112.5; Hardware 0, 0, 0, 6, 12, 18; Azure resale 4, 6, 9, 13.5, 20.25,
// 30.375.
func TestRevenue(t *testing.T) {
	tests := []struct {
		what   string
		change edit.Change
		stream int
		want   [6]float64
		name   string
	}{
		{
			"later years keep their growth", edit.SetRevenue("a", 0, 2027, 60e9, false), 0,
			[6]float64{10, 20, 60, 90, 135, 168.75},
			"set 2027 revenue to $60.0B",
		},
		{
			"later years keep their revenue", edit.SetRevenue("a", 0, 2027, 50e9, true), 0,
			[6]float64{10, 20, 50, 60, 90, 112.5},
			"set 2027 revenue to $50.0B",
		},
		{
			"the last year has none after it", edit.SetRevenue("a", 0, 2030, 100e9, true), 0,
			[6]float64{10, 20, 40, 60, 90, 100},
			"set 2030 revenue to $100.0B",
		},
		{
			"the year before the horizon is the base", edit.SetRevenue("a", 0, 2025, 5e9, false), 0,
			[6]float64{5, 10, 20, 30, 45, 56.25},
			"set 2025 revenue to $5.0B",
		},
		{
			"the base moves alone", edit.SetRevenue("a", 0, 2025, 5e9, true), 0,
			[6]float64{5, 20, 40, 60, 90, 112.5},
			"set 2025 revenue to $5.0B",
		},
		{
			"the launch year is the base", edit.SetRevenue("a", 1, 2028, 3e9, false), 1,
			[6]float64{0, 0, 0, 3, 6, 9},
			"set 2028 revenue of Hardware to $3.0B",
		},
		{
			"the launch moves alone", edit.SetRevenue("a", 1, 2028, 3e9, true), 1,
			[6]float64{0, 0, 0, 3, 12, 18},
			"set 2028 revenue of Hardware to $3.0B",
		},
		{
			"nothing before the launch", edit.SetRevenue("a", 1, 2027, 0, true), 1,
			[6]float64{0, 0, 0, 6, 12, 18},
			"",
		},
		{
			"a row", edit.SetRevenues("a", 0, 2025, []unit.Amount{8e9, 16e9, 20e9}), 0,
			[6]float64{8, 16, 20, 30, 45, 56.25},
			"set revenue",
		},
		{
			"a row over a launch", edit.SetRevenues("a", 1, 2027, []unit.Amount{0, 5e9, 6e9, 7e9}), 1,
			[6]float64{0, 0, 0, 5, 6, 7},
			"set revenue of Hardware",
		},
		{
			"a row of growth", edit.SetGrowths("a", 0, scenario.ByYear{{Year: 2027, Rate: 0.5}, {Year: 2028, Rate: 0}}), 0,
			[6]float64{10, 20, 30, 30, 45, 56.25},
			"set growth",
		},
		{
			"total scales all direct streams", edit.SetTotalRevenue("a", 2029, 51e9, false), 0,
			[6]float64{10, 20, 40, 60, 45, 56.25},
			"set 2029 total revenue to $51.0B",
		},
		{
			"the launched too", edit.SetTotalRevenue("a", 2029, 51e9, false), 1,
			[6]float64{0, 0, 0, 6, 6, 9},
			"set 2029 total revenue to $51.0B",
		},
		{
			"in its launch year too", edit.SetTotalRevenue("a", 2028, 33e9, true), 1,
			[6]float64{0, 0, 0, 3, 12, 18},
			"set 2028 total revenue to $33.0B",
		},
		{
			"but not resale", edit.SetTotalRevenue("a", 2029, 51e9, false), 2,
			[6]float64{4, 6, 9, 13.5, 20.25, 30.375},
			"set 2029 total revenue to $51.0B",
		},
		{
			"total of the base", edit.SetTotalRevenue("a", 2025, 20e9, true), 0,
			[6]float64{20, 20, 40, 60, 90, 112.5},
			"set 2025 total revenue to $20.0B",
		},
		{
			"total growth", edit.SetTotalGrowth("a", 2029, 1), 0, // 66 to 132 instead of 102
			[6]float64{10, 20, 40, 60, 116.470588235, 145.588235294}, "set 2029 total growth to +100.0%",
		},
		{
			"total growth over a launch", edit.SetTotalGrowth("a", 2028, 0.65), 0, // 40 to 66, as it is
			[6]float64{10, 20, 40, 60, 90, 112.5}, "",
		},
		{
			"total growth of one stream", edit.SetTotalGrowth("a", 2027, 0.5), 0,
			[6]float64{10, 20, 30, 45, 67.5, 84.375},
			"set 2027 total growth to +50.0%",
		},
		{
			"growth shifted", edit.ShiftGrowth("a", -0.5), 0,
			[6]float64{10, 15, 22.5, 22.5, 22.5, 16.875},
			"shift all growth by −50.0 pp",
		},
		{
			"of all streams", edit.ShiftGrowth("a", 0.5), 1,
			[6]float64{0, 0, 0, 6, 15, 30},
			"shift all growth by +50.0 pp",
		},
	}
	for _, test := range tests {
		s := open(t, 1)
		do(t, s, test.change)
		if got := revenues(t, s, test.stream); got != test.want {
			t.Errorf("%s: %v, want %v", test.what, got, test.want)
		}
		if s.UndoName() != test.name {
			t.Errorf("%s: undo %q, want %q", test.what, s.UndoName(), test.name)
		}
	}
}

func TestRevenueRefused(t *testing.T) {
	tests := []struct {
		change edit.Change
		want   string
	}{
		{edit.SetRevenue("a", 0, 2024, 1e9, false), "outlook.streams[0].revenue.2024: 2024 is outside the years 2025 to 2030"},
		{edit.SetRevenue("a", 0, 2031, 1e9, false), "outlook.streams[0].revenue.2031: 2031 is outside the years 2025 to 2030"},
		{edit.SetRevenue("a", 1, 2027, 1e9, false), "outlook.streams[1].revenue.2027: Hardware launches in 2028 and earns nothing before"},
		{edit.SetRevenue("a", 0, 2027, 0, false), "outlook.streams[0].revenue.2027: 2027 cannot fall to nothing; its revenue has to stay above $0"},
		{edit.SetRevenue("a", 0, 2025, -1, false), "outlook.streams[0].base: "},
		{
			edit.SetRevenue("a", 0, 2027, 2021e9, false),
			"outlook.streams[0].revenue.2027: from 2026 ($20.00B) to 2027 ($2,021.00B) is more than the highest growth, 10,000%",
		},
		{
			edit.SetRevenue("a", 0, 2027, 0.5e9, true),
			"outlook.streams[0].revenue.2027: from 2027 ($0.50B) to 2028 ($60.00B) is more than the highest growth, 10,000%",
		},
		{edit.SetRevenues("a", 0, 2029, []unit.Amount{1e9, 1e9, 1e9}), "outlook.streams[0].revenue.2031: 2031 is outside the years 2025 to 2030"},
		{edit.SetGrowth("a", 0, 2027, -1), "outlook.streams[0].growth.2027: "},
		{edit.SetGrowth("a", 1, 2028, 0.5), "outlook.streams[1].growth.2028: Hardware launches in 2028 and grows from 2029 on"},
		{edit.SetGrowths("a", 1, scenario.ByYear{{Year: 2028, Rate: 1}}), "outlook.streams[1].growth.2028: Hardware launches in 2028 and grows from 2029 on"},
		{edit.ShiftGrowth("a", -1.25), "outlook.streams[0].growth.2030: "},
		{edit.SetTotalRevenue("a", 2031, 1e9, false), "outlook.streams: the direct streams earn nothing in 2031 that could be scaled; set the revenue of one of them"},
		{edit.SetTotalRevenue("a", 2029, 0, false), "outlook.streams[0].revenue.2029: 2029 cannot fall to nothing; its revenue has to stay above $0"},
		{edit.SetTotalGrowth("a", 2025, 1), "outlook.streams: the direct streams have no revenue in 2024 to grow from; give it first"},
	}
	for _, test := range tests {
		s := open(t, 1)
		err := s.Do(test.change)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("error %v, want %s", err, test.want)
		}
	}
}

func TestNoGrowthAfterAYearWithoutRevenue(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetBase("a", 0, 0))
	for want, change := range map[string]edit.Change{
		"outlook.streams[0].growth.2027: 2026 has no revenue to grow from; give its revenue first":  edit.SetGrowth("a", 0, 2027, 0.5),
		"outlook.streams[0].revenue.2026: 2025 has no revenue to grow from; give its revenue first": edit.SetRevenue("a", 0, 2026, 1e9, false),
	} {
		if err := s.Do(change); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	do(t, s, edit.SetRevenue("a", 0, 2025, 10e9, true))
	if got, want := revenues(t, s, 0), [6]float64{10, 20, 40, 60, 90, 112.5}; got != want {
		t.Errorf("the base given again leads to %v, want %v", got, want)
	}
}

func TestTypedRevenueIsKept(t *testing.T) {
	s := open(t, 1)
	exact, typed := 0, 0
	for revenue := unit.Amount(0.3e9); revenue < 900e9; revenue += 0.37e9 {
		do(t, s, edit.SetRevenue("a", 0, 2027, revenue, false))
		got := of(t, s, "a").Revenue(0, 2027)
		if math.Abs(float64(got-revenue)) > float64(revenue)*1e-14 {
			t.Errorf("revenue typed as %s has become %v", revenue.Full(), float64(got))
		}
		typed++
		if got == revenue {
			exact++
		}
	}
	if exact < typed*3/4 {
		t.Errorf("only %d of %d typed revenues are kept to the last bit", exact, typed)
	}
}
