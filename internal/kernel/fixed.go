package kernel

import "math"

// The tile of Fixed: six rows of sixteen columns, whose sums stay in registers.
const fixedRows, fixedCols = 6, 16

// Fixed is a matrix of weights, and what is added to each column of its products, in whole numbers of 16 bits with a scale for each column. A product with it
// takes half the time of one of floats, and rounds what it multiplies to some eleven bits; sums are exact, so that every
// processor gives the same. It is read-only.
type Fixed struct {
	In, Out int
	limit   float32   // the largest whole number, such that a sum of In products fits in 32 bits
	pairs   int       // of rows of the matrix, filled up with zeroes to an even number
	panels  []int16   // for each sixteen columns and each pair of rows: the pair of each column
	scales  []float32 // of each column
	add     []float32
}

// NewFixed rounds the weights (in×out). Add may be nil.
func NewFixed(w, add []float32, in, out int) *Fixed {
	cols := (out + fixedCols - 1) / fixedCols * fixedCols
	f := &Fixed{scales: make([]float32, cols), add: make([]float32, cols)}
	f.size(in, out)
	copy(f.add, add)
	f.panels = make([]int16, cols*f.pairs*2)
	for c := range out {
		top := float32(0)
		for k := range in {
			top = max(top, w[k*out+c], -w[k*out+c])
		}
		if top == 0 {
			continue
		}
		f.scales[c] = top / f.limit
		panel, column := f.panels[c/fixedCols*fixedCols*f.pairs*2:], c%fixedCols
		for k := range in {
			panel[(k/2*fixedCols+column)*2+k%2] = whole(w[k*out+c], f.limit/top)
		}
	}
	return f
}

func (f *Fixed) size(in, out int) {
	f.In, f.Out, f.pairs = in, out, max((in+3)/4, 1)*2
	f.limit = min(float32(math.Floor(math.Sqrt(math.MaxInt32/float64(max(in, 1))))), math.MaxInt16)
}

// SetTurned sets f to the transpose of x (out×in), with nothing added. It must not be used elsewhere meanwhile.
func (f *Fixed) SetTurned(x []float32, in, out int, r *Rows) {
	f.size(in, out)
	r.round(f, x, in, out, fast())
	width, cols := 2*f.pairs, (out+fixedCols-1)/fixedCols*fixedCols
	f.scales, f.add = Room(f.scales, cols), Room(f.add, cols)
	clear(f.add)
	clear(f.scales[copy(f.scales, r.scales[:out]):])
	if cap(f.panels) < cols*width {
		f.panels = make([]int16, cols*width)
	}
	f.panels = f.panels[:cols*width]
	for c := range out { // what stands in the columns past the last is multiplied by a scale of zero
		panel, row := f.panels[c/fixedCols*fixedCols*width+2*(c%fixedCols):], r.values[c*width:(c+1)*width]
		for k := 0; k < width; k += 2 {
			panel[k*fixedCols], panel[k*fixedCols+1] = row[k], row[k+1]
		}
	}
}

// whole rounds to the nearest whole number, and from the middle to the even one.
func whole(v, scale float32) int16 { return int16(math.RoundToEven(float64(float32(v * scale)))) }

// Rows is working memory for the rows that a Fixed is multiplied by. Its zero value is ready.
type Rows struct {
	values []int16
	scales []float32
}

// Mul sets dst (rows×Out) to the product of x and the matrix, with what is added. X has a row of In values at each stride.
func (f *Fixed) Mul(dst, x []float32, stride, rows int, r *Rows) {
	f.mul(dst, x, stride, rows, r, fast())
}

func (f *Fixed) mul(dst, x []float32, stride, rows int, r *Rows, fast bool) {
	r.round(f, x, stride, rows, fast)
	width := 2 * f.pairs
	for c := 0; c < f.Out; c += fixedCols {
		cols := min(fixedCols, f.Out-c)
		for i := 0; i < rows; i += fixedRows {
			values, scales := r.values[i*width:(i+fixedRows)*width], r.scales[i:i+fixedRows]
			if n := min(fixedRows, rows-i); n < fixedRows || cols < fixedCols {
				var whole [fixedRows * fixedCols]float32
				f.tile(whole[:], fixedCols, values, scales, c, fast)
				for j := range n {
					copy(dst[(i+j)*f.Out+c:(i+j)*f.Out+c+cols], whole[j*fixedCols:])
				}
				continue
			}
			f.tile(dst[i*f.Out+c:], f.Out, values, scales, c, fast)
		}
	}
}

// tile makes six rows of the sixteen columns from c on.
func (f *Fixed) tile(dst []float32, stride int, values []int16, rowScales []float32, c int, fast bool) {
	width := 2 * f.pairs
	panel, scales, add := f.panels[c*width:(c+fixedCols)*width], f.scales[c:c+fixedCols], f.add[c:c+fixedCols]
	if fast {
		fixed(&dst[0], stride, &values[0], &panel[0], f.pairs, &rowScales[0], &scales[0], &add[0])
		return
	}
	for i, scale := range rowScales {
		row := values[i*width : (i+1)*width]
		for c := range fixedCols {
			sum := int32(0)
			for k := 0; k < width; k += 2 {
				sum += int32(row[k])*int32(panel[k*fixedCols+2*c]) + int32(row[k+1])*int32(panel[k*fixedCols+2*c+1])
			}
			dst[i*stride+c] = float32(float32(float32(sum)*scale)*scales[c]) + add[c] // rounded at each step, as the tile does
		}
	}
}

// round sets the rows to those of x in whole numbers.
func (r *Rows) round(f *Fixed, x []float32, stride, rows int, fast bool) {
	width, whole := 2*f.pairs, (rows+fixedRows-1)/fixedRows*fixedRows
	if cap(r.values) < whole*width {
		r.values = make([]int16, whole*width)
	}
	r.values, r.scales = r.values[:whole*width], Room(r.scales, whole)
	for i := range rows {
		r.scales[i] = f.roundRow(r.values[i*width:(i+1)*width], x[i*stride:i*stride+f.In], fast)
	}
	clear(r.values[rows*width:])
	clear(r.scales[rows:])
}

// roundRow sets the whole numbers of a row and returns their scale.
func (f *Fixed) roundRow(to []int16, x []float32, fast bool) float32 {
	done, top := 0, float32(0)
	if fast && len(x) >= 8 {
		done = len(x) &^ 7
		top = largest(&x[0], done)
	}
	for _, v := range x[done:] {
		top = max(top, v, -v)
	}
	clear(to[len(x):])
	if !(top > 0) || top > math.MaxFloat32 {
		clear(to)
		return 0
	}
	scale := f.limit / top
	if done > 0 {
		rounded(&to[0], &x[0], done, scale)
	}
	for i, v := range x[done:] {
		to[done+i] = whole(v, scale)
	}
	return top / f.limit
}
