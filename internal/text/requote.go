package text

// PairQuotes fills d.Quotes of a document whose words and sentences were given rather than cut by Segment.
func PairQuotes(d *Doc) { d.Quotes = findQuotes(d) }
