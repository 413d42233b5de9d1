"""The command line: words in, an exit code out.

A module a command; `asked` reads what every command may be given, `told` says what happens.
"""

from quipu.cli.asked import EXIT_DATA, EXIT_FAULT, EXIT_USAGE
from quipu.cli.main import cli, main

__all__ = ["EXIT_DATA", "EXIT_FAULT", "EXIT_USAGE", "cli", "main"]
