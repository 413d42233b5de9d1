"""Pure. Words, numbers, dates and grammar of each language; the locale is always an argument."""
