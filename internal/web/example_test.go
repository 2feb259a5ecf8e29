package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/web"
)

func ExampleNew() {
	ledger := &memory{records: []readout.Record{sample()}}
	pages, err := web.New(ledger, web.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/healthz", nil))
	fmt.Print(w.Code, " ", w.Body)
	// Output: 200 ok
}
