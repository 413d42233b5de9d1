"""Other static-site generators on the synthetic country: ``python -m benchmarks.rivals``."""
