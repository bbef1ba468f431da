// Starts a program as Explorer does, without a console or a standard output that it could
// speak to, waits for it and ends as it does: start PROGRAM COMMAND-LINE.
#include <windows.h>

int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, PWSTR line, int show) {
	STARTUPINFOW how = {.cb = sizeof how, .dwFlags = STARTF_USESTDHANDLES};
	PROCESS_INFORMATION started;
	DWORD status;
	if (__argc != 3 || !CreateProcessW(__wargv[1], __wargv[2], NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &how, &started))
		return 3;
	WaitForSingleObject(started.hProcess, INFINITE);
	GetExitCodeProcess(started.hProcess, &status);
	return status;
}
