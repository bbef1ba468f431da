"""The risk run of the worked case (30 to 284 billion, a cap of 35 to 41 billion) by numpy, as fast as it goes: what
`make bench-risk` holds headroom-cli to.

usage: peer.py PATHS [RUNS]

Two threads draw and pay block after block that fits into the cache, then share the quarters out and partition each for its
percentiles. Prints the median of the seconds of the runs, without Python's start.
"""
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

PATHS = int(sys.argv[1])
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
THREADS, BLOCK = 2, 1 << 14
YEARLY = np.array([13.07, 30, 62, 113, 184, 284]) * 1e9
DEVIATIONS, RHO = np.array([0.05, 0.15, 0.20, 0.25, 0.25]), 0.5
RATE, LOW, MODE, HIGH = 0.2, 35e9, 38e9, 41e9
PERCENTS = np.array([5, 10, 25, 50, 75, 90, 95])

years = len(DEVIATIONS)
distance = np.abs(np.subtract.outer(np.arange(years), np.arange(years)))
covariance = np.outer(DEVIATIONS, DEVIATIONS) * RHO**distance
variance = np.array([covariance[: y + 1, : y + 1].sum() for y in range(years)])
drift = np.log(YEARLY[1:] / YEARLY[:-1]) - np.diff(variance, prepend=0) / 2


def block(random, owed, caps):
    """Fills what is owed by the end of each quarter, without a cap, and the caps."""
    n = len(caps)
    caps[:] = random.triangular(LOW, MODE, HIGH, n)
    level, so_far, shock = np.full(n, YEARLY[0] * RATE), 0.0, None
    for year in range(years):
        own = random.standard_normal(n)
        shock = own if shock is None else RHO * shock + np.sqrt(1 - RHO**2) * own
        quarterly = np.exp((drift[year] + DEVIATIONS[year] * shock) / 4)
        half = quarterly * quarterly
        level = level * half * half
        quarter = level / ((1 + quarterly) * (1 + half))
        for k in range(3):
            so_far = np.add(so_far, quarter, out=owed[4 * year + k])
            quarter = quarter * quarterly
        so_far = np.add(so_far, quarter, out=owed[4 * year + 3])


def run(pool, seed):
    owed, caps = np.empty((4 * years, PATHS)), np.empty(PATHS)
    starts = range(0, PATHS, BLOCK)

    def pay(start):
        random = np.random.Generator(np.random.SFC64([seed, start]))
        block(random, owed[:, start : start + BLOCK], caps[start : start + BLOCK])

    list(pool.map(pay, starts))
    rank = PERCENTS / 100 * (PATHS - 1)
    below = rank.astype(int)
    above = np.minimum(below + 1, PATHS - 1)

    def sum_up(quarter):
        counted = np.minimum(owed[quarter], caps)
        reached = (owed[quarter] >= caps).mean()
        mean = counted.mean()
        counted.partition(np.union1d(below, above))
        return mean, reached, counted[below] + (rank - below) * (counted[above] - counted[below])

    return list(pool.map(sum_up, range(4 * years)))


with ThreadPoolExecutor(THREADS) as threads:
    seconds = []
    for seed in range(RUNS + 1):
        start = time.perf_counter()
        result = run(threads, seed)
        seconds.append(time.perf_counter() - start)
print(f"{np.median(seconds[1:]):.4f}")
print(f"reached by the end of 2028: {result[11][1]:.4f}, median counted by then {result[11][2][3] / 1e9:.3f} billion", file=sys.stderr)
