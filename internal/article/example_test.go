package article_test

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/article"
)

func ExampleRead() {
	input := `Publisher: Harbour Courier
Published: 5 March 2024

Norland and Suderia reopen river border

The foreign ministers of Norland and Suderia agreed on Tuesday to
reopen the bridge at Lund.

Reporting by Ida Holm
`
	a, err := article.Read(strings.NewReader(input), article.Options{Name: "border.txt"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Publisher, a.Published)
	characters := []rune(a.Text)
	for _, p := range a.Paragraphs {
		fmt.Printf("%s %d: %s\n", p.Kind, p.Number, string(characters[p.Start:p.End]))
	}
	// Output:
	// Harbour Courier 2024-03-05
	// title 0: Norland and Suderia reopen river border
	// body 1: The foreign ministers of Norland and Suderia agreed on Tuesday to reopen the bridge at Lund.
	// credit 0: Reporting by Ida Holm
}
