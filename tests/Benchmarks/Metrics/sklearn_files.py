"""F1, ROC AUC and log loss from files: dev.csv (id, label) joined by id to each candidate's (id, prediction, score)."""
import json
import resource
import sys
import time

wall, cpu = time.perf_counter(), time.process_time()
import numpy as np
import pandas as pd
from sklearn.metrics import f1_score, log_loss, roc_auc_score

data = pd.read_csv(sys.argv[1])
found, joined = [], []
for path in sys.argv[2:]:
    rows = data.merge(pd.read_csv(path), on="id", validate="one_to_one")
    found.append([f1_score(rows.label, rows.prediction), roc_auc_score(rows.label, rows.score), log_loss(rows.label, rows.score)])
    joined.append(rows)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

# What a bootstrap of one comparison would add for each of its (usually 1,000) draws.
start = time.perf_counter()
rows = np.random.default_rng(1).integers(0, len(joined[0]), len(joined[0]))
for one in joined[:2]:
    roc_auc_score(one.label.to_numpy()[rows], one.score.to_numpy()[rows])
print(json.dumps(dict(wall=wall, cpu=cpu, peak=peak, draw=time.perf_counter() - start, metrics=found)))
