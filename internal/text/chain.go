package text

// Chain is all mentions of one person or thing that the document speaks of more than once, in the order of the text.
type Chain struct {
	Type       string // of GUM: person, place, organization, object, event, time, substance, animal, plant, abstract
	References []Reference
}

// Reference is one mention of a chain: the tokens [First, Last), of which Head is the one the others hang on.
type Reference struct{ First, Last, Head int }
