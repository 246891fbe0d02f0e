#!/usr/bin/python3
"""Writes reference.csv, the figures that the tests of MlStrategyGuard.Statistics compare with.

Run on Debian or Ubuntu:
    apt-get install python3-scipy python3-mpmath python3-gmpy2
    /usr/bin/python3 make_reference.py

Every figure is computed twice: with scipy's function of that name, and in 30 or more digits with mpmath, from the plain
definition (power series with positive terms, sums of probabilities, Newton's steps on those). The file gets the
second, rounded to 17 digits, for the very doubles that the tests pass in. scipy is the witness: a row on which the
two differ by more than WITNESS is left out unless its kind is listed in SCIPY_IS_ROUGH, with the reason. A summary
of the largest differences is printed. Figures below 1e-300 are left out: the tests have no digits there.

The script takes about five minutes.
"""

import csv
import itertools
import math
import os
import sys
import time

import mpmath as mp
import numpy
from mpmath import mpf
from scipy import special, stats

WITNESS = 1e-9

# Where scipy 1.10 is the less accurate of the two, and why; its figures there only guard against blunders.
SCIPY_IS_ROUGH = {
    "NoncentralCdf": "ncx2.cdf stops its sum at about 1e-7 of the result and underflows for large noncentrality",
    "NoncentralityLimit": "chndtrinc inverts that sum",
    "NoncentralityForPower": "likewise",
    "TwiceSmallerTail": "hypergeom sums terms from differences of log-gammas: 1e-8 at a hundred million items",
    "RegularizedBeta": "betainc loses digits in proportion to its parameters",
    "RegularizedGammaP": "gammainc's prefactor loses digits far from the mean",
    "RegularizedGammaQ": "likewise",
    "Survival": "likewise",
    "ClopperPearsonLower": "beta.ppf inverts betainc",
    "ClopperPearsonUpper": "likewise",
    "MoverLower": "likewise",
    "MoverUpper": "likewise",
    "WilsonLower": "the textbook formula cancels for rare hits",
    "InverseRegularizedBeta": "btdtri inverts betainc",
}
BLUNDER = 1e-3

mp.mp.dps = 40
rows = []
worst = {}
dropped = []


def add(function, arguments, exact, witness=None):
    value = float(exact)
    if not math.isfinite(value) or (value != 0 and abs(value) < 1e-300):
        return
    if witness is not None:
        witness = float(witness)
        difference = abs(witness - value) / max(abs(value), 1e-300) if witness != value else 0.0
        if not difference <= WITNESS:
            rough = function in SCIPY_IS_ROUGH and (difference <= BLUNDER or not math.isfinite(difference)
                                                    or witness == 0 or value < 1e-12)
            if not rough:
                dropped.append((function, arguments, value, witness))
                return
        if math.isfinite(difference) and difference > worst.get(function, (0,))[0]:
            worst[function] = (difference, arguments, value, witness)
    cells = [repr(a) if isinstance(a, int) else format(a, ".17g") for a in arguments]
    rows.append([function, *cells, *[""] * (5 - len(cells)), format(value, ".17g")])


# --- Exact forms ---------------------------------------------------------------------------------------------------

def gamma_term(a, x):
    """x^a e^-x / Gamma(a + 1)."""
    return mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1))


def gamma_lower(a, x):
    a, x = mpf(a), mpf(x)
    if x == 0:
        return mpf(0)
    term, total, k = mpf(1), mpf(1), 0
    stop = mpf(10) ** -mp.mp.dps
    while term > total * stop:
        k += 1
        term *= x / (a + k)
        total += term
    return gamma_term(a, x) * total


def gamma_upper(a, x):
    """One minus the lower function, in as many more digits as the difference costs."""
    a, x = mpf(a), mpf(x)
    cost = 0 if x <= a else int((x - a - a * mp.log(x / a)) / mp.log(10)) + 10
    with mp.workdps(mp.mp.dps + cost):
        return 1 - gamma_lower(a, x)


def beta_lower(a, b, x):
    """The series in the smaller of x and 1 - x, in as many more digits as a difference from one costs."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x == 0 or x == 1:
        return x
    y = 1 - x
    if x <= 0.5:
        return beta_series(a, b, x, y)
    deviance = a * mp.log(a / ((a + b) * x)) + b * mp.log(b / ((a + b) * y))
    cost = int(deviance / mp.log(10)) + 10 if x < a / (a + b) else 0
    if cost > 400:
        return mpf(0)
    with mp.workdps(mp.mp.dps + cost):
        return 1 - beta_series(b, a, 1 - x, x)


def beta_series(a, b, x, y):
    term, total, k = mpf(1), mpf(1), 0
    stop = mpf(10) ** -mp.mp.dps
    while term > total * stop:
        term *= (a + b + k) / (a + 1 + k) * x
        total += term
        k += 1
    power = a * mp.log(x) + b * mp.log(y) - mp.log(a) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b)
    return mp.exp(power) * total


def newton(function, slope, start, target):
    """Root of log f = log target; the slope is of f. Quadratic, so four steps from scipy's digits suffice."""
    point = mpf(start)
    for _ in range(60):
        value = function(point)
        step = (mp.log(value) - mp.log(target)) * value / slope(point)
        following = point - step
        if following <= 0:
            following = point / 2
        point, step = following, abs(following - point)
        if step < point * mpf(10) ** -18:
            return point
    raise ArithmeticError("no convergence")


def beta_density(a, b, x):
    a, b = mpf(a), mpf(b)
    return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x)
                  + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))


def beta_inverse(a, b, p):
    """Newton in the logit, inside a bracket."""
    start = special.btdtri(a, b, p)
    if not 0 < start < 1:
        start = a / (a + b)
    logit = mp.log(mpf(start)) - mp.log(1 - mpf(start))
    low, high = mpf(-2000), mpf(60)
    for _ in range(300):
        x = 1 / (1 + mp.exp(-logit))
        value = beta_lower(a, b, x)
        low, high = (logit, high) if value < p else (low, logit)
        following = (low + high) / 2
        if 0 < value < 1:
            newton_step = logit - mp.log(value / mpf(p)) * value / (beta_density(a, b, x) * x * (1 - x))
            if low <= newton_step <= high:
                following = newton_step
        step, logit = abs(following - logit), following
        if step < mpf(10) ** -14:
            return 1 / (1 + mp.exp(-logit))
    raise ArithmeticError(f"no convergence: {a}, {b}, {p}")


def normal_survival(z):
    return mp.erfc(mpf(z) / mp.sqrt(2)) / 2


def normal_isf(p):
    if p == 0.5:
        return mpf(0)
    z = mpf(float(stats.norm.isf(p)))
    for _ in range(20):
        value = normal_survival(z)
        step = mp.log(value / mpf(p)) * value / mp.npdf(z)
        z += step
        if abs(step) < abs(z) * mpf(10) ** -25:
            return z
    raise ArithmeticError("no convergence")


def kolmogorov(x):
    """The theta-function form converges for every x; its complement needs digits in the tail."""
    x = mpf(x)
    with mp.workdps(400):
        total = mp.nsum(lambda k: mp.exp(-((2 * k - 1) * mp.pi) ** 2 / (8 * x * x)), [1, mp.inf]) if x < 0.3 else \
            sum(mp.exp(-((2 * k - 1) * mp.pi) ** 2 / (8 * x * x)) for k in range(1, int(40 * x) + 40))
        return 1 - mp.sqrt(2 * mp.pi) / x * total


def noncentral_cdf(x, df, nc):
    a, h, l = mpf(df) / 2, mpf(x) / 2, mpf(nc) / 2
    if nc == 0:
        return gamma_lower(a, h)
    if x == 0:
        return mpf(0)
    peak = int(2 * l * h / (a + mp.sqrt(a * a + 4 * l * h)))
    top = max(peak, int(l)) + int(12 * mp.sqrt(l + 1)) + 60
    lower = gamma_lower(a + top, h)
    term = gamma_term(a + top, h)
    weight = mp.exp(-l + top * mp.log(l) - mp.loggamma(top + 1))
    total, stop = mpf(0), mpf(10) ** -25
    j = top
    while j >= 0:
        part = weight * lower
        total += part
        if j < peak and part < total * stop:
            break
        term *= (a + j) / h
        lower += term
        weight *= j / l
        j -= 1
    return total


def noncentral_root(x, df, target, start):
    """dF/dnc = (F(df + 2) - F(df)) / 2."""
    return newton(lambda nc: noncentral_cdf(x, df, nc),
                  lambda nc: (noncentral_cdf(x, df + 2, nc) - noncentral_cdf(x, df, nc)) / 2, start, target)


def hypergeometric(k, total, marked, drawn):
    least, most = max(0, marked + drawn - total), min(marked, drawn)

    def log_choose(n, i):
        return mp.loggamma(n + 1) - mp.loggamma(i + 1) - mp.loggamma(n - i + 1)

    at = mp.exp(log_choose(marked, k) + log_choose(total - marked, drawn - k) - log_choose(total, drawn))
    sums = []
    for direction in (-1, 1):
        term, tail, i = at, at, k
        while least <= i + direction <= most:
            if direction == 1:
                term *= mpf(marked - i) * (drawn - i) / (mpf(i + 1) * (total - marked - drawn + i + 1))
            else:
                term *= mpf(i) * (total - marked - drawn + i) / (mpf(marked - i + 1) * (drawn - i + 1))
            i += direction
            tail += term
            if term < tail * mpf(10) ** -25:
                break
        sums.append(tail)
    return min(mpf(1), 2 * min(sums))


def hypergeometric_scipy(k, total, marked, drawn):
    with numpy.errstate(all="ignore"):
        return min(1.0, 2 * min(stats.hypergeom.cdf(k, total, marked, drawn),
                                stats.hypergeom.sf(k - 1, total, marked, drawn)))


def lower_limit(k, n, tail):
    return mpf(0) if k == 0 else beta_inverse(k, n - k + 1, tail)


def upper_limit(k, n, tail):
    return mpf(1) if k == n else 1 - beta_inverse(n - k, k + 1, tail)


def lower_scipy(k, n, tail):
    return 0.0 if k == 0 else stats.beta.ppf(tail, k, n - k + 1)


def upper_scipy(k, n, tail):
    return 1.0 if k == n else stats.beta.isf(tail, k + 1, n - k)


def mover(k1, n1, k2, n2, tail, lower, upper, number):
    p, q = number(k1) / n1, number(k2) / n2
    if p < q:
        k1, n1, k2, n2, p, q = k2, n2, k1, n1, q, p
    down = ((p - lower(k1, n1, tail)) ** 2 + (upper(k2, n2, tail) - q) ** 2) ** number(0.5)
    up = ((upper(k1, n1, tail) - p) ** 2 + (q - lower(k2, n2, tail)) ** 2) ** number(0.5)
    return max(number(0), p - q - down), min(number(1), p - q + up)


def wilson(k, n, z, number):
    p = number(k) / n
    half = z * (p * (1 - p) / n + z * z / (4 * number(n) * n)) ** number(0.5)
    centre = p + z * z / (2 * n)
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


# --- Grids ---------------------------------------------------------------------------------------------------------

def special_functions():
    for x in [1e-300, 1e-10, 1e-3, 0.1, 0.25, 0.499, 0.5, 0.75, 0.999, 1.0, 1 + 1e-9, 1.25, 1.5, 1.75, 1.999, 2.0,
              2 + 1e-9, 2.25, 2.5, 3.0, 4.7, 9.99, 10.0, 10.01, 33.3, 171.5, 1e3, 1e5, 1e7, 1e8, 1e10, 1e15, 1e200]:
        add("LogGamma", [x], mp.loggamma(mpf(x)), special.gammaln(x))

    for a in [1e-5, 0.01, 0.3, 0.5, 0.999, 1.0, 1.5, 2.0, 5.0, 10.0, 50.0, 333.5, 1e3, 1e4, 5e4, 1e6]:
        spread = math.sqrt(a)
        points = {a + z * spread for z in (-30, -12, -5, -2, -0.5, 0, 0.01, 0.5, 2, 5, 12, 30)}
        points |= {1e-12, 0.01, 0.5, 1.4, 1.6, 3.0, a * 0.5, a * 2, a + 600}
        for x in sorted(p for p in points if p > 0):
            if a > 1e5 and not abs(x - a) <= 31 * spread:
                continue
            add("RegularizedGammaP", [a, x], gamma_lower(a, x), special.gammainc(a, x))
            add("RegularizedGammaQ", [a, x], gamma_upper(a, x), special.gammaincc(a, x))

    pairs = [(0.5, 0.5), (0.01, 3.0), (1.0, 1.0), (1.0, 5.0), (5.0, 1.0), (0.5, 100.0), (3.0, 7.5), (20.0, 20.0),
             (1.0, 1e8), (2.0, 1e6), (100.0, 1e5), (500.0, 501.0), (1e4, 3e4), (1e6, 1e6), (3e7, 7e7), (1e8, 1.0)]
    for a, b in pairs:
        mean = a / (a + b)
        spread = math.sqrt(mean * (1 - mean) / (a + b + 1))
        points = {mean + z * spread for z in (-20, -8, -3, -1, 0, 0.3, 1, 3, 8)}
        points |= {mean * 0.5, mean * 1e-3, 1e-30} if a < 1e3 else set()
        points |= {0.25, 0.5, 0.75, 0.999} if a + b < 1e3 else set()
        for x in sorted(p for p in points if 0 < p < 1):
            add("RegularizedBeta", [a, b, x], beta_lower(a, b, x), special.betainc(a, b, x))

    for a, b in [(0.5, 0.5), (1.0, 1.0), (1.0, 10.0), (3.0, 2.5), (20.0, 20.0), (1.0, 1e6), (100.0, 1e5), (1e6, 1e6)]:
        for p in [1e-200, 1e-30, 1e-6, 0.025, 0.3, 0.5, 0.7, 0.975, 1 - 1e-6]:
            x = beta_inverse(a, b, p)
            if x > 1e-300:
                add("InverseRegularizedBeta", [a, b, p], x, special.btdtri(a, b, p))


def normal():
    for z in [-38.0, -10.0, -3.0, -1.0, -0.1, 0.0, 1e-9, 0.1, 0.5, 1.0, 1.7, 1.74, 2.0, 3.0, 5.0, 8.3, 12.0, 20.0,
              30.0, 36.9]:
        add("NormalSurvival", [z], normal_survival(z), stats.norm.sf(z))
    for p in [1e-300, 1e-250, 1e-200, 1e-100, 1e-50, 1e-20, 1e-9, 1e-6, 1e-3, 0.005, 0.025, 0.05, 0.1, 0.2, 0.2499,
              0.25, 0.2501, 0.4, 0.499, 0.4999999, 0.5, 0.5000001, 0.6, 0.75, 0.9, 0.975, 0.995, 1 - 2.0 ** -40]:
        add("NormalQuantile", [p], -normal_isf(p), -stats.norm.isf(p))


def chi_square():
    for df in [1, 2, 3, 5, 9, 19, 99, 255, 1000, 10000, 100000]:
        for z in [-9, -4, -1, 0, 0.5, 1, 2, 4, 8, 15, 25]:
            x = df + z * math.sqrt(2 * df)
            if x > 0:
                add("Survival", [x, df], gamma_upper(df / 2, x / 2), stats.chi2.sf(x, df))
        for x in [1e-6, 0.1, 900.0, 1350.0]:
            if df <= 1000:
                add("Survival", [x, df], gamma_upper(df / 2, x / 2), stats.chi2.sf(x, df))
        for tail in [1e-250, 1e-200, 1e-50, 1e-9, 1e-4, 0.01, 0.05, 0.5, 0.8, 0.99, 1 - 1e-9]:
            a = mpf(df) / 2
            start = float(stats.chi2.isf(tail, df))
            if not (start > 0 and math.isfinite(start)):
                continue
            density = lambda x: gamma_term(a, x / 2) * a / x
            if tail <= 0.5:
                exact = newton(lambda x: gamma_upper(a, x / 2), lambda x: -density(x), start, mpf(tail))
            else:
                exact = newton(lambda x: gamma_lower(a, x / 2), density, start, 1 - mpf(tail))
            add("UpperQuantile", [tail, df], exact, start)


def noncentral():
    for df, nc in itertools.product([1, 2, 5, 19, 255, 1000, 100000], [1e-9, 0.01, 0.5, 3.0, 30.0, 1e3, 1e5, 1e7]):
        if nc == 1e7 and df not in (1, 1000):
            continue
        spread = math.sqrt(2 * (df + 2 * nc))
        points = {df + nc + z * spread for z in (-12, -6, -2.5, -1, 0, 1, 3, 8)} | {1e-3}
        for x in sorted(p for p in points if p > 0):
            if x == 1e-3 and (nc > 1e3 or df > 255):
                continue
            with numpy.errstate(all="ignore"):
                witness = stats.ncx2.cdf(x, df, nc)
            add("NoncentralCdf", [x, df, nc], noncentral_cdf(x, df, nc), witness)
    with mp.workdps(30):
        for df, x in itertools.product([1, 2, 9, 49, 255, 100000], [0.5, 2.0, 7.0, 40.0, 300.0, 5e3, 1.2e5, 1e7]):
            for tail in [1e-6, 0.01, 0.05, 0.5, 0.9]:
                if x >= 1e5 and (tail not in (0.05, 0.9) or df not in (1, 255)):
                    continue
                central = gamma_lower(mpf(df) / 2, mpf(x) / 2)
                if central <= tail:
                    add("NoncentralityLimit", [x, df, tail], 0)
                elif central > tail * (1 + 1e-3):
                    start = limit_start(x, df, tail)
                    add("NoncentralityLimit", [x, df, tail], noncentral_root(x, df, mpf(tail), start),
                        special.chndtrinc(x, df, tail) if x < 1e4 else None)
        for df, alpha, power in itertools.product([1, 2, 9, 255, 10000], [1e-12, 1e-4, 0.01, 0.05], [0.5, 0.8, 0.99]):
            a = mpf(df) / 2
            critical = newton(lambda x: gamma_upper(a, x / 2), lambda x: -gamma_term(a, x / 2) * a / x,
                              float(stats.chi2.isf(alpha, df)), mpf(alpha))
            start = limit_start(float(critical), df, 1 - power)
            add("NoncentralityForPower", [df, alpha, power],
                noncentral_root(critical, df, 1 - mpf(power), start),
                special.chndtrinc(float(critical), df, 1 - power))


def limit_start(x, df, tail):
    """Where the normal approximation of the distribution has that tail."""
    z = stats.norm.isf(tail)
    return max(1e-3, x - df + 2 * z * z + z * math.sqrt(max(0, 4 * z * z + 4 * x - 2 * df)))


def kolmogorov_rows():
    for x in [0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.82, 0.89, 0.9, 0.91, 1.0, 1.1, 1.36, 1.63, 2.0, 3.0, 5.0, 8.0,
              12.0, 15.0, 18.0]:
        add("Kolmogorov", [x], kolmogorov(x), special.kolmogorov(x))


def hypergeometric_rows():
    designs = [(1, 1, 1), (2, 1, 1), (10, 5, 5), (10, 3, 7), (40, 0, 13), (40, 40, 13), (100, 1, 50), (1000, 500, 500),
               (2000, 150, 1000), (2200, 60, 200), (20000, 1500, 10000), (110000, 100, 10000), (10 ** 6, 5 * 10 ** 5, 10 ** 5),
               (2 * 10 ** 6, 3, 10 ** 6), (2 * 10 ** 6, 10 ** 5, 10 ** 6), (10 ** 8, 5 * 10 ** 7, 5 * 10 ** 7),
               (10 ** 8, 1000, 10 ** 7), (10 ** 8, 99999000, 10 ** 7), (10 ** 8, 3 * 10 ** 7, 10 ** 6)]
    for total, marked, drawn in designs:
        least, most = max(0, marked + drawn - total), min(marked, drawn)
        mean = marked * drawn / total
        spread = math.sqrt(mean * (1 - marked / total) * (1 - drawn / total)) + 1e-9
        counts = {least, least + 1, most - 1, most} if total < 10 ** 5 else set()
        counts |= {round(mean + z * spread) for z in (-28, -12, -6, -3, -1, -0.02, 0, 0.02, 0.7, 2, 4, 9, 20, 28)}
        for k in sorted(c for c in counts if least <= c <= most):
            add("TwiceSmallerTail", [k, total, marked, drawn], hypergeometric(k, total, marked, drawn),
                hypergeometric_scipy(k, total, marked, drawn))


def intervals():
    counts = [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (1, 1000), (500, 1000), (999, 1000), (0, 10 ** 6), (7, 10 ** 6),
              (250000, 10 ** 6), (10 ** 6, 10 ** 6), (0, 10 ** 8), (1, 10 ** 8), (12345, 10 ** 8), (10 ** 8 - 2, 10 ** 8)]
    with mp.workdps(40):
        for (k, n), tail in itertools.product(counts, [1e-200, 1e-20, 1e-5, 0.000125, 0.025, 0.05, 0.4, 0.5]):
            if n == 10 ** 8 and tail < 1e-100:
                continue
            add("ClopperPearsonLower", [k, n, tail], lower_limit(k, n, tail), lower_scipy(k, n, tail))
            add("ClopperPearsonUpper", [k, n, tail], upper_limit(k, n, tail), upper_scipy(k, n, tail))
        for k, n, tail in [(5 * 10 ** 7, 10 ** 8, 0.025), (5 * 10 ** 7, 10 ** 8, 1e-9), (10 ** 7, 10 ** 8, 0.05)]:
            add("ClopperPearsonLower", [k, n, tail], lower_limit(k, n, tail), lower_scipy(k, n, tail))
            add("ClopperPearsonUpper", [k, n, tail], upper_limit(k, n, tail), upper_scipy(k, n, tail))

        pairs = [(0, 1, 0, 1), (0, 1, 1, 1), (0, 50, 0, 500), (0, 50, 500, 500), (5, 50, 40, 500), (100, 1000, 50, 1000),
                 (50, 1000, 100, 1000), (0, 10000, 95, 10000), (95, 10000, 5, 10000), (5, 10, 1, 1000),
                 (20000, 10 ** 6, 30000, 10 ** 6), (10 ** 6, 10 ** 8, 12 * 10 ** 5, 10 ** 8), (3, 10 ** 6, 2000, 10 ** 7),
                 (999, 1000, 10 ** 5 - 3000, 10 ** 5)]
        for (k1, n1, k2, n2), tail in itertools.product(pairs, [1e-12, 0.000125, 0.005, 0.05]):
            exact = mover(k1, n1, k2, n2, tail, lower_limit, upper_limit, mpf)
            rough = mover(k1, n1, k2, n2, tail, lower_scipy, upper_scipy, float)
            # A limit just above zero is a difference of equals; its digits are those of d.
            if exact[0] == 0 or exact[0] > 0.01 * abs(k1 / n1 - k2 / n2):
                add("MoverLower", [k1, n1, k2, n2, tail], exact[0], rough[0])
            add("MoverUpper", [k1, n1, k2, n2, tail], exact[1], rough[1])

    for (k, n), confidence in itertools.product(counts, [0.5, 0.9, 0.95, 0.99, 1 - 2.0 ** -30]):
        z = normal_isf((1 - confidence) / 2)
        exact = wilson(k, n, z, mpf)
        rough = wilson(k, n, float(stats.norm.isf((1 - confidence) / 2)), float)
        add("WilsonLower", [k, n, confidence], exact[0] if k else 0, rough[0] if k else 0)
        add("WilsonUpper", [k, n, confidence], exact[1] if k < n else 1, rough[1] if k < n else 1)


def main():
    for part in (special_functions, normal, chi_square, noncentral, kolmogorov_rows, hypergeometric_rows, intervals):
        started = time.time()
        part()
        print(part.__name__, len(rows), f"{time.time() - started:.0f} s", file=sys.stderr, flush=True)

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.csv")
    with open(path, "w", newline="\n") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["function", "a", "b", "c", "d", "e", "expected"])
        writer.writerows(rows)

    print(len(rows), "rows")
    for function, (difference, arguments, value, witness) in sorted(worst.items()):
        print(f"{function}: scipy differs by up to {difference:.1e}, at {arguments}: {value!r}, scipy {witness!r}")
    for function, arguments, value, witness in dropped:
        print("left out:", function, arguments, value, witness)


if __name__ == "__main__":
    main()
