"""Pure. ``data/registers/*.csv``: facts that are events or lists, each with its proof."""
