#!/usr/bin/env bash
# LibreOffice takes pictures of equal pixels for one picture, and loses what else the
# second holds.
#
# Packages:  LibreOffice Calc 7.4.7.2 (Debian 12); the workbook is made and read by
#            exceljs 4.4.0 and jszip 3.10.1 (npm)
# Input:     a workbook with two PNG pictures of 8 by 8 black pixels, whose texts
#            (tEXt chunks) call their sources "first" and "second"; saved again as
#            .xlsx and .ods
# Expected:  two pictures, each with its own text
# Seen:      one file in the place of both, with the text "first"
#
# What a picture says of itself, such as its source, its author or the data that it
# was drawn from, is that of another one after the workbook was saved.
#
# Needs Node.js, npm, and Debian 12's libreoffice-calc. Exits with 1 where the behavior
# has changed, and with 2 where it is another version.
set -eu
soffice --version 2>/dev/null | grep -q 'LibreOffice 7\.4\.7\.2' || { echo "this is of LibreOffice 7.4.7.2" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat >make.js <<'JS'
const zlib = require('zlib');
const ExcelJS = require('exceljs');
const crc = (bytes) => {
  let sum = 0xffffffff;
  for (const b of bytes) {
    sum ^= b;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
};
const chunk = (kind, data) => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, sum]);
};
const black = (source) => Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000008000000080800000000', 'hex')),
  chunk('tEXt', Buffer.from(`Source\0${source}`)),
  chunk('IDAT', zlib.deflateSync(Buffer.alloc(8 * 9))),
  chunk('IEND', Buffer.alloc(0)),
]);
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('Charts');
['first', 'second'].forEach((source, i) => {
  const image = book.addImage({ buffer: black(source), extension: 'png' });
  sheet.addImage(image, { tl: { col: 1, row: 1 + 10 * i }, ext: { width: 80, height: 80 } });
});
book.xlsx.writeFile('sent.xlsx');
JS
cat >tell.js <<'JS'
const fs = require('fs');
const JSZip = require('jszip');
(async () => {
  for (const file of ['sent.xlsx', 'saved/sent.xlsx', 'saved/sent.ods']) {
    const zip = await JSZip.loadAsync(fs.readFileSync(file));
    const sources = [];
    for (const name of Object.keys(zip.files).filter((n) => n.endsWith('.png')).sort()) {
      const bytes = await zip.file(name).async('nodebuffer');
      sources.push(...['first', 'second'].filter((s) => bytes.includes(s)));
    }
    console.log(`${file}:`, sources.join(', '));
  }
})();
JS
node make.js
for format in xlsx ods; do
	soffice -env:UserInstallation="file://$folder/user" --headless --convert-to "$format" --outdir saved sent.xlsx >/dev/null 2>&1
done
node tell.js | tee seen
cat >known <<'KNOWN'
sent.xlsx: first, second
saved/sent.xlsx: first
saved/sent.ods: first
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
