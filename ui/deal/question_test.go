package deal

import (
	"strings"
	"testing"

	"headroom/scenario/edit"
)

// TestTheDealAsksOfTheTermsItShows holds the question, in the view and in the
// title of its picture, to the terms on both sides: that on the amendment is asked
// only of the terms before and after it.
func TestTheDealAsksOfTheTermsItShows(t *testing.T) {
	p, v := atDeal(t)
	s, _ := p.Selected()
	const amendment, others = "What did the amendment change?", "What do these terms change?"
	const itself = "The amendment itself: $76.4B in OpenAI's favor through 2030"
	asks := func(says, question, beside string) {
		t.Helper()
		saved, _ := v.Picture()
		if v.question.Content != question || !strings.HasPrefix(saved.Title, question+" ") {
			t.Errorf("%s: asks %q, and in the picture %q", says, v.question.Content, saved.Title)
		}
		if got := v.detail.Content; strings.Contains(got, "The amendment itself") != (beside != "") || !strings.HasSuffix(got, beside) {
			t.Errorf("%s: says %q, want %q at its end", says, got, beside)
		}
	}
	asks("at first", amendment, "")
	p.DoOnce(edit.SetCap(s.ID, 40e9))
	asks("another cap", others, itself)
	p.Session.Undo()
	asks("after undo", amendment, "")
	p.DoOnce(edit.SetLastYear(s.ID, 2029))
	asks("another horizon", amendment, "")
	p.Session.Undo()
	choose(t, v, true, "Amended, April 27, 2026")
	asks("the same on both sides", others, itself)
	choose(t, v, false, "Prior, October 28, 2025")
	asks("the other way round", others, itself)
	choose(t, v, true, "Prior, October 28, 2025")
	choose(t, v, false, "Amended, April 27, 2026")
	asks("as shipped", amendment, "")
}
