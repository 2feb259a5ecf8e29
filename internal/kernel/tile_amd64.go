package kernel

// narrow sets six rows of sixteen columns of dst, or adds to them, to the product of six rows of x and sixteen columns of w
// over n steps. Strides are from row to row, in values, and xStep is from one step to the next in a row of x, so that x can
// be read turned. It needs AVX2 and FMA; n must not be zero.
//
//go:noescape
func narrow(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool)

// wide does the same with eight rows and thirty-two columns. It needs AVX-512.
//
//go:noescape
func wide(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool)
