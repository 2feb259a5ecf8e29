package event_test

import (
	"testing"

	"github.com/readout/readout"
)

func TestHowRealAMeetingIs(t *testing.T) {
	runDeeds(t, []deedCase{
		{"met", "Smith met Jones in Oslo.", "held", ""},
		{"have met", "Smith has met Jones twice.", "held", ""},
		{"had met", "Smith had met Jones before.", "held", ""},
		{"are meeting", "Smith is meeting Jones in Oslo.", "ongoing", ""},
		{"will meet", "Smith will meet Jones in Oslo.", "planned", ""},
		{"is to meet", "Smith is to meet Jones in Oslo.", "planned", ""},
		{"to meet, in a headline's grammar", "Smith to meet Jones in Oslo.", "planned", ""},
		{"plans to meet", "Smith plans to meet Jones in Oslo.", "planned", ""},
		{"is due to meet", "Smith is due to meet Jones in Oslo.", "planned", ""},
		{"is scheduled to meet", "Smith is scheduled to meet Jones in Oslo.", "planned", ""},
		{"is expected to meet", "Smith is expected to meet Jones in Oslo.", "planned", ""},
		{"agreed to meet", "Smith and Jones agreed to meet in Oslo.", "planned", ""},
		{"a planned meeting", "Smith spoke of a planned meeting with Jones.", "planned", ""},
		{"hopes to meet", "Smith hopes to meet Jones in Oslo.", "hoped", ""},
		{"wants to meet", "Smith wants to meet Jones in Oslo.", "hoped", ""},
		{"may meet", "Smith may meet Jones in Oslo.", "possible", ""},
		{"might meet", "Smith might meet Jones in Oslo.", "possible", ""},
		{"could meet", "Smith could meet Jones in Oslo.", "possible", ""},
		{"offered to meet", "Smith offered to meet Jones in Oslo.", "possible", ""},
		{"a possible meeting", "Smith spoke of a possible meeting with Jones.", "possible", ""},
		{"is ready to meet", "Smith is ready to meet Jones.", "possible", ""},
		{"did not meet", "Smith did not meet Jones in Oslo.", "denied", ""},
		{"did not meet, short", "Smith didn’t meet Jones in Oslo.", "denied", ""},
		{"never met", "Smith never met Jones.", "denied", ""},
		{"will not meet", "Smith will not meet Jones in Oslo.", "denied", ""},
		{"denied that they met", "Smith denied that he met Jones.", "denied", ""},
		{"denied meeting", "Smith denied meeting Jones.", "denied", "a gerund under a verb is not read"},
		{"refused to meet", "Smith refused to meet Jones.", "denied", ""},
		{"declined to meet", "Smith declined to meet Jones.", "denied", ""},
		{"no meeting", "There was no meeting between Smith and Jones.", "denied", ""},
		{"cancelled", "Smith cancelled a meeting with Jones.", "cancelled", ""},
		{"canceled, in American spelling", "Smith canceled a meeting with Jones.", "cancelled", ""},
		{"was cancelled", "A meeting between Smith and Jones was cancelled.", "cancelled", ""},
		{"called off", "Smith called off a meeting with Jones.", "cancelled", ""},
		{"was called off", "A meeting between Smith and Jones was called off.", "cancelled", ""},
		{"scrapped", "Smith scrapped talks with Jones.", "cancelled", ""},
		{"pulled out of", "Smith pulled out of a meeting with Jones.", "cancelled", ""},
		{"postponed", "Smith postponed a meeting with Jones.", "postponed", ""},
		{"was postponed", "A meeting between Smith and Jones was postponed.", "postponed", ""},
		{"was put off", "A meeting between Smith and Jones was put off.", "postponed", ""},
		{"delayed", "Smith delayed talks with Jones.", "postponed", ""},
		{"after meeting", "After meeting Jones, Smith flew home.", "held", ""},
		{"after a meeting with", "Smith spoke after a meeting with Jones.", "held", ""},
		{"during a meeting with", "Smith spoke during a meeting with Jones.", "held", ""},
		{"following talks with", "Smith spoke following talks with Jones.", "held", ""},
		{"ahead of a meeting", "Smith spoke ahead of a meeting with Jones.", "planned", "ahead of is not read after a verb without an object"},
		{"before a meeting", "Smith spoke before a meeting with Jones.", "planned", ""},
		{"a statement that they will meet", "Smith said he would meet Jones.", "planned", ""},
		{"if they meet", "If Smith meets Jones, the border will open.", "possible", ""},
		{"met a demand is no meeting", "Smith met the demand of Jones.", "", ""},
		{"met with criticism is no meeting", "The plan met with criticism in Norway and Chad.", "", ""},
	}, statusOnly, readout.KindMeeting)
}

func TestHowRealAVisitIs(t *testing.T) {
	runDeeds(t, []deedCase{
		{"visited", "Smith visited Chad.", "visit held: Smith to Chad", ""},
		{"is on a visit to", "Smith is on a visit to Chad.", "visit ongoing: Smith to Chad", ""},
		{"is visiting", "Smith is visiting Chad.", "visit ongoing: Smith to Chad", ""},
		{"arrived in its capital", "Smith arrived in N'Djamena on Monday.", "visit held: Smith to Chad", ""},
		{"will visit", "Smith will visit Chad.", "visit planned: Smith to Chad", ""},
		{"is to travel to", "Smith is to travel to Chad.", "visit planned: Smith to Chad", ""},
		{"plans to visit", "Smith plans to visit Chad.", "visit planned: Smith to Chad", ""},
		{"was invited to visit", "Jones invited Smith to visit Chad.", "visit possible: Smith to Chad", ""},
		{"may visit", "Smith may visit Chad.", "visit possible: Smith to Chad", ""},
		{"did not visit", "Smith did not visit Chad.", "visit denied: Smith to Chad", ""},
		{"postponed a visit", "Smith postponed a visit to Chad.", "visit postponed: Smith to Chad", ""},
		{"put off a trip", "Smith put off a trip to Chad.", "visit postponed: Smith to Chad", ""},
		{"called off a trip", "Smith called off a trip to Chad.", "visit cancelled: Smith to Chad", ""},
		{"a visit that was cancelled", "Smith’s visit to Chad was cancelled.", "visit cancelled: Smith to Chad", ""},
		{"a visit by", "A visit by Smith to Chad ended.", "visit held: Smith to Chad", ""},
		{"to two states", "Smith visited Chad and Peru.", "visit held: Smith to Chad\nvisit held: Smith to Peru", ""},
		{"to one's own country is no visit", "Smith travelled to Norway.", "", ""},
		{"a museum is no host", "Smith visited a museum.", "", ""},
	}, who, readout.KindVisit)
}

func TestAnInvitationIsPossibleWhoeverAccepts(t *testing.T) {
	runDeeds(t, []deedCase{
		{"invited to talks", "Smith invited Jones to talks in Oslo.", "possible", "invite gives no status to what stands after to"},
		{"was invited", "Jones was invited to visit Norway.", "possible", ""},
		{"an invitation to visit", "Jones accepted an invitation to visit Norway.", "possible", ""},
	}, statusOnly, readout.KindMeeting, readout.KindVisit)
}
