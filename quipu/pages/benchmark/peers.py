"""Pure. The areas that an area is like, with what makes them alike."""

from __future__ import annotations

from quipu.i18n.numbers import DASH
from quipu.method import PeerVariable
from quipu.model import Area
from quipu.pages.book import Book
from quipu.pages.requests import short_value
from quipu.score.peers import PeerSets
from quipu.views import PeersBlock, PeerView


def peers_block(book: Book, area: Area, page: str) -> PeersBlock | None:
    """The peers of an area; None where the method declares none."""
    peers = book.benchmarks.peers
    if peers is None:
        return None
    language, areas = book.language, book.catalog.areas_by_code
    _ = language._
    nearest = peers.by_area.get(area.code, ())
    own = PeerView(
        area=book.area_link(area, page), distance=DASH, values=_values(book, peers, area.code)
    )
    lacking = [
        language.text(book.catalog.indicators_by_id[code].names)
        for code in peers.missing.get(area.code, ())
    ]
    return PeersBlock(
        intro=_(
            "Son las {count} más cercanas según las variables de la tabla, con el mismo peso. La "
            "distancia está en desviaciones típicas: 0 es igual en todo. Ser la más cercana no "
            "quiere decir ser muy parecida: mire la distancia. La lista no siempre es recíproca.",
            count=peers.rule.count,
        ),
        head=(_("Área"), *(_name(book, v) for v in peers.rule.variables), _("Distancia")),
        rows=(
            own,
            *(
                PeerView(
                    area=book.area_link(areas[peer.ref_area], page),
                    distance=language.formats.number(peer.distance, 2),
                    values=_values(book, peers, peer.ref_area),
                )
                for peer in nearest
            ),
        )
        if nearest
        else (),
        reason=language.plural(
            "No se calcula porque falta {missing}.",
            "No se calcula porque faltan {missing}.",
            len(lacking),
            missing=language.formats.listed(lacking),
        )
        if lacking
        else "",
    )


def _name(book: Book, variable: PeerVariable) -> str:
    language = book.language
    indicator = book.catalog.indicators_by_id[variable.indicator]
    name = f"{language.text(indicator.names)} ({language.text(indicator.unit.names)})"
    if not variable.per:
        return name
    other = book.catalog.indicators_by_id[variable.per]
    each = language.text(other.unit.singular) or language.text(other.unit.names)
    return language._(
        "{name} ({unit} por {each})",
        name=language.text(indicator.names),
        unit=language.text(indicator.unit.names),
        each=each,
    )


def _values(book: Book, peers: PeerSets, code: str) -> tuple[str, ...]:
    """The variables as they are published; a quotient where one is divided by another."""
    found = []
    for variable in peers.rule.variables:
        row = peers.sheet.rows.get((code, variable.indicator))
        below = peers.sheet.rows.get((code, variable.per)) if variable.per else None
        if row is None or row.value is None or (variable.per and (not below or not below.value)):
            found.append(DASH)
        elif below is not None and below.value:
            found.append(book.language.formats.number(row.value / below.value, 0))
        else:
            indicator = book.catalog.indicators_by_id[variable.indicator]
            found.append(short_value(book.language, indicator, row.value))
    return tuple(found)
