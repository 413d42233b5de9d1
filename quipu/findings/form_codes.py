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
    "institution-id": (
        "letras minúsculas sin tilde, cifras y guiones, como corte-superior",
        "small letters without accents, digits and hyphens, such as corte-superior",
    ),
    "swot-id": (
        "letras minúsculas sin tilde, cifras y guiones, como cus-f1",
        "small letters without accents, digits and hyphens, such as cus-f1",
    ),
    "norm-id": (
        "letras minúsculas sin tilde, cifras y guiones, como ley-29976",
        "small letters without accents, digits and hyphens, such as ley-29976",
    ),
    "topic-id": (
        "letras mayúsculas y, si hace falta, cifras, como C2 o CRA",
        "capital letters and, where needed, digits, such as C2 or CRA",
    ),
    "card-name": (
        "letras minúsculas sin tilde, cifras y guiones, como puerta-giratoria",
        "small letters without accents, digits and hyphens, such as puerta-giratoria",
    ),
    "risk-id": (
        "letras, cifras, puntos y guiones, como CUS-001",
        "letters, digits, full stops and hyphens, such as CUS-001",
    ),
    "agreement-id": (
        "letras, cifras, puntos y guiones, como 2026-01",
        "letters, digits, full stops and hyphens, such as 2026-01",
    ),
    "language-code": (
        "el código de un idioma, de dos o tres letras minúsculas, como en",
        "the code of a language, two or three small letters, such as en",
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
    "short-text": (
        "un texto de {limit} caracteres como máximo",
        "a text of {limit} characters at most",
    ),
    "few-categories": ("{limit} categorías como máximo", "{limit} categories at most"),
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
    "indicator-code": ("un código de data/indicators.csv", "a code of data/indicators.csv"),
    "table": ("una tabla: [{field}] en una línea y debajo sus claves", "a table: [{field}] on a line and its keys below"),
    "groups": (
        "un bloque [[group]] por dominio, con id y nombres",
        "a [[group]] block for each domain, with id and names",
    ),
    "unique-id": ("un código que ningún otro bloque lleve", "a code that no other block has"),
    "positive": ("un número mayor que 0", "a number above 0"),
    "share": ("un número de 0 a 1", "a number from 0 to 1"),
    "months": ("un número entero de 1 a {limit}", "a whole number from 1 to {limit}"),
    "decimals": ("un número entero de 0 a {limit}", "a whole number from 0 to {limit}"),
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
    "range": (
        "dos números, el menor primero, como [0, 100] (de un puntaje z: la media y la desviación)",
        "two numbers, the lower one first, such as [0, 100] (of a z-score: mean and deviation)",
    ),
    "version": ("una versión, como 1.0 o 1.2.3", "a version, such as 1.0 or 1.2.3"),
    "period": (
        "latest, o un periodo como 2024 o 2024-S1",
        "latest, or a period such as 2024 or 2024-S1",
    ),
    "draws": ("un número entero de 0 a 100000", "a whole number from 0 to 100000"),
    "divisor": (
        "un número que divida a {draws} sin resto, o 0",
        "a number that divides {draws} without remainder, or 0",
    ),
    "spread": ("un número de 0 a 0.99", "a number from 0 to 0.99"),
    "step": ("un número de 0 a 50", "a number from 0 to 50"),
    "yes-no": ("true o false, sin comillas", "true or false, without quotes"),
    "variables": (
        "un bloque [[peers.variable]] por variable, con indicator",
        "a [[peers.variable]] block for each variable, with indicator",
    ),
    "axis-indicators": (
        "un bloque [[capacity.indicator]] o [[risk.indicator]] por indicador, con id y direction",
        "a [[capacity.indicator]] or [[risk.indicator]] block for each indicator, with id and direction",
    ),
    "functions": (
        "un bloque [[function]] por función, con id y nombres",
        "a [[function]] block for each function, with id and names",
    ),
    "categories": (
        "un bloque [[category]] por categoría, con id y nombres",
        "a [[category]] block for each category, with id and names",
    ),
    "category-id": (
        "una letra mayúscula y, si hace falta, cifras, + o -, como A o E+",
        "a capital letter and, if needed, digits, + or -, such as A or E+",
    ),
    "cuts": (
        "números entre 0 y 100 de menor a mayor, como [40, 70]",
        "numbers between 0 and 100 from low to high, such as [40, 70]",
    ),
    "levels": (
        "una lista de {count} nombres, del nivel más bajo al más alto",
        "a list of {count} names, from the lowest level to the highest",
    ),
    "setup": (
        "un número entero, o dos como [3, 4]",
        "a whole number, or two such as [3, 4]",
    ),
    "cells": (
        'una lista de filas, como [["A", "B"], ["C", "D"]]',
        'a list of rows, such as [["A", "B"], ["C", "D"]]',
    ),
    "fingerprint": (
        "16 cifras de 0 a f, las que da el mensaje E512 o E513",
        "16 digits from 0 to f, those that message E512 or E513 gives",
    ),
    "edition-name": (
        "el mes o el día de la edición y, si hace falta, una palabra, como 2026-11, 2026-11-30 o 2026-11-anual",
        "the month or day of the edition and, if needed, a word, such as 2026-11, 2026-11-30 or 2026-11-yearly",
    ),
    "sha256": (
        "las 64 cifras de 0 a f que escribió la orden «edition»",
        "the 64 digits from 0 to f that the command “edition” wrote",
    ),
    "pair": ("dos números, como [0, 100]", "two numbers, such as [0, 100]"),
}
"""By name: in Spanish and in English, as it goes on after «Escriba» or “Write”."""
