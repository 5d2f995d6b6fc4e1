"""Reading in a file, its rows: what is wrong is listed by reason, mended in place, or left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from openlea.core.errors import Conflict
from openlea.policy.inlezing import Inleesstap, Inleesvorm
from openlea.policy.schrijfwijze import count
from openlea.services.kolommen.keuren import DUBBEL, Keuring, Rijfout
from openlea.services.kolommen.werkstuk import Werkstuk
from openlea.services.repair_rows import repair_rows
from openlea.web.pages.bronnen.inleespad import (
    number,
    page_context,
    seen_version,
    step_url,
    tell_conflict,
    to_step,
    work_on,
)
from openlea.web.route import LeaRequest

PER_PAGE = 25
MOST_LEFT_OUT = 200
FEW = 5
CEL = "cel"


@dataclass(frozen=True, slots=True)
class Reden:
    """A reason with how many rows have it, and the address that shows only those."""

    sleutel: str
    veld: str
    reden: str
    aantal: int
    vraag: str
    actief: bool


@dataclass(frozen=True, slots=True)
class Foutcel:
    """A cell of a row with a fault: what stands there, and why that can't be."""

    naam: str
    label: str
    waarde: str
    was: str
    reden: str


@dataclass(frozen=True, slots=True)
class Foutrij:
    """A row with a fault: the cells to mend, the others in a few words, what else is wrong."""

    regel: int
    cellen: tuple[Foutcel, ...]
    rest: str
    heel: tuple[str, ...]


def rijen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the rows with a fault, or keep what was mended and left out."""
    stuk = work_on(request, nummer)
    if stuk.vorm is Inleesvorm.UITGEVER or not stuk.is_gekoppeld:
        step = Inleesstap.KLAAR if stuk.vorm is Inleesvorm.UITGEVER else Inleesstap.KOLOMMEN
        return to_step(request, stuk, step)
    keuring = stuk.judged()
    typed: dict[str, str] = {}
    if request.method == "POST":
        try:
            return _repaired(request, stuk, keuring)
        except Conflict:
            tell_conflict(request)
            typed = {name: str(text) for name, text in request.POST.items()}
    return render(request, "bronnen/inlezing_rijen.html", _context(request, stuk, keuring, typed))


def _context(
    request: LeaRequest, stuk: Werkstuk, keuring: Keuring, typed: dict[str, str]
) -> dict[str, Any]:
    chosen = request.GET.get("reden", "")
    per_row = keuring.fout_per_regel
    shown = [
        regel
        for regel, fouten in per_row.items()
        if not chosen or any(_key(fout) == chosen for fout in fouten)
    ]
    pagina = Paginator(shown, PER_PAGE).get_page(request.GET.get("pagina", "1"))
    cells = keuring.cells_of(list(pagina))
    rows = [_row(regel, stuk, cells[regel], per_row[regel], typed) for regel in pagina]
    return {
        **page_context(request, stuk, Inleesstap.RIJEN),
        "keuring": keuring,
        "fout_rijen": len(per_row),
        "goed_rijen": keuring.goed.height,
        "redenen": _reasons(keuring, chosen),
        "gekozen": chosen,
        "pagina": pagina,
        "rijen": rows,
        "vraag": urlencode({"reden": chosen}) + "&" if chosen else "",
        "weggelaten": keuring.weggelaten[:MOST_LEFT_OUT],
        "verder": step_url(request, stuk.inlezing.pk, Inleesstap.KLAAR),
    }


def _repaired(request: LeaRequest, stuk: Werkstuk, keuring: Keuring) -> HttpResponse:
    """Keep what was sent and show what is left."""
    here = request.get_full_path()
    weg = {number(one) for one in request.POST.getlist("weg")} - {0}
    terug = {number(one) for one in request.POST.getlist("terug")} - {0}
    chosen = request.POST.get("alle", "")
    if chosen:
        weg |= {one.regel for one in keuring.fouten if _key(one) == chosen}
    herstel = _typed(request)
    if not (weg or terug or herstel):
        messages.info(request, "Er was niets anders ingevuld.")
        return redirect(here)
    seen = seen_version(request)
    repair_rows(request.actor, stuk.inlezing.pk, seen, herstel=herstel, weg=weg, terug=terug)
    done = sum(len(cells) for cells in herstel.values())
    told = [
        *([f"{count(done, 'cel', 'cellen')} verbeterd"] if done else []),
        *([f"{count(len(weg), 'rij', 'rijen')} weggelaten"] if weg else []),
        *([f"{count(len(terug), 'rij', 'rijen')} weer meegenomen"] if terug else []),
    ]
    messages.success(request, f"{', '.join(told)}.".capitalize())
    return redirect("inlezing", request.werkruimte.slug, stuk.inlezing.pk)


def _typed(request: LeaRequest) -> dict[int, dict[str, str]]:
    """Return the cells whose text is another than before, by row and field."""
    found: dict[int, dict[str, str]] = {}
    for name, text in request.POST.items():
        kind, _, rest = name.partition("-")
        row, _, veld = rest.partition("-")
        was = request.POST.get(f"was-{row}-{veld}", "")
        if kind == CEL and number(row) and str(text) != was:
            found.setdefault(number(row), {})[veld] = str(text)
    return found


def _reasons(keuring: Keuring, chosen: str) -> list[Reden]:
    """Return every reason, by how many rows have it."""
    counted = Counter((fout.veld, fout.reden) for fout in keuring.fouten)
    found = []
    for (veld, reden), aantal in sorted(counted.items(), key=lambda one: (-one[1], one[0])):
        key = _key(Rijfout(0, veld, reden))
        vraag = urlencode({"reden": key})
        label = veld.replace("_", " ").capitalize()
        found.append(Reden(key, label, reden, aantal, vraag, key == chosen))
    return found


def _row(
    regel: int,
    stuk: Werkstuk,
    cells: Mapping[str, str],
    fouten: list[Rijfout],
    typed: Mapping[str, str],
) -> Foutrij:
    wrong = {fout.veld: fout.reden for fout in reversed(fouten) if fout.veld}
    heel = tuple(fout.reden for fout in fouten if not fout.veld)
    mendable = _of_whole(stuk, heel)
    shown = [veld for veld in stuk.velden if veld.naam in wrong or veld.naam in mendable]
    rest = [
        f"{veld.label}: {cells[veld.naam]}"
        for veld in stuk.velden
        if veld not in shown and cells[veld.naam]
    ]
    return Foutrij(
        regel=regel,
        cellen=tuple(
            Foutcel(
                naam=f"{regel}-{veld.naam}",
                label=veld.label,
                waarde=typed.get(f"{CEL}-{regel}-{veld.naam}", cells[veld.naam] or ""),
                was=cells[veld.naam] or "",
                reden=wrong.get(veld.naam, ""),
            )
            for veld in shown
        ),
        rest=", ".join(rest[:FEW]),
        heel=heel,
    )


def _of_whole(stuk: Werkstuk, heel: tuple[str, ...]) -> set[str]:
    """Return the fields to mend when a row is wrong as a whole: its key when it's there twice."""
    if not heel:
        return set()
    if set(heel) == {DUBBEL}:
        return {stuk.source.bron.editie, *stuk.source.bron.sleutel}
    # Two cells that don't go together: either may be the wrong one.
    return {veld.naam for veld in stuk.velden}


def _key(fout: Rijfout) -> str:
    return f"{fout.veld}|{fout.reden}"
