// Package attribution finds who says, thinks or wants what: the words of cues, and for each cue its source and its content. It reads
// the vectors of package encoder with a small network of its own, trained on PolNeAR.
//
//	m, err := attribution.New(file, dim)
//	for _, a := range m.NewState().Read(doc, vectors, 0) {
//		fmt.Println(a.Source, a.Cue, a.Content)
//	}
//
// It comes after packages encoder, tag and parse, whose vectors, tags and trees it reads, and before package speech.
package attribution
