"""What a contribution starts as: `kinds` lists what can be started, `judge` holds it to the check.

Pure: files of a root and answers in, files to write out; whoever calls writes them.
"""

from quipu.new.draft import Draft, Given, Root, ToDo, Write
from quipu.new.fields import Field, accepted, is_needed
from quipu.new.judge import consequences, root_of
from quipu.new.kind import Kind
from quipu.new.kinds import KINDS

__all__ = [
    "KINDS",
    "Draft",
    "Field",
    "Given",
    "Kind",
    "Root",
    "ToDo",
    "Write",
    "accepted",
    "consequences",
    "is_needed",
    "root_of",
]
