"""Compose the text on the zorgplicht for the letter of the leerplichtambtenaar."""

from openlea.services.papier.blokken import Kop, Lijst, Stuk, paragraphs

BRIEF = (
    "Uw kind moet naar school kunnen. Heeft uw kind extra hulp nodig, dan heeft de school waar "
    "u uw kind schriftelijk aanmeldt zorgplicht. De school biedt een passende plek, of zoekt "
    "samen met u een andere school die dat kan en wil.\n\n"
    "De school beslist binnen zes weken na de aanmelding. Zij mag dat één keer met vier weken "
    "verlengen en moet u dat laten weten. Is er na tien weken geen besluit en staat uw kind "
    "nergens ingeschreven, dan wordt uw kind tijdelijk op de school geplaatst.\n\n"
    "Komt u er met de school niet uit? Vraag dan het ouder- en jeugdsteunpunt van het "
    "samenwerkingsverband of een onderwijsconsulent om hulp. Dat kost niets. Bent u het niet "
    "eens met het besluit van het schoolbestuur, dan kunt u naar de geschillencommissie passend "
    "onderwijs. Die geeft binnen tien weken een oordeel."
)
"""The text on the zorgplicht for the letter of the leerplichtambtenaar."""
GRONDEN = (
    "Zorgplicht: WPO artikel 40 lid 4 en 5, WVO 2020 artikel 8.9, WEC artikel 40 lid 4 tot 6",
    "Zes en vier weken: WPO artikel 40 lid 6, WVO 2020 artikel 8.8, WEC artikel 40 lid 7",
    "Tijdelijke plaatsing na tien weken: WPO artikel 40 lid 7, WEC artikel 40 lid 8 en 9",
    "Geschillencommissie: WPO artikel 43",
)


def compose_zorgplichtbrief(werkruimte: str) -> Stuk:
    """Return the text on the zorgplicht as a document, to go into the municipality's own letter."""
    return Stuk(
        titel="Tekst over de zorgplicht",
        bovenkop=werkruimte,
        ondertitel="Voor de brief van de leerplichtambtenaar",
        voetregel="Lees de tekst na en pas haar aan je eigen brief aan.",
        blokken=(
            *paragraphs(BRIEF),
            Kop(1, "Waar dit staat"),
            Lijst(GRONDEN),
        ),
        omslag=False,
        werkruimte=werkruimte,
    )
