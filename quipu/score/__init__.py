"""From comparable figures to scores, ranks, judgements and places in the matrix.

Pure throughout. `sheet` chooses which values count, `points` and `tree` make scores of them,
`spread` sees how far ranks depend on choices, `robustness` which choice matters most, `judge`
sets each figure beside its benchmark, `placement` finds each area's cell of the matrix.
"""
