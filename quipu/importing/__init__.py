"""Repositories of others to a project root: texts in, files and a report out.

`folder` reads and `put` writes; everything between is pure. What cannot be carried is a
finding, with its file, line and column, and never a silent loss.
"""
