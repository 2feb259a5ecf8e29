package coder

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func TestEachStageFindsWhatItNeeds(t *testing.T) {
	given := []layer{paragraphs}
	for _, s := range sharedCoder(t).stages {
		for _, need := range s.needs {
			if !slices.Contains(given, need) {
				t.Errorf("stage %s needs %s, which no stage before it gives", s.name, need)
			}
		}
		for _, l := range s.gives {
			if slices.Contains(given, l) {
				t.Errorf("stage %s gives %s, which was there before", s.name, l)
			}
		}
		given = append(given, s.gives...)
	}
}

func TestEachStageHasANameAndGivesSomething(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sharedCoder(t).stages {
		if s.name == "" || len(s.gives) == 0 || s.run == nil || seen[s.name] {
			t.Errorf("stage %q gives %v", s.name, s.gives)
		}
		seen[s.name] = true
	}
}

func TestARecordNamesTheProgramItsModelsAndItsTables(t *testing.T) {
	r := code(t, plain(readout.Date{}, "Norway and Chad held talks."))
	if r.Schema != readout.SchemaRecord || r.Coder.Version != readout.Version || len(r.Coder.Models) == 0 || len(r.Coder.Lexicons) == 0 {
		t.Errorf("schema %q, coder %+v", r.Schema, r.Coder)
	}
	if !slices.IsSorted(r.Coder.Lexicons) {
		t.Errorf("the tables are not in the order of their names: %v", r.Coder.Lexicons)
	}
}

func TestTheSameArticleGivesTheSameBytes(t *testing.T) {
	for name, a := range reports(t) {
		first := encode(t, code(t, a))
		if again := encode(t, code(t, a)); !bytes.Equal(first, again) {
			t.Errorf("%s: coded twice, it gives two records", name)
		}
	}
}

func TestTwoCodersGiveTheSameBytes(t *testing.T) {
	other, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range reports(t) {
		r, err := other.Code(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encode(t, r), encode(t, code(t, a))) {
			t.Errorf("%s: two coders disagree", name)
		}
	}
}

func TestManyGoroutinesMayUseOneCoder(t *testing.T) {
	articles := reports(t)
	want := map[string][]byte{}
	for name, a := range articles {
		want[name] = encode(t, code(t, a))
	}
	c := sharedCoder(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for name, a := range articles { // each goroutine in another order
				r, err := c.Code(context.Background(), a)
				if err != nil {
					t.Error(err)
					return
				}
				if b, err := json.Marshal(r); err != nil || !bytes.Equal(b, want[name]) {
					t.Errorf("%s: another record beside other goroutines, error %v", name, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestARecordSurvivesJSON(t *testing.T) {
	for name, a := range reports(t) {
		first := encode(t, code(t, a))
		var r readout.Record
		if err := json.Unmarshal(first, &r); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(first, encode(t, r)) {
			t.Errorf("%s: written, read and written again it differs", name)
		}
	}
}

func TestAnEndedContextStopsCodingBeforeTheFirstStage(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := sharedCoder(t).Code(ctx, plain(readout.Date{}, "Norway and Chad held talks."))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

func TestAContextThatEndsWithinStopsCodingAtTheNextStage(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	ran := 0
	stages := slices.Clone(sharedCoder(t).stages)
	for i, s := range stages {
		stages[i].run = func(d *text.Doc) {
			ran++
			s.run(d)
			if i == 1 {
				cancel(nil)
			}
		}
	}
	c := &Coder{stages: stages}
	if _, err := c.Code(ctx, plain(readout.Date{}, "Norway and Chad held talks.")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	if ran != 2 {
		t.Errorf("%d stages ran, want 2: the one that was running ends, no other begins", ran)
	}
}

func encode(t testing.TB, r readout.Record) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
