package main

import "strings"

// stretch is text of which some is marked.
type stretch struct {
	text   string
	marked bool
}

// wrapMarked lays text out in lines. What is marked is bold where the screen has colours, and stands between asterisks
// elsewhere.
func wrapMarked(text []stretch, width int, s screen) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, w := range markedWords(text, s.colour) {
		n := 0
		for _, p := range w {
			n += columns(p.text)
		}
		if used > 0 && used+1+n > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		used += n
		for _, p := range w {
			if p.marked {
				p.text = s.bold(p.text)
			}
			line.WriteString(p.text)
		}
	}
	return append(lines, line.String())
}

// markedWords cuts text at its blanks into words, each of one or more stretches. Without colours the first and the last
// word of what is marked carry the asterisks.
func markedWords(text []stretch, colour bool) [][]stretch {
	var out [][]stretch
	open := false // the last word goes on
	for _, p := range text {
		if p.marked && !colour {
			p.text = withAsterisks(p.text)
		}
		for i, piece := range strings.Split(safe(p.text), " ") {
			open = open && i == 0
			if piece == "" {
				continue
			}
			if !open {
				out = append(out, nil)
			}
			out[len(out)-1] = append(out[len(out)-1], stretch{piece, p.marked})
			open = true
		}
		if strings.HasSuffix(safe(p.text), " ") {
			open = false
		}
	}
	return out
}

// withAsterisks puts asterisks around text, inside of blanks at its ends.
func withAsterisks(s string) string {
	inner := strings.TrimSpace(s)
	if inner == "" {
		return s
	}
	at := strings.Index(s, inner)
	return s[:at] + "*" + inner + "*" + s[at+len(inner):]
}
