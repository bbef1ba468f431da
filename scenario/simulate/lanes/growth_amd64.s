#include "wide_amd64.h"

// Numbers of Exponential.power.
FOUR(perLog, $92.332482616893656877) // expParts / ln 2
FOUR(wholes, $6755399441055744.0)    // roundUp
FOUR(logHigh, $0x3f862e42fef00000)   // ln2High / expParts
FOUR(logLow, $0x3d7473de6af278ed)    // ln2Low / expParts
FOUR(half, $0.5)
FOUR(sixth, $0.16666666666666666667)
FOUR(part24, $0.041666666666666666667)
FOUR(part120, $0.0083333333333333333333)

DATA bias<>+0(SB)/8, $(1023<<52) // exponent of 1
GLOBL bias<>(SB), RODATA|NOPTR, $8
DATA parts<>+0(SB)/8, $(const_expParts-1)
GLOBL parts<>(SB), RODATA|NOPTR, $8
DATA twelfth<>+0(SB)/8, $0.083333333333333333333
GLOBL twelfth<>(SB), RODATA|NOPTR, $8

// func grow(e *Exponential, year *Growth, n int)
TEXT ·grow(SB), NOSPLIT, $0-24
	MOVQ e+0(FP), DI
	MOVQ year+8(FP), SI
	MOVQ n+16(FP), DX
	MOVQ Growth_Draws(SI), R8
	MOVQ Growth_Shocks(SI), R9
	MOVQ Growth_Before(SI), R10
	MOVQ Growth_Roots(SI), R11
	MOVQ Growth_Factors(SI), R12
	VBROADCASTSD Growth_Own(SI), Y8
	VBROADCASTSD Growth_Carried(SI), Y9
	VBROADCASTSD Growth_SD(SI), Y10
	VBROADCASTSD Growth_Drift(SI), Y11
	VBROADCASTSD twelfth<>(SB), Y12
	VMULPD Y12, Y10, Y10
	VMULPD Y12, Y11, Y11
	VMOVUPD wholes<>(SB), Y12
	VMOVUPD perLog<>(SB), Y13
	VPBROADCASTQ parts<>(SB), Y14
	VPBROADCASTQ bias<>(SB), Y15
	XORQ AX, AX
four:
	// Y0 is the power x.
	VMULPD (R9)(AX*8), Y9, Y0
	VFMADD231PD (R8)(AX*8), Y8, Y0
	VMOVUPD Y0, (R9)(AX*8)
	VFMSUB213PD Y11, Y10, Y0
	// Y2 is k, Y1 the whole part, Y0 the rest r, Y3 its square.
	VMOVAPD Y12, Y2
	VFMADD231PD Y13, Y0, Y2
	VSUBPD Y12, Y2, Y1
	VFNMADD231PD logHigh<>(SB), Y1, Y0
	VFNMADD231PD logLow<>(SB), Y1, Y0
	VMULPD Y0, Y0, Y3
	// Y4 is near.
	VMOVUPD half<>(SB), Y4
	VFMADD231PD sixth<>(SB), Y0, Y4
	VMOVUPD part24<>(SB), Y5
	VFMADD231PD part120<>(SB), Y0, Y5
	VFMADD231PD Y3, Y5, Y4
	VFMADD213PD Y0, Y3, Y4
	// Y5 is the root of 2, Y4 the root of growth.
	VPAND Y14, Y2, Y6
	VPCMPEQQ Y7, Y7, Y7
	VGATHERQPD Y7, (DI)(Y6*8), Y5
	VFMADD213PD Y5, Y5, Y4
	VPANDN Y2, Y14, Y2
	VPSLLQ $(const_mantissa-const_expBits), Y2, Y2
	VPADDQ Y15, Y2, Y2
	VMULPD Y2, Y4, Y4
	VMOVUPD Y4, (R11)(AX*8)
	VMULPD Y4, Y4, Y5
	VMULPD Y4, Y5, Y5
	VMULPD Y5, Y5, Y5
	VMULPD Y5, Y5, Y5
	VMULPD (R10)(AX*8), Y5, Y5
	VMOVUPD Y5, (R12)(AX*8)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET
