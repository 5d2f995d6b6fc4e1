"""The track of an assignment: which of its four steps are done, and what is to be done now."""

from dataclasses import dataclass

from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.opdracht import AAN_ZET, Opdrachtkant, OpdrachtStap, VoorstelStap
from openlea.policy.schrijfwijze import count
from openlea.services.opdracht.beelden import Opdrachtbeeld, Voorstelbeeld
from openlea.storage.records.models import Agendapunt
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

NAMEN = ("Verstrekt", "Aanvaard", "Voorstel", "Besluit")
GEDAAN = {
    OpdrachtStaat.CONCEPT: 0,
    OpdrachtStaat.VERSTREKT: 1,
    OpdrachtStaat.AANVAARD: 2,
    OpdrachtStaat.VOORSTEL: 3,
    OpdrachtStaat.AFGEROND: 4,
}
STATEN = {
    OpdrachtStaat.CONCEPT: ("potlood", RUST),
    OpdrachtStaat.VERSTREKT: ("klok", ""),
    OpdrachtStaat.AANVAARD: ("vinkje", GOED),
    OpdrachtStaat.VOORSTEL: ("document", ""),
    OpdrachtStaat.AFGEROND: ("vlag", GOED),
    OpdrachtStaat.INGETROKKEN: ("kruis-rond", RUST),
}
VOORSTELSTATEN = {
    VoorstelStaat.CONCEPT: ("potlood", RUST),
    VoorstelStaat.INGEDIEND: ("document", ""),
    VoorstelStaat.GEAGENDEERD: ("kalender", ""),
    VoorstelStaat.VASTGESTELD: ("vinkje-rond", GOED),
    VoorstelStaat.AANGEHOUDEN: ("pauze", LET_OP),
    VoorstelStaat.AFGEWEZEN: ("kruis-rond", FOUT),
}


@dataclass(frozen=True, slots=True)
class Spoorstap:
    """One step of the track: done, now, or still to come."""

    naam: str
    stand: str
    woord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """An assignment with its look: state, track and what must be done next."""

    beeld: Opdrachtbeeld
    staat: Beeld
    spoor: tuple[Spoorstap, ...]
    laat: str


def show_card(beeld: Opdrachtbeeld) -> Kaart:
    """Return how an assignment is shown."""
    icoon, toon = STATEN[beeld.staat]
    return Kaart(
        beeld=beeld,
        staat=Beeld(icoon, beeld.staat.label, toon),
        spoor=track_of(beeld.staat),
        laat=f"{count(beeld.te_laat, 'dag', 'dagen')} te laat" if beeld.te_laat else "",
    )


def track_of(staat: OpdrachtStaat) -> tuple[Spoorstap, ...]:
    """Return the four steps; none for what was withdrawn."""
    if staat not in GEDAAN:
        return ()
    done = GEDAAN[staat]
    return tuple(_step(naam, place, done) for place, naam in enumerate(NAMEN))


def _step(naam: str, place: int, done: int) -> Spoorstap:
    if place < done:
        return Spoorstap(naam, "gedaan", "gedaan")
    if place == done:
        return Spoorstap(naam, "nu", "nu aan de beurt")
    return Spoorstap(naam, "straks", "komt nog")


def look_of_voorstel(one: Voorstelbeeld) -> Beeld:
    """Return how the state of a proposal is shown."""
    staat = VoorstelStaat(one.record.staat)
    icoon, toon = VOORSTELSTATEN[staat]
    return Beeld(icoon, staat.label, toon)


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What must be done next, and which step the reader takes for it; '' when another must."""

    zin: str
    stap: str = ""


def next_of(beeld: Opdrachtbeeld) -> Vervolg | None:
    """Return the one next step of an assignment; None when it is over."""
    if beeld.staat is OpdrachtStaat.CONCEPT:
        return _when(beeld, "Nog niemand ziet deze opdracht. Verstrek hem als hij klopt.", "gever")
    if beeld.staat is OpdrachtStaat.VERSTREKT:
        zin = f"{beeld.record.werkgroep.naam} leest de opdracht en aanvaardt hem."
        if Opdrachtkant.GEVER in beeld.kanten:
            zin += " Doe je dat namens de werkgroep? Vraag het de werkgroep dan eerst."
        return _when(beeld, zin, "werkgroep")
    if beeld.staat is OpdrachtStaat.AANVAARD and (held := waiting_of(beeld)) is not None:
        zin = f"Het overleg hield '{held.record.titel}' aan. De werkgroep past het voorstel aan."
        return Vervolg(zin)
    if beeld.staat is OpdrachtStaat.AANVAARD:
        zin = f"{beeld.record.werkgroep.naam} werkt een voorstel uit."
        return _when(beeld, zin, "maken")
    if beeld.staat is OpdrachtStaat.VOORSTEL:
        return Vervolg(f"{beeld.record.opdrachtgever.naam} beslist over het voorstel hieronder.")
    return None


def waiting_of(beeld: Opdrachtbeeld) -> Voorstelbeeld | None:
    """Return the proposal that somebody must act on now: at the board, or held by it."""
    for staten in (AAN_ZET, {VoorstelStaat.AANGEHOUDEN}):
        for one in beeld.voorstellen:
            if one.record.staat in staten:
                return one
    return None


_STAP = {
    "gever": OpdrachtStap.VERSTREKKEN,
    "werkgroep": OpdrachtStap.AANVAARDEN,
    "maken": OpdrachtStap.VOORSTELLEN,
}


def _when(beeld: Opdrachtbeeld, zin: str, who: str) -> Vervolg:
    stap = _STAP[who]
    return Vervolg(zin, str(stap) if stap in beeld.stappen else "")


def next_of_voorstel(one: Voorstelbeeld) -> Vervolg | None:
    """Return the one next step of a proposal; None when there is nothing to do."""
    staat, giver = VoorstelStaat(one.record.staat), one.record.opdracht.opdrachtgever.naam
    if staat is VoorstelStaat.CONCEPT:
        return _proposal(one, "Nog alleen de werkgroep ziet dit voorstel.", VoorstelStap.INDIENEN)
    if staat is VoorstelStaat.AANGEHOUDEN:
        zin = f"{giver} hield het voorstel aan. Pas het aan en dien het opnieuw in."
        return _proposal(one, zin, VoorstelStap.INDIENEN)
    if staat is VoorstelStaat.INGEDIEND:
        zin = f"Het voorstel wacht op een plek op de agenda van {giver}."
        return _proposal(one, zin, VoorstelStap.AGENDEREN)
    if staat is VoorstelStaat.GEAGENDEERD:
        return _on_agenda(one)
    return None


def _on_agenda(one: Voorstelbeeld) -> Vervolg:
    if one.punt is None or _fell_away(one.punt):
        zin = "Het agendapunt is vervallen. Zet het voorstel opnieuw op de agenda."
        return _proposal(one, zin, VoorstelStap.AGENDEREN)
    if not one.besluiten and one.punt.staat == PuntStaat.BEHANDELD:
        zin = "Het punt is behandeld, zonder besluit. Leg vast wat dat voor het voorstel betekent."
        return _proposal(one, zin, VoorstelStap.BESLISSEN)
    if not one.besluiten:
        where = "staat op de agenda" if one.punt.vergadering else "wacht op een volgend overleg"
        return Vervolg(f"Het voorstel {where}. Het besluit leg je vast bij het agendapunt.")
    zin = "Het overleg nam een besluit. Leg vast wat dat voor het voorstel betekent."
    return _proposal(one, zin, VoorstelStap.BESLISSEN)


def _fell_away(punt: Agendapunt) -> bool:
    off = punt.vergadering is not None and punt.vergadering.staat == VergaderingStaat.AFGELAST
    return off or punt.staat == PuntStaat.VERVALLEN


def _proposal(one: Voorstelbeeld, zin: str, stap: VoorstelStap) -> Vervolg:
    return Vervolg(zin, str(stap) if stap in one.stappen else "")
