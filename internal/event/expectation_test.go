package event_test

import (
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/codedtest"
)

func TestExpectations(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Norway will reopen the border in July.", "Norway will reopen the border in July, by 2023-07"},
		{"Norway would reopen the border.", ""},
		{"Ann Smith, the Norwegian foreign minister, said that the border would reopen in July.", "Ann Smith: the border would reopen in July, by 2023-07"},
		{"“The border will reopen soon,” Norwegian Foreign Minister Ann Smith said.", "Ann Smith: The border will reopen soon"},
		{"“That would be a mistake,” Norwegian Foreign Minister Ann Smith said.", ""},
		{"“I expect a deal by spring,” said Ann Smith, an analyst at Oslo University.", "Ann Smith: I expect a deal by spring"},
		{"Norway hopes to sign the treaty this year.", "Norway: Norway hopes to sign the treaty this year, by 2023"},
		{"Norwegian Foreign Minister Ann Smith expressed the hope that the border would reopen.", "Ann Smith: Norwegian Foreign Minister Ann Smith expressed the hope that the border would reopen"},
		{"Norway is expected to chair the council in July.", "Norway is expected to chair the council in July, by 2023-07"},
		{"Norway was expected to chair the council in May.", ""},
		{"Norway is set to chair the council in July.", "Norway is set to chair the council in July, by 2023-07"},
		{"Norway would have reopened the border.", ""},
		{"Norway will not reopen the border, Norwegian Foreign Minister Ann Smith said.", ""},
		{"If Norway will not sign, the talks are over.", ""},
		{"The man who will reopen the border left.", ""},
		{"Norwegian Foreign Minister Ann Smith will visit Chad in July.", "Ann Smith to Chad, by 2023-07"},
	} {
		var got []string
		for _, e := range codedtest.Record(t, codedtest.Monday, c.in).Expectations {
			got = append(got, expectation(e))
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.in, s, c.want)
		}
	}
}

func expectation(e readout.Expectation) string {
	out := e.What
	if e.Holder != nil {
		out = e.Holder.Name + ": " + out
	}
	if !e.By.IsZero() {
		out += ", by " + e.By.String()
	}
	return out
}
