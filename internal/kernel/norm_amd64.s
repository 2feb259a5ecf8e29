#include "textflag.h"

// The sum of eight lanes: of those four apart, then two, then one.
#define ACROSS \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPS       X1, X0, X0 \
	VPERMILPS    $0x4E, X0, X1 \
	VADDPS       X1, X0, X0 \
	VPERMILPS    $0xB1, X0, X1 \
	VADDPS       X1, X0, X0

// func sum(x *float32, n int) float32
TEXT ·sum(SB), NOSPLIT, $0-20
	MOVQ   x+0(FP), AX
	MOVQ   n+8(FP), CX
	SHRQ   $3, CX
	VXORPS Y0, Y0, Y0

each:
	VADDPS (AX), Y0, Y0
	ADDQ   $32, AX
	DECQ   CX
	JNZ    each
	ACROSS
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func squares(x *float32, n int) float32
TEXT ·squares(SB), NOSPLIT, $0-20
	MOVQ   x+0(FP), AX
	MOVQ   n+8(FP), CX
	SHRQ   $3, CX
	VXORPS Y0, Y0, Y0

each:
	VMOVUPS (AX), Y1
	VMULPS  Y1, Y1, Y1
	VADDPS  Y1, Y0, Y0
	ADDQ    $32, AX
	DECQ    CX
	JNZ     each
	ACROSS
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET
