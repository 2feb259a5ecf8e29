package main

import (
	"slices"
	"strings"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

// treeReader fills in what the command parse writes of a document: tags, trees, and, unless it has no entities, mentions.
type treeReader struct {
	language *model.Language
	entities *entity.Model
	coref    *coref.Model
}

func newTreeReader(mentions bool) (*treeReader, error) {
	r := &treeReader{}
	var err error
	if r.language, err = model.Load(); err != nil || !mentions {
		return r, err
	}
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	if r.entities, err = model.LoadEntities(lex); err != nil {
		return nil, err
	}
	r.coref, err = model.LoadCoref(lex)
	return r, err
}

// read fills in a document that has its words, sentences and quotations, or a part of a long one. It may be called from many goroutines.
func (r *treeReader) read(d *text.Doc) {
	r.language.Annotate(d)
	if r.entities == nil {
		return
	}
	when.Read(d)
	r.entities.Read(d)
	r.coref.Resolve(d)
}

// numbers counts the groups of mentions of a document whose parts come one by one.
type numbers struct{ groups int }

// number writes the mentions of a part that a treeReader has read into its column MISC and returns them.
func (n *numbers) number(d *text.Doc) []coref.Mention {
	mentions := coref.Mentions(d, namesOf(d), n.groups)
	for _, m := range mentions {
		n.groups = max(n.groups, m.Group)
	}
	for i, cell := range coref.Misc(mentions, len(d.Tokens)) {
		d.Tokens[i].Misc = withMentions(d.Tokens[i].Misc, cell)
	}
	return mentions
}

// namesOf returns the names of d as mentions.
func namesOf(d *text.Doc) []coref.Alone {
	var out []coref.Alone
	for _, e := range d.Entities {
		if entity.InGUM(d, e) {
			first, last := entity.Mention(d, e)
			out = append(out, coref.Alone{First: first, Last: last, Head: d.HeadOf(first, last), Type: entity.GUMType(e.Type)})
		}
	}
	return out
}

// aboutMentions are the keys of MISC that number mentions, so that those of a treebank can't stand beside ours.
var aboutMentions = []string{"Bridge", "Entity", "SplitAnte"}

// withMentions puts what MISC says of mentions in the place of what a treebank said of them; keys stay in the order of letters.
func withMentions(misc, cell string) string {
	var keep []string
	for part := range strings.SplitSeq(misc, "|") {
		key, _, _ := strings.Cut(part, "=")
		if part != "" && !slices.Contains(aboutMentions, key) {
			keep = append(keep, part)
		}
	}
	if cell != "" {
		at := 0
		for at < len(keep) && strings.ToLower(keep[at]) < strings.ToLower(cell) {
			at++
		}
		keep = slices.Insert(keep, at, cell)
	}
	return strings.Join(keep, "|")
}
