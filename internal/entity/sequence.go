package entity

import (
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// sequence labels the sentences of documents with one set of weights.
type sequence struct {
	weights *perceptron.Model
	second  bool // reads what the first reading found
	decoder *decoder

	features []perceptron.Feature // of the word at hand
	scores   [][labelCount]float32
}

func newSequence(weights *perceptron.Model, second bool) *sequence {
	s := &sequence{weights: weights, second: second, decoder: newDecoder()}
	s.readMoves()
	return s
}

// moved is the feature of a label that stands after label a.
func moved(a label) perceptron.Feature { return perceptron.Mix(900, uint64(a), 0, 0) }

// readMoves works out the score of each label after each.
func (q *sequence) readMoves() {
	for a := range label(labelCount) {
		row := q.decoder.moves[a][:]
		clear(row)
		q.weights.Score([]perceptron.Feature{moved(a)}, row)
	}
}

// score works out the scores of the words of a sentence.
func (q *sequence) score(w *words, s text.Sentence) {
	q.scores = q.scores[:0]
	for i := s.First; i < s.Last; i++ {
		q.features, _ = w.features(q.features[:0], s.First, s.Last, i, q.second)
		q.scores = append(q.scores, [labelCount]float32{})
		q.weights.Score(q.features, q.scores[len(q.scores)-1][:])
	}
}

// read returns the names of a document.
func (q *sequence) read(w *words) []Span {
	var out []Span
	for _, s := range w.doc.Sentences {
		q.score(w, s)
		spans := spansOf(q.decoder.decode(q.scores), s.First)
		margins(spans, q.scores, s)
		out = append(out, spans...)
	}
	return out
}
