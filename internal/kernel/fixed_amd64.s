#include "textflag.h"

// One step of a row of the tile: its pair of x times the pairs of sixteen columns.
#define PAIRS(pair, low, high) \
	VPBROADCASTD pair, Y14 \
	VPMADDWD     Y12, Y14, Y15 \
	VPADDD       Y15, low, low \
	VPMADDWD     Y13, Y14, Y14 \
	VPADDD       Y14, high, high

// A row of the tile as floats: times the scale of the row and those of the columns, and what is added.
#define SCALED(scale, low, high) \
	VBROADCASTSS scale, Y15 \
	VCVTDQ2PS    low, low \
	VCVTDQ2PS    high, high \
	VMULPS       Y15, low, low \
	VMULPS       Y15, high, high \
	VMULPS       Y12, low, low \
	VMULPS       Y13, high, high \
	VADDPS       (R12), low, low \
	VADDPS       32(R12), high, high \
	VMOVUPS      low, (DI) \
	VMOVUPS      high, 32(DI) \
	ADDQ         SI, DI

// func fixed(dst *float32, dstStride int, x, panel *int16, pairs int, rowScales, scales, add *float32)
TEXT ·fixed(SB), NOSPLIT, $0-64
	MOVQ dst+0(FP), DI
	MOVQ dstStride+8(FP), SI
	MOVQ x+16(FP), AX
	MOVQ panel+24(FP), BX
	MOVQ pairs+32(FP), CX
	MOVQ rowScales+40(FP), DX
	MOVQ scales+48(FP), R9
	MOVQ add+56(FP), R12
	SHLQ $2, SI
	MOVQ CX, R8
	SHLQ $2, R8
	SHRQ $1, CX

	// The fourth row of x; the others are one or two strides from it or from the first.
	LEAQ (AX)(R8*2), R10
	ADDQ R8, R10

	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPXOR Y8, Y8, Y8
	VPXOR Y9, Y9, Y9
	VPXOR Y10, Y10, Y10
	VPXOR Y11, Y11, Y11

loop:
	VMOVDQU (BX), Y12
	VMOVDQU 32(BX), Y13
	PAIRS((AX), Y0, Y1)
	PAIRS((AX)(R8*1), Y2, Y3)
	PAIRS((AX)(R8*2), Y4, Y5)
	PAIRS((R10), Y6, Y7)
	PAIRS((R10)(R8*1), Y8, Y9)
	PAIRS((R10)(R8*2), Y10, Y11)
	VMOVDQU 64(BX), Y12
	VMOVDQU 96(BX), Y13
	PAIRS(4(AX), Y0, Y1)
	PAIRS(4(AX)(R8*1), Y2, Y3)
	PAIRS(4(AX)(R8*2), Y4, Y5)
	PAIRS(4(R10), Y6, Y7)
	PAIRS(4(R10)(R8*1), Y8, Y9)
	PAIRS(4(R10)(R8*2), Y10, Y11)
	ADDQ $8, AX
	ADDQ $8, R10
	ADDQ $128, BX
	DECQ CX
	JNZ  loop

	VMOVUPS (R9), Y12
	VMOVUPS 32(R9), Y13
	SCALED((DX), Y0, Y1)
	SCALED(4(DX), Y2, Y3)
	SCALED(8(DX), Y4, Y5)
	SCALED(12(DX), Y6, Y7)
	SCALED(16(DX), Y8, Y9)
	SCALED(20(DX), Y10, Y11)
	VZEROUPPER
	RET

// func largest(x *float32, n int) float32
TEXT ·largest(SB), NOSPLIT, $0-20
	MOVQ     x+0(FP), AX
	MOVQ     n+8(FP), CX
	SHRQ     $3, CX
	VPCMPEQD Y1, Y1, Y1
	VPSRLD   $1, Y1, Y1  // all bits but the sign
	VXORPS   Y0, Y0, Y0

each:
	VANDPS  (AX), Y1, Y2
	VMAXPS  Y2, Y0, Y0
	ADDQ    $32, AX
	DECQ    CX
	JNZ     each

	VEXTRACTF128 $1, Y0, X2
	VMAXPS       X2, X0, X0
	VPERMILPS    $0x4E, X0, X2
	VMAXPS       X2, X0, X0
	VPERMILPS    $0xB1, X0, X2
	VMAXPS       X2, X0, X0
	VMOVSS       X0, ret+16(FP)
	VZEROUPPER
	RET

// func rounded(dst *int16, x *float32, n int, scale float32)
TEXT ·rounded(SB), NOSPLIT, $0-28
	MOVQ         dst+0(FP), DI
	MOVQ         x+8(FP), AX
	MOVQ         n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y1
	SHRQ         $3, CX

eight:
	VMULPS       (AX), Y1, Y0
	VCVTPS2DQ    Y0, Y0
	VEXTRACTI128 $1, Y0, X2
	VPACKSSDW    X2, X0, X0
	VMOVDQU      X0, (DI)
	ADDQ         $32, AX
	ADDQ         $16, DI
	DECQ         CX
	JNZ          eight
	VZEROUPPER
	RET
