"""The last chapters of the agenda on paper: what moves what, who takes part, and the sources."""

from collections import Counter
from collections.abc import Iterator

from openlea.core.agenda import Agenda, VerwijzingSoort
from openlea.policy.actualiteit import answering
from openlea.policy.meetbaarheid import measurability
from openlea.policy.netwerk import graph, sentences
from openlea.policy.schrijfwijze import listing, number
from openlea.policy.streefwaarde import describe
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Regel, Tabel, paragraphs

ONBEKEND = "ontbreekt"


def compose_slot(agenda: Agenda) -> Iterator[Blok]:
    """Yield the chapters after the money."""
    yield from _netwerk(agenda)
    yield from _partijen(agenda)
    yield from _sources(agenda)


def _netwerk(agenda: Agenda) -> Iterator[Blok]:
    netwerk = agenda.netwerk
    yield Kop(1, "Doelen-Inspanningen-Netwerk")
    if not (netwerk.doelen or netwerk.indicatoren or netwerk.verbanden):
        yield Alinea("Er zijn nog geen doelen en verbanden vastgelegd.", zacht=True)
        return
    if netwerk.doelen:
        yield Kop(2, "Doelen")
        yield Lijst(tuple(f"{one.naam}. {one.omschrijving}".rstrip() for one in netwerk.doelen))
    if netwerk.indicatoren:
        yield Kop(2, "Indicatoren")
        yield _indicatoren(agenda)
    yield Kop(2, "Wat beweegt wat")
    yield Lijst(sentences(graph(agenda)))
    missing = measurability(agenda).ontbreekt
    if missing:
        yield Kop(2, "Wat nog niet te meten is")
        yield Lijst(missing)


def _indicatoren(agenda: Agenda) -> Tabel:
    regels = []
    for one in agenda.netwerk.indicatoren:
        own = [each for each in agenda.streefwaarden if each.bij == one.code]
        nul = [number(each.nulmeting) for each in own if each.nulmeting is not None]
        doel = [describe(each) for each in own if any(j.doel is not None for j in each.jaren)]
        cellen = (
            f"{one.code} {one.naam}",
            one.soort.label,
            listing(nul) or ONBEKEND,
            listing(doel) or ONBEKEND,
        )
        regels.append(Regel(cellen))
    return Tabel(
        "Indicatoren van deze agenda",
        ("Indicator", "Soort", "Nulmeting", "Streefwaarde"),
        tuple(regels),
        getallen_vanaf=4,
        breedtes=(5, 3, 2, 3),
    )


def _partijen(agenda: Agenda) -> Iterator[Blok]:
    yield Kop(1, "Wie doen mee")
    if not agenda.partijen:
        yield Alinea("Er zijn nog geen partijen ingevuld.", zacht=True)
        return
    answers = Counter(code for actie in agenda.acties for code in answering(actie))
    named = Counter(b.partij for actie in agenda.acties for b in actie.betrokkenen)
    regels = tuple(
        Regel((one.naam, one.soort.label, str(answers[one.code]), str(named[one.code])))
        for one in agenda.partijen
    )
    koppen = ("Partij", "Soort", "Acties als eerste aan zet", "Acties genoemd")
    yield Tabel("Partijen en hun acties", koppen, regels, getallen_vanaf=2, breedtes=(3, 2))


def _sources(agenda: Agenda) -> Iterator[Blok]:
    yield Kop(1, "Bronnen")
    yield from paragraphs(agenda.bron)
    targets = dict.fromkeys(one.bron for one in agenda.streefwaarden if one.bron)
    documents = dict.fromkeys(
        f"{one.toelichting} {one.naar}".strip()
        for actie in agenda.acties
        for one in actie.verwijzingen
        if one.soort is VerwijzingSoort.DOCUMENT
    )
    if targets:
        yield Kop(2, "Van de streefwaarden")
        yield Lijst(tuple(targets))
    if documents:
        yield Kop(2, "Documenten bij acties")
        yield Lijst(tuple(documents))
    if not (agenda.bron or targets or documents):
        yield Alinea("Er zijn geen bronnen genoemd.", zacht=True)
