"""How long a build takes and how much it needs: ``python -m benchmarks``. Not part of the tests."""
