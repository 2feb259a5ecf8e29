package tag

import "testing"

func TestRegularEndingsGiveTheDictionaryForm(t *testing.T) {
	for _, c := range []struct{ form, xpos, want string }{
		{"agreed", "VBD", "agree"}, {"seeing", "VBG", "see"}, {"hoped", "VBD", "hope"}, {"blamed", "VBN", "blame"}, {"visited", "VBD", "visit"},
		{"convened", "VBD", "convene"}, {"postponed", "VBN", "postpone"}, {"denied", "VBD", "deny"}, {"stopped", "VBD", "stop"}, {"called", "VBD", "call"},
		{"discussed", "VBD", "discuss"}, {"changing", "VBG", "change"}, {"talks", "NNS", "talk"}, {"embassies", "NNS", "embassy"}, {"added", "VBD", "add"},
		{"offered", "VBD", "offer"}, {"avoided", "VBD", "avoid"}, {"decided", "VBD", "decide"}, {"quoted", "VBD", "quote"}, {"held", "VBD", "held"},
		{"expelled", "VBD", "expel"}, {"opened", "VBD", "open"}, {"excluded", "VBN", "exclude"}, {"underscored", "VBD", "underscore"},
	} {
		if got := Regular(c.form, c.xpos); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}
