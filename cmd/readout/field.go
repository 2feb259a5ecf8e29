package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/readout/readout"
)

// field is one thing that an entry says.
type field struct{ name, value string }

// hidden are the fields that explain shows in ways of their own.
var hidden = []string{"id", "evidence", "made"}

// fieldsOf lists what an entry says, in the order of its JSON, so that it shows all fields of all kinds.
func fieldsOf(entry json.RawMessage) ([]field, error) {
	var out []field
	err := eachField(entry, func(name string, value json.RawMessage) error {
		for _, h := range hidden {
			if name == h {
				return nil
			}
		}
		s, err := valueText(value)
		out = append(out, field{strings.ReplaceAll(name, "_", " "), s})
		return err
	})
	return out, err
}

// eachField calls use with the fields of a JSON object in their order.
func eachField(object json.RawMessage, use func(name string, value json.RawMessage) error) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
		if err := use(fmt.Sprint(name), value); err != nil {
			return err
		}
	}
	_, err := d.Token() // the end of the object
	return err
}

// valueText writes the value of a field for people.
func valueText(value json.RawMessage) (string, error) {
	switch value[0] {
	case '[':
		var items []json.RawMessage
		if err := json.Unmarshal(value, &items); err != nil {
			return "", err
		}
		parts := make([]string, len(items))
		for i, item := range items {
			var err error
			if parts[i], err = valueText(item); err != nil {
				return "", err
			}
		}
		return strings.Join(parts, ", "), nil
	case '{':
		return objectText(value)
	case '"':
		var s string
		err := json.Unmarshal(value, &s)
		return s, err
	}
	return string(value), nil
}

// objectText writes an actor, a place or evidence.
func objectText(value json.RawMessage) (string, error) {
	var o struct {
		ID, Name, Country, Source string
	}
	if err := json.Unmarshal(value, &o); err != nil {
		return "", err
	}
	switch {
	case o.Source != "":
		var e readout.Evidence
		err := json.Unmarshal(value, &e)
		return "“" + e.Exact + "”", err
	case o.ID != "":
		return o.Name + " [" + o.ID + "]", nil
	case o.Country != "":
		return o.Name + " [" + o.Country + "]", nil
	}
	return o.Name, nil
}

// actorsIn lists the actors that an entry refers to, each once.
func actorsIn(entry json.RawMessage) []readout.ActorRef {
	var out []readout.ActorRef
	seen := map[string]bool{}
	_ = eachField(entry, func(_ string, value json.RawMessage) error { // the entry has been read before
		var refs []readout.ActorRef
		var one readout.ActorRef
		switch {
		case json.Unmarshal(value, &refs) == nil:
		case json.Unmarshal(value, &one) == nil:
			refs = []readout.ActorRef{one}
		}
		for _, r := range refs {
			if r.ID != "" && !seen[r.ID] {
				seen[r.ID] = true
				out = append(out, r)
			}
		}
		return nil
	})
	return out
}
