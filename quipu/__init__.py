"""Quipu: indicator tables and Markdown commentary in, a public website out."""

__version__ = "0.1.0"
