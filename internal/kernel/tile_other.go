//go:build !amd64

package kernel

// There are no tiles for other processors, where fast reports false.

func narrow(*float32, int, *float32, int, int, *float32, int, int, bool) {
	panic("kernel: no tile on this processor")
}

func wide(*float32, int, *float32, int, int, *float32, int, int, bool) {
	panic("kernel: no tile on this processor")
}
