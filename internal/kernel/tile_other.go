//go:build !amd64

package kernel

// tile is not there on other processors, where fast reports false.
func tile(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool) {
	panic("kernel: no tile on this processor")
}
