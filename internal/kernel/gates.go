package kernel

import "math"

// Logistic replaces each x by 1/(1+exp(-x)), with x cut at ±60, where it is flat in 32 bits.
func Logistic(x []float32) {
	done := 0
	if fast() && len(x) >= 8 {
		done = len(x) &^ 7
		logistic(&x[0], done)
	}
	plainLogistic(x[done:])
}

// plainLogistic does the same in plain Go. The exponential is that of the Cephes library (Moshier 1992): a power of two times a
// polynomial of the rest. Each step is rounded, so that every processor gives the same.
func plainLogistic(x []float32) {
	const turn, high, low = float32(-1.44269504088896341), float32(0.693359375), float32(-2.12194440e-4)
	for i, v := range x {
		v = max(min(v, steep), -steep)
		n := float32(math.RoundToEven(float64(float32(v * turn))))
		v = float32(v + float32(n*high))
		r := 0 - float32(v+float32(n*low))
		p := float32(1.9875691500e-4)
		for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
			p = float32(p*r) + c
		}
		p = float32(float32(p*float32(r*r))+r) + 1
		x[i] = 1 / (math.Float32frombits(math.Float32bits(p)+uint32(int32(n))<<23) + 1)
	}
}

// Gates takes a word into the memory of simple recurrent units: what is remembered becomes forget·memory + (1-forget)·candidate,
// and what comes out is pass·memory + (1-pass)·in. All have the length of memory.
func Gates(out, memory, in, candidate, forget, pass []float32) {
	n := len(memory)
	out, in, candidate, forget, pass = out[:n], in[:n], candidate[:n], forget[:n], pass[:n]
	done := 0
	if fast() && n >= 8 {
		done = n &^ 7
		gates(&out[0], &memory[0], &in[0], &candidate[0], &forget[0], &pass[0], done)
	}
	plainGates(out[done:], memory[done:], in[done:], candidate[done:], forget[done:], pass[done:])
}

// plainGates does the same in plain Go.
func plainGates(out, memory, in, candidate, forget, pass []float32) {
	for i, z := range candidate {
		c := z + float32(forget[i]*float32(memory[i]-z))
		memory[i] = c
		out[i] = in[i] + float32(pass[i]*float32(c-in[i]))
	}
}
