"""Synthetic project roots: made-up areas and figures that stand for no real place.

``minimal_root`` writes the smallest valid root; the changes below break it in one way each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from quipu.findings import Finding, in_order
from quipu.model import Catalog
from quipu.parse.catalog import parse_catalog
from quipu.parse.consequences import without_consequences
from quipu.parse.registers.figures import without_ahead
from quipu.read.tree import read_tree
from quipu.rules import check

AS_OF = date(2025, 6, 30)
"""The date of the synthetic edition."""

AREAS = "data/areas.csv"
SOURCES = "data/sources.csv"
INDICATORS = "data/indicators.csv"
LIVE = "data/indicators/XX-01.csv"
RETIRED = "data/indicators/XX-03.csv"
WORDS = "content/indicators/XX-01.es.md"
SITE = "content/site.toml"
METHOD_FILE = "data/method.toml"
MATRIX_FILE = "data/matrix.toml"
VERSIONS_FILE = "data/method-versions.csv"
CATEGORIES_FILE = "data/matrix-categories.csv"

_DOCUMENT = """---
definition: {word} sintética.
why: >-
  {word} sintética que ocupa
  dos líneas.
method: {word} sintética.
limits: {word} sintética.
---

{word} con un [enlace](https://example.org/).
"""

FILES: Mapping[str, str] = {
    AREAS: (
        "code,kind,parent,members,slug,name_es,name_en\n"
        "PE,country,,,pais,País sintético,Synthetic country\n"
        "PE-AAA,region,PE,,region-a,Región sintética A,Synthetic region A\n"
        "PE-BBB,region,PE,,region-b,Región sintética B,Synthetic region B\n"
        "PE-CCC,region,PE,,region-c,Región sintética C,Synthetic region C\n"
        "PE-AAA+PE-BBB,composite,PE,PE-AAA PE-BBB,,A y B juntas,A and B together\n"
    ),
    SOURCES: (
        "id,title,publisher,url,published,accessed,licence,note\n"
        "S1,Título sintético,Entidad sintética,https://example.org/1,2024-05,2025-01-31,CC0,\n"
        "S2,Otro título,Entidad sintética,https://example.org/2,2024,,,\n"
    ),
    INDICATORS: (
        "id,group,name_es,name_en,unit,decimals,type,direction,scope,frequency,goalpost_low,"
        "goalpost_high,weight,core,valid_min,valid_max,min_denominator,max_age_months,benchmark,"
        "status,owner,next_release,framework_version\n"
        "XX-01,XX,Porcentaje sintético,Synthetic share,percent,1,percentage,higher,department,"
        "annual,0,100,1,yes,0,100,,24,,live,Entidad,,\n"
        "XX-02,XX,Indicador por conseguir,Wanted indicator,percent,1,percentage,lower,,,,,,no,,,,,,"
        "wanted,Entidad,,\n"
        "XX-03,XX,Serie antigua,Old series,cases,0,count,neutral,,,0,100,,no,,,,,,"
        "retired,Entidad,,\n"
    ),
    LIVE: (
        "ref_area,time_period,value,numerator,denominator,lower,upper,obs_status,quality,source,"
        "evidence_url,note_es,note_en\n"
        "PE-AAA,2023,50.0,50,100,45,55,A,A,S1,https://example.org/a,Nota sintética,Synthetic note\n"
        "PE-BBB,2023,25.5,,,,,A,B,S2,,,\n"
        "PE-CCC,2023,,,,,,L,A,S1,,,\n"
        "PE-AAA,2024,51.0,51,100,,,A,A,S1 S2,,,\n"
        "PE-BBB,2024-S1,26.0,,,,,P,B,S2,,,\n"
        "PE-AAA+PE-BBB,2022,40.0,,,,,A,A,S1,,,\n"
        "PE-CCC,,12.5,,,,,A,D,S1,,,\n"
        "PE-CCC,2022,30.0,,,,,A,C,S2,,,\n"
    ),
    RETIRED: (
        "ref_area,time_period,value,numerator,denominator,lower,upper,obs_status,quality,source,"
        "evidence_url,note_es,note_en\n"
        "PE-AAA,2019,3,,,,,A,A,S1,,,\n"
        "PE-BBB,2019,0,,,,,A,A,S1,,,\n"
    ),
    WORDS: _DOCUMENT.format(word="Palabra"),
    "content/indicators/XX-01.en.md": _DOCUMENT.format(word="Word"),
    "content/indicators/XX-02.es.md": _DOCUMENT.format(word="Palabra"),
    "content/indicators/XX-02.en.md": _DOCUMENT.format(word="Word"),
    "content/indicators/XX-03.es.md": _DOCUMENT.format(word="Palabra"),
    "content/indicators/XX-03.en.md": _DOCUMENT.format(word="Word"),
    SITE: (
        'title_es = "Sitio sintético"\n'
        'title_en = "Synthetic site"\n'
        'languages = ["es", "en"]\n'
        'key_indicators = ["XX-01"]\n'
    ),
}
"""The smallest root: 3 regions, a country, a composite; 2 sources; 3 indicators."""

METHOD = (
    'version = "1.0"\n'
    "\n"
    "[[group]]\n"
    'id = "XX"\n'
    'parent = "YY"\n'
    'name_es = "Dominio"\n'
    'name_en = "Domain"\n'
    "weight = 1\n"
    "\n"
    "[[group]]\n"
    'id = "YY"\n'
    'name_es = "Otro"\n'
    'name_en = "Another"\n'
)
"""A valid ``data/method.toml`` that leaves every option as it is."""

SCORING = """\
version = "1.2"
period = "2023"

[normalise]
method = "goalposts"
range = [10, 90.5]

[uncertainty]
draws = 200
samples = 50
seed = 7
spread = 0.5

[peers]
count = 2

[[peers.variable]]
indicator = "XX-01"
per = "XX-03"
log = true

[[peers.variable]]
indicator = "XX-02"

[disclosure]
threshold = 10
indicators = ["XX-02"]

[[group]]
id = "YY"
name_es = "Raíz"
name_en = "Root"
summary_es = "Resumen sintético"
summary_en = "Synthetic summary"
aggregate = "geometric"
floor = 2
min_coverage = 0.9

[[group]]
id = "XX"
parent = "YY"
weight = 1.5
name_es = "Rama"
name_en = "Branch"
"""
"""A valid ``data/method.toml`` that sets every option."""

MATRIX = """\
label_es = "Etiqueta sintética"
label_en = "Synthetic label"
confidence_es = "Confianza sintética"
confidence_en = "Synthetic confidence"
notice_es = "Aviso sintético"
notice_en = "Synthetic notice"
minimum = ["F1"]
setup_indicator = "XX-03"
setup_levels_es = ["nada", "algo", "todo"]
setup_levels_en = ["nothing", "something", "everything"]
setup_unknown_es = "Decirlo."
setup_unknown_en = "Say it."
tasks_indicator = "XX-02"
keep_below = 0.75
cut_step = 2.5
cells = [["A", "A", "B+"], ["A", "B+", "B+"], ["B+", "B+", "B+"]]

[capacity]
name_es = "Capacidad sintética"
name_en = "Synthetic capacity"
levels_es = ["baja", "media", "alta"]
levels_en = ["low", "medium", "high"]
cuts = [30, 60.5]
min_coverage = 0.5
min_indicators = 1
awaiting = ["XX-02"]

[[capacity.indicator]]
id = "XX-01"
direction = "higher"
weight = 2
max_age_months = 36
note_es = "Motivo sintético"
note_en = "Synthetic reason"

[risk]
name_es = "Riesgo sintético"
levels_es = ["poco", "medio", "mucho"]

[[risk.indicator]]
id = "XX-03"
direction = "lower"

[[category]]
id = "A"
name_es = "Primera"
name_en = "First"
setup = 1
setup_es = "Una persona"
setup_en = "A person"
functions = ["F1", "F2"]
support_es = "Apoyo sintético"
support_en = "Synthetic support"
review_months = 6
priority = 3

[[category]]
id = "B+"
name_es = "Segunda"
setup = [1, 2]
functions = ["F1"]

[[function]]
id = "F1"
name_es = "Primera función"
name_en = "First function"
step_es = "Empezar."
step_en = "Start."

[[function]]
id = "F2"
name_es = "Segunda función"
"""
"""A valid ``data/matrix.toml``: whatever may be set is set in one block and left in another."""

VERSIONS = (
    "version,date,fingerprint,note_es,note_en\n"
    "1.1,2024-06-30,0123456789abcdef,Primera sintética,\n"
    "1.2,2025-01,a9c2abf4aec01e14,Segunda sintética,Synthetic second\n"
)
"""A valid ``data/method-versions.csv``: the last line is of `SCORING` and `MATRIX`."""

CATEGORIES = (
    "edition,ref_area,category,method_version\n"
    "2024-06-30,PE-AAA,A,1.1\n"
    "2025-03-31,PE-AAA,B+,1.2\n"
    "2025-03-31,PE-BBB,A,1.2\n"
    "2024-12-31,PE-BBB,B+,1.1\n"
    "2025-05-31,PE-CCC,Z,0.9\n"
)
"""A valid ``data/matrix-categories.csv``; the last line is of a matrix that is gone."""

RULEBOOK: Mapping[str, str] = {
    METHOD_FILE: SCORING,
    MATRIX_FILE: MATRIX,
    VERSIONS_FILE: VERSIONS,
    CATEGORIES_FILE: CATEGORIES,
}
"""How scores and places are made: files that the smallest root does without."""

TOPOLOGY = (
    '{"type": "Topology", "arcs": [[[0, 0], [1, 0], [1, 1], [0, 0]]], "objects": {"areas": '
    '{"type": "GeometryCollection", "geometries": [\n'
    '{"type": "Polygon", "id": "PE-AAA", "arcs": [[0]]},\n'
    '{"type": "Polygon", "id": "PE-BBB", "arcs": [[0]]},\n'
    '{"type": "MultiPolygon", "id": "PE-CCC", "arcs": [[[0]]]}]}}}\n'
)
"""A valid ``data/geo/x.topo.json``."""

Change = Callable[[Path], None]
"""Breaks a root in one way."""


def minimal_root(folder: Path) -> Path:
    """Write the smallest valid root into *folder* and return it."""
    for path, text in FILES.items():
        write(path, text)(folder)
    return folder


def rulebook(folder: Path) -> None:
    """Change: add the files of `RULEBOOK`."""
    for path, text in RULEBOOK.items():
        write(path, text)(folder)


def write(path: str, content: str | bytes) -> Change:
    """Change: put a file there, replacing what is there."""

    def change(root: Path) -> None:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def replace(path: str, old: str, new: str) -> Change:
    """Change: replace the first *old* of a file; it must be there."""

    def change(root: Path) -> None:
        text = (root / path).read_bytes().decode()
        assert old in text, f"{path} has no {old!r}"
        (root / path).write_bytes(text.replace(old, new, 1).encode())

    return change


def append(path: str, text: str) -> Change:
    """Change: write *text* at the end of a file."""

    def change(root: Path) -> None:
        with (root / path).open("ab") as stream:
            stream.write(text.encode())

    return change


def cell(path: str, line: int, column: str, text: str) -> Change:
    """Change: put *text*, as it would stand in the file, into a cell of a table."""

    def change(root: Path) -> None:
        lines = (root / path).read_bytes().decode().split("\n")
        cells = lines[line - 1].split(",")
        cells[lines[0].split(",").index(column)] = text
        lines[line - 1] = ",".join(cells)
        (root / path).write_bytes("\n".join(lines).encode())

    return change


def cell_start(path: str, line: int, column: str) -> int:
    """Return the 1-based position at which a cell of the unchanged table starts."""
    lines = {**FILES, **RULEBOOK}[path].split("\n")
    before = lines[0].split(",").index(column)
    return sum(len(text) + 1 for text in lines[line - 1].split(",")[:before]) + 1


def remove(path: str) -> Change:
    """Change: delete a file."""
    return lambda root: (root / path).unlink()


def both(*changes: Change) -> Change:
    """Change: one after the other."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def read_root(root: Path) -> tuple[Catalog, tuple[Finding, ...]]:
    """Read and check a root as ``check`` does, at the date of the synthetic edition."""
    tree = read_tree(root)
    findings = list(tree.findings)
    catalog = without_ahead(parse_catalog(tree.files, findings), AS_OF)
    findings += check(catalog, AS_OF)
    return catalog, in_order(without_consequences(findings))
