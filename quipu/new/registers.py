"""Pure. Kinds that are one row of a register: a session, an agreement, a fact, a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from quipu.findings import Finding
from quipu.model import Catalog, Localised
from quipu.new import register_lists as lists
from quipu.new.draft import Draft, Given, Root, ToDo, words
from quipu.new.fields import Field
from quipu.new.kind import Kind, in_languages, names_of
from quipu.new.naming import Names
from quipu.new.proof import area_field, link_reader, proof_fields, topics_field
from quipu.new.rows import new_table, with_rows
from quipu.parse.cells import read_day, read_integer, read_period
from quipu.parse.registers import commissions, functions, support
from quipu.parse.registers.reading import Shape

_TOLD = words("Qué pasó, en una frase", "What happened, in one sentence")
_ACT = words("Número de la norma o del documento", "Number of the norm or document")


def _day(name: str, says: Localised, *, is_required: bool = False) -> Field:
    return Field(name=name, says=says, is_required=is_required, form=read_day)


def _count(name: str, says: Localised) -> Field:
    return Field(name=name, says=says, form=read_integer)


def _link(catalog: Catalog, name: str, says: Localised) -> Field:
    return Field(name=name, says=says, form=link_reader(catalog))


def _chosen(name: str, says: Localised, known: Names) -> Field:
    return Field(name=name, says=says, is_required=True, known=known, is_listed=True)


def _period(*, is_argument: bool = False, name: str = "valid_at") -> Field:
    return Field(
        name=name,
        says=words(
            "Cuándo fue (2024, 2024-03 o 2024-03-31)", "When it was (2024, 2024-03 or 2024-03-31)"
        ),
        empty=words("vacío si la fuente no lo dice", "empty if the source does not say"),
        is_argument=is_argument,
        form=read_period,
    )


def _institution(catalog: Catalog, name: str, says: Localised, *, is_required: bool) -> Field:
    return Field(
        name=name,
        says=says,
        is_required=is_required,
        known=names_of(catalog.registers.institutions.values()),
        unknown="E610",
    )


def _draft(shape: Shape, root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    """The row at the end of its register; what other rows say against it, the check finds."""
    columns = shape.columns(root.catalog.site)
    body = root.files.get(shape.path)
    write = (
        new_table(shape.path, columns, [given.texts])
        if body is None
        else with_rows(shape.path, body, columns, [given.texts], findings)
    )
    if write is None:
        return None
    first = root.catalog.site.languages[0]
    stems = [name.removesuffix(f"_{first}") for name in columns.known if name.endswith(f"_{first}")]
    untold = [
        f"{stem}_{language}"
        for stem in stems
        for language in root.catalog.site.languages
        if given[f"{stem}_{first}"] and not given[f"{stem}_{language}"]
    ]
    says = words(
        f"si puede, la traducción: {', '.join(untold)}.",
        f"if you can, the translation: {', '.join(untold)}.",
    )
    left = (ToDo(where=write.where(), says=says),) if untold else ()
    return Draft(writes=(write,), to_do=left)


def _kind(
    name: str, says: Localised, shape: Shape, own: Callable[[Catalog], tuple[Field, ...]]
) -> Kind:
    def fields(root: Root) -> tuple[Field, ...]:
        return (*own(root.catalog), *proof_fields(root.catalog))

    return Kind(name=name, says=says, fields=fields, draft=partial(_draft, shape))


def _session(catalog: Catalog) -> tuple[Field, ...]:
    return (
        area_field(catalog),
        _period(is_argument=True, name="date"),
        _chosen("kind", words("Clase de sesión", "Kind of session"), lists.SESSION_KINDS),
        _chosen("outcome", words("Qué resultó", "What came of it"), lists.SESSION_OUTCOMES),
        _count("members", words("Miembros plenos que tiene", "Full members it has")),
        _count("attended", words("Miembros que asistieron", "Members who attended")),
        _count("alternates", words("De ellos, alternos", "Of them, alternates")),
        _link(catalog, "minutes", words("Dirección del acta", "Address of the minutes")),
        _day("minutes_published", words("Día en que se publicó", "Day it was published")),
        *in_languages(catalog, "statement", _TOLD),
    )


def _agreement(catalog: Catalog) -> tuple[Field, ...]:
    return (
        area_field(catalog),
        Field(
            name="id",
            says=words(
                "Código del acuerdo, que no se repite en su área",
                "Id of the agreement, which occurs once in its area",
            ),
            is_argument=True,
            is_required=True,
        ),
        _chosen("body", words("Quién acordó", "Who agreed"), lists.AGREEMENT_BODIES),
        Field(
            name="agreed_on",
            says=words("Cuándo se acordó (2024-03-31)", "When it was agreed (2024-03-31)"),
            is_required=True,
            form=read_period,
        ),
        *in_languages(catalog, "text", words("Qué se acordó", "What was agreed")),
        _institution(
            catalog,
            "owner",
            words("Institución que responde", "Institution that answers for it"),
            is_required=True,
        ),
        _day("due", words("Día en que vence", "Day on which it falls due")),
        _chosen("state", words("Estado", "State"), lists.AGREEMENT_STATES),
        _day("done_on", words("Día en que se cumplió", "Day on which it was fulfilled")),
        _link(catalog, "evidence", words("Dirección de la prueba", "Address of the proof")),
        topics_field(catalog),
    )


def _figure(catalog: Catalog) -> tuple[Field, ...]:
    """What few facts have: asked of nobody, open to who has it."""
    return (
        Field(name="value", says=words("Cifra del hecho", "Figure of the fact"), is_asked=False),
        *(
            Field(name=f"unit_{code}", says=words("Unidad", "Unit"), is_asked=False)
            for code in catalog.site.languages
        ),
    )


def _function(catalog: Catalog) -> tuple[Field, ...]:
    return (
        area_field(catalog),
        _period(is_argument=True),
        _chosen("event", words("Clase de hecho", "Kind of fact"), lists.FUNCTION_EVENTS),
        _chosen("status", words("Qué se dice de él", "What is said of it"), lists.STATUSES),
        Field(
            name="level",
            says=words("De qué entidad es", "Of which body it is"),
            known=lists.LEVELS,
            usual=next(iter(lists.LEVELS)),
            is_asked=False,
        ),
        Field(
            name="setup",
            says=words(
                "Modalidad, si el hecho mismo la dice", "Set-up, where the fact itself tells it"
            ),
            known=lists.SETUPS,
            is_listed=True,
        ),
        Field(name="act", says=_ACT),
        Field(
            name="reports_to",
            says=words("De quién depende la unidad", "To whom the unit answers"),
        ),
        *_figure(catalog),
        *in_languages(catalog, "statement", _TOLD),
    )


def _commission(catalog: Catalog) -> tuple[Field, ...]:
    return (
        area_field(catalog),
        _period(is_argument=True),
        _chosen("event", words("Clase de hecho", "Kind of fact"), lists.COMMISSION_EVENTS),
        _chosen("status", words("Qué se dice de él", "What is said of it"), lists.STATUSES),
        Field(name="act", says=_ACT),
        _institution(
            catalog,
            "institution",
            words(
                "Institución, si es presidencia, secretaría o integrante",
                "Institution, for a chair, a secretariat or a member",
            ),
            is_required=False,
        ),
        _day("starts", words("Desde qué día, si tiene plazo", "From which day, if it has a term")),
        _day("ends", words("Hasta qué día", "Until which day")),
        *_figure(catalog),
        *in_languages(catalog, "statement", _TOLD),
    )


def _request(catalog: Catalog) -> tuple[Field, ...]:
    provider = words("Quién respondió", "Who answered")
    outcome = words("En qué quedó", "What came of it")
    return (
        area_field(catalog),
        Field(
            name="id",
            says=words("Código del pedido, que no se repite", "Id of the request, not used yet"),
            is_argument=True,
            is_required=True,
        ),
        *in_languages(catalog, "requester", words("Oficina que pide", "Office that asks")),
        replace(topics_field(catalog), is_required=True),
        _chosen("urgency", words("Urgencia", "Urgency"), lists.URGENCIES),
        _chosen("state", words("Estado", "State"), lists.REQUEST_STATES),
        _day("opened", words("Día del pedido", "Day of the request"), is_required=True),
        _day("answered_on", words("Día de la respuesta", "Day of the answer")),
        *in_languages(catalog, "provider", provider, is_required=False),
        *in_languages(catalog, "outcome", outcome, is_required=False),
    )


SESSION = _kind(
    "session",
    words(
        "Una sesión de una comisión, realizada o no.",
        "A session of a commission, held or not.",
    ),
    commissions.SESSIONS,
    _session,
)
AGREEMENT = _kind(
    "agreement",
    words(
        "Un acuerdo: qué, quién responde y para cuándo.",
        "An agreement: what, who answers for it and by when.",
    ),
    commissions.AGREEMENTS,
    _agreement,
)
FUNCTION = _kind(
    "function",
    words(
        "Un hecho de la función de integridad de un área.",
        "A fact on the integrity function of an area.",
    ),
    functions.FUNCTIONS,
    _function,
)
COMMISSION = _kind(
    "commission",
    words("Un hecho de la comisión de un área.", "A fact on the commission of an area."),
    commissions.COMMISSIONS,
    _commission,
)
REQUEST = _kind(
    "request",
    words("Un pedido de asistencia y su respuesta.", "A request for assistance and its answer."),
    support.REQUESTS,
    _request,
)
