#include "wide_amd64.h"

FOUR(fourOnes, $1.0)

FOUR(fourSlight, $1e-6) // of account.Day
FOUR(one, $1)
FOUR(two, $2)
FOUR(upper, $(1<<32))
DATA lane<>+0(SB)/8, $1
DATA lane<>+8(SB)/8, $2
DATA lane<>+16(SB)/8, $4
DATA lane<>+24(SB)/8, $8
GLOBL lane<>(SB), RODATA|NOPTR, $32

// QUARTER sets out to the number of a table of Months that belongs to the quarter of each
// path, which Y13 tells.
#define QUARTER(of, at, out) VPERMD (Year_Months+of+at*32)(BX), Y13, out

// MONTH sets out to the one that belongs to the month of each path: where Y9 is set the
// second of its quarter, where Y10 is set the third.
#define MONTH(of, out, spare) \
	QUARTER(of, 0, out)             \
	QUARTER(of, 1, spare)           \
	VBLENDVPD Y9, spare, out, out   \
	QUARTER(of, 2, spare)           \
	VBLENDVPD Y10, spare, out, out

// SET stores what is new where Y1 is set, and leaves the rest as it was.
#define SET(new, place) \
	VMOVUPD   place, Y0         \
	VBLENDVPD Y1, new, Y0, Y0   \
	VMOVUPD   Y0, place

// func reach(a *Accounts, y *Year, e *Earned, factors, roots *Amounts, counted *[4]Amounts, n int)
TEXT ·reach(SB), NOSPLIT, $160-56
	MOVQ a+0(FP), DI
	MOVQ y+8(FP), BX
	MOVQ e+16(FP), SI
	MOVQ factors+24(FP), R8
	MOVQ roots+32(FP), R9
	MOVQ counted+40(FP), R13
	MOVQ n+48(FP), DX
	LEAQ Accounts_crossing(DI), R10
	XORQ AX, AX
four:
	MOVBLZX (R10), CX
	TESTL CX, CX
	JEQ  next
	VMOVQ CX, X0
	VPBROADCASTQ X0, Y0
	VPAND lane<>(SB), Y0, Y0
	VPCMPEQQ lane<>(SB), Y0, Y0
	VMOVUPD Y0, 0(SP)
	VMOVUPD (R8)(AX*8), Y15 // factor
	VMOVUPD Accounts_Counts(DI)(AX*8), Y1 // so
	VMOVUPD Accounts_Limits(DI)(AX*8), Y2
	VMOVUPD Accounts_Slivers(DI)(AX*8), Y3
	VSUBPD Y1, Y2, Y4 // left
	VMOVUPD (Earned_By+0*ROW)(SI)(AX*8), Y5
	VMOVUPD (Earned_By+1*ROW)(SI)(AX*8), Y6
	VMOVUPD (Earned_By+2*ROW)(SI)(AX*8), Y7
	VSUBPD Y5, Y4, Y8
	VCMPPD $13, Y3, Y8, Y8
	VSUBPD Y6, Y4, Y9
	VCMPPD $13, Y3, Y9, Y9
	VPADDQ Y9, Y8, Y8
	VSUBPD Y7, Y4, Y9
	VCMPPD $13, Y3, Y9, Y9
	VPADDQ Y9, Y8, Y8
	VPXOR Y0, Y0, Y0
	VPSUBQ Y8, Y0, Y8 // quarter
	VPCMPGTQ Y0, Y8, Y9        // above 0
	VPCMPGTQ one<>(SB), Y8, Y10 // above 1
	VPCMPGTQ two<>(SB), Y8, Y11
	VPSLLQ $1, Y8, Y13
	VPSLLQ $32, Y13, Y14
	VPADDQ Y14, Y13, Y13
	VPADDQ upper<>(SB), Y13, Y13 // where the two halves of a number are
	// What is saved.
	VBROADCASTSD (Year_Moving+24)(BX), Y14
	VMULPD Y15, Y14, Y14
	VBROADCASTSD (Year_Fixed+24)(BX), Y12
	VADDPD Y14, Y12, Y12
	VSUBPD Y4, Y12, Y12
	VMAXPD Y0, Y12, Y12
	VADDPD Accounts_Forgone(DI)(AX*8), Y12, Y12
	VMOVUPD Y12, 32(SP)
	// What is counted before the first month is Y12.
	VPAND Y5, Y9, Y12
	VBLENDVPD Y10, Y6, Y12, Y12
	VBLENDVPD Y11, Y7, Y12, Y12
	VADDPD Y12, Y1, Y12
	// What is counted by the end of each quarter.
	VADDPD Y5, Y1, Y5
	VBLENDVPD Y9, Y5, Y2, Y5
	VMOVUPD Y5, 64(SP)
	VADDPD Y6, Y1, Y6
	VBLENDVPD Y10, Y6, Y2, Y6
	VMOVUPD Y6, 96(SP)
	VADDPD Y7, Y1, Y7
	VBLENDVPD Y11, Y7, Y2, Y7
	VMOVUPD Y7, 128(SP)
	// Y4, Y5 and Y6 are due, Y7 is the worth of what is due before.
	QUARTER(Months_Moving, 0, Y4)
	VMULPD Y15, Y4, Y4
	QUARTER(Months_Fixed, 0, Y0)
	VADDPD Y0, Y4, Y4
	QUARTER(Months_Moving, 1, Y5)
	VMULPD Y15, Y5, Y5
	QUARTER(Months_Fixed, 1, Y0)
	VADDPD Y0, Y5, Y5
	QUARTER(Months_Moving, 2, Y6)
	VMULPD Y15, Y6, Y6
	QUARTER(Months_Fixed, 2, Y0)
	VADDPD Y0, Y6, Y6
	QUARTER(Months_MovingBefore, 0, Y7)
	VMULPD Y15, Y7, Y7
	QUARTER(Months_FixedBefore, 0, Y0)
	VADDPD Y0, Y7, Y7
	MOVQ (Year_Ramps+0)(BX), R11
	MOVQ (Year_Ramps+8)(BX), R12
	TESTQ R12, R12
	JEQ  due
ramp:
	VBROADCASTSD Ramp_Root(R11), Y0
	VMULPD (R9)(AX*8), Y0, Y0 // root
	VMULPD Y0, Y0, Y1
	VMULPD Y1, Y0, Y8         // u
	VADDPD fourOnes<>(SB), Y0, Y14
	VADDPD Y1, Y14, Y14
	VADDPD fourOnes<>(SB), Y8, Y1
	VMULPD Y1, Y14, Y14
	VMULPD Y8, Y8, Y1         // u2
	VADDPD fourOnes<>(SB), Y1, Y2
	VMULPD Y2, Y14, Y14
	VDIVPD Y14, Y15, Y14      // month
	VMOVUPD fourOnes<>(SB), Y2
	VBLENDVPD Y9, Y8, Y2, Y2
	VBLENDVPD Y10, Y1, Y2, Y2
	VMULPD Y8, Y1, Y1
	VBLENDVPD Y11, Y1, Y2, Y2 // start
	VBROADCASTSD Ramp_Step(R11), Y1
	VMULPD Y0, Y1, Y1         // x
	VMULPD Y1, Y1, Y3         // x2
	VMULPD Y1, Y3, Y8         // x3
	VADDPD fourOnes<>(SB), Y1, Y1
	VADDPD Y3, Y1, Y1         // 1 + x + x2
	VMULPD Y8, Y8, Y3
	VADDPD fourOnes<>(SB), Y8, Y8
	VADDPD Y3, Y8, Y3
	VBLENDVPD Y11, Y3, Y8, Y3
	VMOVUPD fourOnes<>(SB), Y8
	VBLENDVPD Y10, Y3, Y8, Y3
	VPAND Y9, Y3, Y3          // before
	VBROADCASTSD Ramp_Value(R11), Y8
	VMULPD Y14, Y8, Y8
	VMULPD Y1, Y8, Y8
	VMULPD Y3, Y8, Y8
	VADDPD Y8, Y7, Y7
	VBROADCASTSD Ramp_Year(R11), Y8
	VMULPD Y14, Y8, Y8
	VMULPD Y2, Y8, Y8
	VADDPD Y8, Y4, Y4
	VMULPD Y0, Y8, Y8
	VADDPD Y8, Y5, Y5
	VMULPD Y0, Y8, Y8
	VADDPD Y8, Y6, Y6
	ADDQ $Ramp__size, R11
	DECQ R12
	JNE  ramp
due:
	VMOVUPD Accounts_Limits(DI)(AX*8), Y2
	VMOVUPD Accounts_Slivers(DI)(AX*8), Y3
	VADDPD Y4, Y12, Y0 // second
	VADDPD Y5, Y0, Y1  // third
	VSUBPD Y12, Y2, Y8
	VSUBPD Y4, Y8, Y8
	VCMPPD $13, Y3, Y8, Y8
	VSUBPD Y0, Y2, Y9
	VSUBPD Y5, Y9, Y9
	VCMPPD $13, Y3, Y9, Y9
	VPADDQ Y9, Y8, Y8
	VSUBPD Y1, Y2, Y9
	VSUBPD Y6, Y9, Y9
	VCMPPD $13, Y3, Y9, Y9
	VPADDQ Y9, Y8, Y8
	VPXOR Y3, Y3, Y3
	VPSUBQ Y8, Y3, Y8 // month
	VPCMPGTQ Y3, Y8, Y9
	VPCMPGTQ one<>(SB), Y8, Y10
	VPCMPGTQ two<>(SB), Y8, Y11
	VBLENDVPD Y9, Y0, Y12, Y12
	VBLENDVPD Y10, Y1, Y12, Y12
	VSUBPD Y12, Y2, Y12 // rest
	VBLENDVPD Y9, Y5, Y4, Y14
	VBLENDVPD Y10, Y6, Y14, Y14 // due in the month
	VCMPPD $14, Y3, Y14, Y1
	VPAND 0(SP), Y1, Y1
	VPANDN Y1, Y11, Y1 // paid here
	QUARTER(Months_Worths, 0, Y0)
	VMULPD Y0, Y4, Y4
	QUARTER(Months_Worths, 1, Y0)
	VMULPD Y0, Y5, Y5
	VADDPD Y5, Y4, Y5
	VPAND Y9, Y4, Y4
	VBLENDVPD Y10, Y5, Y4, Y4 // before
	MONTH(Months_Worths, Y0, Y3)
	VMULPD Y0, Y12, Y0
	VADDPD Y0, Y4, Y4
	VADDPD Y4, Y7, Y7
	VADDPD Accounts_Value(DI)(AX*8), Y7, Y7
	SET(Y7, Accounts_Value(DI)(AX*8))
	// account.Day
	VDIVPD Y14, Y12, Y12
	VMOVUPD fourOnes<>(SB), Y5
	VMINPD Y12, Y5, Y12 // what may be no number stands first
	MONTH(Months_Days, Y4, Y3)
	VMULPD Y4, Y12, Y12
	VADDPD fourSlight<>(SB), Y12, Y12
	VROUNDPD $3, Y12, Y12
	VADDPD Y5, Y12, Y12
	VMINPD Y12, Y4, Y12
	VSUBPD Y5, Y12, Y12
	MONTH(Months_Starts, Y4, Y3)
	VADDPD Y4, Y12, Y12
	SET(Y12, Accounts_Day(DI)(AX*8))
	VMOVUPD 32(SP), Y3
	SET(Y3, Accounts_Forgone(DI)(AX*8))
	SET(Y2, Accounts_Counts(DI)(AX*8))
	VPANDN Accounts_Live(DI)(AX*8), Y1, Y3
	VMOVUPD Y3, Accounts_Live(DI)(AX*8)
	TESTQ R13, R13
	JEQ  paid
	VMOVUPD 64(SP), Y3
	SET(Y3, (0*ROW)(R13)(AX*8))
	VMOVUPD 96(SP), Y3
	SET(Y3, (1*ROW)(R13)(AX*8))
	VMOVUPD 128(SP), Y3
	SET(Y3, (2*ROW)(R13)(AX*8))
	SET(Y2, (3*ROW)(R13)(AX*8))
paid:
	VMOVMSKPD Y1, R12
	NOTL R12
	ANDL R12, CX
	MOVB CX, (R10)
next:
	INCQ R10
	ADDQ $4, AX
	CMPQ AX, DX
	JLT  four
	VZEROUPPER
	RET
