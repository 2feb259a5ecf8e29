package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/readout/readout"
)

// The limits of fetching a page; package article would refuse a longer one too.
const (
	fetchTime  = 30 * time.Second
	fetchBytes = 64 << 20
)

func isAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// page is an input fetched from the web: that one page, and nothing that it refers to.
func page(address string) input {
	return input{name: address, url: address, open: func(ctx context.Context) (io.ReadCloser, error) {
		body, err := fetch(ctx, address)
		if err != nil {
			return nil, err
		}
		return io.NopCloser(bytes.NewReader(body)), nil
	}}
}

func fetch(ctx context.Context, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("fetch it: %w", withoutAddress(err))
	}
	request.Header.Set("User-Agent", "readout/"+readout.Version)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("fetch it: %w", withoutAddress(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch it: the server answered %s", answer.Status)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, fetchBytes+1))
	if err != nil {
		return nil, fmt.Errorf("fetch it: %w", err)
	}
	if len(body) > fetchBytes {
		return nil, fmt.Errorf("fetch it: the page is longer than %d MiB", fetchBytes>>20)
	}
	return asUTF8(body, answer.Header.Get("Content-Type"))
}

// withoutAddress leaves out of an error the address, which the message names already.
func withoutAddress(err error) error {
	var urlErr *url.Error
	if errors.As(err, &urlErr) {
		return urlErr.Err
	}
	return err
}

// asUTF8 decodes a page that is in the encoding its server states. Where that states none, and where the bytes are UTF-8
// whatever it states, the page is left for package article to decode.
func asUTF8(body []byte, contentType string) ([]byte, error) {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || parameters["charset"] == "" || utf8.Valid(body) {
		return body, nil
	}
	encoding, _ := charset.Lookup(parameters["charset"])
	if encoding == nil {
		return body, nil
	}
	decoded, err := encoding.NewDecoder().Bytes(body)
	if err != nil {
		return nil, fmt.Errorf("decode it as %q: %w", parameters["charset"], err)
	}
	return decoded, nil
}
