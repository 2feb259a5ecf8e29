package attribution

// hash is 32-bit FNV-1a (Fowler, Noll & Vo) of a kind and what was added to it.
type hash uint32

func newHash(kind byte) hash { return hash(2166136261).add(uint32(kind)) }

func (h hash) add(v uint32) hash { return (h ^ hash(v)) * 16777619 }

// number adds a small number, from -8 on.
func (h hash) number(n int) hash { return h.add(uint32(n + 8)) }

// bytes adds what stands last.
func (h hash) bytes(s string) hash {
	for i := range len(s) {
		h = h.add(uint32(s[i]))
	}
	return h
}

// word adds a word after which more may come.
func (h hash) word(s string) hash { return h.bytes(s).add(255) }

// row cuts the hash to the rows that there are.
func (h hash) row(rows hash) int32 { return int32(h % rows) }
