package web

import (
	"net/url"
	"strconv"
)

// A pager is where a page stands in a list too long for one.
type pager struct {
	Page, Pages  int    // from 1
	From, To     int    // what to show: list[From:To]
	Newer, Older string // addresses of the pages beside this one; "" where there is none
}

// pagerOf reads the page asked for out of an address. Anything that is no page of the list is the nearest that is.
func pagerOf(u *url.URL, total, size int) pager {
	pages := max(1, (total+size-1)/size)
	n, err := strconv.Atoi(u.Query().Get("page"))
	if err != nil {
		n = 1
	}
	n = min(max(n, 1), pages)
	p := pager{Page: n, Pages: pages, From: (n - 1) * size, To: min(n*size, total)}
	if n > 1 {
		p.Newer = pageAddress(u, n-1)
	}
	if n < pages {
		p.Older = pageAddress(u, n+1)
	}
	return p
}

func pageAddress(u *url.URL, n int) string {
	q := u.Query()
	q.Set("page", strconv.Itoa(n))
	return u.Path + "?" + q.Encode()
}
