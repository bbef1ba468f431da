// A stand-in for a library of Windows that wine 8 lacks and programs made by Go ask
// for, of the one function that they call. It is for tests, and is not given away.
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); // of advapi32

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
	return SystemFunction036(data, (ULONG)length);
}
