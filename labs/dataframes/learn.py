"""Four estimators of scikit-learn on generated data, with the time of each. On a GPU: `python -m cuml.accel -v` before this file.

python learn.py ROWS
"""

import json
import sys
import time

import sklearn
from sklearn.cluster import KMeans
from sklearn.datasets import make_classification
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rows = int(sys.argv[1])
x, y = make_classification(rows, 20, n_informative=10, class_sep=0.8, random_state=0)
x_train, x_test, y_train, y_test = train_test_split(x.astype("float32"), y, test_size=0.25, random_state=0)
seconds, scores = {}, {}


def fit(name, estimator):
    start = time.perf_counter()
    estimator.fit(x_train, y_train)
    seconds[name] = time.perf_counter() - start
    return estimator


scores["PCA"] = float(fit("PCA", PCA(5, random_state=0)).explained_variance_ratio_.sum())
scores["KMeans"] = float(-fit("KMeans", KMeans(8, n_init=2, random_state=0)).score(x_test) / len(x_test))
scores["LogisticRegression"] = float(fit("LogisticRegression", LogisticRegression(max_iter=200)).score(x_test, y_test))
forest = RandomForestClassifier(20, max_depth=12, max_features="sqrt", n_jobs=-1, random_state=0)
scores["RandomForest"] = float(fit("RandomForest", forest).score(x_test, y_test))

print(json.dumps({"sklearn": sklearn.__version__, "rows": len(x_train), "seconds": seconds, "scores": scores}))
