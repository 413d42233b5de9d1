"""Pure. An Open SDG data repository to a project root: the whole import on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.errors import SourceError
from quipu.findings import Finding, in_order
from quipu.importing.gathering import Shelf, country_of, gather, labels_in
from quipu.importing.layers import read_layers
from quipu.importing.naming import Namer
from quipu.importing.outlines import topology
from quipu.importing.places import Place, places_of
from quipu.importing.root import make_root
from quipu.importing.settings import CONFIG, RepositorySettings, read_settings
from quipu.importing.translating import read_translations
from quipu.importing.wording import Writer, read_labels
from quipu.model import Location
from quipu.vocab import AreaKind, IndicatorStatus

_MAP = "data/geo/areas.topo.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there was, and how much was carried."""

    rows: int
    """In the data files, below their headers."""
    carried: int
    """Rows that became figures."""
    indicators: int
    """Of the repository."""
    measures: Mapping[IndicatorStatus, int]
    """Indicators of the root, by status."""
    areas: int
    """Besides the country."""
    sources: int
    texts: int
    has_map: bool
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A project root, and what it lacks of the repository."""

    files: Mapping[str, bytes]
    """By path in the root."""
    findings: tuple[Finding, ...]
    """What was not carried (W, E) and what was changed or decided (N), in reading order."""
    counts: Counts


def import_repository(
    files: Mapping[str, bytes],
    others: Sequence[str],
    today: date,
    spoken: str,
    told: Sequence[Finding] = (),
) -> Imported:
    """Make a project root of a repository.

    Args:
        files: The bytes of the repository's files, by path with forward slashes.
        others: The paths of files that were not read, because of what they are.
        today: Figures of a period that has not begun on this day must be forecasts.
        spoken: The language that is taken where the repository names none: ``es`` or ``en``.
        told: What was found while the files were read.

    Returns:
        The root, whole.

    Raises:
        SourceError: The folder is no such repository, or has no indicator.
        ConfigError: Its configuration cannot be read, or points out of it.
    """
    findings = list(told)
    used = {CONFIG}
    settings = read_settings(files, spoken, findings)
    translations = read_translations(files, settings, findings)
    layers = read_layers(files, settings, findings, used)
    shelf = Shelf(settings=settings, translations=translations, layers=layers, today=today)
    gathered, rows = gather(files, shelf, findings, used)
    if not gathered:
        hint = f"Revise «inputs» en {CONFIG}: dice dónde están los archivos."
        raise SourceError("El repositorio no tiene ningún indicador.", hint=hint)
    languages = settings.languages
    labels, country = labels_in(gathered), country_of(gathered)
    places = places_of(labels, layers, country, translations, languages, findings)
    namer = Namer(languages=languages, translations=translations, findings=findings)
    writer = Writer(
        languages=languages,
        translations=translations,
        labels=read_labels(files, settings, findings, used),
        findings=findings,
    )
    root = make_root(gathered, places, settings, namer, writer, findings)
    outlines = topology(layers, _mapped(places), findings)
    made = {**root.files, **({_MAP: outlines} if outlines else {})}
    findings += _unread([*files, *others], settings, used)
    counts = Counts(
        rows=rows,
        carried=sum(len(measure.figures) for measure in root.measures),
        indicators=len(gathered),
        measures=Counter(measure.status for measure in root.measures),
        areas=len(places) - 1,
        sources=root.source_count,
        texts=root.text_count,
        has_map=outlines is not None,
        languages=languages,
    )
    return Imported(files=dict(sorted(made.items())), findings=in_order(findings), counts=counts)


def _mapped(places: Sequence[Place]) -> dict[str, str]:
    """The areas that a map shows, those that stand highest: codes by the repository's own."""
    return {place.geocode: place.code for place in places if place.kind is AreaKind.REGION}


def _unread(
    paths: Sequence[str], settings: RepositorySettings, used: set[str]
) -> Iterator[Finding]:
    """The files beside the tables and the metadata that nothing was taken from."""
    patterns = (*settings.data_patterns, *settings.meta_patterns)
    folders = {settings.base + pattern.partition("/")[0] + "/" for pattern in patterns}
    folders |= {settings.base + "data-schema/"}
    for path in sorted(set(paths) - used):
        if path.startswith(tuple(folders)):
            yield Finding(code="W913", where=Location(path=path))
