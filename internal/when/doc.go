// Package when reads the time expressions of an article: dates, times of day, lengths of time and
// sets of times, with the value each has by the article's date.
//
// In: a text.Doc with tokens, tags and trees, and Article.Published as the anchor of "Monday" and "last
// month". Out: Doc.Times in the order of the text, none overlapping. It comes after package parse and
// before the stages that say when an event was.
//
// Reading runs in three steps, each in a file of its own. The lexer makes one lexeme of what stands for
// one number or name ("seven-and-a-half", "twenty four"). The matcher walks the patterns of patterns.tsv,
// compiled into a tree, and keeps the longest match. The value column of the pattern that matched is
// evaluated to a point of the calendar, a length, or a set. A pattern that is wanting is a row to
// add, with the example that its test runs.
//
// Values are those of TIMEX3 (TimeML 1.2.1); an interval of dates, which TIMEX3 can't write, is "a/b" as in
// ISO 8601. What has nothing to anchor to keeps X in the places that aren't known, and no Date.
package when
