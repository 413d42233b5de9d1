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
    **dict.fromkeys(
        ("periodo", "ano", "anio", "year", "date", "mes"), ("time_period", "valid_at", "date")
    ),
    "fecha": ("time_period", "date", "valid_at", "agreed_on", "published"),
    **dict.fromkeys(("valor", "dato", "cifra", "obs_value"), ("value",)),
    "resultado": ("value", "outcome"),
    **dict.fromkeys(("numerador", "casos"), ("numerator",)),
    **dict.fromkeys(("denominador", "total", "base"), ("denominator",)),
    **dict.fromkeys(("inferior", "limite_inferior", "li", "min"), ("lower",)),
    **dict.fromkeys(("superior", "limite_superior", "ls", "max"), ("upper",)),
    **dict.fromkeys(("estado", "situacion"), ("obs_status", "status", "state", "outcome")),
    "calidad": ("quality",),
    **dict.fromkeys(("fuente", "fuentes"), ("source",)),
    **dict.fromkeys(("enlace", "link", "direccion", "web"), ("evidence_url", "url")),
    **dict.fromkeys(("nota", "notas", "observacion", "comentario"), ("note_es", "note")),
    **dict.fromkeys(("nombre", "name"), ("name_es",)),
    "titulo": ("title",),
    "documento": ("title", "document"),
    **dict.fromkeys(("entidad", "editor"), ("publisher", "institution", "owner")),
    "institucion": ("publisher", "institution", "owner"),
    "responsable": ("owner",),
    **dict.fromkeys(("publicado", "publicacion"), ("published",)),
    **dict.fromkeys(("consulta", "consultado"), ("accessed",)),
    "licencia": ("licence",),
    "unidad": ("unit",),
    "decimales": ("decimals",),
    **dict.fromkeys(("sentido", "direccion"), ("direction",)),
    **dict.fromkeys(("dominio", "grupo"), ("group",)),
    **dict.fromkeys(("frecuencia", "periodicidad"), ("frequency",)),
    "peso": ("weight",),
    **dict.fromkeys(("tipo", "clase"), ("type", "kind", "event")),
    "padre": ("parent",),
    **dict.fromkeys(("miembros", "integrantes"), ("members",)),
    # Registers.
    **dict.fromkeys(("evento", "suceso", "hecho"), ("event",)),
    "nivel": ("level",),
    "modalidad": ("setup",),
    **dict.fromkeys(("norma", "resolucion", "ordenanza", "acto"), ("act",)),
    **dict.fromkeys(("responde_ante", "depende_de", "reporta_a"), ("reports_to",)),
    **dict.fromkeys(("descripcion", "texto", "detalle"), ("statement_es", "text_es", "basis_es")),
    "acuerdo": ("text_es", "id"),
    **dict.fromkeys(("inicio", "desde", "fecha_inicio"), ("starts",)),
    **dict.fromkeys(("fin", "hasta", "termino", "fecha_fin"), ("ends",)),
    **dict.fromkeys(("plazo", "vence", "vencimiento"), ("due",)),
    **dict.fromkeys(("cumplido_el", "fecha_de_cumplimiento"), ("done_on",)),
    **dict.fromkeys(("evidencia", "sustento"), ("evidence",)),
    **dict.fromkeys(("tema", "temas"), ("topics",)),
    "acta": ("minutes",),
    **dict.fromkeys(("acta_publicada", "publicacion_del_acta"), ("minutes_published",)),
    **dict.fromkeys(("asistentes", "asistieron", "asistencia"), ("attended",)),
    **dict.fromkeys(("alternos", "suplentes"), ("alternates",)),
    **dict.fromkeys(("cargo", "participa_como", "calidad_de"), ("seat",)),
    **dict.fromkeys(("punto_de_contacto", "contacto"), ("contact_point",)),
    **dict.fromkeys(("sesiones_esperadas", "sesiones_previstas"), ("sessions_expected",)),
    "tarea": ("task",),
    "organo": ("body",),
    "confianza": ("confidence",),
    **dict.fromkeys(("fecha_vista", "fecha_de_la_fuente"), ("date_seen",)),
    **dict.fromkeys(("revisar", "revisar_el"), ("review_by",)),
    "publica": ("public",),
}
"""What people call a column who do not know its name, without accents."""

CODES_SAID: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("normal", "definitivo", "oficial", "ok"), ("A",)),
    **dict.fromkeys(("quiebre", "ruptura", "break"), ("B",)),
    **dict.fromkeys(("estimado", "estimacion", "estimated"), ("E",)),
    **dict.fromkeys(("proyectado", "proyeccion", "pronostico", "forecast"), ("F",)),
    **dict.fromkeys(("preliminar", "provisional", "provisorio", "preliminary"), ("P",)),
    **dict.fromkeys(("reservado", "confidencial", "suprimido", "suppressed"), ("Q",)),
    **dict.fromkeys(("parcial", "partial"), ("C",)),
    **dict.fromkeys(("prensa", "press"), ("B",)),
    **dict.fromkeys(("sin_fecha", "s/f", "undated"), ("D", "C")),
    "pais": ("country",),
    **dict.fromkeys(("departamento", "region"), ("region",)),
    "provincia": ("province",),
    "distrito": ("district",),
    **dict.fromkeys(("porcentaje", "percent", "share", "%"), ("percentage",)),
    **dict.fromkeys(("tasa", "ratio"), ("rate",)),
    **dict.fromkeys(("monto", "soles", "importe", "money"), ("amount",)),
    **dict.fromkeys(("conteo", "cuenta", "numero", "number"), ("count",)),
    **dict.fromkeys(("puntaje", "indice", "index"), ("score",)),
    **dict.fromkeys(("mayor", "mas", "up", "alto", "mas_alto"), ("higher",)),
    **dict.fromkeys(("menor", "menos", "down", "bajo", "mas_bajo"), ("lower",)),
    **dict.fromkeys(("neutro", "ninguno", "none"), ("neutral",)),
    **dict.fromkeys(("publicado", "activo", "published", "active", "vivo"), ("live",)),
    **dict.fromkeys(("borrador", "en_preparacion"), ("draft",)),
    **dict.fromkeys(("retirado", "antiguo", "descontinuado"), ("retired",)),
    **dict.fromkeys(("buscado", "por_conseguir"), ("wanted",)),
    "pendiente": ("wanted", "pending"),
    **dict.fromkeys(("anual", "yearly", "year"), ("annual",)),
    "semestral": ("semester",),
    "trimestral": ("quarterly",),
    "mensual": ("monthly",),
    "gobierno_regional": ("regional_government",),
    **dict.fromkeys(("comision", "cra"), ("commission",)),
    **dict.fromkeys(("suma", "total"), ("sum",)),
    **dict.fromkeys(("si", "s", "true", "verdadero", "1", "x"), ("yes",)),
    **dict.fromkeys(("n", "false", "falso", "0"), ("no",)),
    **dict.fromkeys(("antes", "prefijo", "before"), ("prefix",)),
    **dict.fromkeys(("despues", "sufijo", "after"), ("suffix",)),
    # Registers: what secretaries of commissions call what they note down.
    **dict.fromkeys(("realizada", "realizado", "se_realizo"), ("held", "done")),
    **dict.fromkeys(("sin_quorum", "no_hubo_quorum", "falta_de_quorum"), ("no_quorum",)),
    **dict.fromkeys(("convocada", "citada", "programada"), ("called", "planned")),
    **dict.fromkeys(("ordinaria", "sesion_ordinaria"), ("ordinary",)),
    **dict.fromkeys(("extraordinaria", "sesion_extraordinaria"), ("extraordinary",)),
    **dict.fromkeys(("instalacion", "de_instalacion", "instalada"), ("installation", "installed")),
    **dict.fromkeys(("cumplido", "cumplida", "hecho", "hecha", "aprobado", "aprobada"), ("done",)),
    **dict.fromkeys(("no_hecho", "no_cumplido", "incumplido", "falta"), ("not_done",)),
    **dict.fromkeys(("existe", "vigente", "en_funciones"), ("exists",)),
    **dict.fromkeys(("medido", "medida"), ("measured",)),
    **dict.fromkeys(("previsto", "prevista", "planificado", "programado"), ("planned",)),
    **dict.fromkeys(("en_proceso", "en_curso", "por_cumplir"), ("pending",)),
    **dict.fromkeys(("dejado_de_lado", "anulado", "sin_efecto", "archivado"), ("dropped",)),
    **dict.fromkeys(("norma", "ordenanza", "ordenanza_regional", "creacion"), ("norm",)),
    **dict.fromkeys(("derogada", "derogado", "derogacion"), ("repealed",)),
    **dict.fromkeys(("reactivada", "reactivacion"), ("reactivated",)),
    **dict.fromkeys(("inactiva", "no_se_reune"), ("inactive",)),
    **dict.fromkeys(("reglamento", "reglamento_interno", "estatuto"), ("rules",)),
    **dict.fromkeys(("plan_anual", "plan_de_trabajo", "plan_regional"), ("plan",)),
    **dict.fromkeys(("presidencia", "presidente", "presidenta", "preside"), ("chair",)),
    **dict.fromkeys(("secretaria", "secretaria_tecnica"), ("secretariat",)),
    **dict.fromkeys(("integrantes", "membresia", "composicion"), ("membership",)),
    **dict.fromkeys(("actividad", "foro", "taller"), ("activity", "training")),
    **dict.fromkeys(("miembro", "miembro_pleno", "titular", "integrante"), ("member",)),
    **dict.fromkeys(("observador", "observadora"), ("observer",)),
    **dict.fromkeys(("invitado", "invitada"), ("guest",)),
    **dict.fromkeys(("unidad_creada", "creacion_de_unidad"), ("unit_created",)),
    **dict.fromkeys(("hay_unidad", "unidad_existente", "unidad"), ("unit_exists",)),
    **dict.fromkeys(("no_hay_unidad", "sin_unidad"), ("no_unit",)),
    **dict.fromkeys(("designacion", "oficial_designado", "responsable"), ("officer_designated",)),
    **dict.fromkeys(("programa", "programa_de_integridad"), ("programme",)),
    **dict.fromkeys(("mapa_de_riesgos", "matriz_de_riesgos"), ("risk_map",)),
    **dict.fromkeys(("capacitacion", "curso"), ("training",)),
    **dict.fromkeys(("canal_de_denuncias", "denuncias"), ("complaints_channel",)),
    **dict.fromkeys(("medicion", "icp"), ("measurement",)),
    "dependencia": ("dependency",),
    **dict.fromkeys(("gore", "sede_central", "sede"), ("regional_government",)),
    **dict.fromkeys(("municipalidad_metropolitana", "mml"), ("metropolitan_municipality",)),
    **dict.fromkeys(("tarea_1", "tarea1"), ("T1",)),
    **dict.fromkeys(("tarea_2", "tarea2"), ("T2",)),
    **dict.fromkeys(("tarea_3", "tarea3"), ("T3",)),
    **dict.fromkeys(("poder_judicial", "corte_superior"), ("judiciary",)),
    **dict.fromkeys(("fiscalia", "ministerio_publico"), ("prosecution",)),
    "contraloria": ("comptroller",),
    "procuraduria": ("anticorruption_attorney",),
    **dict.fromkeys(("defensoria", "defensoria_del_pueblo"), ("ombudsman",)),
    **dict.fromkeys(("oece", "osce"), ("procurement",)),
    **dict.fromkeys(("sociedad_civil", "universidad", "gremio"), ("society",)),
    **dict.fromkeys(("otro", "otra", "otros"), ("other",)),
    "componente": ("component",),
    "funcion": ("function",),
    "tarea": ("task",),
}
"""The codes that a word may stand for, without accents: the first that a list has is meant."""

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
    said = (code for code in CODES_SAID.get(plain, ()) if code in codes.values())
    return codes.get(plain) or next(said, "")
