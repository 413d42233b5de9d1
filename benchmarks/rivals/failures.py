"""Why a tool is not in the table."""


class UnavailableError(Exception):
    """A tool cannot be had on this machine; the text says why."""


class FailedError(Exception):
    """A tool was run and did not make the site it was asked for; the text says why."""
