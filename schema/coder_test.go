package schema

import (
	"context"
	"io/fs"
	"testing"

	"github.com/readout/readout/coder"
	"github.com/readout/readout/examples"
	"github.com/readout/readout/internal/article"
)

func TestWhatTheCoderWritesIsAccepted(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	s := compile(t)
	names, err := fs.Glob(examples.Files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("examples %v, error %v", names, err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			file, err := examples.Files.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = file.Close() }()
			a, err := article.Read(file, article.Options{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			r, err := c.Code(context.Background(), a)
			if err != nil {
				t.Fatal(err)
			}
			if err := validate(t, s, marshal(t, r)); err != nil {
				t.Error(err)
			}
		})
	}
}
