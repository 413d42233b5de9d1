"""Pure. The folders of ``content/``: which front-matter keys the documents of each have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PAGES = ("about", "method", "revisions")
"""The documents of ``content/pages/`` that the site has a place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A folder of ``content/``."""

    known: tuple[str, ...]
    required: frozenset[str]
    is_nested: bool = False
    """Whether its documents stand in a folder an area: ``content/replies/PE-CUS/…``."""


_PROOF = ("confidence", "source", "date_seen", "review_by")
KINDS: Mapping[str, Kind] = {
    "indicators": Kind(
        known=(
            *("definition", "why", "method", "limits", "warning"),
            *("holder", "document", "send", "sentence"),
        ),
        required=frozenset(),
    ),
    "regions": Kind(
        known=("title", "author_role", "date", "sources"),
        required=frozenset({"author_role", "date"}),
    ),
    "pages": Kind(known=("title", "description"), required=frozenset({"title"})),
    "updates": Kind(known=("title", "date", "summary"), required=frozenset({"title", "date"})),
    "concepts": Kind(
        known=(
            *("title", "summary", "terms", "sources", "framework_version", "valid_at"),
            "review_by",
        ),
        required=frozenset({"title", "summary", "sources"}),
    ),
    "practices": Kind(
        known=(
            *("title", "area", "body", "status", "valid_at", "topics", *_PROOF, "cost"),
            *("conditions", "result_indicator", "result_before", "result_after"),
        ),
        required=frozenset({"title", "area", "confidence", "source"}),
    ),
    "courses": Kind(
        known=(
            *("title", "area", "provider", "audience", "modality", "valid_at", "hours"),
            *("language", "topics", "cost", "next_start", "url", "checked_on", *_PROOF),
        ),
        required=frozenset({"title", "area", "provider", "confidence", "source"}),
    ),
    "advice": Kind(
        known=("title", "summary", "family", "decision_point", "indicators", "sources"),
        required=frozenset({"title", "summary", "family"}),
    ),
    "replies": Kind(
        known=("title", "institution", "date", "answers", "source"),
        required=frozenset({"institution", "date", "answers", "source"}),
        is_nested=True,
    ),
    "priorities": Kind(
        known=(
            *("title", "area", "domain", "sdg", "policy_goal", "budget_code", "why", "swot"),
            *("risks", "indicators", "baseline", "target", "topics", "agreement"),
        ),
        required=frozenset({"title", "area", "swot", "indicators"}),
    ),
    "guides": Kind(
        known=("title", "summary", "file", "codes"), required=frozenset({"title", "summary"})
    ),
    "templates": Kind(known=("title", "summary"), required=frozenset({"title", "summary"})),
}
