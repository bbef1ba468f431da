#!/usr/bin/env bash
# Gnumeric finds nothing by INDEX in a range of one cell.
#
# Packages:  gnumeric 1.12.55 (Debian 12); the workbook is made by exceljs 4.4.0 (npm)
# Input:     A1 holds 38; INDEX($A$1:$A$1,1) and INDEX($A$1:$A$2,1)
# Expected:  38 from both, as Excel and LibreOffice give
# Seen:      #REF! from the first, 38 from the second
#
# A table that has shrunk to one row, such as a plan of one stream, turns into errors
# all through a workbook that finds its rows by INDEX.
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
const sheet = book.addWorksheet('Plan');
sheet.getCell('A1').value = 38;
sheet.getCell('B1').value = { formula: 'INDEX($A$1:$A$1,1)' };
sheet.getCell('C1').value = { formula: 'INDEX($A$1:$A$2,1)' };
book.xlsx.writeFile('plan.xlsx');
JS
node main.js
ssconvert --recalc plan.xlsx plan.csv >/dev/null 2>&1
tee seen <plan.csv
echo "38,#REF!,38" >known
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
