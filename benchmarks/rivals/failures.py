"""Why a tool is not in the table."""


class Unavailable(Exception):  # noqa: N818 (it names a state, as the report does)
    """A tool cannot be had on this machine; the text says why."""


class Failed(Exception):  # noqa: N818
    """A tool was run and did not make the site it was asked for; the text says why."""
