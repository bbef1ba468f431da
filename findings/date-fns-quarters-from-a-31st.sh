#!/usr/bin/env bash
# date-fns counts no quarter between the ends of two quarters in a row.
#
# Packages:  date-fns 4.4.0; luxon 3.7.2 to compare (npm)
# Input:     31 March 2023; a quarter on, and the quarters from the one to the other;
#            the same by months, for one month and for three
# Expected:  30 June, and one quarter: both functions are documented to count what is
#            full, and what was added is what lies between, as luxon has it, and as
#            date-fns itself has it for one month, from 31 March to 30 April
# Seen:      30 June, and no quarter. Three months on are two, one month on is one.
#
# Counted from the end of the quarter before, the second quarter of a year is none.
#
# Needs Node.js and npm. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent date-fns@4.4.0 luxon@3.7.2 >/dev/null
cat >main.js <<'JS'
const { addMonths, addQuarters, differenceInMonths, differenceInQuarters, format } = require('date-fns');
const { DateTime } = require('luxon');
const start = new Date(2023, 2, 31);
const told = (what, end, counted) => console.log(what, 'on:', format(end, 'yyyy-MM-dd'), '- counted:', counted);
told('a month', addMonths(start, 1), differenceInMonths(addMonths(start, 1), start));
told('three months', addMonths(start, 3), differenceInMonths(addMonths(start, 3), start));
told('a quarter', addQuarters(start, 1), differenceInQuarters(addQuarters(start, 1), start));
const other = DateTime.fromJSDate(start);
told('by luxon, a quarter', other.plus({ quarters: 1 }).toJSDate(), other.plus({ quarters: 1 }).diff(other, 'quarters').quarters);
JS
TZ=UTC node main.js | tee seen
cat >known <<'KNOWN'
a month on: 2023-04-30 - counted: 1
three months on: 2023-06-30 - counted: 2
a quarter on: 2023-06-30 - counted: 0
by luxon, a quarter on: 2023-06-30 - counted: 1
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
