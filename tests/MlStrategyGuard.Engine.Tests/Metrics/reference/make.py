#!/usr/bin/env python3
"""Writes metrics.json and pairs.json: inputs, random and degenerate, and what scikit-learn says of them.

Needs numpy, scipy and scikit-learn 1.2 (Debian: python3-sklearn). Run: python3 make.py
A figure is null where the metric is undefined; scikit-learn says 0 or 1 there and warns.
"""
import json
import math
import os
import warnings

import numpy as np
import sklearn.metrics as sk

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20261122)
cases = []


def listed(values):
    return [float(v) if math.isfinite(v) else str(v) for v in np.asarray(values, dtype=float).tolist()]


def case(name, task, metrics, deviations=None, **data):
    cases.append({
        "name": task + ": " + name, "task": task, **data,
        "metrics": {key: (None if value is None else float(value)) for key, value in metrics.items()},
        **({"deviations": deviations} if deviations else {}),
    })


def when(defined, value):
    return value() if defined else None


def delong_variance(y, s):
    """DeLong, DeLong and Clarke-Pearson (1988), by definition: all pairs."""
    pos, neg = s[y == 1], s[y == 0]
    if len(pos) < 2 or len(neg) < 2:
        return None
    psi = (pos[:, None] > neg[None, :]) + 0.5 * (pos[:, None] == neg[None, :])
    return psi.mean(axis=1).var(ddof=1) / len(pos) + psi.mean(axis=0).var(ddof=1) / len(neg)


def ece(confidence, hit, weight=None, bins=15):
    weight = np.ones(len(hit)) if weight is None else weight
    which = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    total = sum(abs((weight * (hit - confidence))[which == b].sum()) for b in range(bins))
    return total / weight.sum()


def roc_point(y, score, w, held, recall):
    fpr, tpr, _ = sk.roc_curve(y, score, drop_intermediate=False, **w)
    return fpr[tpr >= held - 1e-12].min() if recall else tpr[fpr <= held + 1e-12].max()


def binary(name, y, p, score=None, weight=None):
    """Labels and predictions are 0 and 1, 1 is positive."""
    w = dict(sample_weight=weight) if weight is not None else {}
    wt = np.ones(len(y)) if weight is None else weight
    tp, fp = wt[(y == 1) & (p == 1)].sum(), wt[(y == 0) & (p == 1)].sum()
    fn, tn = wt[(y == 1) & (p == 0)].sum(), wt[(y == 0) & (p == 0)].sum()
    both = len(set(y)) == 2
    m = {
        "accuracy": sk.accuracy_score(y, p, **w),
        "error_rate": sk.zero_one_loss(y, p, **w),
        "balanced_accuracy": sk.balanced_accuracy_score(y, p, **w),
        "precision": when(tp + fp > 0, lambda: sk.precision_score(y, p, **w)),
        "recall": when(tp + fn > 0, lambda: sk.recall_score(y, p, **w)),
        "specificity": when(tn + fp > 0, lambda: sk.recall_score(y, p, pos_label=0, **w)),
        "negative_precision": when(tn + fn > 0, lambda: sk.precision_score(y, p, pos_label=0, **w)),
        "false_positive_rate": when(tn + fp > 0, lambda: 1 - sk.recall_score(y, p, pos_label=0, **w)),
        "false_negative_rate": when(tp + fn > 0, lambda: 1 - sk.recall_score(y, p, **w)),
        "f1": when(tp + fp + fn > 0, lambda: sk.f1_score(y, p, **w)),
        "f2": when(tp + fp + fn > 0, lambda: sk.fbeta_score(y, p, beta=2, **w)),
        "f0.5": when(tp + fp + fn > 0, lambda: sk.fbeta_score(y, p, beta=0.5, **w)),
        "jaccard": when(tp + fp + fn > 0, lambda: sk.jaccard_score(y, p, **w)),
        "f1_macro": sk.f1_score(y, p, average="macro", **w),
        "f1_micro": sk.f1_score(y, p, average="micro", **w),
        "f1_weighted": sk.f1_score(y, p, average="weighted", **w),
        "mcc": when((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn) > 0, lambda: sk.matthews_corrcoef(y, p, **w)),
        "kappa": when(both or len(set(p)) == 2 or y[0] != p[0], lambda: sk.cohen_kappa_score(y, p, **w)),
    }
    deviations = {}
    data = dict(labels=y.tolist(), predictions=p.tolist())
    if weight is not None:
        data["weights"] = listed(weight)
    if score is not None:
        data["scores"] = listed(score)
        m["roc_auc"] = when(both, lambda: sk.roc_auc_score(y, score, **w))
        m["pr_auc"] = when(1 in y, lambda: sk.average_precision_score(y, score, **w))
        for held in (.5, .9, 1):
            m[f"fpr_at_tpr@{held}"] = when(both, lambda: roc_point(y, score, w, held, True))
        for held in (.01, .1, .5):
            m[f"tpr_at_fpr@{held}"] = when(both, lambda: roc_point(y, score, w, held, False))
        if weight is None and both and (v := delong_variance(y, score)) is not None:
            deviations["roc_auc"] = math.sqrt(v)
        if ((score >= 0) & (score <= 1)).all():
            loss = sk.log_loss(y, score, labels=[0, 1], **w)
            share = (wt * y).sum() / wt.sum()
            m["log_loss"] = loss
            m["log_loss_reduction"] = when(both, lambda: 1 - loss / sk.log_loss(y, np.full(len(y), share), labels=[0, 1], **w))
            m["brier"] = sk.brier_score_loss(y, score, pos_label=1, **w)
            m["ece"] = ece(score, y, weight)
        else:
            m.update({"log_loss": None, "brier": None, "ece": None})
    case(name, "binary", m, deviations, **data)


def multiclass(name, y, p, proba, classes, weight=None):
    w = dict(sample_weight=weight) if weight is not None else {}
    wt = np.ones(len(y)) if weight is None else weight
    seen = sorted(set(y) | set(p))
    predicted = all(k in p for k in seen)
    labelled = all(k in y for k in seen)
    sums = np.array([[(wt * (y == k)).sum() for k in range(classes)], [(wt * (p == k)).sum() for k in range(classes)]])
    m = {
        "accuracy": sk.accuracy_score(y, p, **w),
        "error_rate": sk.zero_one_loss(y, p, **w),
        "balanced_accuracy": sk.balanced_accuracy_score(y, p, **w),
        "precision": when(predicted, lambda: sk.precision_score(y, p, average="macro", **w)),
        "recall": when(labelled, lambda: sk.recall_score(y, p, average="macro", **w)),
        "f1": sk.f1_score(y, p, average="macro", **w),
        "f1_macro": sk.f1_score(y, p, average="macro", **w),
        "f1_micro": sk.f1_score(y, p, average="micro", **w),
        "f1_weighted": sk.f1_score(y, p, average="weighted", **w),
        "f2": sk.fbeta_score(y, p, beta=2, average="macro", **w),
        "jaccard": sk.jaccard_score(y, p, average="macro", **w),
        "mcc": when(len(set(y)) > 1 and len(set(p)) > 1, lambda: sk.matthews_corrcoef(y, p, **w)),
        "kappa": when(len(seen) > 1, lambda: sk.cohen_kappa_score(y, p, **w)),
    }
    data = dict(labels=y.tolist(), predictions=p.tolist(), classes=classes)
    if weight is not None:
        data["weights"] = listed(weight)
    if proba is not None:
        data["probabilities"] = [listed(column) for column in proba.T]
        every = list(range(classes))
        present = [k for k in every if k in y]
        m["log_loss"] = sk.log_loss(y, proba, labels=every, **w)
        m["brier"] = np.average(((proba - np.eye(classes)[y]) ** 2).sum(axis=1) / 2, weights=wt)
        m["top_k_accuracy@2"] = sk.top_k_accuracy_score(y, proba, k=2, labels=every, **w)
        m["ece"] = ece(proba.max(axis=1), (proba.argmax(axis=1) == y).astype(float), weight)
        m["roc_auc"] = when(len(present) > 1, lambda: np.mean([sk.roc_auc_score(y == k, proba[:, k], **w) for k in present]))
        m["pr_auc"] = np.mean([sk.average_precision_score(y == k, proba[:, k], **w) for k in present])
    case(name, "multiclass", m, **data)


def multilabel(name, y, p, weight=None):
    w = dict(sample_weight=weight) if weight is not None else {}
    seen = [k for k in range(y.shape[1]) if y[:, k].any() or p[:, k].any()]
    ys, ps = y[:, seen], p[:, seen]
    m = {
        "accuracy": sk.accuracy_score(y, p, **w),
        "error_rate": 1 - sk.accuracy_score(y, p, **w),
        "hamming_loss": when(seen, lambda: sk.hamming_loss(ys, ps, **w)),
        "f1": when(seen, lambda: sk.f1_score(ys, ps, average="macro", **w)),
        "f1_micro": when(seen, lambda: sk.f1_score(ys, ps, average="micro", **w)),
        "f1_weighted": when(y.any(), lambda: sk.f1_score(ys, ps, average="weighted", **w)),
        "precision": when(seen and all(ps.any(axis=0)), lambda: sk.precision_score(ys, ps, average="macro", **w)),
        "recall": when(seen and all(ys.any(axis=0)), lambda: sk.recall_score(ys, ps, average="macro", **w)),
        "jaccard": when(seen, lambda: sk.jaccard_score(ys, ps, average="macro", **w)),
    }
    data = dict(labels=[np.flatnonzero(r).tolist() for r in y], predictions=[np.flatnonzero(r).tolist() for r in p], classes=y.shape[1])
    if weight is not None:
        data["weights"] = listed(weight)
    case(name, "multilabel", m, **data)


def regression(name, y, p, weight=None):
    w = dict(sample_weight=weight) if weight is not None else {}
    wt = np.ones(len(y)) if weight is None else weight
    both = np.abs(y) + np.abs(p)
    m = {
        "mae": sk.mean_absolute_error(y, p, **w),
        "mse": sk.mean_squared_error(y, p, **w),
        "rmse": sk.mean_squared_error(y, p, squared=False, **w),
        "r2": when(len(set(y)) > 1, lambda: sk.r2_score(y, p, **w)),
        "mape": when(not (y == 0).any(), lambda: sk.mean_absolute_percentage_error(y, p, **w)),
        "smape": np.average(np.where(both > 0, 2 * np.abs(y - p) / np.where(both > 0, both, 1), 0), weights=wt),
        "median_absolute_error": sk.median_absolute_error(y, p, **w),
        "pinball@0.9": sk.mean_pinball_loss(y, p, alpha=0.9, **w),
        "rmsle": when((y > -1).all() and (p > -1).all(),
                      lambda: math.sqrt(np.average((np.log1p(y) - np.log1p(p)) ** 2, weights=wt))),
    }
    data = dict(labels=listed(y), predictions=listed(p))
    if weight is not None:
        data["weights"] = listed(weight)
    case(name, "regression", m, **data)


def ranking(name, queries):
    """queries: list of (relevances, scores)."""
    def mean(f):
        return float(np.mean([f(np.asarray(g, float), np.asarray(s, float)) for g, s in queries]))

    def ranked(g, s):
        return [g[i] for i in sorted(range(len(g)), key=lambda i: (-s[i], g[i]))]

    def ndcg(k):
        # scikit-learn refuses lists of one.
        return lambda g, s: float(sk.ndcg_score([g], [s], k=k)) if len(g) > 1 else float(g[0] > 0)

    def dcg(k):
        return lambda g, s: float(sk.dcg_score([g], [s], k=k)) if len(g) > 1 else float(g[0])

    def mrr(g, s):
        return next((1 / (i + 1) for i, one in enumerate(ranked(g, s)) if one > 0), 0)

    def ap(k):
        def of(g, s):
            top, hits, total = ranked(g, s)[:k], 0, 0.0
            for i, one in enumerate(top):
                if one > 0:
                    hits += 1
                    total += hits / (i + 1)
            best = min((g > 0).sum(), k or 10**9)
            return total / best if best else 0
        return of

    m = {
        "ndcg": mean(ndcg(None)), "ndcg@3": mean(ndcg(3)), "dcg@5": mean(dcg(5)), "dcg": mean(dcg(None)),
        "mrr": mean(mrr), "map": mean(ap(None)), "map@3": mean(ap(3)),
        "hit_rate@2": mean(lambda g, s: any(one > 0 for one in ranked(g, s)[:2])),
    }
    case(name, "ranking", m,
         queries=[q for q, (g, _) in enumerate(queries) for _ in g],
         labels=[float(one) for g, _ in queries for one in g],
         scores=[float(one) for _, s in queries for one in s])


def logistic(x):
    return 1 / (1 + np.exp(-x))


for n, rate, digits in [(60, .5, 12), (400, .1, 2), (3000, .02, 12), (500, .3, 1)]:
    y = (rng.random(n) < rate).astype(int)
    s = np.round(logistic(2 * y + rng.normal(size=n) - 1), digits)
    binary(f"random {n} at {rate}, {digits} digits", y, (s >= .5).astype(int), s)
    if n <= 500:
        binary(f"weighted {n} at {rate}", y, (s >= .5).astype(int), s, np.round(rng.gamma(1, 1, n), 6))
y = np.array([0, 1] * 20)
binary("perfect", y, y, y * .8 + .1)
binary("all wrong", y, 1 - y, (1 - y) * .8 + .1)
binary("certain and wrong once", y, np.r_[1 - y[:1], y[1:]], np.r_[1 - y[:1], y[1:]].astype(float))
binary("constant scores", y, np.ones(40, int), np.full(40, .5))
binary("never positive", y, np.zeros(40, int), np.linspace(0, .4, 40))
binary("one class of labels: negatives", np.zeros(20, int), np.r_[np.zeros(15, int), np.ones(5, int)], np.linspace(0, 1, 20))
binary("one class of labels: positives", np.ones(20, int), np.r_[np.zeros(15, int), np.ones(5, int)], np.linspace(0, 1, 20))
binary("one class of everything", np.zeros(20, int), np.zeros(20, int), np.linspace(0, .3, 20))
binary("one row", np.array([1]), np.array([1]), np.array([.7]))
binary("one positive", np.r_[1, np.zeros(30, int)], np.r_[1, np.ones(3, int), np.zeros(27, int)], np.linspace(1, 0, 31))
binary("scores that are no probabilities", y, (np.arange(40) % 3 == 0).astype(int), rng.normal(size=40) * 5)
binary("huge scores", y, y, np.where(y == 1, 1e300, -1e300))
binary("negative zero ties with zero", y, y, np.where(np.arange(40) % 4 == 0, -0.0, 0.0))
binary("zero weights", y, 1 - y, np.linspace(0, 1, 40), np.r_[np.zeros(10), np.ones(30)])
binary("half of the scores tie", y, (np.arange(40) % 5 == 0).astype(int), np.where(np.arange(40) < 20, .5, np.arange(40) / 40))

for n, k, weighted in [(90, 3, False), (700, 6, False), (300, 4, True)]:
    y = rng.integers(0, k, n)
    z = rng.normal(size=(n, k)) + 1.5 * np.eye(k)[y]
    e = np.exp(z)
    proba = e / e.sum(axis=1, keepdims=True)
    multiclass(f"random {n} of {k}{' weighted' if weighted else ''}", y, proba.argmax(axis=1), proba, k,
               np.round(rng.gamma(2, 1, n), 6) if weighted else None)
y = np.array([0, 1, 2] * 12)
multiclass("a class is never predicted", y, np.where(y == 2, 0, y), None, 3)
multiclass("a class has no row", np.where(y == 2, 1, y), y, None, 3)
multiclass("a class is nowhere", np.where(y == 2, 1, y), np.where(y == 2, 0, y), None, 4)
multiclass("one label", np.zeros(20, int), np.arange(20) % 3, None, 3)
multiclass("one prediction", np.arange(20) % 3, np.zeros(20, int), None, 3)
multiclass("all the same", np.zeros(20, int), np.zeros(20, int), None, 3)

for n, k, weighted in [(50, 3, False), (300, 5, False), (200, 4, True)]:
    y = (rng.random((n, k)) < .3).astype(int)
    p = np.where(rng.random((n, k)) < .2, 1 - y, y)
    multilabel(f"random {n} of {k}{' weighted' if weighted else ''}", y, p, np.round(rng.gamma(2, 1, n), 6) if weighted else None)
y = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 0]])
multilabel("a label is nowhere", y, y[::-1].copy())
multilabel("nothing is predicted", y, np.zeros_like(y))
multilabel("no label at all", np.zeros_like(y), np.zeros_like(y))

for n, weighted in [(40, False), (501, False), (300, True)]:
    y = rng.gamma(2, 3, n)
    p = y * np.exp(rng.normal(size=n) * .3)
    regression(f"random {n}{' weighted' if weighted else ''}", y, p, np.round(rng.gamma(2, 1, n), 6) if weighted else None)
regression("large and small", np.array([1e12, -1e-9, 3., 7.5]), np.array([1e12 + 1, 1e-9, 2., 7.5]))
regression("a label of zero", np.array([0., 1, 2]), np.array([0., 1.5, 1]))
regression("constant labels", np.full(10, 3.), np.linspace(2, 4, 10))
regression("constant labels, hit", np.full(10, 3.), np.full(10, 3.))
regression("one row", np.array([2.]), np.array([3.]))
regression("negative", np.array([-5., -2, 4]), np.array([-4., -2.5, 1]))

ranking("random", [(rng.integers(0, 4, size).tolist(), rng.normal(size=size).tolist()) for size in rng.integers(2, 15, 40)])
ranking("ties", [(rng.integers(0, 3, size).tolist(), rng.integers(0, 3, size).tolist()) for size in rng.integers(2, 12, 40)])
ranking("constant scores", [([0, 1, 2], [1, 1, 1]), ([1, 0], [0, 0])])
ranking("nothing relevant", [([0, 0, 0], [1, 2, 3]), ([1, 0], [2, 1])])
ranking("lists of one", [([1], [0.5]), ([0], [0.5]), ([3, 0], [1, 2])])

pairs = []
for n, rate, digits in [(80, .4, 12), (400, .2, 1)]:
    y = (rng.random(n) < rate).astype(int)
    common = rng.normal(size=n)
    a = np.round(1.5 * y + common + .5 * rng.normal(size=n), digits)
    b = np.round(1.0 * y + common + .8 * rng.normal(size=n), digits)
    def parts(s):
        psi = (s[y == 1][:, None] > s[y == 0][None, :]) + .5 * (s[y == 1][:, None] == s[y == 0][None, :])
        return psi.mean(axis=1), psi.mean(axis=0)
    (pa, na), (pb, nb) = parts(a), parts(b)
    variance = (pa - pb).var(ddof=1) / (y == 1).sum() + (na - nb).var(ddof=1) / (y == 0).sum()
    pairs.append(dict(labels=y.tolist(), first=listed(a), second=listed(b), difference=float(pa.mean() - pb.mean()), deviation=float(np.sqrt(variance))))
from scipy.stats import binom
counts = [(0, 0), (1, 0), (5, 0), (10, 2), (30, 30), (31, 30), (400, 300), (100000, 99000)]
midp = [dict(first=a, second=b, p=float(min(1, 2 * binom.cdf(min(a, b), a + b, .5) - binom.pmf(min(a, b), a + b, .5)))) for a, b in counts]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pairs.json"), "w") as out:
    json.dump(dict(areas=pairs, hits=midp), out, separators=(",", ":"))
    out.write("\n")

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "metrics.json"), "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases) + "\n]\n")
print(len(cases), "cases,", sum(len(one["metrics"]) for one in cases), "figures")
