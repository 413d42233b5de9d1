"""Pure. From what is missing in an area to the topics on which others can help."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.registers.standing import Matter, Standing

_TOPICS: Mapping[Matter, str] = {
    Matter.UNIT: "C9",
    Matter.HEAD: "C9",
    Matter.TASK_RISKS: "C2",
    Matter.TASK_POLICIES: "C3",
    Matter.TASK_MONITORING: "C8",
    Matter.NORM: "CRA",
    Matter.RULES: "CRA",
    Matter.PLAN: "CRA",
    Matter.CHAIR: "CRA",
    Matter.SECRETARIAT: "CRA",
    Matter.SESSION: "CRA",
    Matter.AGREEMENTS: "CRA",
}
"""A proposal of the site: the component of the model, or the commission, that a matter is of."""


def gap_topics(told: Standing, known: Mapping[str, object]) -> tuple[str, ...]:
    """The topics of what nothing current is known of, in the order of the matters.

    Args:
        told: How an area stands.
        known: The topics that the root has.
    """
    found = dict.fromkeys(_TOPICS[matter] for matter in told.missing())
    return tuple(topic for topic in found if topic in known)
