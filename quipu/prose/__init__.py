"""Pure. Text: Markdown that people wrote, and sentences that the figures write."""
