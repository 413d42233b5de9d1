"""Pure. Keys of what may be kept between builds: a hash of all that a slice is made from.

A slice is an indicator in the areas of one kind, as `Book.only` cuts it: its own rows and words,
what is judged of them, and what all slices share. Whatever changes one of these changes the
key, so what is found under a key is what would be made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from quipu.model import Catalog, Document
from quipu.pages.book import Field
from quipu.read.templates import TemplateSet
from quipu.score.benchmarks import Benchmarks
from quipu.vocab import AreaKind

_OBSERVATIONS = "data/indicators/"
_APART = (_OBSERVATIONS, "data/registers/")
"""Tables of which a slice holds its own rows, or none."""
MOST_CARDS = 20_000
"""Areas times indicators up to which their cards are kept: more would not fit in the cache."""


def slice_keys(
    catalog: Catalog,
    fields: Mapping[AreaKind, Field],
    benchmarks: Benchmarks,
    look: TemplateSet,
    as_of: date,
    version: str,
) -> Mapping[tuple[str, str], str] | None:
    """The key of every slice, by kind of areas and indicator; None where too much would be kept.

    Args:
        catalog: Facts without errors.
        fields: The areas beside each other, by kind.
        benchmarks: Whose scores a slice tells.
        look: Templates, style and translations.
        as_of: The date of the edition.
        version: A digest of the generator and of the packages it writes pages with.
    """
    indicators = catalog.published_indicators
    if len(catalog.page_areas) * len(indicators) > MOST_CARDS:
        return None
    shared = _digest(_shared(catalog, benchmarks, look, as_of, version))
    words: dict[str, list[str]] = {}
    for d in catalog.documents:
        if d.kind == "indicators":
            words.setdefault(d.name, []).append(_text(d))
    replies = {reply.name: reply for reply in catalog.stated.replies}
    for d in catalog.documents:
        reply = replies.get(d.name) if d.kind == "replies" else None
        for code in reply.indicators if reply else ():
            words.setdefault(code, []).append(f"{d.name} {_text(d)}")
    points: dict[str, list[str]] = {}
    scores = benchmarks.scores.scores if benchmarks.scores else {}
    for (subject, area), score in scores.items():
        points.setdefault(subject, []).append(f"{area} {score.points!r}")
    return {
        (kind, i.id): _digest(
            (
                shared,
                kind,
                i.id,
                repr(catalog.tables.get(f"{_OBSERVATIONS}{i.id}.csv")),
                *words.get(i.id, ()),
                *points.get(i.id, ()),
                *_judged(field, i.id),
            )
        )
        for kind, field in fields.items()
        for i in indicators
    }


def _text(document: Document) -> str:
    return repr((document.language, sorted(document.meta.items()), document.body))


def _shared(
    catalog: Catalog, benchmarks: Benchmarks, look: TemplateSet, as_of: date, version: str
) -> Iterable[str]:
    """What every slice is made from."""
    yield version
    yield as_of.isoformat()
    yield repr(catalog.site)
    yield repr((catalog.method, catalog.matrix))
    for language, concepts in catalog.concepts.items():
        yield repr((language, [(one.name, one.meta.get("terms")) for one in concepts]))
    yield repr((benchmarks.matrix is not None, bool(benchmarks.robustness)))
    yield repr(catalog.boundary and catalog.boundary.topojson)
    for path, body in sorted(catalog.tables.items()):
        if not path.startswith(_APART):
            yield f"{path} {body!r}"
    for name, text in sorted(look.templates.items()):
        yield f"{name} {text}"
    for name, raw in sorted({**look.assets, **look.catalogues}.items()):
        yield f"{name} {raw!r}"


def _judged(field: Field, indicator: str) -> Iterable[str]:
    """What rests on other rows than the indicator's own: the benchmark, and what it tells."""
    comparison = field.judgements.comparisons.get(indicator)
    if comparison is not None:
        yield repr((comparison.benchmark, comparison.is_counted, comparison.scale))
        for area, judged in comparison.judged.items():
            told = (judged.benchmark, judged.lower, judged.upper, judged.lower998, judged.upper998)
            yield repr((area, told, judged.verdict, judged.headline))


def _digest(parts: Iterable[str]) -> str:
    found = sha256()
    for part in parts:
        body = part.encode("utf-8", "surrogatepass")
        # Lengths keep two parts from standing for two others.
        found.update(b"%d:" % len(body))
        found.update(body)
    return found.hexdigest()
