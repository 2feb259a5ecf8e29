package event_test

import (
	"strconv"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// The articles of the tests are published on Monday, 19 June 2023.
func TestDatesOfMeetings(t *testing.T) {
	runDeeds(t, []deedCase{
		{"a day of the week is the last one", "Smith met Jones on Friday.", "2023-06-16", ""},
		{"the day of publication", "Smith met Jones on Monday.", "2023-06-19", ""},
		{"a plan is for the next one", "Smith will meet Jones on Friday.", "2023-06-23", ""},
		{"today", "Smith met Jones today.", "2023-06-19", ""},
		{"yesterday", "Smith met Jones yesterday.", "2023-06-18", ""},
		{"tomorrow", "Smith will meet Jones tomorrow.", "2023-06-20", ""},
		{"a date with its year", "Smith met Jones on 14 November 2022.", "2022-11-14", ""},
		{"a date in American order", "Smith met Jones on November 14, 2022.", "2022-11-14", ""},
		{"a date without its year", "Smith met Jones on June 12.", "2023-06-12", ""},
		{"a month", "Smith met Jones in May.", "2023-05", ""},
		{"a month of last year", "Smith met Jones last November.", "2022-11", ""},
		{"a year", "Smith met Jones in 2018.", "2018", ""},
		{"last week", "Smith met Jones last week.", "2023-06-12/2023-06-18", ""},
		{"next month", "Smith will meet Jones next month.", "2023-07", ""},
		{"two days", "Smith and Jones held talks on June 12 and 13.", "2023-06-12/2023-06-13", ""},
		{"the day at the start of the sentence", "On Friday, Smith met Jones in Oslo.", "2023-06-16", ""},
		{"the day of the saying is not the day of the meeting", "Smith said on Monday that he met Jones in May.", "2023-05", ""},
		{"the day of the saying alone gives no day", "Smith said on Friday that he would meet Jones.", "", ""},
		{"since a year is no date", "Smith met Jones for the first time since 2018.", "", ""},
		{"no day at all", "Smith met Jones.", "", ""},
	}, dateOnly, readout.KindMeeting)
}

func TestPlacesOfMeetings(t *testing.T) {
	runDeeds(t, []deedCase{
		{"in a city", "Smith met Jones in Oslo.", "Oslo (NOR)", ""},
		{"in a city of a third state", "Smith met Jones in Vienna.", "Vienna (AUT)", ""},
		{"a month that is a town too", "Smith met Jones in May.", "no place", ""},
		{"in the capital named by its state's adjective", "Smith met Jones in the Indian capital.", "New Delhi (IND)", ""},
		{"at a site in a city", "Smith met Jones at the Great Hall of the People in Beijing.", "Beijing (CHN)", ""},
		{"in a state", "Smith met Jones in Austria.", "Austria (AUT)", ""},
		{"in a city with its state after it", "Smith met Jones in Nice, France.", "Nice (FRA)", ""},
		{"on an island", "Smith met Jones on the Indonesian island of Bali.", "Bali (IDN)", ""},
		{"the city before the talks", "Smith and Jones held the Oslo talks.", "Oslo (NOR)", ""},
		{"where the speaker stood is no place of the meeting", "Speaking in Vienna, Smith said he had met Jones.", "no place", ""},
		{"no place", "Smith met Jones.", "no place", ""},
	}, placeOnly, readout.KindMeeting)
}

func TestLengthsOfMeetings(t *testing.T) {
	minutes := func(_ *text.Doc, d text.Deed) string { return strconv.Itoa(d.Minutes) + " " + d.Length }
	runDeeds(t, []deedCase{
		{"a 35-minute meeting", "Smith held a 35-minute meeting with Jones.", "35 35-minute", ""},
		{"for an hour", "Smith met Jones for an hour.", "60 an hour", ""},
		{"for more than five hours", "Smith met Jones for more than five hours.", "300 more than five hours", ""},
		{"two and a half hours", "Smith and Jones met for two and a half hours.", "150 two and a half hours", ""},
		{"a meeting that lasted", "Smith’s meeting with Jones lasted 40 minutes.", "40 40 minutes", ""},
		{"no length", "Smith met Jones.", "0 ", ""},
		{"a planned meeting has the length that is planned", "Smith will meet Jones for an hour.", "60 an hour", ""},
	}, minutes, readout.KindMeeting)
}

func TestOccasionsOfMeetings(t *testing.T) {
	occasion := func(_ *text.Doc, d text.Deed) string { return d.Occasion }
	runDeeds(t, []deedCase{
		{"on the sidelines of", "Smith met Jones on the sidelines of the G20 summit.", "G20 summit", ""},
		{"on the sidelines of, with a place after it", "Smith met Jones on the sidelines of a security conference in Munich.", "a security conference", ""},
		{"on the margins of", "Smith met Jones on the margins of the General Assembly.", "General Assembly", ""},
		{"no occasion", "Smith met Jones in Oslo.", "", ""},
	}, occasion, readout.KindMeeting)
}

func TestClaimsToBeFirst(t *testing.T) {
	first := func(_ *text.Doc, d text.Deed) string { return d.First }
	runDeeds(t, []deedCase{
		{"the first by an office since a year", "Smith visited Chad, the first visit by a Norwegian president since 2018.", "first visit by a Norwegian president since 2018", ""},
		{"the first in years", "Smith’s trip to Chad was the first such trip in five years.", "first such trip in five years", ""},
		{"the first by", "Smith visited Chad, the first by a Norwegian president since 2018.", "first by a Norwegian president since 2018", ""},
		{"another first is no claim", "Smith visited Chad and met the first lady.", "", ""},
	}, first, readout.KindVisit)
}
