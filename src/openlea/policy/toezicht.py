"""What the municipality can answer to the oversight by itself, and what somebody must still say.

A status (A, B or C) is never worked out: that verdict belongs to the Inspectie.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.partij import PartijSoort
from openlea.core.toezichtvraag import Toezichtvraag
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.rechten import Scope

BEWIJS_ONTBREEKT = "Er hoort nog bewijs bij: voeg een document of een link toe."
SPREEKT_TEGEN = "Dit antwoord spreekt het aanvaarde bewijs tegen. Kijk welk van de twee klopt."


class VraagStaat(Keuze):
    """How far a question is."""

    BEANTWOORD = "beantwoord", "Beantwoord"
    BEKEND = "bekend", "Bekend"
    OPEN = "open", "Nog te beantwoorden"


class VindingSoort(Keuze):
    """What the werkruimte knows about a question."""

    BEWIJS = "bewijs", "Aanvaard bewijs"
    PLAN = "plan", "Plan in het register"
    ACTIE = "actie", "Actie in de agenda"
    STREEFWAARDE = "streefwaarde", "Streefwaarde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vinding:
    """One thing that is known: `naar` is the number or code of what it points to.

    `plicht` is the duty that it shows; of a plan its kind instead. `is_geheel` says that the duty
    is proven as a whole: proof of some topics alone answers nothing.
    """

    soort: VindingSoort
    plicht: str
    titel: str
    naar: str
    op: date | None = None
    door: str = ""
    is_geheel: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtoordeel:
    """How far a question is: what it is known from, what else there is, and what isn't right."""

    staat: VraagStaat
    bronnen: tuple[Vinding, ...] = ()
    meer: tuple[Vinding, ...] = ()
    is_bekend: bool = False
    opmerking: str = ""
    heeft_bewijs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichttelling:
    """How many questions there are in each state, and how many have proof."""

    totaal: int
    beantwoord: int
    bekend: int
    open: int
    met_bewijs: int


def reads_toezicht(scope: Scope, soort: PartijSoort | None) -> bool:
    """Return whether a right on the self-assessment reaches the answers of the municipality.

    `soort` is the kind of the own partij: they are the municipality's own.
    """
    own = scope is Scope.EIGEN_PARTIJ and soort is PartijSoort.GEMEENTE
    return scope is Scope.ALLES or own


def judge_vraag(
    vraag: Toezichtvraag,
    vindingen: Iterable[Vinding],
    antwoord: Antwoord | None,
    *,
    heeft_document: bool = False,
) -> Toezichtoordeel:
    """Return how far a question is; what a person answered goes before what is known."""
    found = [one for one in vindingen if _is_about(vraag, one)]
    bronnen = tuple(one for one in found if _answers(vraag, one))
    meer = tuple(one for one in found if one not in bronnen)
    known = is_known(vraag, bronnen)
    if antwoord is None:
        staat = VraagStaat.BEKEND if known else VraagStaat.OPEN
        return Toezichtoordeel(
            staat=staat, bronnen=bronnen, meer=meer, is_bekend=known, heeft_bewijs=known
        )
    proven = heeft_document or bool(bronnen)
    return Toezichtoordeel(
        staat=VraagStaat.BEANTWOORD,
        bronnen=bronnen,
        meer=meer,
        is_bekend=known,
        opmerking=_remark(antwoord, known=known, proven=proven),
        heeft_bewijs=proven,
    )


def is_known(vraag: Toezichtvraag, bronnen: Sequence[Vinding]) -> bool:
    """Return whether the sources answer it: a plan alone does, of duties each must be shown."""
    if any(one.soort is VindingSoort.PLAN for one in bronnen):
        return True
    proof = (one for one in bronnen if one.soort is VindingSoort.BEWIJS)
    shown = {one.plicht for one in proof if one.is_geheel}
    return bool(vraag.plichten) and shown.issuperset(vraag.plichten)


def tally(oordelen: Iterable[Toezichtoordeel]) -> Toezichttelling:
    """Return how many questions are in each state."""
    each = list(oordelen)
    states = [one.staat for one in each]
    return Toezichttelling(
        totaal=len(each),
        beantwoord=states.count(VraagStaat.BEANTWOORD),
        bekend=states.count(VraagStaat.BEKEND),
        open=states.count(VraagStaat.OPEN),
        met_bewijs=sum(one.heeft_bewijs for one in each),
    )


def _is_about(vraag: Toezichtvraag, one: Vinding) -> bool:
    names = vraag.plansoorten if one.soort is VindingSoort.PLAN else vraag.noemt
    return one.plicht in names


def _answers(vraag: Toezichtvraag, one: Vinding) -> bool:
    shows = one.soort is VindingSoort.BEWIJS and one.plicht in vraag.plichten
    return shows or one.soort is VindingSoort.PLAN


def _remark(antwoord: Antwoord, *, known: bool, proven: bool) -> str:
    if antwoord in {Antwoord.NEE, Antwoord.NVT}:
        return SPREEKT_TEGEN if known else ""
    return "" if proven else BEWIJS_ONTBREEKT
