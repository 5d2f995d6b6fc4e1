"""The ambities, speerpunten and acties of the agenda on paper, each with who, when and how much."""

from collections.abc import Iterator, Mapping
from datetime import date

from openlea.core.agenda import Actie, Agenda, Ambitie, Rol, Schaal, Speerpunt, Zichtbaarheid
from openlea.policy.actualiteit import last_update
from openlea.policy.schrijfwijze import day, listing
from openlea.policy.streefwaarde import describe, describe_werkelijk, latest_measured
from openlea.services.papier.blokken import Alinea, Blok, Kop, facts, paragraphs
from openlea.services.papier.geld_per_speerpunt import money_of_speerpunt

Namen = Mapping[str, str]


def compose_ambities(agenda: Agenda) -> Iterator[Blok]:
    """Yield a chapter per ambitie."""
    namen = {partij.code: partij.naam for partij in agenda.partijen}
    for ambitie in agenda.ambities:
        yield from _ambitie(agenda, ambitie, namen)


def _ambitie(agenda: Agenda, ambitie: Ambitie, namen: Namen) -> Iterator[Blok]:
    yield Kop(1, f"Ambitie {ambitie.code}. {ambitie.naam}")
    yield from paragraphs(ambitie.omschrijving)
    for speerpunt in ambitie.speerpunten:
        yield from _speerpunt(agenda, speerpunt, namen)


def _speerpunt(agenda: Agenda, speerpunt: Speerpunt, namen: Namen) -> Iterator[Blok]:
    yield Kop(2, f"{speerpunt.code} {speerpunt.naam}")
    yield from paragraphs(speerpunt.omschrijving)
    trekker = namen.get(speerpunt.trekker, speerpunt.trekker)
    targets = _targets(agenda, speerpunt.code)
    yield from facts((("Doel", speerpunt.doel), ("Trekker", trekker), *targets))
    for actie in speerpunt.acties:
        yield from _actie(agenda, actie, namen)
    if not speerpunt.acties:
        yield Alinea("Bij dit speerpunt staan nog geen acties.", zacht=True)
    yield from money_of_speerpunt(agenda, speerpunt)


def _actie(agenda: Agenda, actie: Actie, namen: Namen) -> Iterator[Blok]:
    yield Kop(3, f"{actie.code} {actie.naam}")
    yield from paragraphs(actie.omschrijving)
    yield from facts(
        (
            *_who(actie, namen),
            ("Voor wie", ", ".join(filter(None, (actie.doelgroep, _ages(actie))))),
            ("Wanneer", _period(actie.van, actie.tot)),
            ("Werkgroep", actie.werkgroep),
            ("Waar", "" if actie.schaal is Schaal.LOKAAL else actie.schaal.label),
            *_targets(agenda, actie.code),
            ("Stand van zaken", _stand(actie)),
            ("Zie", ", ".join(filter(None, (actie.samengevoegd_met, actie.opgevolgd_door)))),
            ("Zichtbaar voor", _inside_only(actie)),
        )
    )
    yield from _latest_words(actie)


def _who(actie: Actie, namen: Namen) -> Iterator[tuple[str, str]]:
    for rol in Rol:
        partijen = [b.partij for b in actie.betrokkenen if b.rol is rol]
        yield rol.label, listing([namen.get(code, code) for code in partijen])
    if not actie.betrokkenen:
        yield "Trekker", "Nog niet bekend"


def _ages(actie: Actie) -> str:
    van, tot = actie.leeftijd_van, actie.leeftijd_tot
    if van is None and tot is None:
        return ""
    if van is None or tot is None:
        return f"vanaf {van} jaar" if tot is None else f"tot en met {tot} jaar"
    return f"{van} jaar" if van == tot else f"{van} tot en met {tot} jaar"


def _period(van: date | None, tot: date | None) -> str:
    if van and tot:
        return f"{day(van)} tot en met {day(tot)}"
    return f"vanaf {day(van)}" if van else f"tot en met {day(tot)}" if tot else ""


def _stand(actie: Actie) -> str:
    op = last_update(actie)
    text = actie.staat.label + (f" (gemeld op {day(op)})" if op else "")
    return f"{text}. {actie.staat_reden}" if actie.staat_reden else text


def _inside_only(actie: Actie) -> str:
    return actie.zichtbaarheid.label if actie.zichtbaarheid is Zichtbaarheid.INTERN else ""


def _targets(agenda: Agenda, code: str) -> Iterator[tuple[str, str]]:
    for one in agenda.streefwaarden:
        if one.bij == code:
            measured = latest_measured(one)
            text = f"{one.maat}: {describe(one)}"
            if measured:
                text += f". In {measured.jaar}: {describe_werkelijk(one, measured)}"
            yield "Streefwaarde", text


def _latest_words(actie: Actie) -> Iterator[Blok]:
    """Yield what was last told of the action, if anything was."""
    latest = max(actie.voortgang, key=lambda one: one.op, default=None)
    if latest and latest.gedaan:
        by = f", {latest.door}" if latest.door else ""
        yield Alinea(f"{latest.gedaan} ({day(latest.op)}{by})", zacht=True)
    if latest and latest.blokkade:
        yield Alinea(f"Wat houdt tegen: {latest.blokkade}", zacht=True)
