#include "wide_amd64.h"

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA|NOPTR, $8

FOUR(sliver, $0.005) // of account.Sliver
FOUR(sliverPart, $1e-12)
FOUR(before, $-1.0)

// func open(a *Accounts, already, never float64, n int)
TEXT ·open(SB), NOSPLIT, $0-32
	MOVQ a+0(FP), DI
	VBROADCASTSD already+8(FP), Y8
	VBROADCASTSD never+16(FP), Y9
	MOVQ n+24(FP), DX
	VMOVUPD sliver<>(SB), Y10
	VMOVUPD sliverPart<>(SB), Y11
	VMOVUPD before<>(SB), Y12
	VPCMPEQQ Y13, Y13, Y13
	VXORPD Y14, Y14, Y14
	XORQ AX, AX
four:
	VMOVUPD Accounts_Limits(DI)(AX*8), Y0
	VMULPD Y11, Y0, Y1
	VADDPD Y1, Y10, Y1
	VMOVUPD Y1, Accounts_Slivers(DI)(AX*8)
	VSUBPD Y8, Y0, Y0
	VCMPPD $1, Y1, Y0, Y0 // is reached before
	VBLENDVPD Y0, Y12, Y9, Y1
	VMOVUPD Y1, Accounts_Day(DI)(AX*8)
	VPXOR Y13, Y0, Y0
	VMOVDQU Y0, Accounts_Live(DI)(AX*8)
	VMOVUPD Y8, Accounts_Counts(DI)(AX*8)
	VMOVUPD Y14, Accounts_Forgone(DI)(AX*8)
	VMOVUPD Y14, Accounts_Value(DI)(AX*8)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET

// func tally(a *Accounts, already, never float64, n int) (reached, saved int)
TEXT ·tally(SB), NOSPLIT, $0-48
	MOVQ a+0(FP), DI
	VBROADCASTSD already+8(FP), Y8
	VBROADCASTSD never+16(FP), Y9
	MOVQ n+24(FP), DX
	VXORPD Y10, Y10, Y10
	XORQ R8, R8
	XORQ R9, R9
	XORQ AX, AX
four:
	VMOVUPD Accounts_Day(DI)(AX*8), Y0
	VCMPPD $1, Y9, Y0, Y0
	VMOVMSKPD Y0, CX
	POPCNTL CX, CX
	ADDQ CX, R8
	VCMPPD $1, Accounts_Forgone(DI)(AX*8), Y10, Y0
	VCMPPD $1, Accounts_Limits(DI)(AX*8), Y8, Y1
	VANDPD Y1, Y0, Y0
	VMOVMSKPD Y0, CX
	POPCNTL CX, CX
	ADDQ CX, R9
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	MOVQ R8, reached+32(FP)
	MOVQ R9, saved+40(FP)
	RET

// func earn(y *Year, e *Earned, factors, roots *Amounts, n int)
TEXT ·earn(SB), NOSPLIT, $0-40
	MOVQ y+0(FP), DI
	MOVQ e+8(FP), SI
	MOVQ factors+16(FP), R8
	MOVQ roots+24(FP), R9
	MOVQ n+32(FP), DX
	VBROADCASTSD ones<>(SB), Y15
	XORQ AX, AX
four:
	VMOVUPD (R8)(AX*8), Y0 // factor
	VBROADCASTSD (Year_Moving+0)(DI), Y1
	VMULPD Y0, Y1, Y1
	VBROADCASTSD (Year_Fixed+0)(DI), Y5
	VADDPD Y5, Y1, Y1 // by the first quarter
	VBROADCASTSD (Year_Moving+8)(DI), Y2
	VMULPD Y0, Y2, Y2
	VBROADCASTSD (Year_Fixed+8)(DI), Y5
	VADDPD Y5, Y2, Y2 // by the second
	VBROADCASTSD (Year_Moving+16)(DI), Y3
	VMULPD Y0, Y3, Y3
	VBROADCASTSD (Year_Fixed+16)(DI), Y5
	VADDPD Y5, Y3, Y3 // by the third
	VBROADCASTSD Year_MovingWorth(DI), Y4
	VMULPD Y0, Y4, Y4
	VBROADCASTSD Year_FixedWorth(DI), Y5
	VADDPD Y5, Y4, Y4 // worth
	MOVQ (Year_Ramps+0)(DI), BX
	MOVQ (Year_Ramps+8)(DI), CX
	TESTQ CX, CX
	JEQ  done
ramp:
	VBROADCASTSD Ramp_Root(BX), Y5
	VMULPD (R9)(AX*8), Y5, Y5 // q
	VMULPD Y5, Y5, Y7         // q2
	VMULPD Y7, Y5, Y8         // u
	VADDPD Y15, Y5, Y9
	VADDPD Y7, Y9, Y9         // 1 + q + q2
	VADDPD Y15, Y8, Y10       // 1 + u
	VMULPD Y8, Y8, Y11        // u2
	VADDPD Y11, Y10, Y12      // 1 + u + u2
	VADDPD Y15, Y11, Y11      // 1 + u2
	VMULPD Y10, Y9, Y6
	VMULPD Y11, Y6, Y6
	VDIVPD Y6, Y0, Y6         // month
	VBROADCASTSD Ramp_Year(BX), Y7
	VMULPD Y6, Y7, Y7
	VMULPD Y9, Y7, Y7         // first
	VADDPD Y7, Y1, Y1
	VMULPD Y7, Y10, Y10
	VADDPD Y10, Y2, Y2
	VMULPD Y7, Y12, Y12
	VADDPD Y12, Y3, Y3
	VBROADCASTSD Ramp_Step(BX), Y7
	VMULPD Y5, Y7, Y7         // x
	VMULPD Y7, Y7, Y8         // x2
	VMULPD Y8, Y8, Y9         // x4
	VMULPD Y9, Y9, Y10        // x8
	VADDPD Y15, Y7, Y7
	VADDPD Y15, Y8, Y8
	VMULPD Y8, Y7, Y7         // (1 + x) (1 + x2)
	VADDPD Y15, Y9, Y9
	VADDPD Y10, Y9, Y9        // 1 + x4 + x8
	VMULPD Y9, Y7, Y7
	VBROADCASTSD Ramp_Value(BX), Y8
	VMULPD Y6, Y8, Y8
	VMULPD Y8, Y7, Y7
	VADDPD Y7, Y4, Y4
	ADDQ $Ramp__size, BX
	DECQ CX
	JNE  ramp
done:
	VMOVUPD Y1, (Earned_By+0*ROW)(SI)(AX*8)
	VMOVUPD Y2, (Earned_By+1*ROW)(SI)(AX*8)
	VMOVUPD Y3, (Earned_By+2*ROW)(SI)(AX*8)
	VMOVUPD Y4, Earned_Worth(SI)(AX*8)
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET

// func fill(a *Accounts, y *Year, e *Earned, factors *Amounts, counted *[4]Amounts, n int)
TEXT ·fill(SB), NOSPLIT, $0-48
	MOVQ a+0(FP), DI
	MOVQ y+8(FP), BX
	MOVQ e+16(FP), SI
	MOVQ factors+24(FP), R8
	MOVQ counted+32(FP), R9
	MOVQ n+40(FP), DX
	VBROADCASTSD (Year_Fixed+24)(BX), Y14
	VBROADCASTSD (Year_Moving+24)(BX), Y15
	LEAQ Accounts_crossing(DI), R10
	XORQ AX, AX
four:
	VMULPD (R8)(AX*8), Y15, Y0
	VADDPD Y0, Y14, Y0 // due
	VMOVUPD Accounts_Counts(DI)(AX*8), Y1
	VMOVUPD Accounts_Live(DI)(AX*8), Y2
	VMOVUPD Accounts_Limits(DI)(AX*8), Y3
	VSUBPD Y1, Y3, Y3
	VSUBPD Y0, Y3, Y3
	VCMPPD $13, Accounts_Slivers(DI)(AX*8), Y3, Y3 // not less, and both are numbers
	VANDPD Y2, Y3, Y3 // fits
	VANDPD Y0, Y3, Y5
	VADDPD Y5, Y1, Y5
	VMOVUPD Y5, Accounts_Counts(DI)(AX*8)
	TESTQ R9, R9
	JEQ  paid
	VANDPD (Earned_By+0*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (0*ROW)(R9)(AX*8)
	VANDPD (Earned_By+1*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (1*ROW)(R9)(AX*8)
	VANDPD (Earned_By+2*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (2*ROW)(R9)(AX*8)
	VMOVUPD Y5, (3*ROW)(R9)(AX*8)
paid:
	VANDPD Earned_Worth(SI)(AX*8), Y3, Y4
	VADDPD Accounts_Value(DI)(AX*8), Y4, Y4
	VMOVUPD Y4, Accounts_Value(DI)(AX*8)
	VANDNPD Y0, Y2, Y4
	VADDPD Accounts_Forgone(DI)(AX*8), Y4, Y4
	VMOVUPD Y4, Accounts_Forgone(DI)(AX*8)
	VANDNPD Y2, Y3, Y4
	VMOVMSKPD Y4, CX
	MOVB CX, (R10)
	INCQ R10
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET
