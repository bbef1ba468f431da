#!/usr/bin/env bash
# Formula.js prices a Treasury bill by months of thirty days.
#
# Packages:  @formulajs/formulajs 4.6.1; hyperformula 3.5.0 to compare (npm)
# Input:     a bill from 31 March to 1 June 2008 at a discount of 9 percent, which is
#            the example in Excel's documentation of TBILLPRICE
# Expected:  98.45: the discount is that of the 62 days there are between the two, of
#            a year of 360, as Excel documents and HyperFormula computes
# Seen:      98.475, by 61 days, those of a calendar of months of thirty days
#
# Prices of bills over the end of a long month are too high by a day's discount.
#
# Needs Node.js and npm. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent @formulajs/formulajs@4.6.1 hyperformula@3.5.0 >/dev/null
cat >main.js <<'JS'
const { DAYS, TBILLPRICE } = require('@formulajs/formulajs');
const { HyperFormula } = require('hyperformula');
const [from, to] = [new Date(2008, 2, 31), new Date(2008, 5, 1)];
const book = HyperFormula.buildFromArray([['=TBILLPRICE(DATE(2008,3,31),DATE(2008,6,1),0.09)']], { licenseKey: 'gpl-v3' });
console.log('days:', DAYS(to, from));
console.log('Formula.js:', TBILLPRICE(from, to, 0.09).toFixed(6));
console.log('HyperFormula:', book.getCellValue({ sheet: 0, row: 0, col: 0 }).toFixed(6));
JS
TZ=UTC node main.js | tee seen
cat >known <<'KNOWN'
days: 62
Formula.js: 98.475000
HyperFormula: 98.450000
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
