"""Pure. What is known of an indicator in an area: a figure of its own, a joint one, none, why."""

from __future__ import annotations

from quipu.compare import IndicatorPanel
from quipu.model import Area, Observation
from quipu.vocab import Coverage, IndicatorStatus, ObsStatus


def coverage(panel: IndicatorPanel, area: Area) -> tuple[Coverage, Observation | None]:
    """Say what is known of an indicator in an area.

    Returns:
        The state, and the observation that it rests on, if any.
    """
    code = area.code
    if panel.indicator.status is IndicatorStatus.WANTED:
        return Coverage.WANTED, None
    if panel.indicator.status is IndicatorStatus.RETIRED:
        newest = panel.historic.get(code)
        return (Coverage.HISTORIC, newest) if newest else (Coverage.MISSING, None)
    missing = panel.missing.get(code)
    if missing is not None and missing.status is ObsStatus.CANNOT_EXIST:
        return Coverage.NOT_APPLICABLE, missing
    if code in panel.current:
        return Coverage.REPORTED, panel.current[code]
    if code in panel.joint:
        return Coverage.JOINT, panel.joint[code]
    if panel.partial.get(code):
        return Coverage.PARTIAL, panel.partial[code][-1]
    return Coverage.MISSING, missing
