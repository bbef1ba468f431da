package words

// What the results are called on the screen and in reports, and the columns
// beside them.
const (
	CapReached          = "Cap reached"
	CapUsed             = "Cap used"
	Revenue             = "Revenue"
	Due                 = "Share before the cap"
	Paid                = "Paid"
	Forgone             = "Saved by the cap"
	Cumulative          = "Counted toward the cap"
	Headroom            = "Headroom"
	Reverse             = "Reverse share to OpenAI"
	Net                 = "Net to Microsoft"
	EffectiveRate       = "Effective rate"
	PresentValue        = "Present value paid"
	PresentValueForgone = "Present value saved"
	Absorbed            = "Absorbed by the cap" // of a step of a bridge
)

// results are the words by the names that files and the command line use.
var results = map[string]string{
	"cap-reached": CapReached, "cap-used": CapUsed, "revenue": Revenue, "due": Due, "paid": Paid,
	"forgone": Forgone, "cumulative": Cumulative, "headroom": Headroom, "reverse": Reverse, "net": Net,
	"effective-rate": EffectiveRate, "present-value": PresentValue, "present-value-forgone": PresentValueForgone,
	"pace": PaceNeeded,
}

// Result returns what people call the result that files name so, such as "Saved
// by the cap" for forgone; of an unknown one, its name.
func Result[Name ~string](name Name) string {
	if words, known := results[string(name)]; known {
		return words
	}
	return string(name)
}

// Quantity returns what a result that is no date is called within a sentence, such as
// "amount paid"; of one that no sentence speaks of, what Result returns.
func Quantity[Name ~string](name Name) string {
	switch string(name) {
	case "paid":
		return "amount paid"
	case "forgone":
		return "amount saved by the cap"
	case "net":
		return "net to Microsoft"
	case "present-value":
		return "present value paid"
	case "cap-used":
		return "part of the cap used"
	case "headroom":
		return "headroom"
	}
	return Result(name)
}
