#include "textflag.h"

// One step of a row of the tile: its value of x times sixteen values of w.
#define ROW(value, low, high) \
	VBROADCASTSS value, Y14 \
	VFMADD231PS  Y12, Y14, low \
	VFMADD231PS  Y13, Y14, high

#define LOAD(low, high) \
	VMOVUPS (R11), low \
	VMOVUPS 32(R11), high \
	ADDQ    SI, R11

#define STORE(low, high) \
	VMOVUPS low, (DI) \
	VMOVUPS high, 32(DI) \
	ADDQ    SI, DI

// func narrow(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool)
TEXT ·narrow(SB), NOSPLIT, $0-65
	MOVQ dst+0(FP), DI
	MOVQ dstStride+8(FP), SI
	MOVQ x+16(FP), AX
	MOVQ xStride+24(FP), R8
	MOVQ xStep+32(FP), DX
	MOVQ w+40(FP), BX
	MOVQ wStride+48(FP), R9
	MOVQ n+56(FP), CX
	SHLQ $2, SI
	SHLQ $2, R8
	SHLQ $2, DX
	SHLQ $2, R9

	// The fourth row of x; the others are one or two strides from it or from the first.
	LEAQ (AX)(R8*2), R10
	ADDQ R8, R10

	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11
	MOVBLZX add+64(FP), R13
	TESTL  R13, R13
	JZ     loop
	MOVQ DI, R11
	LOAD(Y0, Y1)
	LOAD(Y2, Y3)
	LOAD(Y4, Y5)
	LOAD(Y6, Y7)
	LOAD(Y8, Y9)
	LOAD(Y10, Y11)

loop:
	VMOVUPS (BX), Y12
	VMOVUPS 32(BX), Y13
	ROW((AX), Y0, Y1)
	ROW((AX)(R8*1), Y2, Y3)
	ROW((AX)(R8*2), Y4, Y5)
	ROW((R10), Y6, Y7)
	ROW((R10)(R8*1), Y8, Y9)
	ROW((R10)(R8*2), Y10, Y11)
	ADDQ DX, AX
	ADDQ DX, R10
	ADDQ R9, BX
	DECQ CX
	JNZ  loop

	STORE(Y0, Y1)
	STORE(Y2, Y3)
	STORE(Y4, Y5)
	STORE(Y6, Y7)
	STORE(Y8, Y9)
	STORE(Y10, Y11)
	VZEROUPPER
	RET
