package words

import (
	"testing"

	"headroom/scenario"
)

func TestInputsAreNamedAndWrittenByWhatTheyAre(t *testing.T) {
	for _, tc := range []struct {
		path  string
		value scenario.SourceValue
		want  string
	}{
		{"terms.share.alreadyPaid", scenario.NumberValue(0), "$0"},
		{"terms.share.alreadyPaid", scenario.NumberValue(50), "$50"},
		{"terms.share.ratesByYear.2030", scenario.NumberValue(0.15), "15%"},
		{"terms.otherClouds.azureLeadMonths", scenario.NumberValue(1), "1 month"},
		{"terms.otherClouds.azureLeadMonths", scenario.NumberValue(0), "0 months"},
		{"outlook.streams[0].launch", scenario.NumberValue(2027), "2027"},
		{"outlook.streams[0].shared", scenario.NumberValue(0.5), "50%"},
		{"outlook.streams[0].growth.2027", scenario.NumberValue(-0.03), "−3.0%"},
		{"outlook.streams[0].channel", scenario.TextValue("azure"), "Microsoft's Azure resale"},
		{"terms.license.exclusive", scenario.TextValue("until-agi"), "exclusive until AGI"},
		{"terms.license.through", scenario.TextValue("2032-12"), "Dec 2032"},
		{"terms.license.through", scenario.TextValue("some day"), "some day"},
		{"terms.share.endsAtAGI", scenario.TruthValue(true), "yes"},
		{"uncertainty.correlation", scenario.NumberValue(0.5), "0.5"},
		{"lastYear", scenario.NumberValue(2030), "2030"},
		{"nonsense", scenario.NumberValue(1.5), "1.5"},
	} {
		if got := Value(tc.path, tc.value); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.path, got, tc.want)
		}
	}
	worked := scenario.Scenario{FirstYear: 2026, Outlook: scenario.Outlook{Streams: []scenario.Stream{{Name: "OpenAI"}, {Name: "Devices", Launch: 2027}}}}
	for path, want := range map[string]string{
		"terms.share.ratesByYear.2030":   "Share rate of 2030",
		"uncertainty.growthSD.2027":      "Uncertainty of 2027 growth",
		"outlook.streams[0].growth.2027": "OpenAI, 2027 growth",
		"outlook.streams[7].base":        "outlook.streams[7].base",
		"outlook.streams[0].luck":        "outlook.streams[0].luck",
		"nonsense":                       "nonsense",
	} {
		if got := Input(worked, path); got != want {
			t.Errorf("%s is called %q, want %q", path, got, want)
		}
	}
}
