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

// fixed sets six rows of sixteen columns of dst, dstStride values apart, to the product of six rows of x and a panel of
// Fixed, so many pairs of steps long, times the scales of row and column, and what is added. It needs AVX2; pairs must be
// even and not zero.
//
//go:noescape
func fixed(dst *float32, dstStride int, x, panel *int16, pairs int, rowScales, scales, add *float32)

// largest returns the largest of n values without their signs. It needs AVX2; n must be a multiple of eight and not zero.
//
//go:noescape
func largest(x *float32, n int) float32

// rounded sets dst to the nearest whole numbers of x times scale. It needs AVX2; n must be a multiple of eight and not zero.
//
//go:noescape
func rounded(dst *int16, x *float32, n int, scale float32)

// logistic is Logistic with AVX2; n must be a multiple of eight and not zero.
//
//go:noescape
func logistic(x *float32, n int)

// gates is Gates with AVX2; n must be a multiple of eight and not zero.
//
//go:noescape
func gates(out, memory, in, candidate, forget, pass *float32, n int)

// sum returns the sum of n values, in eight lanes. It needs AVX2; n must be a multiple of eight and not zero.
//
//go:noescape
func sum(x *float32, n int) float32

// squares returns the sum of the squares of n values, in eight lanes. It needs AVX2; n must be a multiple of eight and not
// zero.
//
//go:noescape
func squares(x *float32, n int) float32
