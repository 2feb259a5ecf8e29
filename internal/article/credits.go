package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// creditLines are the lines at the end of a report that say whose work it is.
// Each row comes with an example.
var creditLines = []*regexp.Regexp{
	// Source: Harbour Courier and news agencies
	regexp.MustCompile(`^\(?Sources?: `),
	// (Reporting by Ida Holm in Solmar; Editing by Per Lind)
	regexp.MustCompile(`^\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Translated|Edited|Written|Reported|Photography) by `),
	// Editor: Ida Holm
	regexp.MustCompile(`^\(?(?:Editors?|Reporters?|Writers?|Web editor): `),
	// With inputs from agencies
	regexp.MustCompile(`^\(?With (?:additional )?(?:files|reporting|inputs?) (?:from|by) `),
	// (with agencies)
	regexp.MustCompile(`^\(?(?i:with )?(?i:news )?[Aa]gencies\)?$`),
	// Ida Holm in Solmar contributed to this report.
	regexp.MustCompile(`contributed (?:reporting )?to this (?:report|story|article)\.?\)?$`),
	// © 2024 Harbour Courier
	regexp.MustCompile(`^(?:Copyright|©|\(c\)) `),
}

func isCredit(s string) bool {
	if utf8.RuneCountInString(s) > maxCredit {
		return false
	}
	for _, c := range creditLines {
		if c.MatchString(s) {
			return true
		}
	}
	return false
}

var (
	sourceLine   = regexp.MustCompile(`^\(?Source: (.+?)\)?$`)
	agenciesTail = regexp.MustCompile(`,? (?:and|with) (?:other |the )?(?:news )?agencies$`)
	severalNames = regexp.MustCompile(`[,;/]| and `)
	agenciesOnly = regexp.MustCompile(`^(?i:news |the )?(?i:agencies)$`)
)

// sourceOf returns the publisher that a credit line names: the X of "Source: X"
// and "Source: X and news agencies". Of several names none is the publisher.
func sourceOf(credit string) string {
	m := sourceLine.FindStringSubmatch(credit)
	if m == nil {
		return ""
	}
	return sourceName(m[1])
}

func sourceName(s string) string {
	name := strings.TrimSuffix(agenciesTail.ReplaceAllString(s, ""), ".")
	if severalNames.MatchString(name) || agenciesOnly.MatchString(name) {
		return ""
	}
	return name
}
