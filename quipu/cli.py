"""Shell. The command line: words in, an exit code out.

Exit codes: 0 fine; 1 errors in data or content; 2 wrong usage or configuration; 70 a fault
of the generator itself.
"""

from __future__ import annotations

import gc
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path

import click

from quipu import __version__
from quipu.errors import DataRejected, PublishBlocked, SiteError
from quipu.findings import is_blocking
from quipu.options import Address, Day, Group
from quipu.pipeline import REPOSITORY, Options, Progress, Report, build, check, silent
from quipu.report import FORMATS, summary, write_findings
from quipu.vocab import Severity

EXIT_DATA = 1
EXIT_USAGE = 2
EXIT_FAULT = 70

_STAGES = {
    "read": ("Leyendo y revisando los datos", "Reading and checking the data"),
    "compare": ("Comparando y puntuando", "Comparing and scoring"),
    "wait": ("Esperando a que termine otra construcción", "Waiting for another build to end"),
    "write": ("Escribiendo páginas", "Writing pages"),
    "inspect": ("Revisando el sitio construido", "Inspecting the finished site"),
}
_FIXED = {"es": "Archivos arreglados: {count}.", "en": "Files mended: {count}."}
_BAR_CELLS = 24
_COLLECT_AFTER = 50_000
"""New values after which Python looks for those that only hold each other."""
_OUR_FAULT = (
    "Esto es un defecto del generador, no de sus datos. Avísenos con el texto de arriba.\n"
    "This is a fault of the generator, not of your data. Please report the text above."
)

_SEVERITIES = {
    Severity.ERROR: {"es": "error: impide construir", "en": "error: stops the build"},
    Severity.WARNING: {"es": "advertencia: no impide nada", "en": "warning: stops nothing"},
    Severity.NOTE: {"es": "nota: no impide nada", "en": "note: stops nothing"},
}


@click.group(
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=REPOSITORY,
    help="Carpeta que contiene data/ y content/.  [este repositorio]",
)
@click.option(
    "--lang", type=click.Choice(["es", "en"]), default="es", help="Idioma de los mensajes."
)
@click.version_option(__version__, prog_name="quipu")
@click.pass_context
def cli(context: click.Context, root: Path, lang: str) -> None:
    """Construye el sitio a partir de data/ y content/. Sin orden: build."""
    context.obj = {"root": root, "lang": lang}
    if context.invoked_subcommand is None:
        context.invoke(build_command)


@cli.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="Carpeta de salida.  [<root>/site]")
@click.option("--as-of", type=Day(), help="Fecha de la edición.  [la del último commit]")
@click.option("--base-url", type=Address(), default="", help="Dirección en la que estará el sitio.")
@click.option("--no-cache", is_flag=True, help="No usar lo que dejaron construcciones anteriores.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Cuántos procesos hacen las páginas; con más de uno no se guardan sus pedazos.",
)
@click.option(
    "--scheduler",
    metavar="ADDR",
    default="",
    help="Dirección de un planificador de Dask cuyos trabajadores hacen las páginas.",
)
@click.pass_obj
def build_command(
    obj: dict[str, object],
    *,
    out: Path | None = None,
    as_of: date | None = None,
    base_url: str = "",
    no_cache: bool = False,
    jobs: int = 1,
    scheduler: str = "",
) -> None:
    """Revisa los datos y construye el sitio entero."""
    root, lang = Path(str(obj["root"])), str(obj["lang"])
    options = Options(
        root=root,
        out=out or root / "site",
        as_of=as_of,
        base_url=base_url,
        use_cache=not no_cache,
        jobs=jobs,
        scheduler=scheduler,
    )
    with _told(lang), _progress(lang) as progress:
        report = build(options, progress, lambda words: click.echo(words[lang], err=True))
    _show_findings(report, lang)
    click.echo(_done(report, options.out, lang))


@cli.command("check")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Formato.")
@click.option("--as-of", type=Day(), help="Fecha de la edición.")
@click.option(
    "--fix",
    is_flag=True,
    help="Arreglar antes cómo se guardaron las tablas: codificación, punto y coma, espacios, "
    "filas vacías. Nunca cambia un valor.",
)
@click.pass_obj
def check_command(
    obj: dict[str, object], *, form: str, as_of: date | None, fix: bool = False
) -> None:
    """Muestra todos los problemas de los datos y textos; no construye nada."""
    root, lang = Path(str(obj["root"])), str(obj["lang"])
    with _told(lang):
        if fix:
            from quipu.mending import mend_root

            mended = mend_root(root)
            for one in mended:
                click.echo(one.shown(), err=form != "text")
            click.echo(_FIXED[lang].format(count=len(mended)), err=True)
        findings = check(root, as_of).findings
    if text := write_findings(findings, lang, form):
        click.echo(text)
    if form == "text":
        click.echo(summary(findings, lang), err=bool(findings))
    if is_blocking(findings):
        sys.exit(EXIT_DATA)


@cli.command("diff")
@click.argument("base")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="Formato."
)
@click.option("--as-of", type=Day(), help="Fecha de las dos ediciones.")
@click.pass_obj
def diff_command(obj: dict[str, object], base: str, form: str, as_of: date | None) -> None:
    """Muestra qué cambia frente a BASE: una revisión de git o la carpeta de otra copia."""
    from quipu.diff.report import as_json, as_markdown
    from quipu.diff.run import difference

    root, lang = Path(str(obj["root"])), str(obj["lang"])
    with _told(lang), _progress(lang) as progress:
        found = difference(root, base, lang, as_of, progress)
    click.echo(as_json(found) if form == "json" else as_markdown(found))


@cli.command("serve")
@click.option("--port", type=click.IntRange(0, 65_535), default=8_000, help="Puerto local.")
@click.option("--out", type=click.Path(path_type=Path), help="Carpeta de salida.  [<root>/site]")
@click.pass_obj
def serve_command(obj: dict[str, object], port: int, out: Path | None) -> None:
    """Construye, sirve en este equipo y vuelve a construir cuando algo cambia."""
    from quipu.publish.reload import FileOf
    from quipu.publish.serve import serve

    root, lang = Path(str(obj["root"])), str(obj["lang"])
    options = Options(root=root, out=out or root / "site")

    def rebuild(show: Callable[[FileOf], None]) -> None:
        report = build(options, show=lambda preview: show(preview.file))
        _show_findings(report, lang)
        click.echo(_done(report, options.out, lang))

    def explain(error: Exception) -> str:
        if isinstance(error, DataRejected | PublishBlocked):
            return f"{write_findings(error.findings, lang, 'text')}\n{error.message}"
        if isinstance(error, SiteError):
            return str(error)
        return "".join(traceback.format_exception(error)) + _OUR_FAULT

    with _told(lang):
        watched = [root / "data", root / "content", root / "templates", REPOSITORY / "templates"]
        serve(options.out, rebuild, watched, port, click.echo, explain=explain)


@cli.command("explain")
@click.argument("code")
@click.pass_obj
def explain_command(obj: dict[str, object], code: str) -> None:
    """Explica qué significa un código y cómo arreglarlo (por ejemplo: explain E203)."""
    from quipu.findings import did_you_mean
    from quipu.findings.codes import RULES_BY_CODE

    lang = str(obj["lang"])
    rule = RULES_BY_CODE.get(code.upper())
    if rule is None:
        close = did_you_mean(code.upper(), RULES_BY_CODE) or ", ".join(list(RULES_BY_CODE)[:6])
        raise click.UsageError(
            f"There is no code {code}. Did you mean: {close}?"
            if lang == "en"
            else f"No hay un código {code}. ¿Quiso decir: {close}?"
        )
    words = rule.words_in(lang)
    # What a finding fills in is not known here.
    text, hint = (re.sub(r"\{[a-z]+\}", "…", part) for part in (words.message, words.hint))
    click.echo(f"{rule.code} {rule.slug} ({_SEVERITIES[rule.severity][lang]})\n\n{text}\n\n{hint}")
    if words.example:
        click.echo(f"\n{'Example' if lang == 'en' else 'Ejemplo'}: {words.example}")


@contextmanager
def _told(lang: str) -> Iterator[None]:
    """Tell what a person can mend in a sentence, and end with the right code."""
    try:
        yield
    except (DataRejected, PublishBlocked) as stopped:
        click.echo(write_findings(stopped.findings, lang, "text"))
        click.echo(f"{stopped.message} {summary(stopped.findings, lang)}", err=True)
        sys.exit(EXIT_DATA)
    except SiteError as error:
        click.echo(f"{error.message}\n{error.hint}".rstrip(), err=True)
        sys.exit(EXIT_USAGE)


@contextmanager
def _progress(lang: str) -> Iterator[Progress]:
    """A line with the stage and a bar, on a terminal only."""
    if not sys.stderr.isatty():
        yield silent
        return

    def show(stage: str, done: int, total: int) -> None:
        words = _STAGES[stage][1 if lang == "en" else 0]
        bar = f" {_bar(done, total)} {done}/{total}" if total else "…"
        click.echo(f"\r\x1b[2K{words}{bar}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo("\r\x1b[2K", nl=False, err=True)


def _bar(done: int, total: int) -> str:
    full = done * _BAR_CELLS // total
    return "█" * full + "░" * (_BAR_CELLS - full)


def _show_findings(report: Report, lang: str) -> None:
    if report.findings:
        click.echo(write_findings(report.findings, lang, "text"), err=True)


def _done(report: Report, out: Path, lang: str) -> str:
    size = f"{report.size_bytes / 1_000_000:.1f} MB"
    if lang == "en":
        return (
            f"{report.pages} pages, {report.charts} charts, {report.files} files, {size} "
            f"in {report.seconds:.1f} s → {out}"
        )
    return (
        f"{report.pages} páginas, {report.charts} gráficos, {report.files} archivos, {size} "
        f"en {report.seconds:.1f} s → {out}"
    )


def main() -> None:
    """Run a command; a fault of the generator ends with its traceback and code 70."""
    # A build makes millions of values and hardly any circle: looking for those takes a tenth
    # of its time when done as often as Python does by itself.
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows it escaped, instead of ending the command.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="build.py")
    except Exception:  # noqa: BLE001 (the last resort: tell that the fault is ours)
        traceback.print_exc()
        click.echo(_OUR_FAULT, err=True)
        sys.exit(EXIT_FAULT)
