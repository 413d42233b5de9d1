"""Pure. The register of risks, as the page of agencies shows it."""

from __future__ import annotations

from quipu.model.agencies import Publication, Risk, RiskControl
from quipu.pages.book import Book
from quipu.pages.system.agency_words import (
    band_words,
    category_words,
    control_words,
    risk_state_words,
    scope_words,
)
from quipu.pages.system.proofs import proof_view, text_of
from quipu.registers.agencies import BANDS, band, inherent, residual
from quipu.views import Fact, FactView, RiskView, TableView


def bands_table(book: Book) -> TableView:
    """From which product of likelihood and impact on a risk is how high."""
    _ = book.language._
    number = book.language.formats.number
    return TableView(
        caption=_("Probabilidad (1 a 5) por impacto (1 a 5)"),
        head=(_("Nivel"), _("Desde"), _("Hasta")),
        rows=tuple(
            (band_words(book.language, name), number(least, 0), number(most, 0))
            for name, least, most in BANDS
        ),
    )


def risk_views(book: Book, page: str) -> tuple[RiskView, ...]:
    """The risks, the highest first."""
    risks = sorted(book.catalog.advice.risks, key=lambda risk: (-inherent(risk), risk.id))
    return tuple(_risk(book, risk, page) for risk in risks)


def _risk(book: Book, risk: Risk, page: str) -> RiskView:
    language = book.language
    title, _title_language = text_of(book, risk.processes)
    stage, _stage_language = text_of(book, risk.stages)
    text, text_language = text_of(book, risk.descriptions)
    marks = [
        category_words(language, risk.category),
        scope_words(language, risk.scope),
        risk_state_words(language, risk.state),
    ]
    if risk.publication is Publication.SUMMARY:
        marks.append(language._("solo el resumen"))
    controls = book.catalog.advice.controls_of(risk.id)
    return RiskView(
        anchor=f"r-{risk.id}",
        title=f"{title} · {stage}" if stage else title,
        area=book.area_link(book.catalog.areas_by_code[risk.ref_area], page),
        text=text,
        language=text_language,
        marks=tuple(marks),
        levels=_levels(book, risk, controls),
        controls=tuple(_control(book, control, page) for control in controls),
        proof=proof_view(book, risk.proof, page),
    )


def _levels(book: Book, risk: Risk, controls: tuple[RiskControl, ...]) -> tuple[Fact, ...]:
    language = book.language
    _, number = language._, language.formats.number
    before, after = inherent(risk), residual(risk, controls)

    def leveled(level: str, name: str) -> str:
        return _("{level}, {name}", level=level, name=name)

    levels = [
        Fact(label=_("Probabilidad"), text=number(risk.likelihood, 0)),
        Fact(label=_("Impacto"), text=number(risk.impact, 0)),
        Fact(
            label=_("Riesgo inherente"),
            text=leveled(number(before, 0), band_words(language, band(before))),
        ),
        Fact(
            label=_("Riesgo residual (propuesta de este sitio)"),
            text=_("sin evaluar")
            if after is None
            else leveled(number(after, 1), band_words(language, band(after))),
        ),
    ]
    if risk.due is not None:
        levels.append(Fact(label=_("Se revisa"), text=language.formats.day(risk.due)))
    if risk.owner:
        names = book.catalog.registers.institutions[risk.owner].names
        levels.append(Fact(label=_("Responde por él"), text=language.text(names)))
    return tuple(levels)


def _control(book: Book, control: RiskControl, page: str) -> FactView:
    language = book.language
    text, text_language = text_of(book, control.texts)
    told = language._("eficacia sin evaluar")
    if control.effectiveness is not None:
        share = language.formats.number(control.effectiveness * 100, 0)
        told = language._("eficacia {share} %", share=share)
    return FactView(
        anchor=f"c-{control.proof.origin.line}",
        when=told,
        iso_date="",
        label=control_words(language, control.kind),
        marks=(),
        state="done",
        text=text,
        language=text_language,
        facts=(control.evidence,) if control.evidence else (),
        proof=proof_view(book, control.proof, page),
    )
