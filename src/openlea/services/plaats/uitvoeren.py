"""Carries out a placement that was promised: opens, draws, places, writes letters, keeps it all."""

from collections.abc import Callable, Mapping

import polars as pl
from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.loting import promise
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.services.plaats.levering import sealed_levering
from openlea.services.plaats.lezen import Gelezen
from openlea.services.plaats.register import Geheim
from openlea.services.plaats.ronde import UITKOMSTEN, geheim_of, gelezen_of, there
from openlea.services.plaats.samenstellen import KOPPEN, Opbrengst, draw_and_place, register_of
from openlea.services.plaats.stukken import keep_pieces
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import Aanlevering, Plaatsingsronde
from openlea.storage.vault import kluis

Step = Callable[[str, int, int], None]
EVERY = 50
ANDERS = "Kinderen, plekken of regels zijn anders dan wat is vastgelegd. Er is niet geloot."


def carry_out(actor: Actor, nummer: int, step: Step) -> Plaatsingsronde:
    """Return the round, placed; `step` is told what is done now, and how many of how many.

    The same promise and text of the day always give the same outcome, so who is broken off may
    begin again. Outside a transaction.
    """
    ronde = find_kinderronde(actor, nummer, Verb.MAKEN)
    if ronde.geplaatst_op is not None:
        return ronde
    if not ronde.zaad:
        raise Conflict("Vul eerst de tekst van de dag in.")
    step("Aanmeldingen openen", 0, 0)
    gelezen, geheim = _opened(actor, ronde)
    step("Loten en plaatsen", 0, 0)
    found = draw_and_place(gelezen, geheim, ronde.zaad, vooraf=True)
    rows = _table(found, step)
    step("Openbare bestanden maken", 0, 0)
    public = found.public(ronde.loting_op)
    step("Bewaren", 0, 0)
    made = ronde.is_verzonnen
    new = sealed_levering(actor, UITKOMSTEN, ronde.schooljaar, rows, verzonnen=made)
    try:
        return _kept(actor, ronde, new, found, public)
    except BaseException:
        kluis.erase(vak_of(new))
        raise


def _opened(actor: Actor, ronde: Plaatsingsronde) -> tuple[Gelezen, Geheim]:
    """Return what was promised; Conflict when it is anything else by now."""
    levering = there(ronde.aanmeldingen, "aanmeldingen")
    log_deed(
        actor,
        "aanmeldingen gelezen",
        f"ronde {ronde.pk}",
        "loten en plaatsen",
        soort=Logsoort.LEZEN,
        noun=Noun.AANMELDING,
    )
    gelezen, geheim = gelezen_of(ronde, kluis.read(vak_of(levering))), geheim_of(ronde)
    if promise(geheim.salt, register_of(gelezen, geheim)) != ronde.vastlegging:
        raise Conflict(ANDERS)
    return gelezen, geheim


def _table(found: Opbrengst, step: Step) -> pl.DataFrame:
    """Return the outcome per child with its letter, as text; what is empty is null."""
    total = len(found.gelezen.kinderen)
    letters = []
    for n, (_, stuk) in enumerate(found.letters()):
        if n % EVERY == 0:
            step("Brieven schrijven", n, total)
        letters.append(write_stuk(stuk, "html").decode())
    rows = pl.DataFrame(found.outcome(), schema=dict.fromkeys(KOPPEN, pl.String), orient="row")
    homes = [kind.pc4 for kind in found.done.setup.kinderen]
    added = [pl.Series("pc4", homes, pl.String), pl.Series("brief", letters, pl.String)]
    return rows.with_columns(added).with_columns(pl.all().replace("", None))


def _kept(
    actor: Actor,
    seen: Plaatsingsronde,
    new: Aanlevering,
    found: Opbrengst,
    public: Mapping[str, bytes],
) -> Plaatsingsronde:
    with transaction.atomic():
        ronde = find_kinderronde(actor, seen.pk, Verb.MAKEN, hold=True)
        if ronde.geplaatst_op is not None or ronde.vastlegging != seen.vastlegging:
            raise Conflict("Deze ronde is intussen gewijzigd.")
        new.bevestigd_op = timezone.now()
        ronde.uitkomsten = keep_record(actor, new)
        ronde.geplaatst_op = timezone.now()
        ronde.kerngetallen = found.geplaatst.as_plain()
        kept = keep_record(actor, ronde)
        keep_pieces(actor, kept, public)
        log_deed(actor, "geloot en geplaatst", f"ronde {kept.pk}", noun=Noun.AANMELDING)
    return kept
