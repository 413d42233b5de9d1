"""Pure. The codes of agencies, risks and advice in words."""

from __future__ import annotations

from quipu.i18n.language import Language
from quipu.model.agencies import (
    AdviceFamily,
    AgencyState,
    Band,
    ControlKind,
    DecisionPoint,
    Effort,
    RiskCategory,
    RiskScope,
    RiskState,
    YesMeans,
)


def state_words(language: Language, state: AgencyState) -> str:
    """What a source says of an agency."""
    _ = language._
    return {
        AgencyState.CONSTITUTED: _("Constituida, según la fuente"),
        AgencyState.IN_CREATION: _("En creación"),
        AgencyState.ANNOUNCED: _("Anunciada"),
        AgencyState.MENTIONED: _("Solo mencionada"),
        AgencyState.NONE: _("La fuente dice que no hay"),
    }[state]


def family_words(language: Language, family: str) -> str:
    """A family of risk; the code itself where it is unknown."""
    _ = language._
    return {
        str(AdviceFamily.UNDUE_INFLUENCE): _("Influencia indebida"),
        str(AdviceFamily.CONFLICT_OF_INTEREST): _("Conflicto de intereses"),
    }.get(family, family)


def point_words(language: Language, point: str) -> str:
    """A decision at which a risk arises; the code itself where it is unknown."""
    _ = language._
    return {
        str(DecisionPoint.MEMBERSHIP): _("Quién integra el directorio"),
        str(DecisionPoint.AGENDA_SETTING): _("Qué temas se tratan"),
        str(DecisionPoint.PROJECT_PRIORITISATION): _("Qué proyectos se eligen"),
        str(DecisionPoint.CONTRACTING): _("A quién se contrata"),
        str(DecisionPoint.FUND_ALLOCATION): _("Cómo se reciben y reparten fondos"),
        str(DecisionPoint.USE_OF_INFORMATION): _("Cómo se usa la información"),
        str(DecisionPoint.EXIT): _("Qué pasa al dejar el cargo"),
    }.get(point, point)


def means_words(language: Language, means: YesMeans) -> str:
    """What it means to answer yes."""
    _ = language._
    return {YesMeans.RISK: _("riesgo"), YesMeans.CONTROL: _("control")}[means]


def effort_words(language: Language, effort: Effort) -> str:
    """How much a measure takes."""
    _ = language._
    return {Effort.LOW: _("bajo"), Effort.MEDIUM: _("medio"), Effort.HIGH: _("alto")}[effort]


def band_words(language: Language, band: Band) -> str:
    """How high a risk is."""
    _ = language._
    return {
        Band.LOW: _("bajo"),
        Band.MEDIUM: _("medio"),
        Band.HIGH: _("alto"),
        Band.VERY_HIGH: _("muy alto"),
    }[band]


def category_words(language: Language, category: RiskCategory) -> str:
    """What could happen."""
    _ = language._
    return {
        RiskCategory.CORRUPTION_ACT: _("Acto de corrupción posible"),
        RiskCategory.FUNCTIONAL_MISCONDUCT: _("Inconducta funcional posible"),
        RiskCategory.QUESTIONABLE_PRACTICE: _("Práctica cuestionable posible"),
    }[category]


def scope_words(language: Language, scope: RiskScope) -> str:
    """Whose risk it is."""
    _ = language._
    return {
        RiskScope.REGIONAL_GOVERNMENT: _("gobierno regional"),
        RiskScope.AGENCY: _("agencia"),
    }[scope]


def risk_state_words(language: Language, state: RiskState) -> str:
    """How far the work on a risk is."""
    _ = language._
    return {
        RiskState.OPEN: _("abierto"),
        RiskState.UNDER_WAY: _("en tratamiento"),
        RiskState.CLOSED: _("cerrado"),
    }[state]


def control_words(language: Language, kind: ControlKind) -> str:
    """What a control does about a risk."""
    _ = language._
    return {
        ControlKind.PREVENTIVE: _("Control preventivo"),
        ControlKind.DETECTIVE: _("Control detectivo"),
        ControlKind.CORRECTIVE: _("Control correctivo"),
    }[kind]
