package brief

import (
	"strings"
	"testing"

	"github.com/readout/readout"
)

func TestDatesAreWrittenAsABriefOf2023WritesThem(t *testing.T) {
	tests := []struct{ date, short, full string }{
		{"2023-06-19", "19 Jun", "19 June 2023"},
		{"2022-06-19", "19 Jun 2022", "19 June 2022"},
		{"2022-11", "Nov 2022", "November 2022"},
		{"2023-11", "Nov 2023", "November 2023"},
		{"2018", "2018", "2018"},
		{"2023-06-18/2023-06-19", "18–19 Jun", "18–19 June 2023"},
		{"2022-06-18/2022-06-19", "18–19 Jun 2022", "18–19 June 2022"},
		{"2023-06-30/2023-07-02", "30 Jun – 2 Jul", "30 June – 2 July 2023"},
		{"2022-12-30/2023-01-02", "30 Dec 2022 – 2 Jan 2023", "30 December 2022 – 2 January 2023"},
		{"2023-06/2023-08", "Jun–Aug 2023", "June–August 2023"},
		{"2022-11/2023-02", "Nov 2022 – Feb 2023", "November 2022 – February 2023"},
		{"2018/2020", "2018 – 2020", "2018 – 2020"},
		{"2018/2018", "2018", "2018"},
		{"2018/2023-06-19", "2018 – 19 Jun 2023", "2018 – 19 June 2023"},
	}
	for _, tt := range tests {
		t.Run(tt.date, func(t *testing.T) {
			d := day(tt.date)
			if got := blanks(date(d, 2023)); got != tt.short {
				t.Errorf("short: %q, want %q", got, tt.short)
			}
			if got := blanks(fullDate(d)); got != tt.full {
				t.Errorf("full: %q, want %q", got, tt.full)
			}
		})
	}
	if got := date(readout.Date{}, 2023); got != "" {
		t.Errorf("an unknown date is %q", got)
	}
}

func blanks(s string) string { return strings.ReplaceAll(s, string(nbsp), " ") }

func TestLengthsAreWrittenWithWhatQualifiesThem(t *testing.T) {
	tests := []struct {
		minutes     int
		words       string
		short, long string
	}{
		{30, "roughly 30-minute", "about 30 min", "about 30 minutes"},
		{450, "more than seven-and-a-half hours", "over 7 h 30", "over 7 hours and 30 minutes"},
		{60, "an hour", "1 h", "an hour"},
		{180, "Nearly three hours", "nearly 3 h", "nearly 3 hours"},
		{61, "61 minutes", "1 h 1", "an hour and a minute"},
		{120, "at least two hours", "at least 2 h", "at least 2 hours"},
		{50, "", "50 min", "50 minutes"},
	}
	for _, tt := range tests {
		t.Run(tt.short, func(t *testing.T) {
			if got := blanks(hedge(tt.words) + shortLength(tt.minutes)); got != tt.short {
				t.Errorf("short: %q, want %q", got, tt.short)
			}
			if got := hedge(tt.words) + longLength(tt.minutes); got != tt.long {
				t.Errorf("long: %q, want %q", got, tt.long)
			}
		})
	}
}
