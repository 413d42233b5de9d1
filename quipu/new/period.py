"""Pure. A new period of an indicator: a row an area, empty until somebody brings its figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quipu.findings import Finding, is_blocking
from quipu.model import Localised, Location, Observation
from quipu.new.draft import Draft, Given, Root, ToDo, Write, words
from quipu.new.fields import Field
from quipu.new.figures import read_figures
from quipu.new.kind import Kind, indicator_field, names_of
from quipu.new.lists import QUALITIES, STATUSES
from quipu.new.rows import Cells, new_table, with_rows
from quipu.parse.cells import read_address, read_period
from quipu.parse.observations import FOLDER, columns
from quipu.parse.table import Row
from quipu.periods import UNDATED
from quipu.vocab import ObsStatus, Quality


def _fields(root: Root) -> tuple[Field, ...]:
    catalog = root.catalog
    return (
        indicator_field(catalog),
        Field(
            name="period",
            says=words(
                "Periodo (2024, 2024-S1, 2024-Q2, 2024-03…)",
                "Period (2024, 2024-S1, 2024-Q2, 2024-03…)",
            ),
            is_argument=True,
            is_required=True,
            form=read_period,
        ),
        Field(
            name="source",
            says=words(
                "Código de la fuente; si son varias, con un espacio entre ellas",
                "Id of the source; several with a space between them",
            ),
            is_required=True,
            known=names_of(catalog.sources, name="title"),
            is_many=True,
            unknown="E304",
        ),
        Field(
            name="from",
            says=words(
                "Tabla CSV de dos columnas, área y valor",
                "CSV table of two columns, area and value",
            ),
            empty=words("vacío: filas sin valor", "empty: rows without a value"),
            is_file=True,
        ),
        Field(
            name="quality",
            says=words("Cómo se obtuvo la cifra", "How the figure was obtained"),
            required_with="from",
            known=QUALITIES,
            is_listed=True,
        ),
        Field(
            name="status",
            says=words("Estado de los valores que trae --from", "Status of the values of --from"),
            is_asked=False,
            known=STATUSES,
            usual=ObsStatus.NORMAL.value,
        ),
        Field(
            name="evidence_url",
            says=words("Dirección del documento de todas", "Address of the document of all"),
            is_asked=False,
            form=read_address,
        ),
    )


def _draft(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    code = given["indicator"]
    path = f"{FOLDER}{code}.csv"
    dated = [o for o in root.catalog.observations_by_indicator[code] if o.period is not UNDATED]
    there = {o.ref_area: o.origin for o in dated if o.period.code == given["period"]}
    last = _last_period(dated, given["period"])
    brought = _brought(root, given, there, findings)
    if is_blocking(findings):
        return None
    areas = tuple(dict.fromkeys([*_expected(root, last), *brought]))
    added = [area for area in areas if area not in there]
    if not added:
        where = there[areas[0]] if areas else Location(path=path)
        findings.append(Finding(code="E854", where=where, params={"value": given["period"]}))
        return None
    quality, of_quality = _quality(given, last)
    cells = [_cells(area, given, quality, brought.get(area)) for area in added]
    site = root.catalog.site
    body = root.files.get(path)
    write = (
        new_table(path, columns(site), cells)
        if body is None
        else with_rows(path, body, columns(site), cells, findings)
    )
    if write is None or write.lines is None:
        return None
    rows = dict(enumerate((brought.get(area) for area in added), start=write.lines[0]))
    return Draft(
        writes=(write,),
        to_do=_left(write, cells),
        told=(*_of_areas(last), *of_quality),
        rows={line: row for line, row in rows.items() if row is not None},
    )


def _brought(
    root: Root, given: Given, there: Mapping[str, Location], findings: list[Finding]
) -> Mapping[str, Row]:
    """The rows of the person's own table; those of areas that have a row are findings."""
    if given.table is None:
        return {}
    catalog = root.catalog
    found = read_figures(given["from"], given.table, catalog.site, catalog.areas_by_code, findings)
    for area, row in found.items():
        if area in there:
            place = str(there[area])
            findings.append(row.finding("E857", "ref_area", place=place, period=given["period"]))
    return found


def _last_period(dated: Sequence[Observation], period: str) -> tuple[Observation, ...]:
    """The rows of the newest other period; none where there is no other."""
    others = [o for o in dated if o.period.code != period]
    if not others:
        return ()
    newest = max(others, key=lambda o: o.period.sort_key).period.code
    return tuple(o for o in others if o.period.code == newest)


def _expected(root: Root, last: Sequence[Observation]) -> tuple[str, ...]:
    """The areas of the last period, or the areas that are compared where there was none."""
    return tuple(o.ref_area for o in last) or tuple(a.code for a in root.catalog.main_areas)


def _of_areas(last: Sequence[Observation]) -> tuple[Localised, ...]:
    if not last:
        return ()
    period, count = last[0].period.code, len(last)
    return (
        words(
            f"Las áreas son las de {period}: {count}.",
            f"The areas are those of {period}: {count}.",
        ),
    )


def _quality(given: Given, last: Sequence[Observation]) -> tuple[str, tuple[Localised, ...]]:
    """The quality that was said, else that of the whole last period, else the most careful."""
    if given["quality"]:
        return given["quality"], ()
    grades = {o.quality.value for o in last}
    if len(grades) == 1:
        (quality,) = grades
        period = last[0].period.code
        why = words(f"como en {period}", f"as in {period}")
    else:
        quality = Quality.PARTIAL_LIST.value
        why = words("la más prudente", "the most careful one")
    told = words(
        f"«quality» es {quality}, {why['es']}: cámbiela según cómo se obtenga cada cifra.",
        f"“quality” is {quality}, {why['en']}: change it by how each figure is obtained.",
    )
    return quality, (told,)


def _cells(area: str, given: Given, quality: str, row: Row | None) -> Cells:
    brought = {name: row[name] for name in row.order} if row is not None else {}
    has_value = bool(brought.get("value"))
    return {
        "evidence_url": given["evidence_url"],
        **{name: cell for name, cell in brought.items() if cell},
        "ref_area": area,
        "time_period": given["period"],
        "obs_status": given["status"] if has_value else ObsStatus.NOT_COLLECTED.value,
        "quality": quality,
        "source": given["source"],
    }


def _left(write: Write, cells: Sequence[Cells]) -> tuple[ToDo, ...]:
    empty = [n for n, row in enumerate(cells) if not row.get("value")]
    if not empty or write.lines is None:
        return ()
    where = Location(path=write.path, line=write.lines[0] + empty[0])
    count = len(empty)
    return (
        ToDo(
            where=where,
            says=words(
                f"filas sin valor: {count}. Al escribir cada «value», cambie L por A en "
                "«obs_status»; lo que no se sepa queda vacío, con L.",
                f"rows without a value: {count}. With each “value”, change L to A in "
                "“obs_status”; what is not known stays empty, with L.",
            ),
        ),
    )


PERIOD = Kind(
    name="period",
    says=words(
        "Las filas de un periodo, vacías o con los valores de una tabla.",
        "The rows of a period, empty or with the values of a table.",
    ),
    fields=_fields,
    draft=_draft,
)
