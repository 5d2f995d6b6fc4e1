"""One Verzoek as a card: the question, the form that fits it, and what becomes of an answer."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone

from openlea.core.agenda import Jaarwaarde, Streefwaarde
from openlea.core.errors import BadInput, Fout
from openlea.core.verzoek import OnderwerpSoort, VerzoekSoort
from openlea.policy.rechten import Actor
from openlea.policy.streefwaarde import current, has_doel
from openlea.services.answer_verzoek import Antwoord, answer_verzoek
from openlea.storage.records.models import Actie, Verzoek
from openlea.storage.records.netwerk_values import streefwaarde_values
from openlea.storage.records.verhaal import own_melding
from openlea.web.pages.afspraken.forms import BevestigForm
from openlea.web.pages.afspraken.vraag import agreement_card, said
from openlea.web.pages.verzoek.forms import Maat, MeldingForm, MetingForm

Vorm = MeldingForm | MetingForm | BevestigForm
MOST_TARGETS = 3
"""A card stays a card: more targets than this are told on the page of the action."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """A question with its form; `is_in_te_vullen` is false for what is done elsewhere.

    `feiten` are what one must know to answer, as names with values.
    """

    verzoek: Verzoek
    formulier: Vorm | None
    vraag_voor: str
    naam: str
    feiten: tuple[dict[str, str], ...] = ()

    @property
    def is_in_te_vullen(self) -> bool:
        """Return whether the answer fits on the card."""
        return self.formulier is not None


def card(verzoek: Verzoek, filled: QueryDict | None = None) -> Kaart:
    """Return the card of an ask, empty or as it was filled in."""
    if verzoek.soort == VerzoekSoort.BIJWERKEN:
        return _update(verzoek, filled)
    if verzoek.soort == VerzoekSoort.METING:
        return _measurement(verzoek, filled)
    if (
        verzoek.soort == VerzoekSoort.BEVESTIGEN
        and verzoek.onderwerp_soort == OnderwerpSoort.AFSPRAAK
    ):
        return Kaart(verzoek, *agreement_card(verzoek, filled))
    return Kaart(verzoek, None, "", verzoek.vraag)


def _update(verzoek: Verzoek, filled: QueryDict | None) -> Kaart:
    actie = _actie(verzoek)
    code = verzoek.onderwerp_code
    maten = [
        Maat(one, jaar)
        for one in _targets(verzoek, frozenset({code}))
        if one.bij == code
        for jaar in [current(one, timezone.localdate())]
        if jaar is not None and has_doel(one.richting, jaar)
    ]
    form = MeldingForm(filled, maten=maten[:MOST_TARGETS])
    return Kaart(verzoek, form, "Hoe staat het met", actie.naam if actie else code)


def _measurement(verzoek: Verzoek, filled: QueryDict | None) -> Kaart:
    seen = frozenset(_codes(verzoek))
    one = next(
        (each for each in _targets(verzoek, seen) if each.code == verzoek.onderwerp_code), None
    )
    if one is None:
        return Kaart(verzoek, None, "", verzoek.vraag)
    year = int(verzoek.periode)
    jaar = next((each for each in one.jaren if each.jaar == year), Jaarwaarde(jaar=year))
    form = MetingForm(filled, maat=Maat(one, jaar))
    return Kaart(verzoek, form, f"Wat was in {year} de uitkomst van", one.maat)


def told_with(actor: Actor, verzoek: Verzoek) -> int | None:
    """Return the number of the update that answered an ask, if the actor may take it back."""
    actie = _actie(verzoek) if verzoek.soort == VerzoekSoort.BIJWERKEN else None
    own = own_melding(actie, actor) if actie else None
    return own.pk if own else None


def _actie(verzoek: Verzoek) -> Actie | None:
    return Actie.objects.filter(agenda=verzoek.agenda_id, code=verzoek.onderwerp_code).first()


def _codes(verzoek: Verzoek) -> list[str]:
    return list(Actie.objects.filter(agenda=verzoek.agenda_id).values_list("code", flat=True))


def _targets(verzoek: Verzoek, seen: frozenset[str]) -> tuple[Streefwaarde, ...]:
    return streefwaarde_values(verzoek.agenda, seen) if verzoek.agenda else ()


def answer(actor: Actor, kaart: Kaart) -> bool:
    """Keep what was filled in and return whether that went well; faults stand in the form."""
    form = kaart.formulier
    if form is None or not form.is_valid():
        return False
    try:
        answer_verzoek(actor, kaart.verzoek.pk, _told(form))
    except BadInput as refused:
        for fout in refused.fouten:
            form.add_error(_field(form, fout), fout.reden)
        return False
    return True


def _told(form: Vorm) -> Antwoord:
    if isinstance(form, MeldingForm):
        return form.melding(timezone.localdate())
    return said(form) if isinstance(form, BevestigForm) else form.waarde()


def _field(form: Vorm, fout: Fout) -> str | None:
    """Return the field of the card that a fault of the verb belongs to; None for the whole."""
    wanted = fout.cel.split()
    if not wanted:
        return None
    if fout.cel in form.fields:
        return fout.cel
    names = {"blokkade": "weten", "gedaan": "weten", "staat": "staat"}
    found = names.get(wanted[0]) or (f"waarde_{wanted[1]}" if len(wanted) > 1 else "waarde")
    return found if found in form.fields else None
