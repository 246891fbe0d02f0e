"""What people run today: KS for numbers, chi-square for levels, with pandas and scipy."""
import pandas as pd
from scipy.stats import chi2_contingency, ks_2samp

dev, test = pd.read_csv("dev.csv"), pd.read_csv("test.csv")
for name in dev.columns:
    if pd.api.types.is_numeric_dtype(dev[name]):
        p = ks_2samp(dev[name], test[name], method="asymp").pvalue
    else:
        counts = pd.concat([dev[name].value_counts(), test[name].value_counts()], axis=1).fillna(0)
        p = chi2_contingency(counts.to_numpy().T)[1]
    print(name, p)
