package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
)

const talks = "<!doctype html><html lang=en><head><title>Talks in Oslo go on</title></head><body><article><h1>Talks in Oslo go on</h1>" +
	"<p>The foreign ministers met in Oslo on Tuesday after the talks had been put off twice in the spring, and both sides said they were glad.</p>" +
	"<p>They said in a caf\xe9 that the two governments would go on talking about the fences on the river, which one of them does not accept.</p>" +
	"</article></body></html>"

func TestAPageIsFetchedByItsAddress(t *testing.T) {
	agent := ""
	mux := http.NewServeMux()
	mux.HandleFunc("/talks", func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		_, _ = io.WriteString(w, talks)
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/talks", http.StatusFound) })
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) {
		line := strings.Repeat("word ", 200_000)
		for range fetchBytes/len(line) + 2 {
			_, _ = io.WriteString(w, line)
		}
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	for _, path := range []string{"/talks", "/moved"} {
		inputs, err := gather([]string{server.URL + path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		a, err := readArticle(t.Context(), inputs[0], facts{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Title != "Talks in Oslo go on" || a.URL != server.URL+path || a.Name != server.URL+path || !strings.Contains(a.Text, "café") {
			t.Errorf("%s: title %q, URL %q, name %q, text %q", path, a.Title, a.URL, a.Name, a.Text)
		}
	}
	if agent != "readout/"+readout.Version {
		t.Errorf("user agent %q", agent)
	}

	closed := httptest.NewServer(mux)
	closed.Close()
	for address, want := range map[string]string{
		server.URL + "/none": "the server answered 404 Not Found",
		server.URL + "/long": "longer than 64 MiB",
		closed.URL:           "connection refused",
		"http://":            "no Host in request URL",
	} {
		inputs, err := gather([]string{address}, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = readArticle(t.Context(), inputs[0], facts{})
		if got := fmt.Sprint(err); !strings.HasPrefix(got, address+": fetch it: ") || !strings.Contains(got, want) {
			t.Errorf("%s: error %q, want one with %q", address, got, want)
		}
	}
}

func FuzzPagesInAnyEncodingAreDecodedOrLeft(f *testing.F) {
	f.Add([]byte(talks), "text/html; charset=iso-8859-1")
	f.Add([]byte("\x1b$B"), "text/html; charset=iso-2022-jp")
	f.Add([]byte("\xff\xfea\x00"), "text/plain; charset=utf-16")
	f.Add([]byte("\xff"), "text/html; charset=none")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		out, err := asUTF8(body, contentType)
		if err == nil && !utf8.Valid(out) && string(out) != string(body) {
			t.Errorf("decoded as %q to what is not UTF-8: %q", contentType, out)
		}
	})
}
