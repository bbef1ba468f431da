#!/usr/bin/env bash
# HyperFormula's EDATE reaches no 29 February.
#
# Packages:  hyperformula 3.5.0; @formulajs/formulajs 4.6.1 to compare (npm)
# Input:     EDATE(date,1) of 29 and 31 January 2024, and of 31 March 2024
# Expected:  29 February, 29 February, 30 April: the same day some months on, or the
#            last of a month that has no such day, as Excel documents and Formula.js
#            gives. 2024 is a leap year, and HyperFormula's own EOMONTH knows it.
# Seen:      28 February, 28 February, 30 April
#
# Due dates at the end of a month come a day early every fourth year.
#
# Needs Node.js and npm. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent hyperformula@3.5.0 @formulajs/formulajs@4.6.1 >/dev/null
cat >main.js <<'JS'
const { HyperFormula } = require('hyperformula');
const { EDATE } = require('@formulajs/formulajs');
const book = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3' });
const sheet = book.getSheetId(book.addSheet('Plan'));
const computed = (formula) => {
  const { month, day } = book.numberToDate(book.calculateFormula(formula, sheet));
  return `${month}/${day}`;
};
for (const [month, day] of [[1, 29], [1, 31], [3, 31]]) {
  const other = EDATE(new Date(2024, month - 1, day), 1);
  console.log(`${month}/${day} and a month: ${computed(`=EDATE(DATE(2024,${month},${day}),1)`)}`,
    `- by Formula.js ${other.getMonth() + 1}/${other.getDate()}`);
}
console.log('end of the month after January:', computed('=EOMONTH(DATE(2024,1,31),1)'));
JS
TZ=UTC node main.js | tee seen
cat >known <<'KNOWN'
1/29 and a month: 2/28 - by Formula.js 2/29
1/31 and a month: 2/28 - by Formula.js 2/29
3/31 and a month: 4/30 - by Formula.js 4/30
end of the month after January: 2/29
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
