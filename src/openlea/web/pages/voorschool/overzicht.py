"""The first page about the voorschool, and that of every area and location."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.urls import reverse

from openlea.core.onthulling import Bereik
from openlea.core.telling import Telstaat
from openlea.policy import voorschool as maat
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.voorschool_tekst import (
    coaching_sentence,
    handover_sentence,
    hours_sentence,
    reach_sentence,
)
from openlea.services.describe_voorschool import Plek, Voorschool
from openlea.web.pages.voorschool.beelden import (
    STANDEN,
    gap_map,
    reach_bars,
    reach_map,
    waiting_bars,
)
from openlea.web.pages.voorschool.kader import Tabel, page, read, short_words, table, words
from openlea.web.route import LeaRequest

NIET_INGELEZEN = "niet bekend"


def voorschool(request: LeaRequest) -> HttpResponse:
    """Return what stands out, the doelgroep as bars and on two maps, and where to look next."""
    found = read(request)
    beelden = []
    if found.staat:
        where = (request.werkruimte.plaats.partition(":")[2], request.werkruimte.slug)
        beelden = [reach_bars(found), reach_map(found, *where), gap_map(found, *where)]
    return page(
        request,
        "voorschool",
        found,
        "Voorschool",
        beelden,
        kernzin=kernel(found),
        vergelijkzin=compared(found),
        kaarten=list(_cards(request, found)) if found.staat else [],
        scheef=_apart(found),
    )


def kernel(found: Voorschool) -> str:
    """Return what stands out of the whole."""
    whole = found.geheel
    return reach_sentence(whole.standen, whole.doelgroep, whole.bereik) if whole else ""


def compared(found: Voorschool) -> str:
    """Return the reach a count earlier; '' when the two may not be compared."""
    before = found.vorige
    if before is None or found.niet_vergelijkbaar:
        return ""
    share = _reach_of(before)
    when = periode_tekst(before.periode)
    return f"Op {when} was het bereik {words(share, 0, '%')}." if share else ""


def _reach_of(staat: Telstaat) -> Bereik | None:
    placed, whole = staat.bereik(maat.GEPLAATST), staat.bereik(maat.DOELGROEP)
    plek = Plek(code="", naam="", standen={maat.GEPLAATST: placed}, doelgroep=whole)
    return plek.bereik


def _apart(found: Voorschool) -> str:
    """Return in which postcode most of the doelgroep are more than there are places."""
    short = [
        (one.verschil.laag, one.naam)
        for one in found.gebieden
        if one.verschil and one.verschil.laag > 0
    ]
    if not short:
        return ""
    most, naam = max(short)
    return (
        f"In {naam} wonen minstens {words(Bereik(most, most))} doelgroeppeuters meer dan er "
        "plaatsen zijn. Kinderen kunnen ook buiten hun eigen postcode naar de voorschool."
    )


def _cards(request: LeaRequest, found: Voorschool) -> Iterator[dict[str, str]]:
    slug = request.werkruimte.slug
    wait = found.getal(maat.WACHT_MEDIAAN)
    waited = f"Van indicatie tot eerste dag: {words(wait)} weken (middelste)." if wait else ""
    told = (
        ("voorschool_uren", "Haalt elk kind 960 uur?",
         hours_sentence(*(found.getal(name) for name in maat.UREN))),
        ("voorschool_groepen", "Zijn de groepen gemengd?", mixed(found)),
        ("voorschool_overdracht", "Wordt elk kind warm overgedragen?",
         handover_sentence(found.getal(maat.GEDAAN), found.getal(maat.OVERDRACHT))),
        ("voorschool_gebieden", "Hoe lang duurt het?", waited),
        ("voorschool_uren", "Is er genoeg coaching?",
         coaching_sentence(found.getal(maat.PBM_UREN), found.pbm_gepland)),
    )  # fmt: skip
    for route, vraag, zin in told:
        if zin:
            yield {"titel": vraag, "tekst": zin, "url": reverse(route, args=[slug])}


def mixed(found: Voorschool) -> str:
    """Return how many groups are above the local threshold."""
    heavy, looked = found.getal(maat.GROEPEN_ZWAAR), found.getal(maat.GROEPEN_GETELD)
    if heavy is None or looked is None or not looked.hoog:
        return "De groepen zijn hier niet bekend."
    return (
        f"In {words(heavy)} van de {words(looked)} groepen heeft meer dan "
        f"{found.definitie.zwaar_boven} % van de kinderen een indicatie."
    )


def gebieden(request: LeaRequest) -> HttpResponse:
    """Return the doelgroep by postcode and by location, and how long it waited."""
    found = read(request)
    tabellen = [
        _by_place("gebied", "Per postcodegebied", "Postcode", found.gebieden),
        _by_place("locatie", "Per locatie", "Locatie", found.locaties),
    ]
    wait, now = found.getal(maat.WACHT_MEDIAAN), found.getal(maat.WACHT_NU)
    return page(
        request,
        "voorschool_gebieden",
        found,
        "Waar de doelgroep is",
        [waiting_bars(found)] if found.staat else [],
        kernzin=_apart(found) or kernel(found),
        tabellen=tabellen,
        wachtzin=_waited(wait, now),
    )


def _waited(wait: Bereik | None, now: Bereik | None) -> str:
    if wait is None:
        return "Van te weinig kinderen zijn beide dagen bekend."
    told = f"De middelste wachtte {words(wait)} weken tussen indicatie en eerste dag."
    return told + (f" Wie nu wacht, wacht al {words(now)} weken (middelste)." if now else "")


def _by_place(anker: str, titel: str, kop: str, plekken: tuple[Plek, ...]) -> Tabel:
    heads = (kop, "Doelgroep", "Bereik", *(naam for _, naam in STANDEN), "Plaatsen")
    return table(anker, titel, heads, (_row(one) for one in plekken))


def _row(one: Plek) -> tuple[str, ...]:
    places = NIET_INGELEZEN if one.kindplaatsen is None else str(one.kindplaatsen)
    share = words(one.bereik, 0, "%") if one.bereik else "–"
    standen = (short_words(one.standen[name]) for name, _ in STANDEN)
    return (one.naam, short_words(one.doelgroep), share, *standen, places)
