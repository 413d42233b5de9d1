"""Pure. What regions can learn from each other: practices, courses, assistance, commitments."""
