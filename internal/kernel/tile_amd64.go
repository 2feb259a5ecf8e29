package kernel

// tile sets six rows of sixteen columns of dst, or adds to them, to the product of six rows of x and sixteen columns of w
// over n steps. Strides are from row to row, in values, and xStep is from one step to the next in a row of x, so that x can
// be read turned. It needs AVX2 and FMA; n must not be zero.
//
//go:noescape
func tile(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool)
