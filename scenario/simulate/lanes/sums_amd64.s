#include "wide_amd64.h"

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA|NOPTR, $8

// func pair(r *Results, paid, day *Amounts, n int)
TEXT ·pair(SB), NOSPLIT, $0-32
	MOVQ r+0(FP), DI
	MOVQ paid+8(FP), R10
	MOVQ day+16(FP), R11
	MOVQ n+24(FP), DX
	XORQ AX, AX
four:
	VMOVUPD (R10)(AX*8), Y0
	VMOVUPD (R11)(AX*8), Y1
	VUNPCKHPD Y0, Y0, Y2
	VUNPCKLPD Y0, Y0, Y0
	VUNPCKHPD Y1, Y1, Y3
	VUNPCKLPD Y1, Y1, Y1
	VPERM2F128 $0x20, Y1, Y0, Y4
	VMOVUPD Y4, 0(DI)
	VPERM2F128 $0x20, Y3, Y2, Y4
	VMOVUPD Y4, 32(DI)
	VPERM2F128 $0x31, Y1, Y0, Y4
	VMOVUPD Y4, 64(DI)
	VPERM2F128 $0x31, Y3, Y2, Y4
	VMOVUPD Y4, 96(DI)
	ADDQ $128, DI
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET

// PART sets CX to where the part that a draw lies in is.
#define PART \
	MOVBLZX (R9)(AX*1), CX           \
	ANDL    $(const_InParts-1), CX   \
	SHLQ    $6, CX

// func add(p *Parts, draws *float64, part *uint8, r *Results, n int)
TEXT ·add(SB), NOSPLIT, $0-40
	MOVQ p+0(FP), DI
	MOVQ draws+8(FP), R8
	MOVQ part+16(FP), R9
	MOVQ r+24(FP), R10
	MOVQ n+32(FP), DX
	VBROADCASTSD ones<>(SB), Y15
	XORQ AX, AX
path:
	VBROADCASTSD (R8)(AX*8), Y0
	VBLENDPD $0xa, Y0, Y15, Y1 // 1, x, 1, x
	VBLENDPD $0xc, Y0, Y15, Y2 // 1, 1, x, x
	VMULPD Y1, Y2, Y2
	VMULPD (R10), Y1, Y3
	PART
	VADDPD Part_N(DI)(CX*1), Y2, Y2
	VMOVUPD Y2, Part_N(DI)(CX*1)
	VADDPD Part_Paid(DI)(CX*1), Y3, Y3
	VMOVUPD Y3, Part_Paid(DI)(CX*1)
	ADDQ $32, R10
	INCQ AX
	CMPQ AX, DX
	JLT  path
	VZEROUPPER
	RET

// func addResults(p *Parts, draws *float64, part *uint8, r *Results, n int)
TEXT ·addResults(SB), NOSPLIT, $0-40
	MOVQ p+0(FP), DI
	MOVQ draws+8(FP), R8
	MOVQ part+16(FP), R9
	MOVQ r+24(FP), R10
	MOVQ n+32(FP), DX
	VBROADCASTSD ones<>(SB), Y15
	XORQ AX, AX
path:
	VBROADCASTSD (R8)(AX*8), Y0
	VBLENDPD $0xa, Y0, Y15, Y1
	VMULPD (R10), Y1, Y3
	PART
	VADDPD Part_Paid(DI)(CX*1), Y3, Y3
	VMOVUPD Y3, Part_Paid(DI)(CX*1)
	ADDQ $32, R10
	INCQ AX
	CMPQ AX, DX
	JLT  path
	VZEROUPPER
	RET

// func differ(out, amounts *Amounts, other float64, sums, squares *[4]float64, n int)
TEXT ·differ(SB), NOSPLIT, $0-48
	MOVQ out+0(FP), DI
	MOVQ amounts+8(FP), SI
	VBROADCASTSD other+16(FP), Y2
	MOVQ sums+24(FP), R8
	MOVQ squares+32(FP), R9
	MOVQ n+40(FP), DX
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	XORQ AX, AX
four:
	VMOVUPD (SI)(AX*8), Y3
	VSUBPD Y2, Y3, Y3
	VMOVUPD Y3, (DI)(AX*8)
	VADDPD Y3, Y0, Y0
	VMULPD Y3, Y3, Y3
	VADDPD Y3, Y1, Y1
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VMOVUPD Y0, (R8)
	VMOVUPD Y1, (R9)
	VZEROUPPER
	RET

// func above(amounts *Amounts, other float64, sums *[4]float64, n int)
TEXT ·above(SB), NOSPLIT, $0-32
	MOVQ amounts+0(FP), SI
	VBROADCASTSD other+8(FP), Y2
	MOVQ sums+16(FP), R8
	MOVQ n+24(FP), DX
	VXORPD Y0, Y0, Y0
	XORQ AX, AX
four:
	VMOVUPD (SI)(AX*8), Y3
	VSUBPD Y2, Y3, Y3
	VADDPD Y3, Y0, Y0
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VMOVUPD Y0, (R8)
	VZEROUPPER
	RET
