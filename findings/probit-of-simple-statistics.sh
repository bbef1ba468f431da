#!/usr/bin/env bash
# simple-statistics' inverse normal is off in the third digit.
#
# Package:   simple-statistics 7.8.8 (npm), probit
# Input:     probabilities 0.975 and 0.001
# Expected:  1.959963984540054 and -3.090232306167813, the quantiles of the standard
#            normal distribution, to as many digits as jstat 1.9.6 gives (seven)
# Seen:      1.9571619316560775 and -3.0801321223470666, which are the quantiles of
#            0.97484 and 0.001035
#
# Shocks drawn with it give tails that are too thin.
#
# Needs Node.js and npm. Exits with 1 where the behavior has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent simple-statistics@7.8.8 jstat@1.9.6 >/dev/null
cat >main.js <<'JS'
const { probit } = require('simple-statistics');
const { jStat } = require('jstat');
for (const p of [0.975, 0.001]) console.log(p, probit(p), jStat.normal.inv(p, 0, 1).toFixed(7));
JS
node main.js | tee seen
cat >known <<'KNOWN'
0.975 1.9571619316560775 1.9599640
0.001 -3.0801321223470666 -3.0902323
KNOWN
diff known seen || { echo "the behavior has changed" >&2; exit 1; }
