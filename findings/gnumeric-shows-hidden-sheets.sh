#!/usr/bin/env bash
# A workbook that Gnumeric has saved shows all of its hidden sheets.
#
# Packages:  gnumeric 1.12.55 (Debian 12); the workbook is made and read by exceljs
#            4.4.0 (npm)
# Input:     a workbook with a sheet that is hidden, and one that is "very hidden",
#            which no menu of Excel shows; saved again as .xlsx
# Expected:  the sheets are as hidden as they were
# Seen:      both are visible. A hidden row stays hidden.
#
# What a sender has put out of sight, such as the data behind a model, or of other
# clients, lies open in what comes back or goes on to others.
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
const { execFileSync } = require('child_process');
const ExcelJS = require('exceljs');
const told = async (what, file) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  console.log(what, book.worksheets.map((s) => `${s.name} ${s.state}`).join(', '), '- row', book.worksheets[0].getRow(2).hidden ? 'hidden' : 'visible');
};
(async () => {
  const book = new ExcelJS.Workbook();
  const plan = book.addWorksheet('Plan');
  plan.getCell('A1').value = 38;
  plan.getCell('A2').value = 39;
  plan.getRow(2).hidden = true;
  book.addWorksheet('Data', { state: 'hidden' }).getCell('A1').value = 1;
  book.addWorksheet('Clients', { state: 'veryHidden' }).getCell('A1').value = 2;
  await book.xlsx.writeFile('sent.xlsx');
  await told('sent:', 'sent.xlsx');
  execFileSync('ssconvert', ['sent.xlsx', 'saved.xlsx'], { stdio: 'ignore' });
  await told('saved:', 'saved.xlsx');
})();
JS
node main.js | tee seen
cat >known <<'KNOWN'
sent: Plan visible, Data hidden, Clients veryHidden - row hidden
saved: Plan visible, Data visible, Clients visible - row hidden
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
