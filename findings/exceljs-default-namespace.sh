#!/usr/bin/env bash
# exceljs opens no workbook whose properties stand in XML's default namespace.
#
# Packages:  exceljs 4.4.0 and jszip 3.10.1 (npm)
# Input:     a workbook that exceljs wrote itself, in which docProps/core.xml names
#            the namespace of package properties as the default one, without the
#            prefix cp: before its elements. That is the same to every reader of XML,
#            and how excelize 2.11.1 writes it.
# Expected:  the same cell is read
# Seen:      Unexpected xml node in parseOpen: {"name":"keywords",...}
#
# A plan that came as such a workbook cannot be read or changed with exceljs; with
# the prefix it can.
#
# Needs Node.js and npm. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat >main.js <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
const said = async (what, bytes) => {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes);
    console.log(what, book.worksheets[0].getCell('A1').value);
  } catch (e) {
    console.log(what, e.message.split(':').slice(0, 3).join(':').split(',')[0]);
  }
};
(async () => {
  const book = new ExcelJS.Workbook();
  book.lastModifiedBy = 'A planner';
  book.addWorksheet('Inputs').getCell('A1').value = 38;
  const bytes = await book.xlsx.writeBuffer();
  await said('with a prefix:', bytes);
  const zip = await JSZip.loadAsync(bytes);
  const core = await zip.file('docProps/core.xml').async('string');
  zip.file('docProps/core.xml', core.replace('xmlns:cp=', 'xmlns=').replace(/(<\/?)cp:/g, '$1'));
  await said('without one:  ', await zip.generateAsync({ type: 'nodebuffer' }));
})();
JS
node main.js | tee seen
cat >known <<'KNOWN'
with a prefix: 38
without one:   Unexpected xml node in parseOpen: {"name":"keywords"
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
