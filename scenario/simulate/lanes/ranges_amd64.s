#include "wide_amd64.h"

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
