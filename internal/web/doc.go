// Package web is the pages of readout serve: the list of articles, one page an
// article with its words beside the brief made of them, and the timeline of the
// whole ledger. A Ledger comes in, an http.Handler goes out:
//
//	pages, err := web.New(ledger, web.Options{CountryName: lex.StateName})
//	http.ListenAndServe("localhost:8080", pages)
//
// It stands at the end of the flow, beside brief and export: it reads records
// and changes nothing. Every page is made on the server from the templates and
// the one stylesheet in this package; none runs a script or asks another server
// for anything, and the headers of every answer hold browsers to that. An
// article's words are outside data and reach a page through html/template alone.
package web
