# Every task sees to the system's packages it needs first: .ci/setup installs what
# is missing on Debian and names it elsewhere. make help lists the tasks.

GO      ?= go
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)

# Name resolution and user lookup in pure Go: what has no C in it is then the
# same in the window and in the tests without display, and is compiled once.
TAGS := netgo,osusergo

# Everything but the window's own program needs no C compiler and no display.
PURE = $$($(GO) list ./... | grep -vx headroom/cmd/headroom)

# What starts goroutines or guards what they share. Of the window's packages that is
# ui/live: in other tests of theirs everything runs on one goroutine, where no
# race can show.
SHARED = $$(grep -lrE '"sync(/atomic)?"|^[[:space:]]*go ' --include='*.go' --exclude='*_test.go' cmd/headroom-cli scenario \
	| xargs -n1 dirname | sort -u | sed 's|^|./|')

GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
CHECKS      := inherit,ST1000,ST1020,ST1021,ST1022
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
FYNE        := fyne.io/tools/cmd/fyne@v1.7.4
NFPM        := github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2
WINRES      := github.com/tc-hib/go-winres@v0.3.3
TOOL        := $(GO) run -tags $(TAGS)

.PHONY: help system run build test lint unit race fuzz window test-workbook bench bench-window package test-package test-deb package-windows test-windows clean
.NOTPARALLEL:

help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: build ## build the planner and open it, on a file with FILE=plan.headroom.json
	@case "$${LC_ALL:-$${LC_MESSAGES:-$${LANG:-C}}}" in C|POSIX) export LC_ALL=en_US.UTF-8;; esac; \
	exec build/headroom $(if $(FILE),"$(FILE)")

build: ## build the planner and the command line into build/
	@.ci/setup build
	$(GO) build -tags $(TAGS) -o build/headroom ./cmd/headroom
	CGO_ENABLED=0 $(GO) build -o build/headroom-cli ./cmd/headroom-cli

test: system lint unit race fuzz window ## all that must hold before a change is taken

system:
	@.ci/setup test

lint: ## formatting, go vet, staticcheck, known vulnerabilities
	@.ci/setup build
	@echo "== lint"
	@bad=$$($(TOOL) $(GOFUMPT) -l .) && test -z "$$bad" || \
		{ echo "gofumpt would change:" $$bad; echo "mend it with: $(GO) run $(GOFUMPT) -w ."; exit 1; }
	@$(GO) vet -tags $(TAGS),e2e,man ./...
	@# What needs no window is to need no particular system either.
	@GOOS=js GOARCH=wasm $(GO) vet ./scenario/... ./cmd/headroom-cli
	@GOOS=windows CGO_ENABLED=0 $(GO) vet ./scenario/store/... ./ui/system ./ui/prompt
	@$(TOOL) $(STATICCHECK) -tags $(TAGS),e2e,man -checks $(CHECKS) ./...
	@# What it finds may be published any day without a change here: it is said, and does not fail.
	@if timeout 120 $(TOOL) $(GOVULNCHECK) -mode query -json golang.org/x/text@v0.3.0 >/dev/null 2>&1; \
		then $(TOOL) $(GOVULNCHECK) -tags $(TAGS) ./... || echo "govulncheck: see above"; \
		else echo "govulncheck: left out, its database cannot be reached"; fi

unit: ## all tests that need no display, without a C compiler
	@.ci/setup unit
	@echo "== tests without display"
	@CGO_ENABLED=0 $(GO) test -vet=off $(PURE)
	@# A test that is left out says so only to those who ask.
	@/usr/bin/python3 -c 'import scipy.stats' 2>/dev/null || python3 -c 'import scipy.stats' 2>/dev/null || \
		echo "risk is not held to its second witness: that needs Python with SciPy (Debian: python3-scipy)"

race: ## the tests of what shares anything between goroutines, under the race detector
	@.ci/setup test
	@echo "== race detector"
	@$(GO) test -vet=off -race -short -tags $(TAGS) $(SHARED)
	@$(GO) test -vet=off -race -tags $(TAGS) ./ui/live

fuzz: ## ten seconds of unsound workspace files, and of files that carry them
	@echo "== fuzzing the reader of workspace files"
	@CGO_ENABLED=0 $(GO) test -vet=off -run '^$$' -fuzz '^FuzzDecode$$' -fuzztime 10s ./scenario/store
	@echo "== fuzzing the reader of files that carry workspaces"
	@CGO_ENABLED=0 $(GO) test -vet=off -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 10s ./scenario/carrier
	@echo "== fuzzing the reader of workbooks"
	@CGO_ENABLED=0 $(GO) test -vet=off -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 10s -fuzzminimizetime 1x ./scenario/export/xlsx/returned

window: system build ## the real window on a display of its own, driven by pointer and keys
	@echo "== the window"
	@$(GO) test -vet=off -tags $(TAGS),e2e -count=1 -timeout 15m ./cmd/headroom -program "$(CURDIR)/build/headroom"

test-workbook: system ## 300 random workbooks, changed and computed again by LibreOffice and Gnumeric
	@CGO_ENABLED=0 $(GO) test -vet=off -count=1 -timeout 60m -run 'Spreadsheets|Stored' ./scenario/export/xlsx -workbooks 300

bench: ## how fast engine, drawing and editing are
	@CGO_ENABLED=0 $(GO) test -run '^$$' -bench . -benchmem ./scenario/...

bench-risk: build ## how fast a risk run is, in turn with numpy
	@.ci/bench-risk

bench-window: system ## what a user of the window feels: quarter of an hour on a machine with nothing else to do
	$(GO) build -trimpath -ldflags '-s -w' -tags $(TAGS),migrated_fynedo -o build/bench/headroom ./cmd/headroom
	$(GO) build -trimpath -ldflags '-s -w' -tags $(TAGS),migrated_fynedo -o build/bench/bare ./cmd/headroom/testdata/bare
	@$(GO) test -vet=off -tags $(TAGS),e2e -run '^$$' -bench '$(or $(BENCH),.)' -benchtime 1x -count $(or $(COUNT),1) -timeout 60m \
		./cmd/headroom -program "$(CURDIR)/build/bench/headroom" -bare "$(CURDIR)/build/bench/bare"

# What is packaged for Linux, and when it was last changed: the same tree gives the same package.
PACKAGE = build/headroom-$(VERSION)-linux-$$($(GO) env GOARCH)
EPOCH   = $$(git log -1 --format=%ct 2>/dev/null || echo 0)

package: ## build/headroom-VERSION-linux-ARCH as .tar.xz and .deb, with desktop file and icon
	@.ci/setup package
	@rm -rf build/package && mkdir -p build/package/man
	$(GO) build -trimpath -ldflags '-s -w' -tags $(TAGS),migrated_fynedo -o build/package/headroom ./cmd/headroom
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o build/package/headroom-cli ./cmd/headroom-cli
	@# Fyne's tool counts up the build number in FyneApp.toml, so it is given a copy.
	@cp -r FyneApp.toml assets build/package
	cd build/package && $(TOOL) $(FYNE) package --target linux --executable headroom
	@mv build/package/*.tar.xz $(PACKAGE).tar.xz
	@# The .deb has the same entry for the desktop, and says what files it opens.
	@tar -xJf $(PACKAGE).tar.xz -C build/package --wildcards --transform 's|.*/||' '*.desktop'
	@echo 'MimeType=application/x-headroom+json;' >> build/package/org.headroom.planner.desktop
	@SOURCE_DATE_EPOCH=$(EPOCH) CGO_ENABLED=0 $(GO) run -tags man ./cmd/headroom-cli man build/package/man
	@build/package/headroom-cli completion bash --output build/package/headroom-cli.bash
	@CGO_ENABLED=1 .ci/notices -tags $(TAGS),migrated_fynedo | gzip -9n > build/package/NOTICES.gz
	@gzip -9n build/package/man/*.1 && gzip -9nc CHANGELOG.md > build/package/changelog.gz
	@printf 'headroom (%s-1) unstable; urgency=medium\n\n  * What is new stands in changelog.gz.\n\n -- The Headroom authors <maintainers@headroom.invalid>  %s\n' \
		$(VERSION) "$$(LC_ALL=C date -u -R -d @$(EPOCH))" | gzip -9n > build/package/changelog.Debian.gz
	@{ sed 's/^$$/./; s/^/ /' LICENSE | sed '1i Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 2026 The Headroom authors\nLicense: MIT'; } > build/package/copyright
	@# The archive has the licenses too, and is the same whenever it is made.
	@mkdir build/package/archive && tar -xJf $(PACKAGE).tar.xz -C build/package/archive
	@for folder in build/package/archive/*; do install -D -m 644 -t "$$folder/usr/local/share/doc/headroom" build/package/NOTICES.gz build/package/copyright || exit; done
	@tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@$(EPOCH) -C build/package/archive -cJf $(PACKAGE).tar.xz $$(ls build/package/archive)
	@cd build/package && SOURCE_DATE_EPOCH=$(EPOCH) VERSION=$(VERSION) ARCH=$$($(GO) env GOARCH) \
		$(TOOL) $(NFPM) package --config assets/linux/nfpm.yaml --packager deb --target ../headroom.deb
	@mv build/headroom.deb $(PACKAGE).deb
	@rm -r build/package
	@ls build/*.tar.xz build/*.deb

test-package: ## whether what make package has made starts from a desktop, with a file
	@.ci/setup test-package
	@test -e $(PACKAGE).tar.xz -a -e $(PACKAGE).deb || $(MAKE) package
	@lintian --fail-on error --allow-root $(PACKAGE).deb
	@$(GO) test -vet=off -tags $(TAGS),e2e -count=1 -run '^TestThePackageStartsFromADesktop$$' ./cmd/headroom \
		-package "$(CURDIR)/$(PACKAGE).tar.xz"

test-deb: ## whether the .deb installs and starts on a bare Debian 12: needs root, the network and five minutes
	@.ci/setup test-package
	@test -e $(PACKAGE).deb || $(MAKE) package
	@.ci/bare-debian $(PACKAGE).deb

# What is packaged for Windows, and the flags of all its programs.
WINDOWS = build/Headroom-$(VERSION)-windows-amd64
FOR_WINDOWS = GOOS=windows GOARCH=amd64
MINGW = x86_64-w64-mingw32-gcc

package-windows: ## build/Headroom-VERSION-windows-amd64.zip, built here: without a cache it takes ten minutes
	@.ci/setup package-windows
	@rm -rf build/windows $(WINDOWS) $(WINDOWS).zip && mkdir -p build/windows $(WINDOWS)
	$(FOR_WINDOWS) CGO_ENABLED=1 CC=$(MINGW) $(GO) build -trimpath -ldflags '-s -w -H=windowsgui' -tags $(TAGS),migrated_fynedo -o $(WINDOWS)/headroom.exe ./cmd/headroom
	$(FOR_WINDOWS) CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o $(WINDOWS)/headroom-cli.exe ./cmd/headroom-cli
	@# Icon, version and what Windows is to know of them.
	@cp assets/windows/*.json build/windows
	@for size in 16 24 32 48 64 256; do rsvg-convert -w $$size -h $$size assets/icon.svg -o build/windows/icon-$$size.png || exit; done
	@for program in headroom headroom-cli; do \
		$(TOOL) $(WINRES) patch --no-backup --in build/windows/$$program.json --file-version $(VERSION) --product-version $(VERSION) $(WINDOWS)/$$program.exe || exit; done
	@sed 's/$$/\r/' assets/windows/README.txt > $(WINDOWS)/README.txt
	@sed 's/$$/\r/' LICENSE > $(WINDOWS)/LICENSE.txt
	@$(FOR_WINDOWS) CGO_ENABLED=1 .ci/notices -tags $(TAGS),migrated_fynedo | sed 's/$$/\r/' > $(WINDOWS)/NOTICES.txt
	@find $(WINDOWS) -exec touch -d @$(EPOCH) {} +
	@cd build && find $(notdir $(WINDOWS)) | LC_ALL=C sort | TZ=UTC zip -q -X -9 $(notdir $(WINDOWS)).zip -@
	@rm -r $(WINDOWS)
	@ls $(WINDOWS).zip

# The tests of the window that any system has to pass, and those of what only Windows has.
ON_WINDOWS = TestPlanFollowsEveryEdit|TestFilesOutliveTheWindow|TestNothingIsLost|TestOthersOnTheSameFileAreNoticed|TestAForeignChangeIsNoticedWithTheFocus|TestAWorkbookGoesOutAndComesBack|TestReportsAreWritten|TestAFileLivesOnADrive|TestAFileThatIsHeldIsNotReplaced|Windows$$|TestTheCommandLineIsTheSame|TestTheProgramsForWindows|TestWindowsIsTold

test-windows: ## whether what make package-windows has made works, as far as Debian's wine tells
	@.ci/setup test-windows
	@test -e $(WINDOWS).zip || $(MAKE) package-windows
	@rm -rf build/windows-test && mkdir -p build/windows-test
	@unzip -q $(WINDOWS).zip -d build/windows-test && mv build/windows-test/Headroom-*/* build/windows-test
	@CGO_ENABLED=0 $(GO) build -o build/headroom-cli ./cmd/headroom-cli
	@# wine 8 lacks a library that Windows has; its stand-in is for this test alone.
	@env -u DISPLAY WINEPREFIX="$(CURDIR)/build/windows-test/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' \
		sh -c 'wineboot -i && wineserver -w' 2>/dev/null
	@$(MINGW) -shared -o build/windows-test/wine/drive_c/windows/system32/bcryptprimitives.dll cmd/headroom/testdata/windows/bcryptprimitives.c -ladvapi32
	@$(MINGW) -municode -o build/windows-test/hold.exe cmd/headroom/testdata/windows/hold.c
	@$(MINGW) -municode -mwindows -o build/windows-test/start.exe cmd/headroom/testdata/windows/start.c
	@echo "== the disk for Windows"
	@$(FOR_WINDOWS) CGO_ENABLED=0 $(GO) test -vet=off -c -o build/windows-test/store.exe ./scenario/store
	@cd build/windows-test && env -u DISPLAY WINEPREFIX="$(CURDIR)/build/windows-test/wine" WINEDEBUG=-all wine store.exe -test.run '^TestWhoHasAFileIsFoundOut$$'
	@echo "== the command line for Windows"
	@export WINEPREFIX="$(CURDIR)/build/windows-test/wine" WINEDEBUG=-all; \
		wineserver -p; trap 'wineserver -k' EXIT; CGO_ENABLED=0 $(GO) test -vet=off -count=1 -run '^TestGoldenOutputs$$' \
		./cmd/headroom-cli -program wine,"$(CURDIR)/build/windows-test/headroom-cli.exe"
	@echo "== the window for Windows"
	@$(GO) test -vet=off -tags $(TAGS),e2e -count=1 -parallel 2 -timeout 15m -run '$(ON_WINDOWS)' ./cmd/headroom \
		-program "$(CURDIR)/build/windows-test/headroom.exe" -wine "$(CURDIR)/build/windows-test/wine" \
		-cli "$(CURDIR)/build/windows-test/headroom-cli.exe,$(CURDIR)/build/headroom-cli"

clean: ## remove build/
	rm -rf build
