package kernel

import "github.com/viterin/vek/vek32"

// The product is computed in tiles whose sums stay in registers: six rows of sixteen columns with AVX2, eight of thirty-two
// with AVX-512. These are the most of both.
const mostRows, mostCols = 8, 32

// depth is how many steps of the sums are made at a time: a panel of w that deep and a tile wide stays in the first cache.
const depth = 256

// fewTiles are not worth the copy of a panel of w.
const fewTiles = 3

// rowsOfVek are so few that the product of vek is faster, which does not make tiles.
const rowsOfVek = 2

// Mul sets dst (rows×out) to x (rows×in) times w (in×out). Each value is summed in the order of the columns of x, whatever
// the number of rows.
func Mul(dst, x, w []float32, rows, in, out int) {
	switch {
	case !fast() || rows == 0 || in == 0 || out == 0:
		PlainMul(dst, x, w, rows, in, out)
	case rows <= rowsOfVek:
		vek32.MatMul_Into(dst[:rows*out], x[:rows*in], w[:in*out], in)
	default:
		p := product{dst: dst[:rows*out], x: x[:rows*in], w: w[:in*out], rows: rows, in: in, out: out, stride: in, step: 1}
		p.make(hasWide())
	}
}

// AddMul is Mul that adds to what stands in dst.
func AddMul(dst, x, w []float32, rows, in, out int) { add(dst, x, w, rows, in, out, in, 1) }

// AddTurned adds to dst (rows×out) the transpose of x (in×rows) times w (in×out).
func AddTurned(dst, x, w []float32, rows, in, out int) { add(dst, x, w, rows, in, out, 1, rows) }

// add adds a product to dst; stride and step are those of product.
func add(dst, x, w []float32, rows, in, out, stride, step int) {
	if !fast() || rows == 0 || in == 0 || out == 0 {
		plain(dst, x, w, rows, in, out, stride, step)
		return
	}
	p := product{dst: dst[:rows*out], x: x[:rows*in], w: w[:in*out], rows: rows, in: in, out: out, stride: stride, step: step, add: true}
	p.make(hasWide())
}

// PlainMul is Mul without AVX2.
func PlainMul(dst, x, w []float32, rows, in, out int) {
	clear(dst[:rows*out])
	plain(dst, x, w, rows, in, out, in, 1)
}

// plain adds a product to dst; stride and step are those of product.
func plain(dst, x, w []float32, rows, in, out, stride, step int) {
	for r := range rows {
		d := dst[r*out : (r+1)*out]
		for k := range in {
			a, row := x[r*stride+k*step], w[k*out:(k+1)*out]
			for j := range d {
				d[j] += a * row[j]
			}
		}
	}
}

// product is a product of matrices and the steps of its sums that are being made.
type product struct {
	dst, x, w     []float32
	rows, in, out int
	stride, step  int  // in x, from row to row and from step to step
	add           bool // to what stands in dst
	from, steps   int

	wide               bool
	tileRows, tileCols int
}

func (p *product) make(wide bool) {
	p.wide, p.tileRows, p.tileCols = wide, 6, 16
	if wide {
		p.tileRows, p.tileCols = 8, 32
	}
	for p.from = 0; p.from < p.in; p.from += depth {
		p.steps = min(depth, p.in-p.from)
		p.part()
		p.add = true
	}
}

// source is where the rows of x or w begin that a tile reads, and how they go on.
type source struct {
	at           *float32
	stride, step int
}

// part makes the steps for all rows and columns.
func (p *product) part() {
	var panel [depth * mostCols]float32
	var rest [mostRows * depth]float32 // the last rows of x, filled up with zeroes
	whole := p.rows / p.tileRows * p.tileRows
	for r := whole; r < p.rows; r++ {
		for k := range p.steps {
			rest[(r-whole)*depth+k] = p.x[r*p.stride+(p.from+k)*p.step]
		}
	}
	for c := 0; c < p.out; c += p.tileCols {
		cols := min(p.tileCols, p.out-c)
		w := source{&p.w[p.from*p.out+c], p.out, 1}
		if cols < p.tileCols || p.rows > fewTiles*p.tileRows {
			p.fill(&panel, c, cols)
			w = source{&panel[0], p.tileCols, 1}
		}
		for r := 0; r < whole; r += p.tileRows {
			x := source{&p.x[r*p.stride+p.from*p.step], p.stride, p.step}
			if cols == p.tileCols {
				p.tile(&p.dst[r*p.out+c], p.out, x, w)
			} else {
				p.edge(r, p.tileRows, c, cols, x, w)
			}
		}
		if whole < p.rows {
			p.edge(whole, p.rows-whole, c, cols, source{&rest[0], depth, 1}, w)
		}
	}
}

// tile makes the steps of one tile.
func (p *product) tile(dst *float32, stride int, x, w source) {
	if p.wide {
		wide(dst, stride, x.at, x.stride, x.step, w.at, w.stride, p.steps, p.add)
		return
	}
	narrow(dst, stride, x.at, x.stride, x.step, w.at, w.stride, p.steps, p.add)
}

// fill copies columns of w to the panel, and zeroes where there are none.
func (p *product) fill(panel *[depth * mostCols]float32, c, cols int) {
	for k := range p.steps {
		row := p.w[(p.from+k)*p.out+c:]
		to := panel[k*p.tileCols : (k+1)*p.tileCols]
		clear(to[copy(to, row[:cols]):])
	}
}

// edge makes a tile of which only some rows and columns are of the product.
func (p *product) edge(r, rows, c, cols int, x, w source) {
	var whole [mostRows * mostCols]float32
	if p.add {
		for i := range rows {
			copy(whole[i*p.tileCols:], p.dst[(r+i)*p.out+c:(r+i)*p.out+c+cols])
		}
	}
	p.tile(&whole[0], p.tileCols, x, w)
	for i := range rows {
		copy(p.dst[(r+i)*p.out+c:(r+i)*p.out+c+cols], whole[i*p.tileCols:])
	}
}
