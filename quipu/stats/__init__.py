"""Pure. The statistics of the benchmark: intervals, funnels, change, peers and outliers.

Numbers in, numbers out: nothing here knows an area, an indicator or a word of either language.
A missing value is NaN going in and NaN coming out; no function fills one in.
"""
