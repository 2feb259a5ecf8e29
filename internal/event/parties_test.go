package event_test

import (
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func TestWhoMeetsWhom(t *testing.T) {
	runDeeds(t, []deedCase{
		{"one meets one", "Smith met Jones.", "meeting held: Jones, Smith", ""},
		{"met with", "Smith met with Jones.", "meeting held: Jones, Smith", ""},
		{"two meet", "Smith and Jones met.", "meeting held: Jones, Smith", ""},
		{"were received by", "Jones was received by Smith.", "meeting held: Jones, Smith", ""},
		{"a relative clause", "Smith, who met Jones in Oslo, flew home.", "meeting held: Jones, Smith", ""},
		{"his meeting with", "Smith spoke of his meeting with Jones.", "meeting held: Jones, Smith", ""},
		{"each other", "Smith and Jones met each other in Oslo.", "meeting held: Jones, Smith", "each other is taken for an object that names nobody"},
		{"the two politicians met", "Smith flew to see Jones. The two politicians met in Oslo.", "meeting held: Jones, Smith", ""},
		{"they met", "Smith flew to see Jones. They met in Oslo.", "meeting held: Jones, Smith", "they stands for nobody where no group was named"},
		{"one meets two, each alone", "Smith met Jones and Peruvian President Anna Brown.", "meeting held: Jones, Smith\nmeeting held: Brown, Smith", ""},
		{"one host of two", "Smith hosted Jones and Peruvian President Anna Brown in Oslo.", "meeting held: Brown, Jones, Smith", ""},
		{"three meet", "Smith, Jones and Peruvian President Anna Brown met in Oslo.", "meeting held: Brown, Jones, Smith", ""},
		{"two states hold talks", "Norway and Chad held talks in Vienna.", "meeting held: Chad, Norway", ""},
		{"states beside their own people", "Norway’s President John Smith met Chad’s Foreign Minister Mary Jones.", "meeting held: Jones, Smith", ""},
		{"people of one country are no meeting between states", "Smith met Norwegian Foreign Minister Anna Brown.", "", ""},
		{"someone nobody knows is left out", "Smith met students in Oslo.", "", ""},
		{"a call is no meeting", "Smith spoke to Jones by telephone.", "", ""},
	}, sortedWho, readout.KindMeeting)
}

func TestWhoAgrees(t *testing.T) {
	claimed := func(d *text.Doc, deed text.Deed) string {
		line := sortedAgreed(d, deed) + ": " + d.Slice(deed.Evidence)
		if deed.ClaimedBy >= 0 {
			line += " | claimed by " + shortNames(d, []int{deed.ClaimedBy})
		}
		return line
	}
	runDeeds(t, []deedCase{
		{"the reporter says so", "Norway and Chad agreed to open embassies.", "agreed: Chad, Norway: Norway and Chad agreed to open embassies", ""},
		{"one side says so", "Smith said that Norway and Chad agreed to open embassies.", "agreed: Chad, Norway: Norway and Chad agreed to open embassies | claimed by Smith", ""},
		{"the two sides", "Norway talked to Chad. The two sides agreed to open embassies.", "agreed: Chad, Norway: The two sides agreed to open embassies", ""},
		{"a pledge of one", "Norway pledged to open an embassy in Chad.", "pledged: Norway: Norway pledged to open an embassy in Chad", ""},
		{"did not agree", "Norway and Chad did not agree to open embassies.", "", ""},
		{"failed to agree", "Norway and Chad failed to agree on embassies.", "", ""},
		{"may agree", "Norway and Chad may agree to open embassies.", "", ""},
	}, claimed, readout.KindAgreement)
}

func TestActsBetweenStates(t *testing.T) {
	act := func(d *text.Doc, deed text.Deed) string {
		return deed.Type + " " + string(deed.Status) + ": " + shortNames(d, deed.Parties) + " to " + shortNames(d, deed.Targets)
	}
	runDeeds(t, []deedCase{
		{"accused", "Norway accused Chad of spying.", "ACCUSE held: Norway to Chad", ""},
		{"was accused by", "Chad was accused by Norway of spying.", "ACCUSE held: Norway to Chad", "the subject of a passive is not the target"},
		{"urged", "Norway urged Chad to open the border.", "REQUEST held: Norway to Chad", ""},
		{"expelled diplomats of", "Norway expelled three diplomats from Chad.", "SANCTION held: Norway to Chad", ""},
		{"invaded", "Norway invaded Chad.", "ASSAULT held: Norway to Chad", ""},
		{"threatened", "Norway threatened Chad with sanctions.", "THREATEN held: Norway to Chad", ""},
		{"an act against nobody", "Norway condemned the storm.", "", ""},
		{"did not accuse", "Norway did not accuse Chad of spying.", "ACCUSE denied: Norway to Chad", ""},
	}, act, readout.KindEvent)
}
