package score

import "encoding/json"

// Counts is what scores are made of. Gold is Found and Missed together.
type Counts struct {
	Gold     int
	Found    int
	Missed   int
	Invented int
}

// Add adds o to c.
func (c *Counts) Add(o Counts) {
	c.Gold += o.Gold
	c.Found += o.Found
	c.Missed += o.Missed
	c.Invented += o.Invented
}

// Precision is the share of our entries that gold has; 0 where there are none.
func (c Counts) Precision() float64 { return share(c.Found, c.Found+c.Invented) }

// Recall is the share of gold's entries that were found; 0 where there are none.
func (c Counts) Recall() float64 { return share(c.Found, c.Gold) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 { return share(2*c.Found, 2*c.Found+c.Invented+c.Missed) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// MarshalJSON writes the counts with what follows from them.
func (c Counts) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Gold      int     `json:"gold"`
		Found     int     `json:"found"`
		Missed    int     `json:"missed"`
		Invented  int     `json:"invented"`
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
	}{c.Gold, c.Found, c.Missed, c.Invented, c.Precision(), c.Recall(), c.F1()})
}
