package train

import (
	"slices"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/text"
)

// CrossNER maps the types of CrossNER politics to those of the sequence model.
var CrossNER = map[string]entity.Coarse{
	"politician": entity.CoarsePerson, "person": entity.CoarsePerson,
	"politicalparty": entity.CoarseOrganisation, "organisation": entity.CoarseOrganisation,
	"country": entity.CoarsePlace, "location": entity.CoarsePlace,
	"election": entity.CoarseEvent, "event": entity.CoarseEvent,
	"misc": entity.CoarseOther,
}

// FromGUM makes examples of documents of GUM, whose names are read from gold tags and trees and whose tags and guesses are then those of retagged,
// which holds the same words one document after another.
func FromGUM(docs []gum.Document, retagged []text.Token, t entity.Tables) []entity.Example {
	var out []entity.Example
	at := 0
	for k := range docs {
		d := docs[k].Doc
		names := Flat(Names(&docs[k]))
		for n := range names {
			names[n].Type = finer(d, names[n], t)
		}
		tokens := slices.Clone(d.Tokens)
		for i := range tokens {
			tokens[i].UPOS, tokens[i].XPOS, tokens[i].Guess = retagged[at+i].UPOS, retagged[at+i].XPOS, retagged[at+i].Guess
		}
		at += len(tokens)
		out = append(out, entity.Example{Doc: &text.Doc{Text: d.Text, Tokens: tokens, Sentences: d.Sentences}, Names: names})
	}
	return out
}

// finer tells titles alone and peoples from persons, which stand in other places: after "the", in the plural.
func finer(d *text.Doc, n entity.Span, t entity.Tables) entity.Coarse {
	switch {
	case n.Type != entity.CoarsePerson:
		return n.Type
	case t.OnlyTitles(d, n.First, n.Last):
		return entity.CoarseOffice
	case t.IsDemonym(d, n.First, n.Last) || d.Tokens[n.Last-1].XPOS == "NNPS":
		return entity.CoarsePeople
	}
	return entity.CoarsePerson
}

// FromCrossNER makes an example of each sentence, tagged by annotate. A title before a person's name is made part of the name, as
// in GUM; a nationality, which the tables know, is no name.
func FromCrossNER(sentences []Columns, t entity.Tables, annotate func(*text.Doc)) []entity.Example {
	var out []entity.Example
	for _, s := range sentences {
		annotate(s.Doc)
		e := entity.Example{Doc: s.Doc}
		for _, n := range s.Spans() {
			kind, ok := CrossNER[n.Type]
			if !ok || n.Type == "misc" && t.IsDemonym(s.Doc, n.First, n.Last) {
				continue
			}
			span := entity.Span{First: n.First, Last: n.Last, Type: kind}
			if kind == entity.CoarsePerson {
				span.First = t.TitleBefore(s.Doc, n.First)
			}
			if k := len(e.Names); k > 0 && e.Names[k-1].Last > span.First {
				span.First = e.Names[k-1].Last
			}
			e.Names = append(e.Names, span)
		}
		out = append(out, e)
	}
	return out
}
