package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// input is one thing to read an article from.
type input struct {
	name string // as the user knows it: a path, an address, "standard input"
	url  string // the address it is fetched from, or ""
	open func(context.Context) (io.ReadCloser, error)
}

// failure is an input that could not be read or coded.
type failure struct {
	name string
	err  error
}

func (f failure) Error() string { return printable(f.name) + ": " + withoutPath(f.err).Error() }
func (f failure) Unwrap() error { return f.err }

// printable quotes a name that holds what a terminal would obey rather than show.
func printable(name string) string {
	if quoted := strconv.Quote(name); quoted != `"`+name+`"` {
		return quoted
	}
	return name
}

// withoutPath leaves out of an error of the file system the path, which the message names already.
func withoutPath(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

const standardInput = "standard input"

// gather turns arguments into inputs, in their order, and the files of a folder in the order of their names. What can't
// be read at all becomes a failing input, so that it is reported in its place.
func gather(args []string, stdin io.Reader) ([]input, error) {
	if i := slices.Index(args, "-"); i >= 0 && slices.Contains(args[i+1:], "-") {
		return nil, usagef("standard input (-) can be read only once")
	}
	var out []input
	for _, arg := range args {
		switch {
		case arg == "":
			return nil, usagef("an input has no name")
		case arg == "-":
			out = append(out, input{name: standardInput, open: func(context.Context) (io.ReadCloser, error) {
				return io.NopCloser(stdin), nil
			}})
		case isAddress(arg):
			out = append(out, page(arg))
		default:
			out = append(out, onDisk(arg)...)
		}
	}
	return out, nil
}

func onDisk(path string) []input {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return []input{failing(path, err)}
	case !info.IsDir():
		return []input{file(path)}
	}
	inputs := folder(path)
	if len(inputs) == 0 {
		return []input{failing(path, errors.New("no *.txt, *.html or *.htm in this folder"))}
	}
	return inputs
}

func file(path string) input {
	return input{name: path, open: func(context.Context) (io.ReadCloser, error) { return os.Open(path) }}
}

func failing(name string, err error) input {
	return input{name: name, open: func(context.Context) (io.ReadCloser, error) { return nil, err }}
}

// folder lists the articles in a folder and the folders below it, hidden ones left out.
func folder(root string) []input {
	var out []input
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error { // it only fails as this function does
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			out = append(out, failing(path, err))
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && !d.IsDir() && isArticleName(path):
			out = append(out, file(path))
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b input) int { return cmp.Compare(a.name, b.name) })
	return out
}

func isArticleName(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".html", ".htm":
		return true
	}
	return false
}
