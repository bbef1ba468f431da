#!/usr/bin/env bash
# Gnumeric computes SUMPRODUCT(ABS(range)) as the ABS of one cell.
#
# Packages:  gnumeric 1.12.55 (Debian 12); the workbook is made by exceljs 4.4.0 (npm)
# Input:     A1 to A3 hold 1, -2 and 3; SUMPRODUCT(ABS(A1:A3)), and the same by
#            SUMPRODUCT(A1:A3*SIGN(A1:A3)) and ABS(A1)+ABS(A2)+ABS(A3)
# Expected:  6 from each: SUMPRODUCT takes what it is given as arrays, and Excel and
#            LibreOffice do so
# Seen:      1 from the first formula and 2 from the second, without an error: a
#            function of a range has become that of the cell in the formula's own
#            row, here the first. 6 from the third.
#
# "The sum of all differences" is the usual check of a workbook, and this is how it is
# usually written. Computed anew by Gnumeric it sees one difference of all.
#
# Needs Node.js, npm, and Debian 12's gnumeric. Exits with 1 where the behavior has
# changed, and with 2 where it is another version.
set -eu
ssconvert --version 2>&1 | grep -q "version '1.12.55'" || { echo "this is of gnumeric 1.12.55" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent exceljs@4.4.0 >/dev/null
cat >main.js <<'JS'
const ExcelJS = require('exceljs');
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('Check');
[1, -2, 3].forEach((v, i) => { sheet.getCell(i + 1, 1).value = v; });
['SUMPRODUCT(ABS(A1:A3))', 'SUMPRODUCT(A1:A3*SIGN(A1:A3))', 'ABS(A1)+ABS(A2)+ABS(A3)'].forEach((formula, i) => {
  sheet.getCell(1, 2 + i).value = { formula };
});
book.xlsx.writeFile('check.xlsx');
JS
node main.js
ssconvert --recalc check.xlsx check.csv >/dev/null 2>&1
head -1 check.csv | cut -d, -f2- | tee seen
echo "1,2,6" >known
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
