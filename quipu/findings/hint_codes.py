"""Pure. Hints for one common cause of a finding, told instead of the general one.

A finding names the cause (``params["cause"]``) when it could be seen in the text.
"""

from __future__ import annotations

from collections.abc import Mapping

HINTS: Mapping[str, tuple[str, str]] = {
    "decimal-comma-in-row": (
        "Parece «{found}» en «{column}»: escriba {fixed}, con punto.",
        "It looks like “{found}” in “{column}”: write {fixed}, with a point.",
    ),
    "quoted-number": (
        "Quite las comillas, que hacen del número un texto: {field} = {fixed}.",
        "Remove the quotes, which make a text of the number: {field} = {fixed}.",
    ),
    "version-slip": (
        "Si la cambió a propósito, agregue al final de data/method-versions.csv una línea con {value}, la fecha, la huella {fingerprint} y qué cambió en español y en inglés; no toque las líneas anteriores. Si no, escriba aquí la última que está anotada: «{last}».",
        "If you changed it on purpose, add at the end of data/method-versions.csv a line with {value}, the date, the fingerprint {fingerprint} and what changed in Spanish and in English; do not touch the lines before. If not, write here the last one that is recorded: “{last}”.",
    ),
    "toml-decimal-comma": (
        "Hay un número con coma decimal: escríbalo con punto, como 0.5.",
        "There is a number with a decimal comma: write it with a point, such as 0.5.",
    ),
    "toml-curly-quotes": (
        'Hay comillas curvas o angulares en lugar de rectas: escriba el texto entre comillas rectas (").',
        'There are curly or angular quotes instead of straight ones: put the text between straight quotes (").',
    ),
    "toml-quote-missing": (
        'Falta una comilla: cada texto empieza y termina con una comilla recta (").',
        'A quote is missing: every text starts and ends with a straight quote (").',
    ),
    "toml-quote-inside": (
        "Hay comillas rectas dentro de un texto: cámbielas por «».",
        "There are straight quotes within a text: change them for “”.",
    ),
    "toml-text-unquoted": (
        'El texto va entre comillas rectas: {field} = "…".',
        'A text goes between straight quotes: {field} = "…".',
    ),
    "toml-key-twice": (
        "Ese ajuste ya está escrito antes en el archivo: deje uno solo.",
        "That setting already stands before in the file: keep one.",
    ),
    "yaml-tab": (
        "La línea empieza con un tabulador: bórrelo y ponga espacios.",
        "The line starts with a tab: delete it and put spaces.",
    ),
    "yaml-no-space": (
        "Falta un espacio tras los dos puntos: escriba «{key}: » y luego el texto.",
        "A space is missing after the colon: write “{key}: ” and then the text.",
    ),
    "yaml-quote-missing": (
        'Falta cerrar las comillas del texto de «{key}»: termínelo con una comilla recta (").',
        'The quotes of the text of “{key}” are not closed: end it with a straight quote (").',
    ),
    "yaml-colon": (
        'El texto de «{key}» lleva dos puntos: póngalo entero entre comillas rectas (").',
        'The text of “{key}” has a colon in it: put all of it between straight quotes (").',
    ),
}
"""By name: in Spanish and in English."""
