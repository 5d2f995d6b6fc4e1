"""The chapter on money of the agenda on paper: spending, cover, balance, and what stands out."""

from collections.abc import Iterator, Sequence

from openlea.core.agenda import Agenda
from openlea.core.begroting import StroomSoort
from openlea.policy.begroting import OVERIG, per_ambitie, per_speerpunt
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.middelen import Balans, balans_per_jaar
from openlea.policy.rijen import rijen_van
from openlea.policy.schrijfwijze import count, listing
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Regel, RegelSoort, Tabel
from openlea.services.papier.geld_per_speerpunt import euros, rows_of
from openlea.services.papier.grafiek import draw_balans

ZONDER_RIJ = "actie_zonder_rij"
"""The signal that many actions share; on paper it is said once, with all their codes."""
OPEN = "De agenda laat open of zij niet doorgaan of uit ander budget worden betaald."


def compose_geld(agenda: Agenda) -> Iterator[Blok]:
    """Yield the chapter on money; without any money it says so."""
    yield Kop(1, "Geld")
    if not (agenda.begroting.posten or agenda.begroting.geldstromen):
        yield Alinea("Deze agenda heeft nog geen begroting.", zacht=True)
        return
    balansen = balans_per_jaar(agenda.begroting, agenda.jaren)
    yield Kop(2, "Uitgaven")
    yield from _outside_the_tree(agenda)
    yield _spending(agenda, balansen)
    yield Kop(2, "Dekking en saldo")
    yield from draw_balans(balansen)
    yield _cover(agenda, balansen)
    yield from _carry_over(agenda)
    yield from _signals(agenda)


def _spending(agenda: Agenda, balansen: Sequence[Balans]) -> Tabel:
    ambities = per_ambitie(agenda.begroting, agenda.ambities, agenda.jaren)
    speerpunten = per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)
    regels: list[Regel] = []
    for ambitie in agenda.ambities:
        name = f"Ambitie {ambitie.code}. {ambitie.naam}"
        regels.append(_row(name, ambities[ambitie.code], agenda.jaren, RegelSoort.GROEP))
        regels += [
            _row(f"{one.code} {one.naam}", speerpunten[one.code], agenda.jaren, RegelSoort.ONDER)
            for one in ambitie.speerpunten
        ]
    if any(ambities[OVERIG].values()):
        regels.append(_row("Overig", ambities[OVERIG], agenda.jaren, RegelSoort.GROEP))
    totals = {one.jaar: one.uitgaven for one in balansen}
    regels.append(_row("Totaal uitgaven", totals, agenda.jaren, RegelSoort.TOTAAL))
    return _table(agenda, "Uitgaven per speerpunt, in euro's", "Speerpunt", regels)


def _outside_the_tree(agenda: Agenda) -> Iterator[Blok]:
    """Yield the rows that belong to no speerpunt, as these stand in no other chapter."""
    inside = {one.code for one in agenda.speerpunten} | {one.code for one in agenda.acties}
    rijen = rijen_van(agenda.begroting)
    loose = [post for post in rijen.hoofdrijen() if post.bij not in inside]
    if loose:
        title = "Posten die niet bij een speerpunt horen, in euro's"
        yield _table(agenda, title, "Post", list(rows_of(agenda, loose, rijen)))


def _cover(agenda: Agenda, balansen: Sequence[Balans]) -> Tabel:
    jaren = agenda.jaren
    regels = [
        _row(one.naam, {b.jaar: b.per_stroom[one.code] for b in balansen}, jaren)
        for one in agenda.begroting.geldstromen
    ]
    for name, values in (
        ("Totaal middelen", {b.jaar: b.middelen for b in balansen}),
        ("Totaal uitgaven", {b.jaar: b.uitgaven for b in balansen}),
        ("Saldo", {b.jaar: b.saldo for b in balansen}),
    ):
        regels.append(_row(name, values, jaren, RegelSoort.TOTAAL))
    short = {b.jaar: b.structureel_tekort for b in balansen}
    if any(short.values()):
        regels.append(_row("Tekort zonder eenmalig geld", short, jaren))
    return _table(agenda, "Middelen, uitgaven en saldo, in euro's", "Geldstroom", regels)


def _carry_over(agenda: Agenda) -> Iterator[Blok]:
    if any(one.soort is StroomSoort.RESTANT for one in agenda.begroting.geldstromen):
        yield Alinea("Het saldo van een jaar is het restant van het volgende jaar.", zacht=True)


def _signals(agenda: Agenda) -> Iterator[Blok]:
    yield Kop(2, "Wat opvalt")
    found = find_geldsignalen(agenda)
    if not found:
        yield Alinea("Er zijn geen signalen over het geld.")
        return
    without = [one for one in found if one.code == ZONDER_RIJ]
    lines = [f"{one.ernst.label}: {one.tekst}" for one in found if one.code != ZONDER_RIJ]
    if without:
        codes = listing([one.waar for one in without])
        lines.append(f"{without[0].ernst.label}: {_without_row(len(without))}: {codes}. {OPEN}")
    yield Lijst(tuple(lines))


def _without_row(amount: int) -> str:
    verb = "heeft" if amount == 1 else "hebben"
    return f"{count(amount, 'actie', 'acties')} {verb} geen rij in de begroting"


def _row(
    name: str,
    values: dict[int, int],
    jaren: Sequence[int],
    soort: RegelSoort = RegelSoort.GEWOON,
) -> Regel:
    return Regel((name, *(euros(values.get(jaar)) for jaar in jaren)), soort)


def _table(agenda: Agenda, title: str, head: str, regels: list[Regel]) -> Tabel:
    return Tabel(title, (head, *map(str, agenda.jaren)), tuple(regels), getallen_vanaf=1)
