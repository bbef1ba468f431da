"""A second computation of a risk run, for tests: SciPy's own Sobol points and normal values, every path month by month.

usage: witness.py FILE SCENARIO PATHS SEED

Of the model it knows direct streams with launches, both shapes, actuals with the rules keep-year and keep-months, one share
with rates by year, its cap from a month on, and amounts counted before. Prints JSON: means, percentiles, probabilities.
"""
import json
import sys

import numpy as np
from scipy.stats import norm, qmc, triang


def read(path, ident):
    with open(path) as file:
        return next(s for s in json.load(file)["scenarios"] if s["id"] == ident)


class Horizon:
    def __init__(self, s):
        self.first, self.last = s.get("firstYear", 2026), s.get("lastYear", 2030)
        self.years = list(range(self.first, self.last + 1))
        self.months = 12 * len(self.years)

    def at(self, month):
        year, number = month.split("-")
        return 12 * (int(year) - self.first) + int(number) - 1

    def covered(self, period):
        year, part = period.split("-")
        start = 12 * (int(year) - self.first)
        if part.startswith("Q"):
            return np.arange(3) + start + 3 * (int(part[1]) - 1)
        return np.array([start + int(part) - 1])


def revenue(stream, horizon):
    """Planned revenue by year, that of the year before the horizon first."""
    launch, out = stream.get("launch"), []
    out.append(0.0 if launch else stream["base"])
    for year in horizon.years:
        if launch and year <= launch:
            out.append(stream["base"] if year == launch else 0.0)
        else:
            out.append(out[-1] * (1 + stream["growth"][str(year)]))
    return np.array(out)


def months_of(before, year, even):
    """Splits a year's revenue, an array over paths, into months."""
    steps = np.arange(12.0)[:, None]
    grows = (before > 0) & (year > 0) & (not even)
    q = np.where(grows, np.divide(year, before, where=before > 0, out=np.ones_like(year)), 1.0) ** (1 / 12)
    weights = q[None, :] ** steps
    return year * weights / weights.sum(axis=0)


def planned(stream, horizon, factors, even):
    plan = revenue(stream, horizon)
    return np.concatenate([
        months_of(plan[i] * factors[i], plan[i + 1] * factors[i + 1], even) for i in range(len(horizon.years))
    ])


def last_actual(stream, horizon):
    return max((horizon.covered(p).max() for p in stream.get("actuals", {})), default=-1)


def earned(stream, horizon, factors, even, rule):
    ones = np.ones((len(horizon.years) + 1, 1))
    plan, out = planned(stream, horizon, ones, even)[:, 0], planned(stream, horizon, factors, even)
    last = last_actual(stream, horizon)
    if last < 0:
        return out
    known = plan.copy()
    for period, amount in stream["actuals"].items():
        at = horizon.covered(period)
        known[at] = amount * (plan[at] / plan[at].sum() if plan[at].sum() > 0 else 1 / len(at))
    january = last // 12 * 12
    out[: last + 1] = known[: last + 1, None]
    rest = np.arange(last + 1, january + 12)
    if len(rest):
        scale = 1.0
        if rule == "keep-year":
            left = plan[january : january + 12].sum() - known[january : last + 1].sum()
            scale = max(0.0, left) / plan[rest].sum()
        out[rest] = plan[rest, None] * scale * factors[january // 12 + 1]
    return out


def draw(s, horizon, settled, paths, seed):
    """Factors by year, that of the year before the horizon first, and caps."""
    uncertain, years = s["uncertainty"], len(horizon.years)
    deviations = np.array([uncertain.get("growthSD", {}).get(str(y), 0.0) for y in horizon.years])
    start, left = settled // 12, 12 - settled % 12
    deviations[:start] = 0
    if left < 12:
        deviations[start] *= np.sqrt(left / 12)
    rho = uncertain.get("correlation", 0.0)
    distance = np.abs(np.subtract.outer(np.arange(years), np.arange(years)))
    together = np.outer(deviations, deviations) * np.where(distance == 0, 1.0, np.power(float(rho), distance))
    points = qmc.Sobol(years + 1, seed=seed).random(paths)
    normals = norm.ppf(points[:, :years]).T
    shock, summed, factors = None, np.zeros(paths), [np.ones(paths)]
    for y in range(years):
        if y >= start:
            shock = normals[y] if shock is None else rho * shock + np.sqrt(1 - rho**2) * normals[y]
            summed = summed + deviations[y] * shock
        factors.append(np.exp(summed - together[: y + 1, : y + 1].sum() / 2))
    share = s["terms"]["share"]
    cap = np.full(paths, share.get("cap", np.inf))
    if "capRange" in uncertain:
        low, high = uncertain["capRange"]["low"], uncertain["capRange"]["high"]
        cap = triang.ppf(points[:, years], (share["cap"] - low) / (high - low), low, high - low)
    return np.array(factors), cap


def main():
    s, paths, seed = read(sys.argv[1], sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    horizon, share, outlook = Horizon(s), s["terms"]["share"], s["outlook"]
    even, rule = outlook.get("shape") == "even", outlook.get("afterActuals", "keep-year")
    settled = min((last_actual(x, horizon) + 1 for x in outlook["streams"] if x.get("actuals")), default=0)
    factors, cap = draw(s, horizon, settled, paths, seed)
    due = sum(x.get("shared", 1.0) * earned(x, horizon, factors, even, rule) for x in outlook["streams"])
    first, last = horizon.at(share["from"]), horizon.at(share["through"])
    counts = horizon.at(share.get("capFrom", share["from"]))
    counted = np.full(paths, float(share.get("alreadyPaid", 0)))
    paid, by_quarter, reached = np.zeros(paths), [], []
    month_reached = np.full(paths, horizon.months)
    for month in range(horizon.months):
        year = str(horizon.first + month // 12)
        rate = share.get("ratesByYear", {}).get(year, share["rate"]) if first <= month <= last else 0.0
        amount = rate * due[month]
        if month >= counts:
            amount = np.clip(cap - counted, 0, amount)
            counted = counted + amount
        paid += amount
        month_reached = np.where((counted >= cap - 0.01) & (month_reached > month), month, month_reached)
        if month % 3 == 2:
            by_quarter.append(counted.mean())
            reached.append(float((counted >= cap - 0.01).mean()))
    json.dump({
        "paid": paid.mean(), "percentiles": list(np.percentile(paid, [5, 25, 50, 75, 95])),
        "quarters": by_quarter, "reached": reached,
        "months": [int(m) for m in np.percentile(month_reached, [5, 50, 95], method="inverted_cdf")],
    }, sys.stdout)


main()
