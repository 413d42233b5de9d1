"""Shell. Freezes an edition: the whole site of a day, kept for ever at an address of its own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from quipu.errors import ConfigError, DataRejected, OutputError
from quipu.findings import is_blocking
from quipu.git import git
from quipu.memory.frozen import (
    definitions_of,
    definitions_text,
    figures_of,
    figures_text,
    reasons_text,
)
from quipu.memory.ledger import new_addresses
from quipu.model import Catalog, Localised, SiteSettings
from quipu.pages.addresses import EDITIONS_FOLDER
from quipu.parse.areas import PATH as AREAS_PATH
from quipu.parse.editions import (
    DEFINITIONS,
    EDITIONS_PATH,
    FIGURES,
    FROZEN,
    HASHES,
    NAME,
    REASONS,
    edition_columns,
)
from quipu.parse.history import CATEGORIES_PATH, CATEGORY_COLUMNS
from quipu.parse.ledger import LEDGER_PATH, ledger_line
from quipu.parse.revisions import REVISIONS_PATH, revision_columns
from quipu.pipeline import Checked, Options, Progress, build, check
from quipu.publish.archive import archive_path, pack
from quipu.publish.manifest import MANIFEST_PATH, Manifest
from quipu.save import add_file, replace_file

_LEDGER_HEAD = (
    "# Las direcciones que este sitio publicó alguna vez: cada una responde siempre.\n"
    "# Una página que cambió de nombre: direccion/vieja/ -> direccion/nueva/\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What was written to keep an edition."""

    name: str
    date: date
    file_count: int
    size_bytes: int
    """Of the site."""
    archive_bytes: int
    address: str
    """Where it will stand; empty: nobody said, so its citation cannot either."""
    paths: tuple[str, ...]
    """The files that were written or changed, relative to the root."""


def freeze(
    root: Path,
    name: str,
    notes: Localised,
    *,
    as_of: date | None = None,
    base_url: str = "",
    progress: Progress,
) -> Frozen:
    """Build the site of a day and keep it.

    Args:
        root: The project root.
        name: Of the edition; starts with its month or day.
        notes: What is new in it, a text a language.
        as_of: The date of the edition; the last commit's unless given.
        base_url: Where the site will stand, when its settings do not say.
        progress: Told how far it has come.

    Raises:
        ConfigError: The name cannot be used.
        DataRejected: The data or content have errors.
        OutputError: The root cannot be written to.
        PublishBlocked: The finished pages did not pass inspection.
    """
    checked = check(root, as_of)
    if is_blocking(checked.findings):
        raise DataRejected(checked.findings)
    _check_name(name, checked)
    _check_committed(root, checked)
    address = base_url or checked.catalog.site.base_url
    below = f"{address.rstrip('/')}/{EDITIONS_FOLDER}{name}/" if address else ""
    packed = _built(root, name, checked.as_of, below, progress)
    body, manifest = packed.body, packed.manifest
    written = _written(root, name, notes, checked, packed)
    for path, text in written.items():
        _write(root / path, text)
    return Frozen(
        name=name,
        date=checked.as_of,
        file_count=len(manifest.files) + 1,
        size_bytes=manifest.size_bytes,
        archive_bytes=len(body),
        address=below,
        paths=tuple(written),
    )


def _check_committed(root: Path, checked: Checked) -> None:
    if not checked.commit and git(root, "ls-files", "--", AREAS_PATH):
        raise ConfigError(
            "Hay cambios que git todavía no guarda, y una edición dice de qué revisión es.",
            hint="Guárdelos primero (git commit) y vuelva a fijar la edición.",
        )


def _written(
    root: Path, name: str, notes: Localised, checked: Checked, packed: _Packed
) -> dict[str, bytes]:
    """The files that keep an edition, by path from the root, in the order to write them."""
    catalog, manifest, body = checked.catalog, packed.manifest, packed.body
    figures = figures_text(figures_of(catalog))
    definitions = definitions_text(definitions_of(catalog))
    reasons = reasons_text(catalog.memory.reasons)
    hashes = (sha256(part).hexdigest() for part in (body, figures, definitions, reasons))
    row = {
        "name": name,
        "date": checked.as_of.isoformat(),
        "files": str(len(manifest.files) + 1),
        "bytes": str(manifest.size_bytes),
        **dict(zip(HASHES, hashes, strict=True)),
        **{f"note_{language}": text for language, text in notes.items()},
    }
    pages = {record.path for record in manifest.files if record.path.endswith(".html")}
    pages.add(f"{EDITIONS_FOLDER}{name}/index.html")
    return {
        archive_path(name): body,
        f"{FROZEN}{name}/{FIGURES}": figures,
        f"{FROZEN}{name}/{DEFINITIONS}": definitions,
        f"{FROZEN}{name}/{REASONS}": reasons,
        **_ledger(root, catalog, pages),
        **_reasons(root, catalog.site),
        **_categories(root, checked, packed.matrix),
        # The row that makes it an edition comes last: until then nothing speaks of the rest.
        EDITIONS_PATH: _listed(root, catalog.site, row),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    """The site as the edition keeps it."""

    body: bytes
    """Of its archive."""
    manifest: Manifest
    matrix: str
    """Its table of places in the matrix; empty where it has none."""


def _built(root: Path, name: str, as_of: date, address: str, progress: Progress) -> _Packed:
    """Build the site as the edition keeps it, and pack it."""
    with TemporaryDirectory(prefix="quipu-edition-") as folder:
        site = Path(folder) / "site"
        options = Options(
            root=root,
            out=site,
            as_of=as_of,
            base_url=address,
            use_cache=False,
            frozen=name,
        )
        build(options, progress)
        matrix = site / "datos/matrix.csv"
        return _Packed(
            body=pack(site),
            manifest=Manifest.parse((site / MANIFEST_PATH).read_text(encoding="utf-8")),
            matrix=matrix.read_text(encoding="utf-8") if matrix.is_file() else "",
        )


def _check_name(name: str, checked: Checked) -> None:
    editions = checked.catalog.memory.editions
    if not NAME.fullmatch(name):
        raise ConfigError(
            f"«{name}» no sirve como nombre de una edición.",
            hint="Use su mes o su día y, si hace falta, una palabra: 2026-11, 2026-11-30, "
            "2026-11-anual.",
        )
    if any(edition.name == name for edition in editions):
        raise ConfigError(
            f"La edición {name} ya existe, y una edición no cambia nunca.",
            hint=f"Elija otro nombre, por ejemplo {name}-b.",
        )
    if editions and editions[-1].date > checked.as_of.isoformat():
        raise ConfigError(
            f"La edición {editions[-1].name} es del {editions[-1].date}, posterior a esta "
            f"({checked.as_of}).",
            hint="Una edición nueva es de un día igual o posterior: vea --as-of.",
        )


def _ledger(root: Path, catalog: Catalog, pages: set[str]) -> dict[str, bytes]:
    """The ledger with the new pages at its end; nothing where there are none."""
    new = new_addresses(catalog.memory.addresses, pages)
    if not new:
        return {}
    path = root / LEDGER_PATH
    before = path.read_text(encoding="utf-8") if path.is_file() else _LEDGER_HEAD
    lines = "".join(f"{ledger_line(address)}\n" for address in new)
    return {LEDGER_PATH: (_ended(before) + lines).encode()}


def _reasons(root: Path, site: SiteSettings) -> dict[str, bytes]:
    """An empty table of reasons, for the first figure that will change; if there is none yet."""
    if (root / REVISIONS_PATH).is_file():
        return {}
    return {REVISIONS_PATH: _csv([revision_columns(site).known]).encode()}


def _categories(root: Path, checked: Checked, matrix: str) -> dict[str, bytes]:
    """The table of published categories, with those of this edition at its end."""
    day = checked.as_of.isoformat()
    placed = [row for row in csv.DictReader(StringIO(matrix)) if row["category"]]
    kept = checked.catalog.matrix.published if checked.catalog.matrix else ()
    if not placed or any(one.edition == day for one in kept):
        return {}
    path, known = root / CATEGORIES_PATH, CATEGORY_COLUMNS.known
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else _csv([known])
    head = next(csv.reader(before.splitlines()[:1]))
    rows = [[{**row, "edition": day}[column] for column in head] for row in placed]
    return {CATEGORIES_PATH: (_ended(before) + _csv(rows)).encode()}


def _listed(root: Path, site: SiteSettings, row: dict[str, str]) -> bytes:
    """The list of editions with one more."""
    path, known = root / EDITIONS_PATH, edition_columns(site).known
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else _csv([known])
    head = next(csv.reader(before.splitlines()[:1]))
    return (_ended(before) + _csv([[row.get(column, "") for column in head]])).encode()


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _ended(text: str) -> str:
    """A text whose last line ends."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def _write(path: Path, body: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        # What an interrupted command left is in nobody's way: no row speaks of it.
        (replace_file if path.is_file() else add_file)(path, body)
    except OSError as error:
        raise OutputError(
            f"No se puede escribir {path}: {error.strerror}.",
            hint="Libere espacio o cambie los permisos, y vuelva a fijar la edición.",
        ) from error
