"""How parties work together: which model per theme, and who steers."""

from openlea.core.keuze import Keuze


class Samenwerkingsmodel(Keuze):
    """How parties work together on a theme."""

    SCHOTTEN = "schotten", "Schotten"
    KETEN = "keten", "Keten"
    NETWERK = "netwerk", "Netwerk"
    INTEGRAAL = "integraal", "Integraal"


class Sturingsvorm(Keuze):
    """Who steers a cooperation."""

    ZELFSTURING = "zelfsturing", "Zelfsturing"
    LEIDENDE_ORGANISATIE = "leidende_organisatie", "Leidende organisatie"
    NETWERKORGANISATIE = "netwerkorganisatie", "Netwerkorganisatie"


class Beginstap(Keuze):
    """The four steps at the start of a cooperation."""

    VERKENNEN = "verkennen", "Verkennen van ieders belangen"
    BETEKENIS = "betekenis", "Samen betekenis geven"
    GRENZEN = "grenzen", "Overleg over grenzen"
    VASTSTELLEN = "vaststellen", "Vaststellen van werkwijze en agenda"


class DelingStaat(Keuze):
    """Whether both sides of a sharing agreed to it."""

    AANGEBODEN = "aangeboden", "Aangeboden"
    AANVAARD = "aanvaard", "Aanvaard"
    GEWEIGERD = "geweigerd", "Geweigerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
