#include "go_asm.h"
#include "textflag.h"

// The functions of Go beside these say what is computed; each line here is one of their
// operations, on four paths. What is subtracted or divided by stands first. Multiplications
// and additions are not fused, since that rounds differently.

#define ROW const_AtOnce*8 // bytes of Amounts

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA|NOPTR, $8
DATA bias<>+0(SB)/8, $(1023<<52) // exponent of 1
GLOBL bias<>(SB), RODATA|NOPTR, $8
DATA parts<>+0(SB)/8, $(const_expParts-1)
GLOBL parts<>(SB), RODATA|NOPTR, $8

// Numbers of Exponential.power.
DATA power<>+0(SB)/8, $92.332482616893656877  // expParts / ln 2
DATA power<>+8(SB)/8, $6755399441055744.0     // roundUp
DATA power<>+16(SB)/8, $0x3f862e42fef00000    // ln2High / expParts
DATA power<>+24(SB)/8, $0x3d7473de6af278ed    // ln2Low / expParts
DATA power<>+32(SB)/8, $0.5
DATA power<>+40(SB)/8, $0.16666666666666666667
DATA power<>+48(SB)/8, $0.041666666666666666667
DATA power<>+56(SB)/8, $0.0083333333333333333333
DATA power<>+64(SB)/8, $0.083333333333333333333
GLOBL power<>(SB), RODATA|NOPTR, $72

// Numbers of Normal.fill.
DATA inverse<>+0(SB)/8, $(const_tailBits)
DATA inverse<>+8(SB)/8, $((1<<52)-1)
DATA inverse<>+16(SB)/8, $1.5
DATA inverse<>+24(SB)/8, $0.5
GLOBL inverse<>(SB), RODATA|NOPTR, $32

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
	ANDL $(1<<27 | 1<<28), CX // OSXSAVE and AVX
	CMPL CX, $(1<<27 | 1<<28)
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
	VBROADCASTSD power<>+64(SB), Y12
	VBROADCASTSD power<>+8(SB), Y13
	VPBROADCASTQ parts<>(SB), Y14
	VPBROADCASTQ bias<>(SB), Y15
	XORQ AX, AX
four:
	// Y0 is the power x.
	VMULPD (R8)(AX*8), Y8, Y0
	VMULPD (R9)(AX*8), Y9, Y1
	VADDPD Y1, Y0, Y0
	VMOVUPD Y0, (R9)(AX*8)
	VMULPD Y10, Y0, Y0
	VSUBPD Y11, Y0, Y0
	VMULPD Y12, Y0, Y0
	// Y2 is k, Y1 the whole part, Y0 the rest r, Y3 its square.
	VBROADCASTSD power<>+0(SB), Y1
	VMULPD Y1, Y0, Y2
	VADDPD Y13, Y2, Y2
	VSUBPD Y13, Y2, Y1
	VBROADCASTSD power<>+16(SB), Y4
	VMULPD Y4, Y1, Y4
	VSUBPD Y4, Y0, Y0
	VBROADCASTSD power<>+24(SB), Y4
	VMULPD Y4, Y1, Y4
	VSUBPD Y4, Y0, Y0
	VMULPD Y0, Y0, Y3
	// Y4 is near.
	VBROADCASTSD power<>+40(SB), Y4
	VMULPD Y4, Y0, Y4
	VBROADCASTSD power<>+32(SB), Y5
	VADDPD Y5, Y4, Y4
	VBROADCASTSD power<>+56(SB), Y5
	VMULPD Y5, Y0, Y5
	VBROADCASTSD power<>+48(SB), Y6
	VADDPD Y6, Y5, Y5
	VMULPD Y3, Y5, Y5
	VADDPD Y5, Y4, Y4
	VMULPD Y3, Y4, Y4
	VADDPD Y4, Y0, Y4
	// Y5 is the root of 2, Y4 the root of growth.
	VPAND Y14, Y2, Y6
	VPCMPEQQ Y7, Y7, Y7
	VGATHERQPD Y7, (DI)(Y6*8), Y5
	VMULPD Y4, Y5, Y4
	VADDPD Y4, Y5, Y4
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
	VXORPD Y5, Y5, Y5 // q
	VXORPD Y6, Y6, Y6 // month
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
	VMOVUPD Y6, Earned_Month(SI)(AX*8)
	VMOVUPD Y5, Earned_Root(SI)(AX*8)
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
	VANDPD (Earned_By+0*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (0*ROW)(R9)(AX*8)
	VANDPD (Earned_By+1*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (1*ROW)(R9)(AX*8)
	VANDPD (Earned_By+2*ROW)(SI)(AX*8), Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (2*ROW)(R9)(AX*8)
	VANDPD Y0, Y3, Y4
	VADDPD Y4, Y1, Y4
	VMOVUPD Y4, (3*ROW)(R9)(AX*8)
	VMOVUPD Y4, Accounts_Counts(DI)(AX*8)
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

// func add(p *Parts, draws *float64, part *uint8, paid, day *Amounts, n int)
TEXT ·add(SB), NOSPLIT, $0-48
	MOVQ p+0(FP), DI
	MOVQ draws+8(FP), R8
	MOVQ part+16(FP), R9
	MOVQ paid+24(FP), R10
	MOVQ day+32(FP), R11
	MOVQ n+40(FP), DX
	VBROADCASTSD ones<>(SB), Y15
	XORQ AX, AX
path:
	VBROADCASTSD (R8)(AX*8), Y0
	VBLENDPD $0xa, Y0, Y15, Y1 // 1, x, 1, x
	VBLENDPD $0xc, Y0, Y15, Y2 // 1, 1, x, x
	VBROADCASTSD (R10)(AX*8), Y3
	VBROADCASTSD (R11)(AX*8), Y4
	VBLENDPD $0xc, Y4, Y3, Y3  // paid, paid, day, day
	VMULPD Y1, Y2, Y2
	VMULPD Y1, Y3, Y3
	MOVBLZX (R9)(AX*1), CX
	ANDL $(const_InParts-1), CX
	SHLQ $6, CX
	VADDPD Part_N(DI)(CX*1), Y2, Y2
	VMOVUPD Y2, Part_N(DI)(CX*1)
	VADDPD Part_Paid(DI)(CX*1), Y3, Y3
	VMOVUPD Y3, Part_Paid(DI)(CX*1)
	INCQ AX
	CMPQ AX, DX
	JLT  path
	VZEROUPPER
	RET
