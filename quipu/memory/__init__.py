"""What was published before, held against what is published now.

`frozen` is how an edition keeps its figures; `changes` what changed since, and why; `reasons` what
declared reasons speak of; `guard` what may not go unsaid.
"""
