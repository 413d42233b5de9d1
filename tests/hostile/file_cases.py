"""Files that are broken before anybody reads what they say: encodings, links, sizes, names."""

from __future__ import annotations

import os
import unicodedata
from contextlib import chdir
from pathlib import Path
from socket import AF_UNIX, socket

from tests.hostile.case import Case, on_line
from tests.roots import (
    AREAS,
    FILES,
    LIVE,
    SITE,
    SOURCES,
    WORDS,
    Change,
    both,
    remove,
    replace,
    write,
)

_TEXT = FILES[AREAS]


def _symlink(path: str, target: str) -> Change:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


def _linked_folder(root: Path) -> None:
    (root / "data" / "indicators").rename(root / "elsewhere")
    (root / "data" / "indicators").symlink_to(root / "elsewhere")


def _linked_top(root: Path) -> None:
    (root / "data").rename(root / "elsewhere")
    (root / "data").symlink_to("elsewhere")


def _pipe(root: Path) -> None:
    (root / LIVE).unlink()
    os.mkfifo(root / LIVE)


def _socket(root: Path) -> None:
    (root / LIVE).unlink()
    with socket(AF_UNIX) as listener, chdir(root / "data" / "indicators"):
        listener.bind(Path(LIVE).name)


def _folder_as_table(root: Path) -> None:
    (root / LIVE).unlink()
    (root / LIVE).mkdir()


def _no_data(root: Path) -> None:
    (root / "data").rename(root / "elsewhere")


def _file_as_data(root: Path) -> None:
    _no_data(root)
    (root / "data").write_text("x")


def _deep(root: Path) -> None:
    folder = root / "content"
    for _ in range(40):
        folder /= "a"
    folder.mkdir(parents=True)
    (folder / "x.md").write_text("x")


def _line_of(path: str, text: str) -> tuple[int, int]:
    before = FILES[path].partition(text)[0]
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


_LINE, _COLUMN = _line_of(AREAS, "ís sintético")

ENCODINGS = (
    on_line("latin-1", AREAS, _LINE, write(AREAS, _TEXT.encode("latin-1")), "E101", _COLUMN),
    on_line("cp1252", AREAS, _LINE, write(AREAS, _TEXT.encode("cp1252")), "E101", _COLUMN),
    on_line("UTF-16", AREAS, 1, write(AREAS, _TEXT.encode("utf-16")), "E112", 1),
    on_line("UTF-16 without mark", AREAS, 1, write(AREAS, _TEXT.encode("utf-16-le")), "E112", 1),
    on_line("UTF-16 big-endian", AREAS, 1, write(AREAS, _TEXT.encode("utf-16-be")), "E112", 1),
    on_line("UTF-32", AREAS, 1, write(AREAS, _TEXT.encode("utf-32-le")), "E112", 1),
    on_line(
        "UTF-7 surrogate bytes", AREAS, 1, write(AREAS, b"\xed\xa0\x80" + _TEXT.encode()), "E101", 1
    ),
    on_line("overlong UTF-8", AREAS, 1, write(AREAS, b"\xc0\xaf" + _TEXT.encode()), "E101", 1),
    on_line("byte-order mark", AREAS, 1, write(AREAS, b"\xef\xbb\xbf" + _TEXT.encode()), "W103", 1),
    on_line(
        "two byte-order marks",
        AREAS,
        1,
        write(AREAS, b"\xef\xbb\xbf" * 2 + _TEXT.encode()),
        "E115",
        1,
    ),
    on_line("NUL", AREAS, 3, replace(AREAS, "Región ", "Región\0"), "E102", 34),
    on_line("escape", AREAS, 3, replace(AREAS, "Región sintética A", "\x1b[31mA"), "E102", 28),
    on_line(
        "bell in a document", WORDS, 10, replace(WORDS, "Palabra con", "Palabra\acon"), "E102", 8
    ),
    Case(
        name="old Mac line ends",
        change=write(AREAS, _TEXT.replace("\n", "\r")),
        code="E119",
        path=AREAS,
    ),
    on_line(
        "one old Mac line end",
        AREAS,
        2,
        replace(AREAS, "Synthetic country", "Synthetic\rcountry"),
        "E102",
        43,
    ),
    Case(
        name="workbook with a table's name",
        change=write(LIVE, b"PK\x03\x04" + bytes(200)),
        code="E118",
        path=LIVE,
    ),
    Case(
        name="hidden table",
        change=write("data/indicators/.XX-02.csv", "x"),
        code="W108",
        path="data/indicators/.XX-02.csv",
    ),
    on_line(
        "Unicode line separator",
        AREAS,
        3,
        replace(AREAS, "Región sintética A", "A\u2028B"),
        "E102",
        29,
    ),
    on_line("C1 control", AREAS, 3, replace(AREAS, "Región sintética A", "A\u0085B"), "E102", 29),
    on_line("noncharacter", AREAS, 3, replace(AREAS, "Región sintética A", "A\ufffeB"), "E102", 29),
    on_line("mojibake", AREAS, 3, replace(AREAS, "Región", "RegiÃ³n"), "E113", 32),
    on_line("mojibake of a dash", AREAS, 3, replace(AREAS, "Región", "â€“"), "E113", 28),
    on_line("replacement character", AREAS, 3, replace(AREAS, "Región", "Regi\ufffdn"), "E113", 32),
    on_line(
        "mojibake in a document", WORDS, 2, replace(WORDS, "sintética", "sintÃ©tica"), "E113", 25
    ),
    on_line(
        "accents as separate signs",
        AREAS,
        2,
        write(AREAS, unicodedata.normalize("NFD", _TEXT)),
        "E114",
        _COLUMN + 1,
    ),
    on_line("zero-width space", AREAS, 3, replace(AREAS, "Región", "Reg\u200bión"), "E115", 31),
    on_line("soft hyphen", AREAS, 3, replace(AREAS, "Región", "Reg\u00adión"), "E115", 31),
    on_line(
        "right-to-left override", AREAS, 3, replace(AREAS, "Región", "\u202eRegión"), "E115", 28
    ),
    on_line("private use", AREAS, 3, replace(AREAS, "Región", "\ue000Región"), "E115", 28),
    on_line("tag characters", AREAS, 3, replace(AREAS, "Región", "\U000e0041Región"), "E115", 28),
    on_line(
        "no-break space in a name", AREAS, 3, replace(AREAS, "Región ", "Región\u00a0"), "W116", 34
    ),
    on_line(
        "accusing words in a table",
        SOURCES,
        3,
        replace(SOURCES, "Otro título", "La región más corrupta"),
        "W415",
        7,
    ),
)

KINDS = (
    Case(name="empty file", change=write(AREAS, ""), code="E104", path=AREAS),
    Case(name="file of spaces", change=write(AREAS, " \n \n"), code="E104", path=AREAS),
    Case(name="file of one mark", change=write(AREAS, b"\xef\xbb\xbf"), code="E104", path=AREAS),
    Case(name="link to a file", change=_symlink(LIVE, "/etc/passwd"), code="E105", path=LIVE),
    Case(name="link to nothing", change=_symlink(LIVE, "nothing"), code="E105", path=LIVE),
    Case(name="link to itself", change=_symlink(LIVE, "XX-01.csv"), code="E105", path=LIVE),
    Case(name="linked folder", change=_linked_folder, code="E105", path="data/indicators"),
    Case(name="linked data folder", change=_linked_top, code="E105", path="data"),
    Case(name="pipe", change=_pipe, code="E105", path=LIVE),
    Case(name="socket", change=_socket, code="E105", path=LIVE),
    Case(name="folder with a table's name", change=_folder_as_table, code="E105", path=LIVE),
    Case(name="data is a file", change=_file_as_data, code="E107", path=AREAS),
    Case(name="data is missing", change=_no_data, code="E107", path=SOURCES),
    Case(
        name="stray image",
        change=write("content/a.png", b"\x89PNG"),
        code="W108",
        path="content/a.png",
    ),
    Case(
        name="settings of another place",
        change=write("data/site.toml", FILES[SITE]),
        code="W108",
        path="data/site.toml",
    ),
    Case(
        name="folders without end",
        change=_deep,
        code="E117",
        path="content/a/a/a/a/a/a/a/a",
    ),
    Case(
        name="names that differ by case",
        change=write("data/indicators/xx-01.csv", FILES[LIVE]),
        code="E109",
        path="data/indicators/xx-01.csv",
    ),
    Case(
        name="names that differ by composition",
        change=both(
            *(
                write(f"content/pages/{unicodedata.normalize(form, 'á')}.es.md", "x")
                for form in ("NFC", "NFD")
            )
        ),
        code="E109",
        path="content/pages/á.es.md",
    ),
    Case(name="areas missing", change=remove(AREAS), code="E107", path=AREAS),
    Case(name="sources missing", change=remove(SOURCES), code="E107", path=SOURCES),
    Case(name="settings missing", change=remove(SITE), code="E107", path=SITE),
    Case(
        name="stray spreadsheet",
        change=write("data/indicators/XX-01.xlsx", b"PK\x03\x04"),
        code="W108",
        path="data/indicators/XX-01.xlsx",
    ),
    Case(
        name="stray text", change=write("data/notas.txt", "x"), code="W108", path="data/notas.txt"
    ),
    Case(
        name="table in capitals",
        change=write("data/indicators/XX-02.CSV", "x"),
        code="W108",
        path="data/indicators/XX-02.CSV",
    ),
    Case(
        name="table in a folder of its own",
        change=write("data/indicators/2024/XX-01.csv", FILES[LIVE]),
        code="E323",
        path="data/indicators/2024/XX-01.csv",
    ),
    Case(
        name="table in the wrong folder",
        change=write("data/XX-01.csv", FILES[LIVE]),
        code="W108",
        path="data/XX-01.csv",
    ),
    Case(
        name="file name that is no text",
        change=lambda root: Path(os.fsdecode(os.fsencode(root) + b"/data/\xff.csv")).touch(),
        code="W108",
        path="data/\\udcff.csv",
    ),
    Case(
        name="line break in a file name",
        change=write("data/a\nb.csv", "x"),
        code="W108",
        path="data/a\\nb.csv",
    ),
)

CASES = (*ENCODINGS, *KINDS)
