package neural

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/readout/readout/internal/grad"
)

// Checkpoint is a training run as it stands between two steps: everything that the rest of the run depends on.
type Checkpoint struct {
	Stage  string // what is being trained, so that a run does not go on from another's checkpoint
	Shape  Shape
	Vocab  map[string]int32
	Step   int // steps done
	Params map[string][]float32
	Adam   grad.State
}

// Write puts the checkpoint in place of the file in one move, so that a run stopped at any moment leaves a whole one.
func (c *Checkpoint) Write(name string) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write checkpoint: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			err = fmt.Errorf("write checkpoint %s: %w", name, err)
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	if err := gob.NewEncoder(w).Encode(c); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// ReadCheckpoint reads what a run wrote.
func ReadCheckpoint(name string) (*Checkpoint, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read checkpoint: %w", err)
	}
	defer f.Close()
	var c Checkpoint
	if err := gob.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&c); err != nil {
		return nil, fmt.Errorf("read checkpoint %s: %w", name, err)
	}
	return &c, nil
}

// checkpoint returns the state of the run.
func (n *Net) checkpoint(stage string, step int) *Checkpoint {
	c := &Checkpoint{Stage: stage, Shape: n.Shape, Vocab: n.vocabulary, Step: step, Params: map[string][]float32{}, Adam: n.params.State()}
	for _, p := range n.params.All {
		c.Params[p.Name] = p.W
	}
	return c
}

// resume goes on from a checkpoint of the same stage and returns the steps done; without one it returns 0.
func (n *Net) resume(stage, name string) (int, error) {
	c, err := ReadCheckpoint(name)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if c.Stage != stage || c.Shape != n.Shape || len(c.Vocab) != len(n.vocabulary) {
		return 0, fmt.Errorf("go on from %s: it is of another run; remove it or name another file", name)
	}
	if err := n.take(c); err != nil {
		return 0, fmt.Errorf("go on from %s: %w", name, err)
	}
	n.params.SetState(c.Adam)
	return c.Step, nil
}

// take sets the parameters that the checkpoint holds under the same names and sizes.
func (n *Net) take(c *Checkpoint) error {
	for _, p := range n.params.All {
		w, ok := c.Params[p.Name]
		if !ok {
			continue
		}
		if len(w) != len(p.W) {
			return fmt.Errorf("%s has %d values, not %d", p.Name, len(w), len(p.W))
		}
		copy(p.W, w)
	}
	return nil
}
