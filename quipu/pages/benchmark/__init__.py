"""The benchmark as readers see it: comparisons, scores, the matrix, robustness, the method."""
