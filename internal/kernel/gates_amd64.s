#include "textflag.h"

// The constants of plainLogistic, eight of each.
#define EIGHT(name, bits) \
	DATA name<>+0(SB)/4, bits \
	DATA name<>+4(SB)/4, bits \
	DATA name<>+8(SB)/4, bits \
	DATA name<>+12(SB)/4, bits \
	DATA name<>+16(SB)/4, bits \
	DATA name<>+20(SB)/4, bits \
	DATA name<>+24(SB)/4, bits \
	DATA name<>+28(SB)/4, bits \
	GLOBL name<>(SB), RODATA|NOPTR, $32

EIGHT(steepest, $0x42700000) // 60
EIGHT(flattest, $0xC2700000) // -60
EIGHT(turn, $0xBFB8AA3B)     // -1/ln 2
EIGHT(ln2High, $0x3F318000)
EIGHT(ln2Low, $0xB95E8083)
EIGHT(e5, $0x39506967)
EIGHT(e4, $0x3AB743CE)
EIGHT(e3, $0x3C088908)
EIGHT(e2, $0x3D2AA9C1)
EIGHT(e1, $0x3E2AAAAA)
EIGHT(e0, $0x3F000000)
EIGHT(one, $0x3F800000)

// func logistic(x *float32, n int)
TEXT ·logistic(SB), NOSPLIT, $0-16
	MOVQ    x+0(FP), AX
	MOVQ    n+8(FP), CX
	SHRQ    $3, CX
	VMOVUPS ln2High<>(SB), Y8
	VMOVUPS ln2Low<>(SB), Y9
	VMOVUPS e5<>(SB), Y10
	VMOVUPS e4<>(SB), Y11
	VMOVUPS e3<>(SB), Y12
	VMOVUPS e2<>(SB), Y13
	VMOVUPS e1<>(SB), Y14
	VMOVUPS e0<>(SB), Y15
	VMOVUPS one<>(SB), Y7

eight:
	VMOVUPS  (AX), Y0
	VMINPS   steepest<>(SB), Y0, Y0
	VMAXPS   flattest<>(SB), Y0, Y0
	VMULPS   turn<>(SB), Y0, Y1
	VROUNDPS $0, Y1, Y1             // n
	VMULPS   Y8, Y1, Y2
	VADDPS   Y2, Y0, Y0
	VMULPS   Y9, Y1, Y2
	VADDPS   Y2, Y0, Y0             // x + n ln 2, whose negative is the rest r
	VXORPS   Y3, Y3, Y3
	VSUBPS   Y0, Y3, Y0
	VMULPS   Y0, Y10, Y2
	VADDPS   Y11, Y2, Y2
	VMULPS   Y0, Y2, Y2
	VADDPS   Y12, Y2, Y2
	VMULPS   Y0, Y2, Y2
	VADDPS   Y13, Y2, Y2
	VMULPS   Y0, Y2, Y2
	VADDPS   Y14, Y2, Y2
	VMULPS   Y0, Y2, Y2
	VADDPS   Y15, Y2, Y2
	VMULPS   Y0, Y0, Y3
	VMULPS   Y3, Y2, Y2
	VADDPS   Y0, Y2, Y2
	VADDPS   Y7, Y2, Y2             // e to the power of r
	VCVTPS2DQ Y1, Y1
	VPSLLD   $23, Y1, Y1
	VPADDD   Y1, Y2, Y2             // times two to the power of n
	VADDPS   Y7, Y2, Y2
	VDIVPS   Y2, Y7, Y2
	VMOVUPS  Y2, (AX)
	ADDQ     $32, AX
	DECQ     CX
	JNZ      eight
	VZEROUPPER
	RET

// func gates(out, memory, in, candidate, forget, pass *float32, n int)
TEXT ·gates(SB), NOSPLIT, $0-56
	MOVQ out+0(FP), DI
	MOVQ memory+8(FP), SI
	MOVQ in+16(FP), AX
	MOVQ candidate+24(FP), BX
	MOVQ forget+32(FP), R8
	MOVQ pass+40(FP), R9
	MOVQ n+48(FP), CX
	SHLQ $2, CX
	XORQ DX, DX

each:
	VMOVUPS (BX)(DX*1), Y0
	VMOVUPS (SI)(DX*1), Y1
	VMOVUPS (AX)(DX*1), Y2
	VSUBPS  Y0, Y1, Y1
	VMULPS  (R8)(DX*1), Y1, Y1
	VADDPS  Y1, Y0, Y1
	VMOVUPS Y1, (SI)(DX*1)
	VSUBPS  Y2, Y1, Y1
	VMULPS  (R9)(DX*1), Y1, Y1
	VADDPS  Y1, Y2, Y1
	VMOVUPS Y1, (DI)(DX*1)
	ADDQ    $32, DX
	CMPQ    DX, CX
	JLT     each
	VZEROUPPER
	RET
