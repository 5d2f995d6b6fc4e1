"""Ask what is needed and mail each person once a week, over all werkruimten, what is waiting."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from openlea.core.verzoek import Lid
from openlea.policy.herinnering import Digest as Bundel
from openlea.policy.herinnering import Openstaand, digests
from openlea.policy.ontvanger import stand_in
from openlea.policy.rechten import Noun
from openlea.services.ask_updates import ask_updates
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.brief import Brief, Regel, post
from openlea.services.taken.bijwerken import keep_calendars
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything
from openlea.storage.records.verzoek_values import leden_values, verzoek_value

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """One ask in a digest: in which werkruimte, what, and before which day."""

    werkruimte: str
    vraag: str
    voor: date
    sleutel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The mail of one person in one ISO week; `verstuurd` says whether it went out just now."""

    persoon: str
    email: str
    week: str
    verzoeken: tuple[Gevraagd, ...]
    verstuurd: bool = False


def remind_people(
    today: date, *, dry_run: bool = False, werkruimte: str | None = None
) -> tuple[Digest, ...]:
    """Return the digests of today, one per person; a person gets none twice in an ISO week.

    With `werkruimte` (a slug) only people of whom something is asked there. `dry_run` shows what
    would be asked and sent, and leaves everything as it was.
    """
    if not dry_run:
        _look_around(today, werkruimte)
        return tuple(_send(one) for one in _letters(today, werkruimte))
    with transaction.atomic():
        _look_around(today, werkruimte)
        shown = tuple(_told(one) for one in _letters(today, werkruimte))
        transaction.set_rollback(True)
    return shown


def _look_around(today: date, werkruimte: str | None) -> None:
    """Bring tasks and asks to today."""
    keep_calendars(today, werkruimte)
    ask_updates(today, werkruimte=werkruimte)


def _letters(today: date, werkruimte: str | None) -> tuple[Brief, ...]:
    waiting = list(records.Verzoek.objects.open().with_people().order_by("voor", "id"))
    asks = {(one.werkruimte.slug, one.sleutel): one for one in waiting}
    leden = leden_values(records.Lidmaatschap.objects.all())
    sent = {
        f"{persoon}/{week}"
        for persoon, week in records.Bericht.objects.values_list("persoon_id", "week")
    }
    bundles = digests([_openstaand(one) for one in waiting], leden, today, sent)
    wanted = [one for one in bundles if _is_about(one, werkruimte)]
    mensen = records.Persoon.objects.in_bulk([one.persoon for one in wanted])
    return tuple(
        Brief(
            persoon=mensen[one.persoon],
            bundel=one,
            regels=tuple(_lines(one, asks, leden, today)),
        )
        for one in wanted
    )


def _openstaand(one: records.Verzoek) -> Openstaand:
    return Openstaand(
        werkruimte=one.werkruimte.slug, naam=one.werkruimte.naam, verzoek=verzoek_value(one)
    )


def _is_about(bundle: Bundel, werkruimte: str | None) -> bool:
    return werkruimte is None or any(groep.werkruimte == werkruimte for groep in bundle.groepen)


def _lines(
    bundle: Bundel,
    asks: Mapping[tuple[str, str], records.Verzoek],
    leden: Sequence[Lid],
    today: date,
) -> Iterator[Regel]:
    """Yield each ask of a bundle with the lid of the reader: the person asked, or who stands in."""
    by_id = {lid.id: lid for lid in leden}
    for groep in bundle.groepen:
        for ask in groep.regels:
            asked = by_id[ask.verzoek.aan]
            lid = stand_in(asked, by_id, today) or asked
            verzoek = asks[ask.werkruimte, ask.verzoek.sleutel]
            yield Regel(openstaand=ask, verzoek=verzoek, lid=lid.id)


def _told(brief: Brief) -> Digest:
    return Digest(
        persoon=brief.persoon.naam,
        email=brief.persoon.email,
        week=brief.week,
        verzoeken=tuple(
            Gevraagd(
                werkruimte=one.openstaand.werkruimte,
                vraag=one.verzoek.vraag,
                voor=one.verzoek.voor,
                sleutel=one.verzoek.sleutel,
            )
            for one in brief.regels
        ),
    )


def _send(brief: Brief) -> Digest:
    """Send one letter; when it can't go out nothing of it is kept, so that it goes the next time.

    The record of the week is made first: a second run at the same time finds it and sends nothing.
    """
    told = _told(brief)
    try:
        with transaction.atomic():
            records.Bericht.objects.create(
                persoon=brief.persoon,
                week=brief.week,
                aantal=len(brief.regels),
                verstuurd_op=timezone.now(),
            )
            for groep in {one.verzoek.werkruimte_id for one in brief.regels}:
                log_deed(
                    everything(groep).actor, "herinnering verstuurd", brief.week, noun=Noun.VERZOEK
                )
            post(brief)
    except (IntegrityError, OSError) as error:
        log.warning("The digest of week %s was not sent: %s", brief.week, type(error).__name__)
        return told
    return replace(told, verstuurd=True)
