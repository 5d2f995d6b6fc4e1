"""Caveats and reasons that many indicators share, written once so that they can't drift apart."""

AFGESCHERMD = (
    "Aantallen onder de 5 zijn door DUO afgeschermd (1 tot en met 4). Daarom kan een cijfer een "
    "bereik zijn."
)
NAAR_SCHOOL = (
    "Telt naar de plaats van de school, niet naar waar leerlingen wonen. Vergelijk niet met "
    "cijfers over inwoners."
)
NAAR_WOONPLAATS = (
    "Telt naar waar leerlingen wonen. Vergelijk niet met cijfers naar de plaats van de school."
)
NAAR_VESTIGING = "Telt naar de vestiging, niet naar waar leerlingen wonen."
POSTCODES_ONTBREKEN = (
    "Het postcodebestand is er voor de scholen van 339 van de 342 gemeenten. Over inwoners van de "
    "andere drie is er geen cijfer, en elders ontbreken de leerlingen die daar naar school gaan."
)
GEEN_NORM_NABIJHEID = "Er bestaat geen landelijke norm voor thuisnabijheid."
CODE_IS_AANNAME = (
    "De koppeling van de code van de Inspectie (C1, C2 …) aan de vestiging van DUO is een aanname."
)
CBS_2021 = (
    "Cijfers over 2021, gemeentelijke indeling van 2021. Gemeenten die sindsdien zijn "
    "samengevoegd, hebben geen cijfer."
)
CBS_BEWERKT = (
    "Overgenomen uit een bewerking door derden van CBS-tabel 85039NED; controleer belangrijke "
    "cijfers bij het CBS."
)

ALLEEN_SCHOOL = "Deze bron kent het adres van de school, niet dat van de leerling."
ALLEEN_VESTIGING = "Deze bron kent de vestiging, niet waar leerlingen wonen."
GEEN_SCHOOL = "Dit cijfer gaat over waar leerlingen wonen, niet over één school."
GEEN_BESTUUR = "Dit cijfer gaat over waar leerlingen wonen, niet over één schoolbestuur."
SCHOOLWEGING_PER_SCHOOL = "De schoolweging is er per school, niet per woongebied."
AANDEEL_PER_GEMEENTE = (
    "Het CBS geeft dit cijfer per gemeente; aandelen van gemeenten kun je niet optellen of "
    "middelen."
)
ALLEEN_GEMEENTE = "Alleen het cijfer per gemeente zit in het bestand dat is meegeleverd."

DUO_LEEFTIJD = "DUO, Leerlingen po per vestiging naar soort en leeftijd; peildatum 1 oktober"
DUO_POSTCODE = "DUO, Leerlingen po per vestiging naar postcode en leeftijd; peildatum 1 oktober"
CBS_KERNCIJFERS = "CBS, Kerncijfers wijken en buurten 2021 (85039NED)"
