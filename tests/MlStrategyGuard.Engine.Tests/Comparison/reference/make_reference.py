"""Reference figures for the comparison of two splits, from scipy and numpy alone.

Run with Debian's python3-scipy:  /usr/bin/python3 make_reference.py > reference.json
The samples are random with fixed seeds; the first case has the counts of vendor_id in 100,000 + 100,000 rows of
New York taxi fares, a real pair that differs significantly and only slightly.
"""
import json
import numpy as np
from scipy import optimize, special, stats


def numeric(name, a, b, alpha):
    a, b = np.sort(a), np.sort(b)
    n, m = len(a), len(b)
    d = stats.ks_2samp(a, b, mode="asymp").statistic
    p_ks = special.kolmogorov(np.sqrt(n * m / (n + m)) * d)
    pooled = np.sort(np.concatenate([a, b]))
    ranks = [max(0, (n + m) * i // 20 - 1) for i in range(1, 20)]
    edges = np.unique(pooled[ranks])
    edges = edges[edges < pooled[-1]]
    bins = lambda x: np.bincount(np.searchsorted(edges, x, side="left"), minlength=len(edges) + 1)
    p_bins = levels_p(bins(a), bins(b))
    grid = np.unique(pooled)
    f = np.searchsorted(a, grid, side="right") / n
    g = np.searchsorted(b, grid, side="right") / m
    se = np.sqrt(f * (1 - f) / n + g * (1 - g) / m)
    z = stats.norm.isf(0.05)
    eps = np.sqrt(-np.log(alpha / 2) / 2 * (1 / n + 1 / m))
    return dict(kind="numeric", name=name, a=list(map(float, a)), b=list(map(float, b)), alpha=alpha,
                estimate=float(d), p=float(min(1, 2 * min(p_ks, p_bins))), lower=float(max(0, d - eps)),
                upper=float(min(1, np.max(np.abs(f - g) + z * se))),
                resolution=float(min(1, np.sqrt(-np.log(alpha / 4) / 2 * (1 / n + 1 / m)))))


def merge(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    used = a + b > 0
    a, b = a[used], b[used]
    if len(a) <= 2:
        return a, b
    share = min(a.sum(), b.sum()) / (a.sum() + b.sum())
    keep = (a + b) * share >= 5
    ka, kb, ra, rb = a[keep], b[keep], a[~keep].sum(), b[~keep].sum()
    if keep.all():
        return ka, kb
    if (ra + rb) * share < 5 and len(ka) > 1:
        i = int(np.argmin(ka + kb))
        ka[i] += ra
        kb[i] += rb
        return ka, kb
    return np.append(ka, ra), np.append(kb, rb)


def blur(a, b):
    """How much may have moved unseen inside levels that merge() puts together."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    used = a + b > 0
    a, b = a[used], b[used]
    if len(a) <= 2:
        return 0.0
    share = min(a.sum(), b.sum()) / (a.sum() + b.sum())
    rare = (a + b) * share < 5
    if (a + b)[rare].sum() * share < 5 and (~rare).sum() > 1 and rare.any():
        kept = np.where(~rare)[0]
        rare[kept[np.argmin((a + b)[kept])]] = True
    if rare.sum() < 2:
        return 0.0
    p, q, largest = a[rare] / a.sum(), b[rare] / b.sum(), np.argmax((a + b)[rare])
    return min(np.delete(np.maximum(p, q), largest).sum(), p.sum(), q.sum())


def levels_p(a, b):
    a, b = merge(a, b)
    n, m, total, k = a.sum(), b.sum(), a.sum() + b.sum(), len(a)
    if k < 2:
        return 1.0
    if k == 2:
        h = stats.hypergeom(int(total), int(a[0] + b[0]), int(n))
        return float(min(1, 2 * min(h.cdf(a[0]), h.sf(a[0] - 1))))
    table = np.array([a, b])
    x2 = stats.chi2_contingency(table, correction=False)[0]
    g = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")[0]
    q = 1 + (total / n + total / m - 1) * ((total / (a + b)).sum() - 1) / (6 * total * (k - 1))
    return float(stats.chi2.sf(min(x2, g / q), k - 1))


def clopper(k, n, tail):
    low = 0.0 if k == 0 else stats.beta.ppf(tail, k, n - k + 1)
    high = 1.0 if k == n else stats.beta.isf(tail, k + 1, n - k)
    return low, high


def mover(k1, n1, k2, n2, tail, side):
    if k1 / n1 < k2 / n2:
        k1, n1, k2, n2 = k2, n2, k1, n1
    p, q = k1 / n1, k2 / n2
    (lp, up), (lq, uq) = clopper(k1, n1, tail), clopper(k2, n2, tail)
    if side == "lower":
        return max(0.0, p - q - np.hypot(p - lp, uq - q))
    return min(1.0, p - q + np.hypot(up - p, q - lq))


def levels(name, a, b, alpha):
    ma, mb = merge(a, b)
    n, m, k = ma.sum(), mb.sum(), len(ma)
    inverse = 1 / n + 1 / m
    tv = float(np.abs(ma / n - mb / m).sum() / 2)
    case = dict(kind="levels", name=name, a=list(map(int, a)), b=list(map(int, b)), alpha=alpha, estimate=tv,
                p=levels_p(a, b))
    df = max(1, k - 1)
    critical = stats.chi2.isf(alpha, df)
    power = lambda l: stats.ncx2.sf(critical, df, l) - 0.8
    case["resolution"] = float(min(1, 0.5 * np.sqrt(optimize.brentq(power, 1e-9, 1e4, xtol=1e-13, rtol=1e-14) * inverse)))
    if k == 2:
        case["lower"] = float(mover(ma[0], n, mb[0], m, alpha / 2, "lower"))
        case["upper"] = float(mover(ma[0], n, mb[0], m, 0.05, "upper"))
    else:
        # The random half of the other lower bound can't be had from scipy; this one never exceeds the combined one.
        case["lower_by_level"] = float(max(mover(x, n, y, m, alpha / (4 * k), "lower") for x, y in zip(ma, mb)))
        x2 = stats.chi2_contingency(np.array([ma, mb]), correction=False)[0]
        cdf = lambda l: stats.ncx2.cdf(x2, k - 1, l) - 0.05
        limit = 0.0 if cdf(1e-12) < 0 else optimize.brentq(cdf, 1e-12, 1e6, xtol=1e-12, rtol=1e-14)
        largest = float(((ma + mb) / (n + m)).max())
        v = largest * (1 - largest) if largest > 0.5 else 0.25
        whole = min(0.5 * np.sqrt(limit * inverse), tv + stats.norm.isf(0.05) * np.sqrt(v * inverse))
        single = max(mover(x, n, y, m, 0.05, "upper") for x, y in zip(ma, mb))
        case["upper"] = float(min(1, max(whole, single)))
    case["upper"] = float(min(1, case["upper"] + blur(a, b)))
    case["resolution"] = float(min(1, case["resolution"] + blur(a, b)))
    return case


rng = np.random.default_rng(20261122)
cases = [
    levels("taxi vendor_id", [37778, 62222], [45058, 54942], 0.0025 / 6),
    levels("fraud, 50 against 950 of 100,000", [50, 99950], [950, 99050], 0.005),
    levels("never in the one, 3 in the other", [0, 400], [3, 397], 0.005),
    levels("ten to one", [45, 955], [3, 97], 0.001),
    levels("three levels", [120, 300, 580], [150, 290, 560], 0.005),
    levels("five levels, one vanished", [200, 300, 250, 200, 50], [210, 310, 260, 220, 0], 0.0005),
    levels("rare levels merge", [400, 300, 200, 1, 2, 1, 3, 0, 2], [380, 310, 190, 0, 1, 4, 2, 3, 1], 0.001),
    levels("one rare level folds into the smallest", [400, 300, 200, 2], [380, 310, 190, 1], 0.001),
    levels("twenty levels", rng.multinomial(5000, np.ones(20) / 20), rng.multinomial(3000, np.ones(20) / 20), 0.0001),
    levels("hundred levels, shifted", rng.multinomial(20000, np.ones(100) / 100),
           rng.multinomial(20000, np.linspace(0.5, 1.5, 100) / 100), 0.0001),
    numeric("same normal", rng.normal(size=300), rng.normal(size=200), 0.0025),
    numeric("shifted normal", rng.normal(size=400), rng.normal(0.5, size=350), 0.0005),
    numeric("wider normal", rng.normal(size=500), rng.normal(scale=1.4, size=500), 0.0005),
    numeric("ties", rng.poisson(3, 300), rng.poisson(3.6, 250), 0.001),
    numeric("heavy tails", np.exp(2 * rng.normal(size=200)), np.exp(2 * rng.normal(size=400)), 0.001),
    numeric("itself", np.arange(50.0), np.arange(50.0), 0.0025),
    numeric("apart", np.arange(30.0), np.arange(100.0, 140.0), 0.0025),
    numeric("one value each", [1.0], [2.0], 0.0025),
    numeric("a constant", np.full(40, 7.0), np.full(60, 7.0), 0.0025),
]
print(json.dumps(cases, indent=None, separators=(",", ":")).replace('},{"kind"', '},\n{"kind"'))
