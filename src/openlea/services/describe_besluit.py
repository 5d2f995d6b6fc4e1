"""One decision as it is read: what every partij thought, its dispute, and what came of it."""

from dataclasses import dataclass
from datetime import date

from openlea.core.besluit import GeschilStap, Standpunt
from openlea.core.overleg import Overlegkaart, VergaderingStaat, VerslagStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.geschil import explains, is_settled, next_steps
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_besluit import find_besluit
from openlea.services.vergaderen.tafel import kaart_of, leads
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.models import Afspraak, Besluit, Geschilregel, Partij
from openlea.storage.records.scope_overleg import afspraken_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Positie:
    """What a partij thought of it; `noot` says why, or that it was extended to it."""

    partij: str
    code: str
    standpunt: Standpunt
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    """A step that was taken; `document` is the number of its paper if the reader may open it."""

    stap: GeschilStap
    op: date
    voor: date | None
    toelichting: str
    document: int | None
    document_titel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapkeuze:
    """A step that may be taken now, in one sentence."""

    stap: GeschilStap
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitblad:
    """A decision with all around it; `wet` is what the kind says of a dispute, step by step."""

    besluit: Besluit
    uitkomst: OverlegUitkomst
    posities: tuple[Positie, ...]
    stappen: tuple[Stapregel, ...]
    keuzes: tuple[Stapkeuze, ...]
    wet: tuple[str, ...]
    bron: str
    afspraken: tuple[Afspraak, ...]
    buiten: tuple[tuple[str, str], ...]
    leidt: bool
    mag_wijzigen: bool

    @property
    def is_opgelost(self) -> bool:
        """Return whether the dispute is over."""
        return is_settled([one.stap for one in self.stappen])

    @property
    def wacht_op(self) -> Stapregel | None:
        """Return the last step, when something must follow it before a day."""
        last = self.stappen[-1] if self.stappen else None
        return last if last is not None and last.voor is not None else None


def describe_besluit(actor: Actor, nummer: int) -> Besluitblad:
    """Return a decision that the actor may see; NotFound for any other."""
    besluit = find_besluit(actor, Verb.ZIEN, nummer)
    kaart = kaart_of(besluit.punt.reeks)
    uitkomst = OverlegUitkomst(besluit.uitkomst)
    stappen = tuple(_step(actor, one) for one in besluit.geschilregels.select_related("document"))
    leidt = _leads(actor, besluit)
    agreed = uitkomst is OverlegUitkomst.OVEREENSTEMMING
    posities = tuple(
        Positie(
            partij=one.partij.naam,
            code=one.partij.code,
            standpunt=Standpunt(one.standpunt),
            noot=one.toelichting,
        )
        for one in besluit.standpunten.select_related("partij")
    )
    return Besluitblad(
        besluit=besluit,
        uitkomst=uitkomst,
        posities=posities,
        stappen=stappen,
        keuzes=_choices(kaart, stappen) if leidt and not agreed else (),
        wet=kaart.geschil if kaart and not agreed else (),
        bron=kaart.bron if kaart else "",
        afspraken=tuple(_agreed(actor, besluit)),
        buiten=_outside(actor, posities) if leidt and not agreed else (),
        leidt=leidt,
        mag_wijzigen=leidt and _may_change(besluit),
    )


def _leads(actor: Actor, besluit: Besluit) -> bool:
    meeting = besluit.punt.vergadering
    may = actor.scope(Noun.BESLUIT, Verb.WIJZIGEN) is not Scope.NIETS
    return may and meeting is not None and leads(actor, meeting)


def _may_change(besluit: Besluit) -> bool:
    meeting = besluit.punt.vergadering
    return (
        meeting is not None
        and meeting.verslag_staat != VerslagStaat.VASTGESTELD
        and meeting.staat in {VergaderingStaat.BEZIG, VergaderingStaat.GEHOUDEN}
    )


def _choices(kaart: Overlegkaart | None, stappen: tuple[Stapregel, ...]) -> tuple[Stapkeuze, ...]:
    steps = next_steps(kaart, [one.stap for one in stappen])
    return tuple(Stapkeuze(stap=one, uitleg=explains(kaart, one)) for one in steps)


def _step(actor: Actor, one: Geschilregel) -> Stapregel:
    document = one.document
    seen = document is not None and document_seen(document.pk, actor) is not None
    return Stapregel(
        stap=GeschilStap(one.stap),
        op=one.op,
        voor=one.voor,
        toelichting=one.toelichting,
        document=document.pk if document is not None and seen else None,
        document_titel=document.titel if document is not None and seen else "",
    )


def _agreed(actor: Actor, besluit: Besluit) -> list[Afspraak]:
    """Return the agreements made with the decision, or on its item, that the actor may see."""
    every = Afspraak.objects.of(actor.werkruimte).filter(punt_id=besluit.punt_id)
    seen = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    return [one for one in seen if one.besluit_id in {besluit.pk, None}]


def _outside(actor: Actor, posities: tuple[Positie, ...]) -> tuple[tuple[str, str], ...]:
    """Return who did not sign, as (code, name): who was away, disagreed, or sat elsewhere."""
    signed = {
        one.code for one in posities if one.standpunt in {Standpunt.EENS, Standpunt.VOORBEHOUD}
    }
    every = Partij.objects.of(actor.werkruimte).taking_part().order_by("naam")
    return tuple((one.code, one.naam) for one in every if one.code not in signed)
