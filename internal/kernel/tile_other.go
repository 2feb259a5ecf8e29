//go:build !amd64

package kernel

// There are no tiles for other processors, where fast reports false.

func narrow(*float32, int, *float32, int, int, *float32, int, int, bool) {
	panic("kernel: no tile on this processor")
}

func wide(*float32, int, *float32, int, int, *float32, int, int, bool) {
	panic("kernel: no tile on this processor")
}

func fixed(*float32, int, *int16, *int16, int, *float32, *float32, *float32) {
	panic("kernel: no tile on this processor")
}

func largest(*float32, int) float32 { panic("kernel: no tile on this processor") }

func rounded(*int16, *float32, int, float32) { panic("kernel: no tile on this processor") }

func logistic(*float32, int) { panic("kernel: no tile on this processor") }

func gates(out, memory, in, candidate, forget, pass *float32, n int) {
	panic("kernel: no tile on this processor")
}

func sum(*float32, int) float32 { panic("kernel: no tile on this processor") }

func squares(*float32, int) float32 { panic("kernel: no tile on this processor") }
