package main

import (
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"testing"
)

// A document is the JSON of project as its readers see it.
type document struct {
	Scenarios []struct {
		ID, Name string
		Total    struct {
			Revenue, Due, Paid, Forgone, Reverse, Net float64
			CapReached                                *string
			CapUsed, EffectiveRate                    *float64
			PresentValue, PresentValueForgone         float64
		}
		ActualsThrough *string
		Pace           *struct {
			Now    float64
			Needed []struct {
				By     string
				Annual float64
			}
		}
		Warnings []struct{ Path, Message string }
		Years    []struct {
			Year int
			flows
		}
		Quarters []struct {
			Quarter string
			flows
		}
		Months []struct {
			Month string
			flows
		}
	}
}

type flows struct {
	Revenue, Due, Paid, Cumulative float64
	Headroom                       *float64
	Forgone, Reverse, Net          float64
}

const worked = "testdata/worked.headroom.json"

func projectedJSON(t *testing.T, args ...string) document {
	t.Helper()
	var doc document
	if err := json.Unmarshal([]byte(must(t, append([]string{"project", "--format", "json"}, args...)...)), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// A cent is the most by which an amount may be off.
const cent = 0.01

func TestTheWorkedCaseComesOutToTheCent(t *testing.T) {
	due := []float64{6.0, 12.4, 22.6, 36.8, 56.8}
	paid := []float64{6.0, 12.4, 19.6, 0, 0}
	cumulative := []float64{6.0, 18.4, 38.0, 38.0, 38.0}
	for _, c := range []struct {
		shape, reached string
		present        float64 // billions, to four places
	}{{"ramp", "2028-11-23", 31.7161}, {"even", "2028-11-13", 31.8937}} {
		doc := projectedJSON(t, worked, "--scenario", c.shape)
		if len(doc.Scenarios) != 1 || doc.Scenarios[0].ID != c.shape {
			t.Fatalf("%s: the scenarios are %v", c.shape, doc.Scenarios)
		}
		s := doc.Scenarios[0]
		if len(s.Years) != 5 || len(s.Quarters) != 20 || len(s.Months) != 60 {
			t.Fatalf("%s: %d years, %d quarters, %d months", c.shape, len(s.Years), len(s.Quarters), len(s.Months))
		}
		for i, year := range s.Years {
			if year.Year != 2026+i {
				t.Errorf("%s: year %d is %d", c.shape, i, year.Year)
			}
			amount(t, c.shape+" due", year.Due, due[i])
			amount(t, c.shape+" paid", year.Paid, paid[i])
			amount(t, c.shape+" cumulative", year.Cumulative, cumulative[i])
			amount(t, c.shape+" headroom", *year.Headroom, 38-cumulative[i])
			amount(t, c.shape+" forgone", year.Forgone, due[i]-paid[i])
			amount(t, c.shape+" net", year.Net, paid[i])
		}
		total := s.Total
		amount(t, c.shape+" total revenue", total.Revenue, 673)
		amount(t, c.shape+" total due", total.Due, 134.6)
		amount(t, c.shape+" total paid", total.Paid, 38)
		amount(t, c.shape+" total forgone", total.Forgone, 96.6)
		if total.CapReached == nil || *total.CapReached != c.reached {
			t.Errorf("%s: the cap is reached %v, want %s", c.shape, total.CapReached, c.reached)
		}
		if *total.CapUsed != 1 || math.Abs(*total.EffectiveRate-38.0/673) > 1e-12 {
			t.Errorf("%s: cap used %v, effective rate %v", c.shape, *total.CapUsed, *total.EffectiveRate)
		}
		if math.Abs(total.PresentValue-c.present*1e9) > 0.00005*1e9 {
			t.Errorf("%s: present value %.2f, want %gB", c.shape, total.PresentValue, c.present)
		}
	}
}

func TestTheFlatCaseComesOutToTheCent(t *testing.T) {
	s := projectedJSON(t, worked, "--scenario", "flat").Scenarios[0]
	for _, month := range s.Months {
		amount(t, "paid in "+month.Month, month.Paid, 0.2)
	}
	for _, year := range s.Years {
		amount(t, "paid in a year", year.Paid, 2.4)
		if year.Headroom != nil {
			t.Errorf("without a cap there is a headroom of %v", *year.Headroom)
		}
	}
	amount(t, "paid in all", s.Total.Paid, 12)
	if s.Total.CapReached != nil || s.Total.CapUsed != nil {
		t.Errorf("without a cap it is reached %v and used %v", s.Total.CapReached, s.Total.CapUsed)
	}
	if s.Months[0].Month != "2026-01" || s.Months[59].Month != "2030-12" || s.Quarters[19].Quarter != "2030-Q4" {
		t.Errorf("the months run from %s to %s, the last quarter is %s", s.Months[0].Month, s.Months[59].Month, s.Quarters[19].Quarter)
	}
}

func TestACapReachedBeforeTheHorizonIsSaid(t *testing.T) {
	s := projectedJSON(t, worked, "--scenario", "before").Scenarios[0]
	if s.Total.CapReached == nil || *s.Total.CapReached != "before" {
		t.Errorf("the cap is reached %v", s.Total.CapReached)
	}
	amount(t, "paid", s.Total.Paid, 0)
	amount(t, "cumulative", s.Years[4].Cumulative, 11)
	amount(t, "headroom", *s.Years[4].Headroom, 0)
	if len(s.Warnings) != 1 || s.Warnings[0].Path != "terms.share.alreadyPaid" || s.Warnings[0].Message == "" {
		t.Errorf("the warnings are %v", s.Warnings)
	}
}

func TestTheDefaultWorkspaceProjectsAsPublished(t *testing.T) {
	doc := projectedJSON(t, planned(t), "--scenario", "february-2026-prior,february-2026")
	if len(doc.Scenarios) != 2 || doc.Scenarios[0].ID != "february-2026-prior" || doc.Scenarios[1].ID != "february-2026" {
		t.Fatal("the scenarios are not those asked for, in that order")
	}
	prior, amended := doc.Scenarios[0].Total, doc.Scenarios[1].Total
	amount(t, "paid less to Microsoft", prior.Paid-amended.Paid, 96.6)
	if reverse := (prior.Reverse - amended.Reverse) / 1e9; math.Abs(reverse-20.22) > 0.005 {
		t.Errorf("paid less to OpenAI: %v, want 20.22", reverse)
	}
	if net := (prior.Net - amended.Net) / 1e9; math.Abs(net-76.38) > 0.005 {
		t.Errorf("net in OpenAI's favor: %v, want 76.38", net)
	}
}

// With two quarters known, both shipped plans reach the cap when each rule says.
func TestTheRulesAfterTheActualsOfTheShippedPlans(t *testing.T) {
	plan := planned(t)
	for _, c := range []struct {
		rule           string
		february, july string  // when the cap is reached, empty for never
		revenue, due   float64 // of February's plan: in 2026 and through 2030, billions to four places
		present        float64
	}{
		{"keep-year", "2028-11-23", "2028-08-24", 30, 134.6, 31.7210},
		{"keep-months", "2028-11-22", "2028-08-27", 30.4717, 134.6943, 31.7369},
		{"rescale", "2028-11-05", "2028-10-04", 31.1864, 139.9232, 31.8329},
		{"pace", "", "", 25.8, 26.6, 21.0361},
	} {
		ruled := filepath.Join(t.TempDir(), "ruled.headroom.json")
		must(t, "set", plan, "--scenario", "february-2026,july-2026", "outlook.afterActuals="+c.rule, "--output", ruled)
		doc := projectedJSON(t, ruled, "--scenario", "february-2026,july-2026")
		for i, want := range []string{c.february, c.july} {
			s := doc.Scenarios[i]
			if got := s.Total.CapReached; (got == nil) != (want == "") || got != nil && *got != want {
				t.Errorf("%s: %s is reached %v, want %q", c.rule, s.ID, got, want)
			}
			if s.ActualsThrough == nil || *s.ActualsThrough != "2026-06" || s.Pace == nil {
				t.Fatalf("%s: %s is actual through %v, its pace is %v", c.rule, s.ID, s.ActualsThrough, s.Pace)
			}
			amount(t, c.rule+" pace now", s.Pace.Now, 26.8)
			for k, needed := range []float64{355.2, 118.4, 71.04, 355.2 / 7, 355.2 / 9} {
				if got := s.Pace.Needed[k]; got.By != fmt.Sprintf("%d-12", 2026+k) {
					t.Errorf("%s: the pace needed is by %s", c.rule, got.By)
				} else {
					amount(t, c.rule+" pace needed by "+got.By, got.Annual, needed)
				}
			}
		}
		february := doc.Scenarios[0]
		for what, pair := range map[string][2]float64{
			"revenue of 2026": {february.Years[0].Revenue, c.revenue},
			"due":             {february.Total.Due, c.due},
			"present value":   {february.Total.PresentValue, c.present},
		} {
			if math.Abs(pair[0]/1e9-pair[1]) > 0.5e-4 {
				t.Errorf("%s: %s is %v, want %v", c.rule, what, pair[0]/1e9, pair[1])
			}
		}
	}
}

// amount compares dollars with billions.
func amount(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want*1e9) >= cent {
		t.Errorf("%s: %.4f, want %gB", what, got, want)
	}
}
