"""Files for machines: they hold the figures as published, value for value, byte for byte."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quipu.artifact import Artifact
from quipu.exports.api import json_schemas, lists
from quipu.exports.concepts import concept_files
from quipu.exports.downloads import whole_tables
from quipu.exports.dump import csv_artifact, json_artifact, number
from quipu.exports.feeds import feed_files
from quipu.exports.library import library_files
from quipu.exports.pieces import area_files, indicator_files, shared_files
from quipu.exports.registers import register_files
from quipu.exports.replies import reply_files
from quipu.exports.web import web_files
from quipu.model import Catalog, SiteSettings
from quipu.pages.memory.news import Channel, Told
from quipu.vocab import AreaKind, IndicatorStatus
from tests.samples import catalog, indicator, observation, regions

NUMBERS = ("value", "numerator", "denominator", "lower", "upper")


@pytest.fixture(scope="module")
def api(national: Catalog) -> Mapping[str, bytes]:
    """Make the real interface once."""
    return by_path(_api(national))


@pytest.fixture(scope="module")
def downloads(national: Catalog) -> Mapping[str, bytes]:
    """Make the real downloads once."""
    return by_path(_downloads(national, "Cítese así.", "CC BY 4.0."))


def _api(facts: Catalog) -> Iterator[Artifact]:
    """Every JSON file."""
    yield from lists(facts)
    for indicator_ in facts.published_indicators:
        yield from indicator_files(facts, indicator_)
    for place in facts.page_areas:
        yield from (f for f in area_files(facts, place) if f.path.endswith(".json"))


def _downloads(facts: Catalog, citation: str, licence: str) -> Iterator[Artifact]:
    """Every table and the bundle."""
    yield from whole_tables(facts, citation, licence)
    for place in facts.page_areas:
        yield from (f for f in area_files(facts, place) if f.path.endswith(".csv"))


def unpack(downloads: Mapping[str, bytes], folder: Path) -> None:
    """Write the tables for programs, and what describes them, into a folder."""
    for path, body in downloads.items():
        if not path.startswith("datos/hoja/"):
            file = folder / path.removeprefix("datos/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)


def by_path(artifacts: Iterator[Artifact]) -> dict[str, bytes]:
    """Bytes by path; no path comes twice."""
    found: dict[str, bytes] = {}
    for artifact in artifacts:
        assert artifact.path not in found
        found[artifact.path] = artifact.body
    return found


def exact(body: bytes) -> Any:  # noqa: ANN401 - JSON is whatever it is
    """Read JSON with its numbers as they are written."""
    return json.loads(body, parse_float=Decimal, parse_int=Decimal)


def table(body: bytes) -> list[dict[str, str]]:
    """Read a CSV file as text."""
    return list(csv.DictReader(StringIO(body.decode())))


def schema_of(path: str) -> str | None:
    """Name the schema that describes a file of the interface."""
    parts = path.removeprefix("api/v1/").removesuffix(".json").split("/")
    if parts[0] == "schemas":
        return None
    return parts[0] if len(parts) == 1 else parts[0].removesuffix("s")


def test_every_file_follows_its_schema(api: Mapping[str, bytes]) -> None:
    """All of them, on the real data; and the schemas themselves are valid."""
    validators = {}
    for name in json_schemas():
        schema = json.loads(api[f"api/v1/schemas/{name}.schema.json"])
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    checked = [path for path in api if schema_of(path)]
    faults = [
        f"{path}: {error.message}"
        for path in checked
        for error in validators[schema_of(path) or ""].iter_errors(json.loads(api[path]))
    ]
    assert faults == []
    assert {schema_of(path) for path in checked} == set(validators)


@pytest.mark.parametrize(
    ("key", "value"),
    [("value", "12.5"), ("obs_status", "Z"), ("quality", "E"), ("source", []), ("extra", 1)],
)
def test_the_schemas_refuse_what_is_wrong(
    api: Mapping[str, bytes], key: str, value: object
) -> None:
    """A schema that accepts anything would prove nothing."""
    body = json.loads(api["api/v1/indicators/CX-01.json"])
    validator = Draft202012Validator(json_schemas()["indicator"])
    assert validator.is_valid(body)
    body["observations"][0][key] = value
    assert not validator.is_valid(body)


def test_the_interface_gives_the_cells_of_the_tables(
    national: Catalog, api: Mapping[str, bytes]
) -> None:
    """Every number of every observation equals its CSV cell; an empty cell is null, never 0."""
    compared = 0
    for measure in national.published_indicators:
        rows = table(national.tables[f"data/indicators/{measure.id}.csv"])
        shown = exact(api[f"api/v1/indicators/{measure.id}.json"])["observations"]
        assert len(shown) == len(rows)
        for row, given_ in zip(rows, shown, strict=True):
            assert given_["ref_area"] == row["ref_area"]
            assert given_["time_period"] == row["time_period"]
            assert (given_["obs_status"], given_["quality"]) == (row["obs_status"], row["quality"])
            assert given_["source"] == row["source"].split()
            for column in NUMBERS:
                cell = row.get(column, "")
                assert given_[column] == (Decimal(cell) if cell else None), (measure.id, row)
                compared += bool(cell)
            assert given_["note"].get("es", "") == row.get("note_es", "")
    assert compared > 2_000


def test_an_areas_file_holds_all_that_is_known_of_it(
    national: Catalog, api: Mapping[str, bytes]
) -> None:
    """Its own figures and its joint ones, the same as in the indicators' files."""
    for area in national.page_areas:
        codes = {area.code, *(c.code for c in national.composites_by_member[area.code])}
        shown = exact(api[f"api/v1/areas/{area.code}.json"])["observations"]
        expected = [
            {"indicator": measure.id, **row}
            for measure in national.published_indicators
            for row in exact(api[f"api/v1/indicators/{measure.id}.json"])["observations"]
            if row["ref_area"] in codes
        ]
        assert shown == expected


def test_an_areas_table_holds_the_same_cells(
    national: Catalog, downloads: Mapping[str, bytes]
) -> None:
    """As text, with all the digits that were published."""
    wanted = {
        (measure.id, row["ref_area"], row["time_period"]): row["value"]
        for measure in national.published_indicators
        for row in table(national.tables[f"data/indicators/{measure.id}.csv"])
    }
    for area in national.page_areas:
        for row in table(downloads[f"datos/{area.slug}.csv"]):
            key = (row["indicator"], row["ref_area"], row["time_period"])
            assert row["value"] == wanted[key]
            path, _, line = row["origin"].partition(":")
            source = national.tables[path].decode().splitlines()[int(line) - 1]
            is_counted = path.startswith("data/registers/")
            # What is counted in a register leads to the fact that it rests on.
            names = ("ref_area",) if is_counted else ("ref_area", "time_period", "value")
            cells = [row[name] for name in names]
            assert source.startswith(f"{','.join(cells)},")


def test_the_tables_are_published_as_they_are(
    national: Catalog, downloads: Mapping[str, bytes]
) -> None:
    """Byte for byte, so that a checksum of the repository's file holds."""
    for path, body in national.tables.items():
        folder = "datos/registros/" if path.startswith("data/registers/") else "datos/"
        assert downloads[f"{folder}{path.rpartition('/')[2]}"] == body


def test_an_indicator_without_a_file_has_a_table_to_fill_in() -> None:
    """Its page offers the table; a header of all columns is what there is."""
    wanted = indicator("T-02", status=IndicatorStatus.WANTED)
    facts = replace(catalog(regions(1), [wanted], []), tables={})
    lines = by_path(_downloads(facts, "", ""))["datos/T-02.csv"].decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("ref_area,time_period,value,")


def test_the_data_package_describes_the_tables(
    downloads: Mapping[str, bytes], tmp_path: Path
) -> None:
    """An independent reader finds every table valid under its published schema."""
    unpack(downloads, tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.valid


def test_the_data_package_would_find_a_fault(
    downloads: Mapping[str, bytes], tmp_path: Path
) -> None:
    """The check above can fail: an unknown code in one cell is found."""
    unpack(downloads, tmp_path)
    broken = tmp_path / "CX-01.csv"
    broken.write_text(broken.read_text(encoding="utf-8").replace(",A,", ",Z,", 1), encoding="utf-8")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["path"] == "CX-01.csv"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [row[0] for row in report.flatten(["type"])] == ["constraint-error"]


def test_the_bundle_is_the_same_every_time(
    national: Catalog, downloads: Mapping[str, bytes]
) -> None:
    """Sorted names, one date, plain modes; and it holds what stands beside it."""
    again = by_path(_downloads(national, "Cítese así.", "CC BY 4.0."))
    assert again["datos/todo.zip"] == downloads["datos/todo.zip"]
    with zipfile.ZipFile(BytesIO(downloads["datos/todo.zip"])) as bundle:
        assert bundle.testzip() is None
        names = bundle.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in bundle.infolist()} == {0o644}
        for name in names:
            if name != "LEAME.txt":
                assert bundle.read(name) == downloads[f"datos/{name}"]
        assert bundle.read("LEAME.txt").decode() == "Cítese así.\n\nCC BY 4.0.\n"


def test_drafts_are_not_published() -> None:
    """Neither their description nor their values nor their table."""
    draft = indicator("T-02", status=IndicatorStatus.DRAFT)
    facts = replace(
        catalog(
            regions(1),
            [indicator(), draft],
            [observation("A01", 1), observation("A01", 666, of="T-02")],
        ),
        tables={
            "data/indicators/T-01.csv": b"ref_area\nA01\n",
            "data/indicators/T-02.csv": b"ref_area\nA01\n",
        },
    )
    files = {**by_path(_api(facts)), **by_path(_downloads(facts, "", ""))}
    assert "datos/T-01.csv" in files
    assert not any("T-02" in path for path in files)
    assert not any(b"666" in body or b"T-02" in body for body in files.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", "0"), ("12", "12"), ("12.00", "12"), ("0.1", "0.1"), ("-4.25", "-4.25")],
)
def test_numbers_in_json(text: str, expected: str) -> None:
    """A whole number has no point, and a tenth stays a tenth."""
    assert json.dumps(number(Decimal(text))) == expected


def test_a_number_that_would_change_is_refused() -> None:
    """A double holds fifteen digits; more are not rounded in silence."""
    assert number(None) is None
    with pytest.raises(ValueError, match="too many digits"):
        number(Decimal("0.12345678901234567890"))


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=3))
def test_a_number_comes_back_as_it_was(value: Decimal) -> None:
    """Through JSON and back, for any figure with three decimals."""
    assert Decimal(json.loads(json.dumps(number(value)), parse_float=Decimal)) == value


def test_json_never_holds_what_is_no_number() -> None:
    """NaN is no JSON; a file that holds it is refused by every browser."""
    with pytest.raises(ValueError, match="JSON compliant"):
        json_artifact("x.json", {"value": float("nan")})
    assert json_artifact("x.json", {"ñ": 1}).body == '{\n "ñ": 1\n}\n'.encode()


WORDS = st.text(max_size=60)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS
VALUES = st.recursive(
    SCALARS.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_the_layout_of_json_changes_no_value(value: object) -> None:
    """Lines and spaces are for people; what a program reads is the value."""
    body = json_artifact("x.json", value).body.decode()
    assert repr(json.loads(body)) == repr(value)
    assert body.endswith("\n")


def test_json_is_laid_out_by_lines() -> None:
    """A line a key, a line an item of a long list; what is short stays on its line."""
    row = {"area": "A01", "value": 12.5, "note": {"es": "una nota que es larga" * 5}}
    value = {"id": "x", "short": [1, 2], "empty": [], "rows": [row, row], "words": row}
    text = json_artifact("x.json", value).body.decode()
    line = json.dumps(row, ensure_ascii=False)
    note = json.dumps(row["note"], ensure_ascii=False)[1:-1]
    assert text.splitlines() == [
        *("{", ' "id": "x",', ' "short": [1, 2],', ' "empty": [],'),
        *(' "rows": [', f"  {line},", f"  {line}", " ],"),
        *(' "words": {', '  "area": "A01",', '  "value": 12.5,'),
        *('  "note": {', f"   {note}", "  }", " }", "}"),
    ]
    assert json_artifact("x.json", [{"a": 1}, {"a": 2}]).body == b'[\n {"a": 1},\n {"a": 2}\n]\n'


def test_the_pieces_are_the_whole(
    national: Catalog, api: Mapping[str, bytes], downloads: Mapping[str, bytes]
) -> None:
    """Made one by one, in whatever order: the same files with the same bytes."""
    pieces = by_path(shared_files(national, "Cítese así.", "CC BY 4.0.", date(2026, 1, 15)))
    for place in reversed(national.page_areas):
        pieces |= by_path(area_files(national, place))
    for measure in national.published_indicators:
        pieces |= by_path(indicator_files(national, measure))
    day = date(2026, 1, 15)
    told = (register_files, reply_files, concept_files, lambda facts: library_files(facts, day))
    records = {k: v for make in told for k, v in by_path(make(national)).items()}
    assert pieces == {**api, **downloads, **records}


def test_joint_values_stand_in_file_order_among_the_areas_own() -> None:
    """Once for each member, and in the files of no other area."""
    places = regions(4)
    both = replace(places[3], code="X01", kind=AreaKind.COMPOSITE, members=("A01", "A02"))
    facts = catalog(
        (*places[:3], both),
        [indicator()],
        [observation("A01", 1), observation("X01", 2), observation("A01", 3, "2020")],
    )
    files = by_path(_api(facts))
    values = {
        code: [
            row["value"] for row in json.loads(files[f"api/v1/areas/{code}.json"])["observations"]
        ]
        for code in ("A01", "A02", "A03")
    }
    assert values == {"A01": [1, 2, 3], "A02": [2], "A03": []}
    assert [len(rows) for rows in facts.observations_by_area.values()] == [2, 1]


def test_csv_is_plain() -> None:
    """UTF-8, commas, quotes only where they are needed, one kind of line end."""
    artifact = csv_artifact("x.csv", ("a", "b"), [("ñ", 'c, "d"')])
    assert artifact.body == 'a,b\nñ,"c, ""d"""\n'.encode()


SITE = SiteSettings(titles={"es": "Prueba & <cía>"}, taglines={})
ATOM = "{http://www.w3.org/2005/Atom}"


def web(site: SiteSettings) -> dict[str, bytes]:
    """Make the files for crawlers of two pages."""
    pages = ["regiones/a/index.html", "index.html", "404.html"]
    return by_path(web_files(site, pages))


def test_without_an_address_there_is_nothing_for_crawlers() -> None:
    """A sitemap may hold full addresses only."""
    assert web(SITE) == {}


def test_the_sitemap_holds_every_page_once() -> None:
    """Sorted, with full addresses, without the page of what is not found."""
    files = web(replace(SITE, base_url="https://example.org/o/"))
    # The file was made a line above: no foreign XML is read here.
    root = ET.fromstring(files["sitemap.xml"])  # noqa: S314
    assert [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://example.org/o/",
        "https://example.org/o/regiones/a/",
    ]
    assert b"Sitemap: https://example.org/o/sitemap.xml" in files["robots.txt"]


def fed(site: SiteSettings) -> Element:
    """Make a feed of two pieces of news."""
    channel = Channel(
        path="regiones/a/atom.xml",
        title="A & <b>",
        page="regiones/a/index.html",
        told=tuple(
            Told(
                key=f"{name} /?",
                title=f"<b>{name}</b>",
                day=day,
                target=f"regiones/a/index.html#{name}",
                summary="a & b ]]>",
            )
            for name, day in (("uno", "2026-01-05"), ("dos", "2026-02-01"))
        ),
    )
    (made,) = feed_files((channel,), site, "es", date(2026, 3, 1))
    # The file was made a line above: no foreign XML is read here.
    return ET.fromstring(made.body)  # noqa: S314


def test_a_feed_tells_the_news() -> None:
    """Newest first, escaped, dated by the news and not by the build."""
    root = fed(replace(SITE, base_url="https://example.org/o/"))
    assert root.findtext(f"{ATOM}title") == "A & <b>"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Prueba & <cía>"
    assert root.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00Z"
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["<b>dos</b>", "<b>uno</b>"]
    assert entries[0].findtext(f"{ATOM}summary") == "a & b ]]>"
    assert (
        entries[0].findtext(f"{ATOM}id") == "https://example.org/o/regiones/a/atom.xml#dos%20/%3F"
    )
    links = [entry.find(f"{ATOM}link") for entry in entries]
    assert [link.get("href") for link in links if link is not None] == [
        "https://example.org/o/regiones/a/#dos",
        "https://example.org/o/regiones/a/#uno",
    ]


def test_a_feed_of_a_site_without_an_address_leads_on_from_where_it_stands() -> None:
    """So that it works from a folder, too."""
    links = [link.get("href") for link in fed(SITE).iter(f"{ATOM}link")]
    assert links[:3] == [
        "../../regiones/a/atom.xml",
        "../../regiones/a/index.html",
        "../../regiones/a/index.html#dos",
    ]


def test_a_feed_that_tells_nothing_yet_is_dated_by_the_edition() -> None:
    """Whoever subscribes early finds it sound."""
    channel = Channel(path="a/atom.xml", title="A", page="a/index.html", told=())
    (made,) = feed_files((channel,), SITE, "es", date(2026, 3, 1))
    assert b"<updated>2026-03-01T00:00:00Z</updated>" in made.body
