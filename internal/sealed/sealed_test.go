package sealed

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"testing"

	"github.com/klauspost/compress/zstd"
)

var errNot, errOther, errDamaged = errors.New("not"), errors.New("other"), errors.New("damaged")

var form = Form{Magic: "TEST", Version: 2, Not: errNot, Other: errOther, Damaged: errDamaged}

func file(t testing.TB, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := form.WritePacked(&b, []byte(content), zstd.SpeedDefault); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestContentComesBack(t *testing.T) {
	for _, content := range []string{"", "weights"} {
		got, err := form.OpenPacked(file(t, content), 1<<26)
		if err != nil || string(got) != content {
			t.Errorf("%q came back as %q, error %v", content, got, err)
		}
	}
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	whole := file(t, "weights")
	changed, newer := bytes.Clone(whole), bytes.Clone(whole)
	changed[len(changed)-1] ^= 1
	newer[4] = 3
	var plain bytes.Buffer
	if err := form.Write(&plain, []byte("no zstd")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, errNot}, {"another kind", []byte("RDOWxxxx"), errNot}, {"cut in its header", whole[:9], errDamaged},
		{"one bit changed", changed, errDamaged}, {"of a later version", newer, errOther}, {"not packed", plain.Bytes(), errDamaged},
	} {
		if _, err := form.OpenPacked(c.data, 1<<26); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestSum(t *testing.T) {
	data := file(t, "weights")
	body, err := form.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if want := sha256.Sum256(body); !bytes.Equal(form.Sum(data), want[:]) {
		t.Errorf("the sum is %x, want %x", form.Sum(data), want)
	}
	if form.Sum(data[:20]) != nil {
		t.Error("a file that ends in its header has a sum")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(file(f, "weights"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := form.OpenPacked(data, 1<<26); err != nil && !errors.Is(err, errNot) && !errors.Is(err, errOther) && !errors.Is(err, errDamaged) {
			t.Errorf("error %v says none of what can be wrong", err)
		}
	})
}
