package main

// #include <malloc.h>
// #include <features.h>
//
// static void keep_freed_memory(int bytes) {
// #ifdef __GLIBC__
// 	mallopt(M_TRIM_THRESHOLD, bytes);
// 	mallopt(M_MMAP_THRESHOLD, bytes);
// #endif
// }
import "C"

// keptMemory is how much freed memory C keeps for its next use, in bytes. It is
// more than Mesa's software renderer takes and frees for each frame, which would
// otherwise go back to the system and be asked for again sixty times a second: up to
// half of the time that painting a frame takes.
const keptMemory = 64 << 20

// keepFreedMemory has C keep it.
func keepFreedMemory() { C.keep_freed_memory(keptMemory) }
