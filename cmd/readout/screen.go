package main

import (
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/term"
)

// screen is where a command writes for people.
type screen struct {
	io.Writer
	width  int  // columns
	colour bool // understands ANSI sequences, and the user wants them
}

// The widths of lines: that of a pipe is fixed, so that what a command writes does not depend on where.
const (
	pipeWidth      = 100
	narrowestWidth = 60
	widestWidth    = 200
)

func screenOf(w io.Writer) screen {
	s := screen{Writer: w, width: pipeWidth}
	f, ok := w.(*os.File)
	if !ok || !isTerminal(w) {
		return s
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		s.width = min(max(width, narrowestWidth), widestWidth)
	}
	s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return s
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (s screen) bold(text string) string { return s.styled("1", text) }
func (s screen) dim(text string) string  { return s.styled("2", text) }

func (s screen) styled(code, text string) string {
	if !s.colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// oneLine makes outside text one line that is safe to print on a terminal.
func oneLine(s string) string { return strings.Join(strings.Fields(safe(s)), " ") }

// safe makes white space blanks, and leaves out control characters and those that turn the direction of writing.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func columns(s string) int { return uniseg.StringWidth(s) }

// shorten cuts one line of text at a word so that it takes at most the given columns.
func shorten(s string, limit int) string {
	if columns(s) <= limit {
		return s
	}
	used, cut, lastBlank := 0, 0, 0
	for rest, state := s, -1; rest != ""; {
		var cluster string
		var width int
		cluster, rest, width, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used += width; used > limit-1 { // the ellipsis takes one
			break
		}
		if cluster == " " {
			lastBlank = cut
		}
		cut += len(cluster)
	}
	if lastBlank > cut/2 && s[cut:cut+1] != " " {
		cut = lastBlank
	}
	return strings.TrimRight(s[:cut], " ,;:–—") + "…"
}

// pad fills text with blanks up to the given columns.
func pad(s string, width int) string { return s + strings.Repeat(" ", max(0, width-columns(s))) }
