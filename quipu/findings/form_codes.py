"""Pure. What a cell or a setting may hold, in words: shared by several findings.

A finding names a form (``params["form"]``) and its hint says ``{form}``, so that what is
allowed is told in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, tuple[str, str]] = {
    "area-code": (
        "letras mayúsculas y cifras unidas por guion, como PE-CUS o 080101; si son varias áreas, con +, como PE-LIM+PE-LMA",
        "capital letters and digits joined by a hyphen, such as PE-CUS or 080101; several areas with +, such as PE-LIM+PE-LMA",
    ),
    "slug": (
        "letras minúsculas sin tilde, cifras y guiones, como lima-metropolitana (60 caracteres como máximo)",
        "small letters without accents, digits and hyphens, such as lima-metropolitana (60 characters at most)",
    ),
    "source-id": (
        "letras, cifras, punto o guion, sin espacios, como S01 o inei-2025",
        "letters, digits, full stop or hyphen, without spaces, such as S01 or inei-2025",
    ),
    "indicator-id": (
        "letras mayúsculas, cifras y guion, como CX-03 (40 caracteres como máximo)",
        "capital letters, digits and hyphen, such as CX-03 (40 characters at most)",
    ),
    "unit-code": (
        "letras minúsculas, cifras y guion bajo, como percent o per_100k",
        "small letters, digits and underscore, such as percent or per_100k",
    ),
    "column-name": (
        "nombres en minúsculas, con cifras y guion bajo, que no sean ya columnas del archivo, como area_km2",
        "names in small letters, with digits and underscore, that are not columns of the file yet, such as area_km2",
    ),
    "text": ("un texto entre comillas", "a text in quotes"),
    "list": (
        'una lista de textos entre comillas y sin repetir, como ["CX-01", "CA-01"]',
        'a list of texts in quotes without repetition, such as ["CX-01", "CA-01"]',
    ),
    "languages": (
        'una lista de códigos de idioma, como ["es", "en"]',
        'a list of language codes, such as ["es", "en"]',
    ),
    "locale": ("un idioma y un país, como es_PE", "a language and a country, such as es_PE"),
    "time-zone": ("una zona horaria, como America/Lima", "a time zone, such as America/Lima"),
    "address": (
        "una dirección web completa, como https://ejemplo.pe/",
        "a full web address, such as https://example.org/",
    ),
    "one-of": ("uno de estos: {options}", "one of these: {options}"),
    "indicator": (
        "un código de data/indicators.csv (¿quiso decir: {options}?)",
        "a code of data/indicators.csv (did you mean: {options}?)",
    ),
    "table": ("una tabla: [{field}] en una línea y debajo sus claves", "a table: [{field}] on a line and its keys below"),
    "groups": (
        "un bloque [[group]] por dominio, con id y nombres",
        "a [[group]] block for each domain, with id and names",
    ),
    "unique-id": ("un código que ningún otro dominio lleve", "a code that no other domain has"),
    "positive": ("un número mayor que 0", "a number above 0"),
    "share": ("un número de 0 a 1", "a number from 0 to 1"),
    "whole": ("un número entero, sin comillas", "a whole number, without quotes"),
    "area": ("área", "area"),
    "an-indicator": ("indicador", "indicator"),
    "a-link": ("un enlace simbólico (acceso directo)", "a symbolic link (shortcut)"),
    "a-folder": ("una carpeta con nombre de archivo", "a folder with the name of a file"),
    "a-device": ("un canal o dispositivo del sistema", "a pipe or device of the system"),
    "group-id": (
        "letras mayúsculas, cifras y guion, como CX",
        "capital letters, digits and hyphen, such as CX",
    ),
    "at-least-zero": ("un número de 0 en adelante", "a number from 0 on"),
    "pair": ("dos números, como [0, 100]", "two numbers, such as [0, 100]"),
}
"""By name: in Spanish and in English, as it goes on after «Escriba» or “Write”."""
