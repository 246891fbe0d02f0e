"""F1, ROC AUC and log loss of binary files by scikit-learn: labels (uint8) and one score file (float64) a candidate."""
import json
import sys
import time

import numpy as np
from sklearn.metrics import f1_score, log_loss, roc_auc_score

labels = np.fromfile(sys.argv[1], dtype=np.uint8)
candidates = [np.fromfile(path, dtype=np.float64) for path in sys.argv[2:]]
wall, cpu = time.perf_counter(), time.process_time()
found = [[f1_score(labels, s >= 0.5), roc_auc_score(labels, s), log_loss(labels, s)] for s in candidates]
print(json.dumps(dict(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu, metrics=found)))
