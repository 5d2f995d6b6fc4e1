"""Small parts of a page: icons, fields, the look of a state and the arithmetic of a target bar."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField, CheckboxInput
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from openlea.core.agenda import ActieStaat, Richting
from openlea.policy.actualiteit import Actualiteit
from openlea.policy.streefwaarde import Uitkomst, is_met

register = template.Library()

HIDDEN = SafeString('aria-hidden="true" focusable="false"')
SOORTEN = {"error": "fout", "warning": "waarschuwing", "success": "succes"}
GOED, LET_OP, FOUT, RUST = "goed", "let-op", "fout", "rust"


@dataclass(frozen=True, slots=True)
class Beeld:
    """How a state is shown: an icon, a word and a tone; the word alone is enough."""

    icoon: str
    woord: str
    toon: str = ""


STATEN = {
    ActieStaat.NIET_GESTART: Beeld("cirkel", ActieStaat.NIET_GESTART.label, RUST),
    ActieStaat.OP_SCHEMA: Beeld("vinkje-rond", ActieStaat.OP_SCHEMA.label, GOED),
    ActieStaat.LOOPT_ACHTER: Beeld("driehoek", ActieStaat.LOOPT_ACHTER.label, LET_OP),
    ActieStaat.UITGESTELD: Beeld("pauze", ActieStaat.UITGESTELD.label, LET_OP),
    ActieStaat.AFGEROND: Beeld("vlag", ActieStaat.AFGEROND.label, GOED),
    ActieStaat.GESTOPT: Beeld("kruis-rond", ActieStaat.GESTOPT.label, FOUT),
    ActieStaat.SAMENGEVOEGD: Beeld("samen", ActieStaat.SAMENGEVOEGD.label, RUST),
    ActieStaat.OPGEVOLGD: Beeld("pijl-rechts", ActieStaat.OPGEVOLGD.label, RUST),
    ActieStaat.ONBEKEND: Beeld("vraag", ActieStaat.ONBEKEND.label, RUST),
}
ACTUALITEITEN = {
    Actualiteit.FRIS: Beeld("vinkje", Actualiteit.FRIS.label),
    Actualiteit.BINNENKORT: Beeld("klok", Actualiteit.BINNENKORT.label, LET_OP),
    Actualiteit.TE_LAAT: Beeld("uitroep", Actualiteit.TE_LAAT.label, FOUT),
    Actualiteit.NIET_NODIG: Beeld("streepjes", Actualiteit.NIET_NODIG.label, RUST),
    Actualiteit.NIET_GEVRAAGD: Beeld("streepjes", Actualiteit.NIET_GEVRAAGD.label, RUST),
}


@register.simple_tag
def icoon(naam: str, label: str = "") -> SafeString:
    """Return an icon of onderdelen/iconen.html; read aloud with a label, else hidden."""
    heard = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html('<svg class="ol-icoon" {}><use href="#i-{}"></use></svg>', heard, naam)


@register.filter
def staat_beeld(staat: str) -> Beeld:
    """Return how an ActieStaat is shown; an unknown word is shown as 'Nog niets gemeld'."""
    return STATEN[ActieStaat(staat)] if staat in STATEN else STATEN[ActieStaat.ONBEKEND]


@register.filter
def actualiteit_beeld(actualiteit: str) -> Beeld:
    """Return how an Actualiteit is shown; anything else is 'Nog niets gemeld'."""
    return ACTUALITEITEN[Actualiteit(actualiteit)]


@register.simple_tag(takes_context=True)
def deel(context: Context, onderdeel: str, **waarden: Any) -> SafeString:
    """Return templates/onderdelen/<onderdeel>.html with these values and nothing of the page.

    An include would also see the page's own `titel` or `url`; a part must not.
    """
    own = {**waarden, "csrf_token": context.get("csrf_token")}
    return render_to_string(f"onderdelen/{onderdeel}.html", own)


@register.filter
def ongedaan_adres(bericht: Message) -> str:
    """Return where a message can be undone: what follows 'ongedaan:' in its extra tags."""
    _, found, address = (bericht.extra_tags or "").partition("ongedaan:")
    return address.split()[0] if found and address else ""


@register.filter
def berichtsoort(bericht: Message) -> str:
    """Return the kind of melding of a Django message."""
    return SOORTEN.get(bericht.level_tag, "info")


@register.simple_tag
def invoer(veld: BoundField, soort: str = "") -> SafeString:
    """Return the input of a form field in the house style; `soort` adds ol-invoer--<soort>."""
    if isinstance(veld.field.widget, CheckboxInput) or veld.use_fieldset:
        return veld.as_widget()
    own = veld.field.widget.attrs.get("class", "")
    extra = f"ol-invoer--{soort}" if soort else ""
    return veld.as_widget(attrs={"class": f"ol-invoer {extra} {own}".strip()})


@register.filter
def is_vinkje(veld: BoundField) -> bool:
    """Tell whether a form field is one tick box, whose label stands behind it."""
    return isinstance(veld.field.widget, CheckboxInput)


@dataclass(frozen=True, slots=True)
class Streef:
    """A target bar: width of the filled part in hundredths, and whether the target is met."""

    breedte: int
    gehaald: bool


@register.simple_tag
def streef(
    werkelijk: Decimal | str | None, doel: Decimal | str | None, richting: str, uitkomst: str
) -> Streef:
    """Return the bar of an actual against its target; without either it is empty and not met.

    Without an Uitkomst only 'at least' can be called met: a maximum may still be passed this year.
    """
    if werkelijk in {None, ""} or doel in {None, ""}:
        return Streef(0, gehaald=False)
    have, want = Decimal(str(werkelijk)), Decimal(str(doel))
    share = 100 * have / want if want else Decimal(100 if have else 0)
    certain = richting in {"", Richting.MINSTENS} and is_met(Richting.MINSTENS, want, have)
    met = uitkomst == Uitkomst.GEHAALD if uitkomst else certain
    return Streef(int(min(max(share, Decimal(0)), Decimal(100))), gehaald=met)
