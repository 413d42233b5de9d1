"""A priority is accepted if and only if it cites both sides and its target goes the right way."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.findings import Finding
from quipu.parse.catalog import parse_catalog
from quipu.read.tree import read_tree
from tests.stated import PRIORITY, PRIORITY_EN, stated_root

ITEMS = ("a-f1", "a-f2", "a-o1", "a-d1", "b-f1", "none")
VALUES = st.integers(-3, 3)
YEARS = st.integers(2020, 2024)
_INDICATORS = {"XX-01": 1, "XX-02": -1, "XX-03": 0}
"""Ids with the direction in which they improve."""


@cache
def files() -> dict[str, bytes]:
    """Return the files of the synthetic root."""
    with TemporaryDirectory() as folder:
        return dict(read_tree(stated_root(Path(folder))).files)


def codes(front: str) -> set[str]:
    """What is wrong with the root whose priority has this front matter."""
    body = f"---\ntitle: T\narea: PE-AAA\n{front}\n---\n".encode()
    findings: list[Finding] = []
    changed = {**files(), PRIORITY: body, PRIORITY_EN: body}
    catalog = parse_catalog(changed, findings)
    found = {f.code for f in findings if f.where.path in (PRIORITY, PRIORITY_EN)}
    assert bool(catalog.stated.priorities) == (not any(code[0] == "E" for code in found))
    return found


@settings(max_examples=60, deadline=None)
@given(
    cited=st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4, unique=True),
    code=st.sampled_from(list(_INDICATORS)),
    values=st.tuples(VALUES, VALUES),
    years=st.tuples(YEARS, YEARS),
)
def test_what_is_refused_is_what_the_rules_say(
    cited: list[str], code: str, values: tuple[int, int], years: tuple[int, int]
) -> None:
    """Each rule is broken or not, whatever the others say."""
    found = codes(
        f"swot: {' '.join(cited)}\nindicators: {code}\n"
        f"baseline: {values[0]} en {years[0]}\ntarget: {values[1]} in {years[1]}"
    )

    own = [item for item in cited if item.startswith("a-")]
    sides = {item[2] in "fo" for item in own}
    expected = {
        "E660": len(own) < len(cited),
        "E661": len(sides) == 1,
        "E664": (values[1] - values[0]) * _INDICATORS[code] <= 0,
        "E666": years[1] <= years[0] and code != "XX-03",
    }
    assert found == {key for key, is_broken in expected.items() if is_broken}


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.sampled_from("0123456789.- enintoS/T%"), min_size=1, max_size=14))
def test_no_measure_raises(text: str) -> None:
    """Whatever is written there is read or refused."""
    found = codes(f'swot: a-f1 a-d1\nindicators: XX-01\nbaseline: "{text}"')
    assert found <= {"E663", "N676", "E405"}
