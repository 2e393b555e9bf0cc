"""Sales of a chain of shops in pandas, step by step, with the time of each step. On a GPU: `python -m cudf.pandas` before this file.

python table.py ROWS FOLDER
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

rows, folder = int(sys.argv[1]), Path(sys.argv[2])
seconds = {}


def step(name, function):
    start = time.perf_counter()
    result = function()
    seconds[name] = time.perf_counter() - start
    return result


def make():
    rng = np.random.default_rng(20261123)
    return pd.DataFrame(
        {
            "day": rng.integers(0, 365, rows),
            "shop": rng.integers(0, 500, rows),
            "amount": rng.lognormal(3.0, 1.0, rows).round(2),
            "items": rng.poisson(3, rows) + 1,
        }
    )


shops = pd.DataFrame({"shop": np.arange(500), "region": np.arange(500) % 8})
sales = step("make", make)
step("write csv", lambda: sales.to_csv(folder / "sales.csv", index=False))
sales = step("read csv", lambda: pd.read_csv(folder / "sales.csv"))
sales = step("merge", lambda: sales.merge(shops, on="shop", how="left"))
daily = step("groupby", lambda: sales.groupby(["region", "day"])["amount"].agg(["sum", "mean", "count"]))
largest = step("sort", lambda: sales.sort_values(["amount", "day"], ascending=False).head(10))
# The same column twice: once as an expression on whole columns, once as a Python function called for each row.
whole = step("column expression", lambda: (sales["amount"] / sales["items"]).round(2))
each = step("apply each row", lambda: sales.head(rows // 20).apply(lambda row: round(row["amount"] / row["items"], 2), axis=1))

print(
    json.dumps(
        {
            "pandas": pd.__version__,
            "rows": len(sales),
            "seconds": seconds,
            "checks": {
                "groups": len(daily),
                "total": round(float(daily["sum"].sum()), 2),
                "largest": round(float(largest["amount"].max()), 2),
                "apart": round(float((whole.head(rows // 20) - each).abs().max()), 2),
            },
        }
    )
)
