"""Shell. ``explain``: what a code means and how to mend it."""

from __future__ import annotations

import click

from quipu.cli.asked import Asked
from quipu.vocab import Severity

_SEVERITIES = {
    Severity.ERROR: {"es": "error: impide construir", "en": "error: stops the build"},
    Severity.WARNING: {"es": "advertencia: no impide nada", "en": "warning: stops nothing"},
    Severity.NOTE: {"es": "nota: no impide nada", "en": "note: stops nothing"},
}


@click.command("explain")
@click.argument("code")
@click.pass_obj
def explain_command(asked: Asked, code: str) -> None:
    """Explica qué significa un código y cómo arreglarlo (por ejemplo: explain E203)."""
    from quipu.findings import did_you_mean
    from quipu.findings.codes import RULES_BY_CODE

    lang = asked.lang
    rule = RULES_BY_CODE.get(code.upper())
    if rule is None:
        # An O for the zero, or another severity: people remember the number.
        number = code[1:].upper().replace("O", "0")
        same = [known for known in RULES_BY_CODE if known[1:] == number]
        alike = did_you_mean(code.upper(), RULES_BY_CODE)
        close = ", ".join(same) or alike or ", ".join(list(RULES_BY_CODE)[:6])
        raise click.UsageError(
            f"There is no code {code}. Did you mean: {close}?"
            if lang == "en"
            else f"No hay un código {code}. ¿Quiso decir: {close}?"
        )
    words = rule.words_in(lang)
    text, hint = words.in_general()
    click.echo(f"{rule.code} {rule.slug} ({_SEVERITIES[rule.severity][lang]})\n\n{text}\n\n{hint}")
    click.echo(f"\n{'Example' if lang == 'en' else 'Ejemplo'}: {words.example}")
