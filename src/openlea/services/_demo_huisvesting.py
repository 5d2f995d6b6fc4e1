"""The school buildings of the demo: three real schools, with invented buildings and plans."""

from datetime import date
from decimal import Decimal

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor
from openlea.services.describe_huisvesting import describe_huisvesting
from openlea.services.keep_gebouw import Gebouwopzet, keep_gebouw
from openlea.services.keep_gebouwgebruik import Gebruikopzet, keep_gebouwgebruik
from openlea.services.keep_huisvestingsaanvraag import Aanvraagopzet, keep_huisvestingsaanvraag
from openlea.services.keep_huisvestingsproject import Projectopzet, keep_huisvestingsproject
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import Gebouw

NIET_ECHT = "Verzonnen voor de demo"
PUBLIEK = Zichtbaarheid.PUBLIEK
DELEN = (Decimal("0.85"), Decimal("1.02"), Decimal("1.3"))
"""What the three buildings hold of what the school needs now: too little, enough, too much."""
STATEN = (
    ("C", 1450, "E", "niet", 1968),
    ("B", 1050, "B", "deels", 1996),
    ("", None, "", "", 1931),
)


def fill_huisvesting(actor: Actor, today: date) -> bool:
    """Fill it, unless there are buildings already; returns whether it did."""
    if Gebouw.objects.of(actor.werkruimte).exists():
        return False
    found = describe_huisvesting(actor, today)
    schools = [one for one in found.scholen if one.soort == "bo"][: len(DELEN)]
    gebouwen = [
        _building(actor, n, one.vestiging, one.naam, one.nodig[0].midden, today)
        for n, one in enumerate(schools)
    ]
    if gebouwen:
        _round(actor, gebouwen, found.ronde.jaar)
        _plans(actor, gebouwen, today.year)
    return True


def _building(actor: Actor, n: int, school: str, naam: str, nodig: Decimal, today: date) -> Gebouw:
    fris, co2, energie, toegankelijk, bouwjaar = STATEN[n]
    bvo = (nodig * DELEN[n]).quantize(Decimal(1))
    kept = keep_gebouw(
        actor,
        Gebouwopzet(
            naam=f"Gebouw van {naam} (voorbeeld)",
            bouwjaar=bouwjaar,
            bvo=bvo if n else bvo + 120,
            fris=fris,
            co2=co2,
            energie=energie,
            toegankelijk=toegankelijk,
            keuring=date(today.year - 1 - n, 3, 1),
            bron=NIET_ECHT,
            zichtbaarheid=PUBLIEK,
        ),
    )
    users = [Gebruikopzet(gebouw=kept.pk, naam=naam, school=school, m2=bvo, klokuren=Decimal(12))]
    if n == 0:
        users.append(Gebruikopzet(gebouw=kept.pk, naam="Kinderopvang (voorbeeld)", m2=Decimal(120)))
    for one in users:
        keep_gebouwgebruik(actor, one)
    return kept


def _round(actor: Actor, gebouwen: list[Gebouw], jaar: int) -> None:
    asked = (
        ("uitbreiding", "Uitbreiding met drie lokalen", 910_000, AanvraagStaat.INGEDIEND, ""),
        ("eerste inrichting", "Meubilair voor een groep", 21_500, AanvraagStaat.PROGRAMMA, ""),
        ("schade", "Herstel van stormschade aan het dak", None, AanvraagStaat.ONVOLLEDIG, ""),
    )
    for gebouw, (soort, wat, euro, staat, reden) in zip(gebouwen, asked, strict=False):
        keep_huisvestingsaanvraag(
            actor,
            Aanvraagopzet(
                jaar=jaar,
                soort=soort,
                omschrijving=f"{wat} (voorbeeld)",
                gebouw=gebouw.pk,
                bedrag=None if euro is None else Decimal(euro),
                ingediend_op=date(jaar - 1, 1, 20),
                reden=reden,
                staat=staat,
            ),
        )


def _plans(actor: Actor, gebouwen: list[Gebouw], jaar: int) -> None:
    plans = (
        ("Nieuwbouw", "nieuwbouw", jaar + 3, 6_400_000, 400, "plan", ("drempelvrij", "lift")),
        ("Beter binnenklimaat", "verduurzaming", jaar + 1, 480_000, None, "voorbereiding", ()),
    )
    for gebouw, (naam, soort, klaar, euro, m2, fase, inclusief) in zip(
        gebouwen, plans, strict=False
    ):
        keep_huisvestingsproject(
            actor,
            Projectopzet(
                naam=f"{naam} (voorbeeld)",
                soort=soort,
                jaar=klaar,
                gebouw=gebouw.pk,
                kosten=Decimal(euro),
                dekking={"gemeente": Decimal(euro) / 2},
                m2=None if m2 is None else Decimal(m2),
                inclusief=inclusief,
                fase=fase,
                lost_op="Te weinig ruimte en een slecht binnenklimaat." if m2 else "Te veel CO₂.",
                bron=NIET_ECHT,
                zichtbaarheid=PUBLIEK,
            ),
        )
