"""A document with every kind of block, to see how a template shows each of them."""

from openlea.services.papier.blokken import (
    Alinea,
    Feiten,
    Kop,
    Lijst,
    Links,
    Regel,
    RegelSoort,
    Stuk,
    Tabel,
)

_UITLEG = (
    "Dit is een proefdruk. Kijk of de koppen, de tabel en de opsomming eruitzien zoals jullie ze "
    "gewend zijn. Klopt er iets niet? Pas de stijl aan in het sjabloon en voeg het opnieuw toe."
)


def proof_of(werkruimte: str, datum: str) -> Stuk:
    """Return the document that shows every kind of block."""
    return Stuk(
        titel="Proefdruk",
        bovenkop=werkruimte,
        ondertitel="Zo zien stukken eruit in dit sjabloon",
        voetregel=f"Gemaakt op {datum}",
        datum=datum,
        werkruimte=werkruimte,
        blokken=(
            Kop(1, "Kop van een hoofdstuk"),
            Alinea(_UITLEG),
            Kop(2, "Kop van een onderdeel"),
            Feiten((("Naam van een feit", "De waarde ervan"), ("Een tweede", "Met een waarde"))),
            Lijst(("Een punt van een opsomming", "Nog een punt")),
            Links((("Een link", "https://www.rijksoverheid.nl/"), ("Een punt zonder link", ""))),
            Kop(3, "Kop van de kleinste soort"),
            Alinea("Een alinea die iets terloops zegt.", zacht=True),
            Tabel(
                titel="Een tabel met getallen",
                koppen=("Onderdeel", "Toelichting", "2026", "2027"),
                regels=(
                    Regel(("Eerste regel", "Met uitleg", "1.250", "1.300")),
                    Regel(("Tweede regel", "Met uitleg", "750", "800")),
                    Regel(("Samen", "", "2.000", "2.100"), RegelSoort.TOTAAL),
                ),
                getallen_vanaf=2,
                breedtes=(3, 4),
            ),
        ),
    )
