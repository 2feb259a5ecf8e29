package readout_test

import (
	"testing"

	"github.com/readout/readout"
)

func date(t *testing.T, s string) readout.Date {
	t.Helper()
	d, err := readout.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDatesCoverTheirDays(t *testing.T) {
	for _, tt := range []struct {
		date                  string
		precision             readout.Precision
		from, to, first, last string
	}{
		{"2023-06-19", readout.Day, "2023-06-19", "2023-06-19", "2023-06-19", "2023-06-19"},
		{"2024-02", readout.Month, "2024-02", "2024-02", "2024-02-01", "2024-02-29"},
		{"2018", readout.Year, "2018", "2018", "2018-01-01", "2018-12-31"},
		{"2023-06-18/2023-06-19", readout.Interval, "2023-06-18", "2023-06-19", "2023-06-18", "2023-06-19"},
		{"2023/2023-02", readout.Interval, "2023", "2023-02", "2023-01-01", "2023-02-28"},
	} {
		d := date(t, tt.date)
		from, to := d.Ends()
		if d.Precision() != tt.precision || from.String() != tt.from || to.String() != tt.to {
			t.Errorf("%s: %s from %s to %s, want %s from %s to %s", d, d.Precision(), from, to, tt.precision, tt.from, tt.to)
		}
		if first, last := readout.DayOf(d.First()).String(), readout.DayOf(d.Last()).String(); first != tt.first || last != tt.last {
			t.Errorf("%s: covers %s to %s, want %s to %s", d, first, last, tt.first, tt.last)
		}
	}
	var unknown readout.Date
	if from, to := unknown.Ends(); !from.IsZero() || !to.IsZero() || !unknown.First().IsZero() || !unknown.Last().IsZero() || unknown.Precision() != "" {
		t.Error("an unknown date covers something")
	}
}

func TestBetweenJoinsTheOuterEnds(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"2023-06-18", "2023-06-19", "2023-06-18/2023-06-19"},
		{"2023-06-18", "2023-06-18", "2023-06-18"},
		{"2023-01/2023-02", "2023-02/2023-03", "2023-01/2023-03"},
	} {
		if got := readout.Between(date(t, tt.a), date(t, tt.b)); got.String() != tt.want {
			t.Errorf("between %s and %s: %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for _, s := range []string{"", "June", "2023-13", "2023-02-30", "2023-6-19", "2023-06-19/", "/2023", "2023-06-19/2023-06-18", "2021/2022/2023"} {
		if d, err := readout.ParseDate(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023", "2023-06", "2023-06-19", "2023-06-18/2023-06-19", "0000", "2023-06-31", "/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := readout.ParseDate(s)
		if err != nil {
			return
		}
		if d.String() != s || d.Precision() == "" {
			t.Errorf("%q is read as %q of precision %q", s, d, d.Precision())
		}
		from, to := d.Ends()
		if from.Precision() == "" || to.Precision() == "" || !d.Contains(d) && d.First().Before(d.Last()) {
			t.Errorf("%q runs from %q to %q", s, from, to)
		}
	})
}
