#include "wide_amd64.h"

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA|NOPTR, $8

FOUR(fourOnes, $1.0)

// Numbers of Normal.fill.
DATA inverse<>+0(SB)/8, $(const_tailBits)
DATA inverse<>+8(SB)/8, $((1<<52)-1)
DATA inverse<>+16(SB)/8, $1.5
DATA inverse<>+24(SB)/8, $0.5
GLOBL inverse<>(SB), RODATA|NOPTR, $32

// PAIR sets even and odd to two coefficients that follow each other, of the parts that lie
// BX, CX, R10 and R11 bytes from DI.
#define PAIR(at, even, odd) \
	VMOVUPD     at(DI)(BX*1), X8         \
	VINSERTF128 $1, at(DI)(R10*1), Y8, Y8 \
	VMOVUPD     at(DI)(CX*1), X9         \
	VINSERTF128 $1, at(DI)(R11*1), Y9, Y9 \
	VUNPCKLPD   Y9, Y8, even             \
	VUNPCKHPD   Y9, Y8, odd

// func normal(table *Normal, out, probabilities *float64, n int) (done int)
TEXT ·normal(SB), NOSPLIT, $0-40
	MOVQ table+0(FP), DI
	MOVQ out+8(FP), R8
	MOVQ probabilities+16(FP), R9
	MOVQ n+24(FP), DX
	VPBROADCASTQ inverse<>+0(SB), Y10
	VPBROADCASTQ inverse<>+8(SB), Y11
	VBROADCASTSD inverse<>+16(SB), Y12
	VBROADCASTSD inverse<>+24(SB), Y13
	VBROADCASTSD ones<>(SB), Y14
	XORQ AX, AX
four:
	VMOVUPD (R9)(AX*8), Y0
	VSUBPD Y0, Y14, Y1
	VMINPD Y0, Y1, Y1 // bits
	VPCMPGTQ Y1, Y10, Y2
	VMOVMSKPD Y2, CX
	TESTL CX, CX
	JNE  rare
	VPSUBQ Y10, Y1, Y2
	VPSRLQ $(const_mantissa-const_normalBits), Y2, Y2
	VPSLLQ $6, Y2, Y2
	VMOVQ X2, BX
	VPEXTRQ $1, X2, CX
	VEXTRACTI128 $1, Y2, X2
	VMOVQ X2, R10
	VPEXTRQ $1, X2, R11
	VPSLLQ $const_normalBits, Y1, Y1
	VPAND Y11, Y1, Y1
	VPOR Y14, Y1, Y1
	VSUBPD Y12, Y1, Y1 // t
	VMULPD Y1, Y1, Y2  // t2
	PAIR(32, Y4, Y5)
	PAIR(48, Y6, Y7)
	VMULPD Y1, Y5, Y5
	VADDPD Y5, Y4, Y4
	VMULPD Y2, Y6, Y6
	VADDPD Y6, Y4, Y4
	VMULPD Y2, Y4, Y4
	PAIR(16, Y5, Y6)
	VMULPD Y1, Y6, Y6
	VADDPD Y6, Y5, Y5
	VADDPD Y5, Y4, Y4
	VMULPD Y2, Y4, Y4
	PAIR(0, Y5, Y6)
	VMULPD Y1, Y6, Y6
	VADDPD Y6, Y5, Y5
	VADDPD Y5, Y4, Y4
	VSUBPD Y13, Y0, Y0
	VMULPD Y4, Y0, Y0
	VMOVUPD Y0, (R8)(AX*8)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
rare:
	VZEROUPPER
	MOVQ AX, done+32(FP)
	RET

// steps has what the states of the first four random numbers are more than that before.
DATA steps<>+0(SB)/8, $0x9e3779b97f4a7c15
DATA steps<>+8(SB)/8, $0x3c6ef372fe94f82a
DATA steps<>+16(SB)/8, $0xdaa66d2c7ddf743f
DATA steps<>+24(SB)/8, $0x78dde6e5fd29f054
GLOBL steps<>(SB), RODATA|NOPTR, $32
FOUR(step, $0x78dde6e5fd29f054)
FOUR(once, $0x1ce4e5b9)
FOUR(onceUpper, $0xbf58476d)
FOUR(twice, $0x133111eb)
FOUR(twiceUpper, $0x94d049bb)
FOUR(exponent, $(1023<<52))
FOUR(halfDigit, $0x3ca0000000000000) // 2 to the power of -53
FOUR(inParts, $16.0)
DATA bytes<>+0(SB)/8, $0x808080800c080400
DATA bytes<>+8(SB)/8, $0x8080808080808080
GLOBL bytes<>(SB), RODATA|NOPTR, $16

// MULTIPLY multiplies Y0 by a number of which lower and upper have either half.
#define MULTIPLY(lower, upper) \
	VPSRLQ   $32, Y0, Y1      \
	VPMULUDQ lower, Y1, Y1    \
	VPMULUDQ upper, Y0, Y2    \
	VPMULUDQ lower, Y0, Y0    \
	VPADDQ   Y2, Y1, Y1       \
	VPSLLQ   $32, Y1, Y1      \
	VPADDQ   Y1, Y0, Y0

// MIX takes Y0 together with itself, moved.
#define MIX(by) \
	VPSRLQ by, Y0, Y1 \
	VPXOR  Y1, Y0, Y0

// func units(out *float64, state uint64, n int)
TEXT ·units(SB), NOSPLIT, $0-24
	MOVQ out+0(FP), DI
	VPBROADCASTQ state+8(FP), Y3
	MOVQ n+16(FP), DX
	VPADDQ steps<>(SB), Y3, Y3
	VMOVDQU step<>(SB), Y4
	VMOVDQU once<>(SB), Y5
	VMOVDQU onceUpper<>(SB), Y6
	VMOVDQU twice<>(SB), Y7
	VMOVDQU twiceUpper<>(SB), Y8
	VMOVDQU exponent<>(SB), Y9
	VMOVDQU halfDigit<>(SB), Y10
	XORQ AX, AX
four:
	VMOVDQA Y3, Y0
	MIX($30)
	MULTIPLY(Y5, Y6)
	MIX($27)
	MULTIPLY(Y7, Y8)
	MIX($31)
	VPSRLQ $12, Y0, Y0
	VPOR Y9, Y0, Y0 // from 1 to 2
	VSUBPD Y9, Y0, Y0
	VADDPD Y10, Y0, Y0
	VMOVUPD Y0, (DI)(AX*8)
	VPADDQ Y4, Y3, Y3
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET

// func partsOf(out *uint8, draws *float64, n int)
TEXT ·partsOf(SB), NOSPLIT, $0-24
	MOVQ out+0(FP), DI
	MOVQ draws+8(FP), SI
	MOVQ n+16(FP), DX
	VMOVUPD inParts<>(SB), Y1
	VMOVDQU bytes<>(SB), X2
	XORQ AX, AX
four:
	VMULPD (SI)(AX*8), Y1, Y0
	VCVTTPD2DQY Y0, X0
	VPSHUFB X2, X0, X0
	VMOVD X0, (DI)(AX*1)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET

// func triangular(t *Triangle, values *float64, n int)
TEXT ·triangular(SB), NOSPLIT, $0-24
	MOVQ t+0(FP), DI
	MOVQ values+8(FP), SI
	MOVQ n+16(FP), DX
	VBROADCASTSD Triangle_Low(DI), Y8
	VBROADCASTSD Triangle_High(DI), Y9
	VBROADCASTSD Triangle_below(DI), Y10
	VBROADCASTSD Triangle_left(DI), Y11
	VBROADCASTSD Triangle_right(DI), Y12
	VMOVUPD fourOnes<>(SB), Y13
	XORQ AX, AX
four:
	VMOVUPD (SI)(AX*8), Y0
	VCMPPD $13, Y10, Y0, Y1 // above the mode
	VSUBPD Y0, Y13, Y2
	VMULPD Y12, Y2, Y2
	VMULPD Y11, Y0, Y0
	VBLENDVPD Y1, Y2, Y0, Y0
	VSQRTPD Y0, Y0
	VADDPD Y0, Y8, Y2
	VSUBPD Y0, Y9, Y3
	VBLENDVPD Y1, Y3, Y2, Y2
	VMOVUPD Y2, (SI)(AX*8)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET
