"""Shell. Files become bytes here, and nothing else: no file is interpreted."""
