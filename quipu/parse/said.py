"""Pure. What people write who do not know a name or a code: their own word for it.

Only for «did you mean»: nothing is ever read by these words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

from quipu.findings import did_you_mean

COLUMNS_SAID: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        ("region", "departamento", "area", "ubigeo", "codigo", "geo", "provincia", "distrito"),
        ("ref_area", "code", "id"),
    ),
    **dict.fromkeys(("periodo", "ano", "anio", "year", "date", "mes"), ("time_period",)),
    "fecha": ("time_period", "date", "published"),
    **dict.fromkeys(("valor", "dato", "cifra", "obs_value", "resultado"), ("value",)),
    **dict.fromkeys(("numerador", "casos"), ("numerator",)),
    **dict.fromkeys(("denominador", "total", "base"), ("denominator",)),
    **dict.fromkeys(("inferior", "limite_inferior", "li", "min"), ("lower",)),
    **dict.fromkeys(("superior", "limite_superior", "ls", "max"), ("upper",)),
    **dict.fromkeys(("estado", "situacion"), ("obs_status", "status")),
    "calidad": ("quality",),
    **dict.fromkeys(("fuente", "fuentes"), ("source",)),
    **dict.fromkeys(("enlace", "link", "direccion", "web"), ("evidence_url", "url")),
    **dict.fromkeys(("nota", "notas", "observacion", "comentario"), ("note_es", "note")),
    **dict.fromkeys(("nombre", "name"), ("name_es",)),
    **dict.fromkeys(("titulo", "documento"), ("title",)),
    **dict.fromkeys(("entidad", "editor", "institucion"), ("publisher", "owner")),
    **dict.fromkeys(("publicado", "publicacion"), ("published",)),
    **dict.fromkeys(("consulta", "consultado"), ("accessed",)),
    "licencia": ("licence",),
    "unidad": ("unit",),
    "decimales": ("decimals",),
    **dict.fromkeys(("sentido", "direccion"), ("direction",)),
    **dict.fromkeys(("dominio", "grupo"), ("group",)),
    **dict.fromkeys(("frecuencia", "periodicidad"), ("frequency",)),
    "peso": ("weight",),
    "tipo": ("type", "kind"),
    "padre": ("parent",),
    "miembros": ("members",),
}
"""What people call a column who do not know its name, without accents."""

CODES_SAID: Final[Mapping[str, str]] = {
    **dict.fromkeys(("normal", "definitivo", "oficial", "ok"), "A"),
    **dict.fromkeys(("quiebre", "ruptura", "break"), "B"),
    **dict.fromkeys(("estimado", "estimacion", "estimated"), "E"),
    **dict.fromkeys(("proyectado", "proyeccion", "pronostico", "forecast"), "F"),
    **dict.fromkeys(("preliminar", "provisional", "provisorio", "preliminary"), "P"),
    **dict.fromkeys(("reservado", "confidencial", "suprimido", "suppressed"), "Q"),
    **dict.fromkeys(("parcial", "partial"), "C"),
    **dict.fromkeys(("prensa", "press"), "B"),
    **dict.fromkeys(("sin_fecha", "s/f", "undated"), "D"),
    "pais": "country",
    **dict.fromkeys(("departamento", "region"), "region"),
    "provincia": "province",
    "distrito": "district",
    **dict.fromkeys(("porcentaje", "percent", "share", "%"), "percentage"),
    **dict.fromkeys(("tasa", "ratio"), "rate"),
    **dict.fromkeys(("monto", "soles", "importe", "money"), "amount"),
    **dict.fromkeys(("conteo", "cuenta", "numero", "number"), "count"),
    **dict.fromkeys(("puntaje", "indice", "index"), "score"),
    **dict.fromkeys(("mayor", "mas", "up", "alto", "mas_alto"), "higher"),
    **dict.fromkeys(("menor", "menos", "down", "bajo", "mas_bajo"), "lower"),
    **dict.fromkeys(("neutro", "ninguno", "none"), "neutral"),
    **dict.fromkeys(("publicado", "activo", "published", "active", "vivo"), "live"),
    **dict.fromkeys(("borrador", "en_preparacion"), "draft"),
    **dict.fromkeys(("retirado", "antiguo", "descontinuado"), "retired"),
    **dict.fromkeys(("pendiente", "buscado", "por_conseguir"), "wanted"),
    **dict.fromkeys(("anual", "yearly", "year"), "annual"),
    "semestral": "semester",
    "trimestral": "quarterly",
    "mensual": "monthly",
    "gobierno_regional": "regional_government",
    "comision": "commission",
    **dict.fromkeys(("suma", "total"), "sum"),
    **dict.fromkeys(("si", "s", "true", "verdadero", "1", "x"), "yes"),
    **dict.fromkeys(("n", "false", "falso", "0"), "no"),
    **dict.fromkeys(("antes", "prefijo", "before"), "prefix"),
    **dict.fromkeys(("despues", "sufijo", "after"), "suffix"),
}
"""A code by what people write for it, without accents; of a list that has the code."""

KEYS_SAID: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("titulo", "nombre", "name"), ("title", "title_es", "name_es")),
    "nombre_es": ("name_es",),
    "descripcion": ("description",),
    "definicion": ("definition",),
    **dict.fromkeys(("motivo", "por_que", "porque"), ("why",)),
    "metodo": ("method",),
    "limites": ("limits",),
    **dict.fromkeys(("aviso", "advertencia"), ("warning",)),
    **dict.fromkeys(("quien_la_tiene", "responsable"), ("holder",)),
    "documento": ("document",),
    **dict.fromkeys(("enviar", "como_enviarla"), ("send",)),
    **dict.fromkeys(("frase", "oracion"), ("sentence",)),
    **dict.fromkeys(("autor", "cargo", "author"), ("author_role",)),
    "fecha": ("date",),
    **dict.fromkeys(("fuente", "fuentes", "source"), ("sources",)),
    "resumen": ("summary",),
    **dict.fromkeys(("peso",), ("weight",)),
    "periodo": ("period",),
    **dict.fromkeys(("idiomas", "lenguas"), ("languages",)),
    "contacto": ("contact",),
    "licencia": ("licence",),
    "indicadores": ("key_indicators",),
}
"""Keys of front matter and settings by what people write for them, without accents."""

_LOOKALIKES = str.maketrans(
    "АВСЕНІЅКМОРТХаеіорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHISKMOPTXaeiopcyxABEZHIKMNOPTYX"
)
"""Cyrillic and Greek letters that nobody tells from Latin ones."""


def folded(text: str) -> str:
    """A text as one compares it: small Latin letters without accents, words joined by a line."""
    letters = unicodedata.normalize("NFKD", text.strip()).translate(_LOOKALIKES).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(plain.split())


def meant_key(key: str, known: Collection[str]) -> dict[str, str]:
    """What a finding says of a key that nothing reads: those that it may stand for, or all."""
    plain = folded(key)
    said = [one for one in KEYS_SAID.get(plain, ()) if one in known]
    options = plain if plain in known else ", ".join(said) or did_you_mean(key, known)
    if options:
        return {"options": options}
    return {"options": ", ".join(known), "cause": "key-of-none"}


def code_said(text: str, codes: Mapping[str, str]) -> str:
    """The code that a text stands for.

    Args:
        text: A cell that is none of the codes.
        codes: The codes, each by itself `folded`.

    Returns:
        The code: the same letters written otherwise, or a word for what it means; empty when
        it is neither.
    """
    plain = folded(text).strip(".*()/_")
    said = CODES_SAID.get(plain, "")
    return codes.get(plain) or (said if said in codes.values() else "")
