"""The real pairs' columns compared by scipy alone: python3 verify_pairs.py FOLDER (Debian: python3-scipy, python3-pandas).

Prints per column the Kolmogorov-Smirnov D with its p, or the total variation of levels with Pearson's p, from the
files and not from anything of the guard.
"""
import sys
from pathlib import Path

import pandas
from scipy import stats

PAIRS = {
    "taxi": ("taxi-fare-train.csv", "taxi-fare-test.csv"),
    "bike": ("bike_train.csv", "bike_test.csv"),
}
MAX_CODES = 20  # Whole numbers with this many values at most are levels.


def compare(a, b):
    if a.dtype == object and pandas.to_datetime(a, format="%Y-%m-%d", errors="coerce").notna().all():
        a, b = (pandas.to_datetime(x).astype("int64") for x in (a, b))
        return ks(a, b)
    both = pandas.concat([a, b])
    whole = both.dtype != object and (both == both.round()).all()
    if both.dtype == object or (whole and both.nunique() <= MAX_CODES):
        table = pandas.DataFrame({"a": a.value_counts(), "b": b.value_counts()}).fillna(0)
        variation = (table["a"] / len(a) - table["b"] / len(b)).abs().sum() / 2
        p = stats.chi2_contingency(table, correction=False)[1] if len(table) > 1 else 1.0
        return "TV", variation, p
    return ks(a, b)


def ks(a, b):
    result = stats.ks_2samp(a, b, method="asymp")
    return "KS", result.statistic, result.pvalue


folder = Path(sys.argv[1])
for name, (first, second) in PAIRS.items():
    a, b = pandas.read_csv(folder / first), pandas.read_csv(folder / second)
    print(f"## {name}\n\n| column | statistic | value | p |\n| --- | --- | --- | --- |")
    for column in a.columns:
        kind, value, p = compare(a[column], b[column])
        print(f"| {column} | {kind} | {value:.4f} | {p:.3g} |")
    print()
