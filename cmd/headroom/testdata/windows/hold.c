// Opens a file as a program does that lets others read and write it, but not put
// another in its place, says "held", and keeps it open until standard input ends.
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
	if (count != 2)
		return 2;
	HANDLE file = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
	if (file == INVALID_HANDLE_VALUE)
		return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF)
		;
	CloseHandle(file);
	return 0;
}
