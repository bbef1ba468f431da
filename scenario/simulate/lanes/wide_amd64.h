#include "go_asm.h"
#include "textflag.h"

// The functions of Go beside these say what is computed; each line here is one of their
// operations, on four paths. What is subtracted or divided by stands first. A multiplication
// and an addition are fused, which rounds once, where math.FMA says so there.

#define ROW const_AtOnce*8 // bytes of Amounts

// FOUR makes a number of which there are four side by side.
#define FOUR(name, value) \
	DATA  name<>+0(SB)/8, value  \
	DATA  name<>+8(SB)/8, value  \
	DATA  name<>+16(SB)/8, value \
	DATA  name<>+24(SB)/8, value \
	GLOBL name<>(SB), RODATA|NOPTR, $32
