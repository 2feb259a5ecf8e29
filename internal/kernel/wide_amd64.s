#include "textflag.h"

// One step of a row of the tile: its value of x times thirty-two values of w.
#define ROW(value, low, high) \
	VBROADCASTSS value, Z18 \
	VFMADD231PS  Z16, Z18, low \
	VFMADD231PS  Z17, Z18, high

#define LOAD(low, high) \
	VMOVUPS (R11), low \
	VMOVUPS 64(R11), high \
	ADDQ    SI, R11

#define STORE(low, high) \
	VMOVUPS low, (DI) \
	VMOVUPS high, 64(DI) \
	ADDQ    SI, DI

// func wide(dst *float32, dstStride int, x *float32, xStride, xStep int, w *float32, wStride int, n int, add bool)
TEXT ·wide(SB), NOSPLIT, $0-65
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

	// The fourth and the seventh row of x; the others are one or two strides from them or from the first.
	LEAQ (AX)(R8*2), R10
	ADDQ R8, R10
	LEAQ (R10)(R8*2), R12
	ADDQ R8, R12

	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11
	VPXORD Z12, Z12, Z12
	VPXORD Z13, Z13, Z13
	VPXORD Z14, Z14, Z14
	VPXORD Z15, Z15, Z15
	MOVBLZX add+64(FP), R13
	TESTL  R13, R13
	JZ     loop
	MOVQ DI, R11
	LOAD(Z0, Z1)
	LOAD(Z2, Z3)
	LOAD(Z4, Z5)
	LOAD(Z6, Z7)
	LOAD(Z8, Z9)
	LOAD(Z10, Z11)
	LOAD(Z12, Z13)
	LOAD(Z14, Z15)

loop:
	VMOVUPS (BX), Z16
	VMOVUPS 64(BX), Z17
	ROW((AX), Z0, Z1)
	ROW((AX)(R8*1), Z2, Z3)
	ROW((AX)(R8*2), Z4, Z5)
	ROW((R10), Z6, Z7)
	ROW((R10)(R8*1), Z8, Z9)
	ROW((R10)(R8*2), Z10, Z11)
	ROW((R12), Z12, Z13)
	ROW((R12)(R8*1), Z14, Z15)
	ADDQ DX, AX
	ADDQ DX, R10
	ADDQ DX, R12
	ADDQ R9, BX
	DECQ CX
	JNZ  loop

	STORE(Z0, Z1)
	STORE(Z2, Z3)
	STORE(Z4, Z5)
	STORE(Z6, Z7)
	STORE(Z8, Z9)
	STORE(Z10, Z11)
	STORE(Z12, Z13)
	STORE(Z14, Z15)
	VZEROUPPER
	RET
