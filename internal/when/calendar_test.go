package when

import "testing"

func TestTheCalendarEndsWhereYearsOfFourDigitsDo(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    bool
	}{{1, 1, 1, true}, {0, 12, 31, false}, {9999, 12, 31, true}, {10000, 1, 1, false}} {
		s, _ := dayStamp(c.y, c.m, c.d)
		if got := s.inCalendar(); got != c.want {
			t.Errorf("%d-%d-%d: in the calendar: got %v, want %v", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestStampsShiftAndNest(t *testing.T) {
	monday, _ := dayStamp(2023, 6, 19)
	for _, c := range []struct {
		name string
		got  stamp
		want string
	}{
		{"a day", monday, "2023-06-19"},
		{"its week", monday.as(week), "2023-W25"},
		{"its weekend", monday.as(weekend), "2023-W25-WE"},
		{"the month before", monday.as(month).shift(-1), "2023-05"},
		{"its quarter", monday.as(quarter), "2023-Q2"},
		{"its half", monday.as(half), "2023-H1"},
		{"its season", monday.as(season), "2023-SU"},
		{"the winter before", monday.as(season).shift(-2), "2022-WI"},
		{"its decade", monday.as(decade), "202"},
		{"its century", monday.as(century), "20"},
		{"the day of a month isn't known", monday.as(month).as(day), "XXXX-XX-XX"},
	} {
		if got := c.got.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheLastDayOfAStamp(t *testing.T) {
	monday, _ := dayStamp(2024, 2, 19)
	for g, want := range map[grain]string{
		day: "2024-02-19", week: "2024-02-25", weekend: "2024-02-25", month: "2024-02-29", quarter: "2024-03-31",
		half: "2024-06-30", season: "2024-02-29", year: "2024-12-31", decade: "2029-12-31", century: "2099-12-31",
	} {
		if got := dayTime(monday.as(g).last()).Format("2006-01-02"); got != want {
			t.Errorf("last day of %s: got %s, want %s", monday.as(g), got, want)
		}
	}
}

func TestFaultsInTheTablesAreNamed(t *testing.T) {
	for _, c := range []struct{ name, words, patterns, want string }{
		{"a category below", "", "a\t@b\tnone", `read patterns.tsv: line 1: no category "b" above this line`},
		{"a function that isn't", "", "a\tx\tfly", `read patterns.tsv: line 1: value "fly": no function "fly"`},
		{"a pattern of nothing", "", "a\tx?\tnone", `read patterns.tsv: line 1: pattern "x?" matches nothing at all`},
		{"a bracket left open", "", "a\t( x\tnone", `read patterns.tsv: line 1: pattern "( x": a bracket isn't closed`},
		{"a class that isn't", "", "a\t$x\tnone", `read patterns.tsv: line 1: no class "$x"`},
		{"a guard that isn't", "x\tmonth\t1\tsoft", "", `read words.tsv: line 1: no such guard as "soft"`},
	} {
		if _, err := newGrammar(c.words, c.patterns); err == nil || err.Error() != c.want {
			t.Errorf("%s: got error %v, want %s", c.name, err, c.want)
		}
	}
}
