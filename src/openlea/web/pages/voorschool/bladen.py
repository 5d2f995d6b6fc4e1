"""The pages on hours, groups, handover, the coming years and supervision."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from django.http import HttpResponse
from django.utils import timezone

from openlea.core.notatie import euro
from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied
from openlea.policy import voorschool as maat
from openlea.policy.cijfertekst import number_text
from openlea.policy.schrijfwijze import day, number
from openlea.policy.voorschool import day_of
from openlea.policy.voorschool_tekst import (
    coaching_sentence,
    handover_sentence,
    hours_sentence,
)
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.describe_voorschool import Voorschool
from openlea.services.voorschool.groepsregels import Groepsregel, Mengsel, group_lines
from openlea.services.voorschool.toezicht import supervision_of
from openlea.web.pages.voorschool import beelden
from openlea.web.pages.voorschool.kader import Tabel, page, read, short_words, table, words
from openlea.web.pages.voorschool.overzicht import mixed
from openlea.web.route import LeaRequest

STREEPJE = "–"
TWEE, DRIE = 2, 3


def uren(request: LeaRequest) -> HttpResponse:
    """Return who gets 960 hours, what each location offers, and the hours of coaching."""
    found = read(request)
    whole = found.geheel.doelgroep if found.geheel else None
    drawn = [beelden.hours_bars(found)] if found.staat else []
    if found.aanbod:
        drawn.append(beelden.offer_bars(found))
    rows = (
        (
            one.locatie,
            one.houder,
            number(one.dagen),
            number(one.uren_per_dag),
            number(one.weken),
            words(Bereik(hours, hours)),
            "ja" if hours >= float(found.normen.uren.uren) else "nee",
            str(one.kindplaatsen),
        )
        for one in found.aanbod
        for hours in [found.hours_of(one)]
    )
    heads = ("Locatie", "Houder", "Dagen", "Uur per dag", "Weken", "Uren in 1,5 jaar",
             "Haalt 960", "Plaatsen")  # fmt: skip
    return page(
        request,
        "voorschool_uren",
        found,
        "Haalt elk kind 960 uur?",
        drawn,
        kernzin=hours_sentence(*(found.getal(name) for name in maat.UREN)),
        coachzin=coaching_sentence(found.getal(maat.PBM_UREN), found.pbm_gepland),
        tabel=table("aanbodtabel", "Het aanbod per locatie", heads, rows, tekst=TWEE),
        genoeg=found.genoeg_plaatsen,
        doelgroep=words(whole) if whole else "",
    )


def groepen(request: LeaRequest) -> HttpResponse:
    """Return the mix of each group against half and half, and what is reached."""
    found = read(request)
    regels = group_lines(found)
    rows = (
        (
            one.locatie,
            one.groep,
            words(one.mix, 0, "%") if one.mix else "te weinig kinderen",
            words(one.met) if one.met else STREEPJE,
            words(one.zonder) if one.zonder else STREEPJE,
            words(one.behaald, 0, "%") if one.behaald else STREEPJE,
        )
        for one in regels
    )
    heads = ("Locatie", "Groep", "Met indicatie", "Kinderen met", "Kinderen zonder", "Behaald")
    behaald = found.getal(maat.BEHAALD_AANDEEL)
    return page(
        request,
        "voorschool_groepen",
        found,
        "Zijn de groepen gemengd?",
        [beelden.mix_bars(found, regels)] if found.staat else [],
        kernzin=mixed(found),
        tabel=table("groepentabel", "Elke groep", heads, rows, tekst=TWEE),
        locatietabel=_by_location(regels, found.definitie.zwaar_boven),
        resultaatzin=f"Van alle kinderen van wie een resultaat is doorgegeven, haalt "
        f"{words(behaald, 0, '%')} wat is afgesproken."
        if behaald
        else "",
        zwaar=words(found.getal(maat.LOCATIES_ZWAAR)),
        locaties=words(found.getal(maat.LOCATIES_GETELD)),
    )


def _by_location(regels: Sequence[Groepsregel], grens: int) -> Tabel:
    """Return per location how many of its groups are mixed how."""
    counts = Counter((one.locatie, one.soort(grens)) for one in regels)
    rows = (
        (locatie, str(sum(counts[(locatie, kind)] for kind in Mengsel)),
         *(str(counts[(locatie, kind)]) for kind in Mengsel))
        for locatie in sorted({one.locatie for one in regels})
    )  # fmt: skip
    heads = ("Locatie", "Groepen", *(kind.label for kind in Mengsel))
    return table("locatietabel", "Groepen per locatie", heads, rows)


def overdracht(request: LeaRequest) -> HttpResponse:
    """Return who was handed over to school, why others weren't, and by school."""
    found = read(request)
    rows = _schools(request, found) if found.staat else iter(())
    heads = ("School", "Kinderen", "Gedaan", "Niet gedaan", "Niet bekend")
    return page(
        request,
        "voorschool_overdracht",
        found,
        "Wordt elk kind warm overgedragen?",
        [beelden.handover_bars(found), beelden.reason_bars(found)] if found.staat else [],
        kernzin=handover_sentence(found.getal(maat.GEDAAN), found.getal(maat.OVERDRACHT)),
        tabel=table("scholen", "Per basisschool", heads, rows),
    )


def _schools(request: LeaRequest, found: Voorschool) -> Iterator[tuple[str, ...]]:
    staat = found.staat
    if staat is None:
        return
    names = {one.code: one.naam for one in schools_here(request.werkruimte.pk).scholen.values()}
    for row in staat.of(maat.OVERDRACHT, Gebied.SCHOOL):
        usual = "School niet bekend" if row.code == maat.ZONDER_PLEK else row.code
        parts = (maat.GEDAAN, maat.NIET_GEDAAN, maat.NIET_BEKEND)
        counts = (short_words(staat.bereik(name, Gebied.SCHOOL, row.code)) for name in parts)
        yield names.get(row.code, usual), short_words(row.bereik), *counts


def behoefte(request: LeaRequest) -> HttpResponse:
    """Return what the coming years ask, per area, and what one more group costs."""
    found = read(request)
    costs = sorted(one.kosten_groep for one in found.aanbod if one.kosten_groep is not None)
    middle = costs[len(costs) // 2] if costs else None
    rows = (
        (
            one.naam,
            words(one.doelgroep),
            str(one.kindplaatsen) if one.kindplaatsen is not None else "niet bekend",
            _short(one.verschil),
            *_extra(one.verschil, found.normen.per_groep, middle),
        )
        for one in found.gebieden
        if one.code != maat.ZONDER_PLEK
    )
    years = (
        (f"1 januari {one.jaar}", words(Bereik(one.kinderen, one.kinderen)), words(one.doelgroep),
         _short(one.tekort), _groups(one.groepen) if one.tekort else "niet bekend")
        for one in found.behoefte
    )  # fmt: skip
    return page(
        request,
        "voorschool_behoefte",
        found,
        "Hoeveel plaatsen zijn er nodig?",
        [beelden.need_bars(found)] if found.behoefte else [],
        kernzin=_need_sentence(found, costs),
        tabel=table("gebiedtabel", "Per postcodegebied, nu",
                    ("Postcode", "Doelgroep", "Plaatsen", "Tekort", "Groepen erbij",
                     "Kosten per jaar"), rows),
        jaren=table("jarentabel", "De komende jaren",
                    ("Jaar", "Kinderen van 2,5 tot 4", "Doelgroep", "Tekort", "Groepen erbij"),
                    years),
        laagste=costs[0] if costs else None,
        hoogste=costs[-1] if costs else None,
        middelste=middle,
    )  # fmt: skip


def _need_sentence(found: Voorschool, costs: list[int]) -> str:
    whole = found.geheel
    if whole is None or whole.doelgroep is None or not found.aanbod:
        return "Nog niet te zeggen: de doelgroep of het aanbod van de houders is niet bekend."
    places = sum(one.kindplaatsen for one in found.aanbod)
    short = [one for one in found.gebieden if one.verschil and one.verschil.laag > 0]
    told = (
        f"Er zijn {places} plaatsen voor {words(whole.doelgroep)} doelgroeppeuters. "
        f"In {len(short)} van de {len(found.gebieden)} postcodegebieden wonen er meer dan er "
        "plaatsen zijn."
    )
    if not costs:
        return told
    return f"{told} Eén groep erbij kost ongeveer {euro(costs[len(costs) // 2])} per jaar."


def _short(tekort: Bereik | None) -> str:
    if tekort is None:
        return "niet te zeggen"
    if tekort.hoog <= 0:
        return "geen"
    return words(Bereik(max(tekort.laag, 0), tekort.hoog))


def _extra(tekort: Bereik | None, per_groep: int, cost: int | None) -> tuple[str, str]:
    """Return how many whole groups a shortage asks, at least, and what they cost a year."""
    many = ceil(max(tekort.laag, 0) / per_groep) if tekort else 0
    if not many:
        return STREEPJE, STREEPJE
    return str(many), euro(many * cost) if cost is not None else "niet bekend"


def _groups(ends: tuple[int, int]) -> str:
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]} tot {ends[1]}"


def toezicht(request: LeaRequest) -> HttpResponse:
    """Return what was inspected, what was found and done, and how quality was measured."""
    found = read(request)
    told = supervision_of(found.toezicht, timezone.localdate())
    rows = (
        (
            one.locatie,
            "ja" if one.gepland else "nee",
            _day(one.onderzocht_op),
            {True: "ja", False: "nee", None: STREEPJE}[one.tekortkoming],
            one.handhaving.capitalize() if one.handhaving != "geen" else STREEPJE,
            _day(one.begin),
            _day(one.eind),
        )
        for one in found.toezicht
    )
    heads = ("Locatie", "Gepland", "Onderzocht", "Tekort VE", "Handhaving", "Begin", "Eind")
    return page(
        request,
        "voorschool_toezicht",
        found,
        "Is de opvang op orde?",
        told=told,
        kernzin=told.zin if told else "",
        tabel=table("toezichttabel", "Per locatie", heads, rows, tekst=len(heads)),
        kwaliteit=_measured(found),
        instrumenten=_instruments(found),
    )  # fmt: skip


def _measured(found: Voorschool) -> Tabel:
    """Return every measurement with its instrument and version."""
    names = {one.lrk: one.locatie for one in found.aanbod}
    rows = (
        (
            names.get(one.lrk, f"LRK {one.lrk}"),
            f"{one.instrument}, versie {one.versie}",
            one.jaar,
            number_text(one.score, 1) if one.score is not None else STREEPJE,
            "voldoende" if one.voldoende else "onvoldoende",
        )
        for one in found.kwaliteit
    )
    heads = ("Locatie", "Instrument", "Jaar", "Score", "Oordeel")
    return table("kwaliteittabel", "Kwaliteit, per instrument", heads, rows, tekst=DRIE)


def _instruments(found: Voorschool) -> list[str]:
    """Return per instrument, version and year how many locations are good enough."""
    every = Counter((one.jaar, one.instrument, one.versie) for one in found.kwaliteit)
    good = Counter(
        (one.jaar, one.instrument, one.versie) for one in found.kwaliteit if one.voldoende
    )
    return [
        f"{jaar}, {naam}, versie {versie}: {good[(jaar, naam, versie)]} van {many} locaties "
        "voldoende."
        for (jaar, naam, versie), many in sorted(every.items(), reverse=True)
    ]


def _day(text: str) -> str:
    found = day_of(text)
    return day(found) if found else STREEPJE
