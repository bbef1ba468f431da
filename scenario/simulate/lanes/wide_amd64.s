#include "go_asm.h"
#include "textflag.h"

// The functions of Go beside these say what is computed; each line here is one of their
// operations, on four paths. What is subtracted or divided by stands first. A multiplication
// and an addition are fused, which rounds once, where math.FMA says so there.

#define ROW const_AtOnce*8 // bytes of Amounts

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA|NOPTR, $8
DATA bias<>+0(SB)/8, $(1023<<52) // exponent of 1
GLOBL bias<>(SB), RODATA|NOPTR, $8
DATA parts<>+0(SB)/8, $(const_expParts-1)
GLOBL parts<>(SB), RODATA|NOPTR, $8
DATA twelfth<>+0(SB)/8, $0.083333333333333333333
GLOBL twelfth<>(SB), RODATA|NOPTR, $8

// Numbers of Normal.fill.
DATA inverse<>+0(SB)/8, $(const_tailBits)
DATA inverse<>+8(SB)/8, $((1<<52)-1)
DATA inverse<>+16(SB)/8, $1.5
DATA inverse<>+24(SB)/8, $0.5
GLOBL inverse<>(SB), RODATA|NOPTR, $32

// FOUR makes a number of which there are four side by side.
#define FOUR(name, value) \
	DATA  name<>+0(SB)/8, value  \
	DATA  name<>+8(SB)/8, value  \
	DATA  name<>+16(SB)/8, value \
	DATA  name<>+24(SB)/8, value \
	GLOBL name<>(SB), RODATA|NOPTR, $32

FOUR(fourOnes, $1.0)
// Numbers of Exponential.power.
FOUR(perLog, $92.332482616893656877) // expParts / ln 2
FOUR(wholes, $6755399441055744.0)    // roundUp
FOUR(logHigh, $0x3f862e42fef00000)   // ln2High / expParts
FOUR(logLow, $0x3d7473de6af278ed)    // ln2Low / expParts
FOUR(half, $0.5)
FOUR(sixth, $0.16666666666666666667)
FOUR(part24, $0.041666666666666666667)
FOUR(part120, $0.0083333333333333333333)
FOUR(fourSlight, $1e-6) // of account.Day
FOUR(one, $1)
FOUR(two, $2)
FOUR(upper, $(1<<32))
DATA lane<>+0(SB)/8, $1
DATA lane<>+8(SB)/8, $2
DATA lane<>+16(SB)/8, $4
DATA lane<>+24(SB)/8, $8
GLOBL lane<>(SB), RODATA|NOPTR, $32

// func hasAVX2() bool
TEXT ·hasAVX2(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	XORL AX, AX
	CPUID
	CMPL AX, $7
	JLT  no
	MOVL $1, AX
	XORL CX, CX
	CPUID
	ANDL $(1<<12 | 1<<27 | 1<<28), CX // FMA, OSXSAVE and AVX
	CMPL CX, $(1<<12 | 1<<27 | 1<<28)
	JNE  no
	XORL CX, CX
	XGETBV
	ANDL $6, AX // registers of SSE and AVX are kept
	CMPL AX, $6
	JNE  no
	MOVL $7, AX
	XORL CX, CX
	CPUID
	SHRL $5, BX // AVX2
	ANDL $1, BX
	MOVB BX, ret+0(FP)
no:
	RET

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

// pack has for each combination of four values that are kept where each half of them is.
DATA pack<>+0(SB)/8, $0x100000000
DATA pack<>+8(SB)/8, $0x100000000
DATA pack<>+16(SB)/8, $0x100000000
DATA pack<>+24(SB)/8, $0x100000000
DATA pack<>+32(SB)/8, $0x100000000
DATA pack<>+40(SB)/8, $0x100000000
DATA pack<>+48(SB)/8, $0x100000000
DATA pack<>+56(SB)/8, $0x100000000
DATA pack<>+64(SB)/8, $0x300000002
DATA pack<>+72(SB)/8, $0x100000000
DATA pack<>+80(SB)/8, $0x100000000
DATA pack<>+88(SB)/8, $0x100000000
DATA pack<>+96(SB)/8, $0x100000000
DATA pack<>+104(SB)/8, $0x300000002
DATA pack<>+112(SB)/8, $0x100000000
DATA pack<>+120(SB)/8, $0x100000000
DATA pack<>+128(SB)/8, $0x500000004
DATA pack<>+136(SB)/8, $0x100000000
DATA pack<>+144(SB)/8, $0x100000000
DATA pack<>+152(SB)/8, $0x100000000
DATA pack<>+160(SB)/8, $0x100000000
DATA pack<>+168(SB)/8, $0x500000004
DATA pack<>+176(SB)/8, $0x100000000
DATA pack<>+184(SB)/8, $0x100000000
DATA pack<>+192(SB)/8, $0x300000002
DATA pack<>+200(SB)/8, $0x500000004
DATA pack<>+208(SB)/8, $0x100000000
DATA pack<>+216(SB)/8, $0x100000000
DATA pack<>+224(SB)/8, $0x100000000
DATA pack<>+232(SB)/8, $0x300000002
DATA pack<>+240(SB)/8, $0x500000004
DATA pack<>+248(SB)/8, $0x100000000
DATA pack<>+256(SB)/8, $0x700000006
DATA pack<>+264(SB)/8, $0x100000000
DATA pack<>+272(SB)/8, $0x100000000
DATA pack<>+280(SB)/8, $0x100000000
DATA pack<>+288(SB)/8, $0x100000000
DATA pack<>+296(SB)/8, $0x700000006
DATA pack<>+304(SB)/8, $0x100000000
DATA pack<>+312(SB)/8, $0x100000000
DATA pack<>+320(SB)/8, $0x300000002
DATA pack<>+328(SB)/8, $0x700000006
DATA pack<>+336(SB)/8, $0x100000000
DATA pack<>+344(SB)/8, $0x100000000
DATA pack<>+352(SB)/8, $0x100000000
DATA pack<>+360(SB)/8, $0x300000002
DATA pack<>+368(SB)/8, $0x700000006
DATA pack<>+376(SB)/8, $0x100000000
DATA pack<>+384(SB)/8, $0x500000004
DATA pack<>+392(SB)/8, $0x700000006
DATA pack<>+400(SB)/8, $0x100000000
DATA pack<>+408(SB)/8, $0x100000000
DATA pack<>+416(SB)/8, $0x100000000
DATA pack<>+424(SB)/8, $0x500000004
DATA pack<>+432(SB)/8, $0x700000006
DATA pack<>+440(SB)/8, $0x100000000
DATA pack<>+448(SB)/8, $0x300000002
DATA pack<>+456(SB)/8, $0x500000004
DATA pack<>+464(SB)/8, $0x700000006
DATA pack<>+472(SB)/8, $0x100000000
DATA pack<>+480(SB)/8, $0x100000000
DATA pack<>+488(SB)/8, $0x300000002
DATA pack<>+496(SB)/8, $0x500000004
DATA pack<>+504(SB)/8, $0x700000006
GLOBL pack<>(SB), RODATA|NOPTR, $512

// The farthest bin, which is more than any edge but that after all values.
FOUR(farthest, $30000.0)

// BINS sets out to the bins of four keys.
#define BINS(at, wide, out) \
	VMOVUPD      at(R10)(AX*8), wide \
	VSUBPD       Y14, wide, wide     \
	VMULPD       Y15, wide, wide     \
	VMINPD       Y13, wide, wide     \
	VCVTTPD2DQY  wide, out

// BELOW sets out where bins lie below an edge.
#define BELOW(at, out) \
	VMOVDQU  (Ranges_edges+(at)*32)(DI), out \
	VPCMPGTW Y0, out, out

// BETWEEN counts the values behind one range and before the next, and takes them off those
// that are kept.
#define BETWEEN(at, count) \
	BELOW(at, Y2)           \
	BELOW(at+1, Y3)         \
	VPXOR  Y3, Y2, Y2       \
	VPSUBW Y2, count, count \
	VPXOR  Y2, Y1, Y1

// KEEP puts those of four values that are kept behind one another; MOVE has their digits
// of BX where pack wants them.
#define KEEP(at, MOVE, by) \
	MOVL    BX, CX                \
	MOVE    by, CX                \
	ANDL    $(15<<5), CX          \
	VMOVDQU (R13)(CX*1), Y2       \
	VPERMD  at(R9)(AX*8), Y2, Y2  \
	VMOVDQU Y2, (R8)              \
	POPCNTL CX, CX                \
	LEAQ    (R8)(CX*8), R8

// func sift(r *Ranges, kept, values, keys *float64, before *[MostRanges + 1]uint16, n int) (in int)
TEXT ·sift(SB), NOSPLIT, $0-56
	MOVQ r+0(FP), DI
	MOVQ kept+8(FP), R8
	MOVQ values+16(FP), R9
	MOVQ keys+24(FP), R10
	MOVQ before+32(FP), R11
	MOVQ n+40(FP), DX
	MOVQ R8, R12
	LEAQ pack<>(SB), R13
	VMOVUPD farthest<>(SB), Y13
	VBROADCASTSD Ranges_low(DI), Y14
	VBROADCASTSD Ranges_per(DI), Y15
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPXOR Y8, Y8, Y8
	VPXOR Y9, Y9, Y9
	VPXOR Y10, Y10, Y10
	XORQ AX, AX
sixteen:
	BINS(0, Y0, X0)
	BINS(32, Y1, X1)
	BINS(64, Y2, X2)
	BINS(96, Y3, X3)
	VINSERTI128 $1, X2, Y0, Y0
	VINSERTI128 $1, X3, Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	BELOW(0, Y1) // is kept where an odd number of edges lies above
	VPSUBW Y1, Y4, Y4
	BETWEEN(1, Y5)
	BETWEEN(3, Y6)
	BETWEEN(5, Y7)
	BETWEEN(7, Y8)
	BETWEEN(9, Y9)
	BETWEEN(11, Y10)
	BELOW(13, Y2)
	VPXOR Y2, Y1, Y1
	VPACKSSWB Y1, Y1, Y1
	VPMOVMSKB Y1, BX
	KEEP(0, SHLL, $5)
	KEEP(32, SHLL, $1)
	KEEP(64, SHRL, $11)
	KEEP(96, SHRL, $15)
	ADDQ $16, AX
	CMPQ AX, DX
	JLT  sixteen
	VPHADDW Y5, Y4, Y4
	VPHADDW Y7, Y6, Y6
	VPHADDW Y9, Y8, Y8
	VPHADDW Y10, Y10, Y10
	VPHADDW Y6, Y4, Y4
	VPHADDW Y10, Y8, Y8
	VPHADDW Y8, Y4, Y4
	VEXTRACTI128 $1, Y4, X0
	VPADDW X0, X4, X4
	VMOVDQU X4, (R11)
	VZEROUPPER
	SUBQ R12, R8
	SHRQ $3, R8
	MOVQ R8, in+48(FP)
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

// func extremes(values *float64, n int) (least, most float64)
TEXT ·extremes(SB), NOSPLIT, $0-32
	MOVQ values+0(FP), SI
	MOVQ n+8(FP), DX
	VMOVUPD (SI), Y0
	VMOVAPD Y0, Y1
	VMOVAPD Y0, Y2
	VMOVAPD Y0, Y3
	XORQ AX, AX
	BTRQ $2, DX // those that are left over by eight
	JCC  even
	MOVQ $4, AX
	ADDQ $4, DX
	CMPQ AX, DX
	JGE  done
even:
	CMPQ AX, DX
	JGE  done
eight:
	VMOVUPD (SI)(AX*8), Y4
	VMOVUPD 32(SI)(AX*8), Y5
	VMINPD Y4, Y0, Y0
	VMAXPD Y4, Y1, Y1
	VMINPD Y5, Y2, Y2
	VMAXPD Y5, Y3, Y3
	ADDQ $8, AX
	CMPQ AX, DX
	JLT  eight
done:
	VMINPD Y2, Y0, Y0
	VMAXPD Y3, Y1, Y1
	VEXTRACTF128 $1, Y0, X2
	VMINPD X2, X0, X0
	VPERMILPD $1, X0, X2
	VMINSD X2, X0, X0
	VEXTRACTF128 $1, Y1, X3
	VMAXPD X3, X1, X1
	VPERMILPD $1, X1, X3
	VMAXSD X3, X1, X1
	VZEROUPPER
	MOVSD X0, least+16(FP)
	MOVSD X1, most+24(FP)
	RET
