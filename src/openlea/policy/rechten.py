"""Who may do what: role × noun × verb → scope, declared once and asked everywhere.

A scope says how far a right reaches within one werkruimte. Nothing reaches into another one: a
person without a membership there is 'publiek' there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze


class LidRol(Keuze):
    """What a person is in a werkruimte."""

    AGENDABEHEERDER = "agendabeheerder", "Agendabeheerder"
    REDACTEUR = "redacteur", "Redacteur"
    ANALIST = "analist", "Analist"
    PUBLICIST = "publicist", "Publicist (akkoord)"
    SWV_DIRECTEUR = "swv_directeur", "Directeur samenwerkingsverband"
    VOORZITTER = "voorzitter", "Voorzitter of secretaris"
    PARTNER = "partner", "Partner"
    WETHOUDER = "wethouder", "Wethouder"
    PLAATSER = "plaatser", "Plaatser"
    EMBARGOLEZER = "embargolezer", "Embargolezer"
    LEZER = "lezer", "Raadslid (lezer)"
    AUDITOR = "auditor", "FG of auditor"
    PUBLIEK = "publiek", "Publiek"


class Noun(Keuze):
    """What a right is about."""

    AGENDA = "agenda", "de agenda"
    ACTIE = "actie", "acties"
    VOORTGANG = "voortgang", "meldingen van voortgang"
    OPMERKING = "opmerking", "opmerkingen"
    STREEFWAARDE = "streefwaarde", "streefwaarden"
    GELD = "geld", "de begroting"
    NETWERK = "netwerk", "het Doelen-Inspanningen-Netwerk"
    VERZOEK = "verzoek", "verzoeken"
    DOCUMENT = "document", "documenten"
    BESTAND = "bestand", "de agenda als bestand"
    LID = "lid", "mensen en rollen"
    VANDAAG = "vandaag", "de dagstart"
    BRON = "bron", "bronnen en versies"
    CIJFER = "cijfer", "cijfers"
    WERK = "werk", "werk op de achtergrond"
    SLEUTEL = "sleutel", "sleutels voor andere programma's"
    TAAK = "taak", "wettelijke taken"
    PLAN = "plan", "het planregister"
    TOETS = "toets", "de zelfbeoordeling"
    KALENDER = "kalender", "kalenderadressen"
    OVERLEG = "overleg", "overleggen en hun agenda"
    NOTULEN = "notulen", "aantekeningen in een overleg"
    BESLUIT = "besluit", "besluiten"
    AFSPRAAK = "afspraak", "afspraken"
    OPDRACHT = "opdracht", "bestuursopdrachten en voorstellen"
    SAMENWERKING = "samenwerking", "de samenwerking"
    RAADPLEGING = "raadpleging", "raadplegingen"
    SJABLOON = "sjabloon", "het Word-sjabloon"
    DELING = "deling", "delen met een andere werkruimte"
    REGISTRATIE = "registratie", "registraties van personen"
    LOGBOEK = "logboek", "het logboek"
    VERWERKING = "verwerking", "het register van verwerkingen"
    BEWARING = "bewaring", "bewaren en verwijderen"
    INLOGREGEL = "inlogregel", "inloggen met een eigen account"
    AANMELDBELEID = "aanmeldbeleid", "het aanmeldbeleid van scholen"
    PLAATSING = "plaatsing", "plaatsingsronden"
    AANMELDING = "aanmelding", "aanmeldingen en brieven van kinderen"
    VERDELING = "verdeling", "verdelingen van geld over scholen"
    VOORSCHOOL = "voorschool", "afspraken en afrekeningen van de voorschool"
    TELLING = "telling", "cijfers uit registraties"
    VERSLAG = "verslag", "verslagen die de wet vraagt"
    PROFIEL = "profiel", "ondersteuningsprofielen van scholen"
    CASUS = "casus", "casussen van de doorbraakaanpak"
    PROGNOSE = "prognose", "bouwplannen en bewaarde prognoses"
    HUISVESTING = "huisvesting", "gebouwen, aanvragen en projecten"
    BUSINESSCASE = "businesscase", "businesscases"
    AANBOD = "aanbod", "aanbod in en om de school"


class Verb(Keuze):
    """What is done with it."""

    ZIEN = "zien", "zien"
    MAKEN = "maken", "toevoegen"
    WIJZIGEN = "wijzigen", "wijzigen"


class Scope(Keuze):
    """How far a right reaches within a werkruimte."""

    NIETS = "niets", "Nee"
    OPENBAAR = "openbaar", "Wat openbaar is"
    EIGEN_PARTIJ = "eigen_partij", "Van de eigen partij"
    EIGEN_TAFEL = "eigen_tafel", "Waar je zelf aan tafel zit"
    GEDEELD = "gedeeld", "Wat met partners gedeeld is"
    ALLES = "alles", "Alles"


Recht = tuple[Noun, Verb]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, where, and as what. `bekijkt_als` narrows reading and forbids changing."""

    werkruimte: int
    rol: LidRol = LidRol.PUBLIEK
    persoon: int | None = None
    lid: int | None = None
    partij: int | None = None
    naam: str = "Bezoeker"
    bekijkt_als: LidRol | None = None

    def scope(self, noun: Noun, verb: Verb) -> Scope:
        """Return how far this actor's right reaches; looking as somebody else never changes."""
        if self.bekijkt_als is None:
            return scope_of(self.rol, noun, verb)
        if verb is not Verb.ZIEN:
            return Scope.NIETS
        return narrowest(scope_of(self.rol, noun, verb), scope_of(self.bekijkt_als, noun, verb))

    def may(self, noun: Noun, verb: Verb) -> bool:
        """Return whether there is anything of this that the actor may do."""
        return self.scope(noun, verb) is not Scope.NIETS


def _every(verbs: Mapping[Verb, Scope]) -> dict[Recht, Scope]:
    return {(noun, verb): verbs[verb] for noun in Noun for verb in Verb}


VERTROUWELIJK = (Noun.REGISTRATIE, Noun.LOGBOEK, Noun.AANMELDING, Noun.CASUS)
"""What only few may open: not who keeps the agenda, and no program with a key."""

_NIEMAND: dict[Recht, Scope] = _every(dict.fromkeys(Verb, Scope.NIETS))
# Rows about persons and the log are for few: who keeps the agenda is none of them.
_BESLOTEN: dict[Recht, Scope] = {
    (noun, verb): Scope.NIETS for noun in VERTROUWELIJK for verb in Verb
}
# A casus is for its own table alone: whoever may sit at one may begin one, and see no other.
_AAN_TAFEL: dict[Recht, Scope] = {(Noun.CASUS, verb): Scope.EIGEN_TAFEL for verb in Verb}
_BEHEER = _every(dict.fromkeys(Verb, Scope.ALLES)) | _BESLOTEN | _AAN_TAFEL
_LEES_ALLES = (
    _every({Verb.ZIEN: Scope.ALLES, Verb.MAKEN: Scope.NIETS, Verb.WIJZIGEN: Scope.NIETS})
    | _BESLOTEN
)
_LEES_OPENBAAR = _every(
    {Verb.ZIEN: Scope.OPENBAAR, Verb.MAKEN: Scope.NIETS, Verb.WIJZIGEN: Scope.NIETS}
)
_LEES_GEDEELD = (
    _every({Verb.ZIEN: Scope.GEDEELD, Verb.MAKEN: Scope.NIETS, Verb.WIJZIGEN: Scope.NIETS})
    | _BESLOTEN
    | {(Noun.BEWARING, Verb.ZIEN): Scope.NIETS, (Noun.INLOGREGEL, Verb.ZIEN): Scope.NIETS}
)
_INTERN = (
    Noun.OPMERKING, Noun.VERZOEK, Noun.LID, Noun.VANDAAG, Noun.WERK, Noun.SLEUTEL, Noun.TOETS,
    Noun.KALENDER, Noun.NOTULEN, Noun.OPDRACHT, Noun.SAMENWERKING, Noun.RAADPLEGING, Noun.SJABLOON,
    Noun.DELING, Noun.VERWERKING, Noun.BEWARING, Noun.INLOGREGEL, Noun.VOORSCHOOL, Noun.TELLING,
    Noun.PROGNOSE,
)  # fmt: skip
_NIET_VOOR_BUITEN: dict[Recht, Scope] = {
    (noun, Verb.ZIEN): Scope.NIETS for noun in _INTERN
} | _BESLOTEN

_OWN = (
    Noun.TAAK, Noun.PLAN, Noun.BESLUIT, Noun.AFSPRAAK, Noun.AANMELDBELEID, Noun.PROFIEL,
    Noun.AANBOD,
)  # fmt: skip
"""What a partner makes and changes for its own partij."""
_VAN_EIGEN_PARTIJ: dict[Recht, Scope] = {
    (noun, verb): Scope.EIGEN_PARTIJ for noun in _OWN for verb in (Verb.MAKEN, Verb.WIJZIGEN)
}
_PARTNER: dict[Recht, Scope] = (
    _LEES_GEDEELD
    | _AAN_TAFEL
    | _VAN_EIGEN_PARTIJ
    | {
        (Noun.ACTIE, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.VOORTGANG, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.STREEFWAARDE, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.OPMERKING, Verb.MAKEN): Scope.GEDEELD,
        (Noun.VERZOEK, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.VERZOEK, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.DOCUMENT, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.BRON, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.LID, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.LID, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.WERK, Verb.ZIEN): Scope.NIETS,
        (Noun.SLEUTEL, Verb.ZIEN): Scope.NIETS,
        (Noun.TOETS, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.TOETS, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.KALENDER, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.KALENDER, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.KALENDER, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.OVERLEG, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.NOTULEN, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.NOTULEN, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.NOTULEN, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.OPDRACHT, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.SAMENWERKING, Verb.WIJZIGEN): Scope.EIGEN_PARTIJ,
        (Noun.SJABLOON, Verb.ZIEN): Scope.NIETS,
        (Noun.DELING, Verb.ZIEN): Scope.NIETS,
    }
)

RECHTEN: Mapping[LidRol, Mapping[Recht, Scope]] = {
    LidRol.AGENDABEHEERDER: _BEHEER,
    LidRol.REDACTEUR: _BEHEER
    | {
        (noun, verb): Scope.NIETS
        for noun in (Noun.LID, Noun.SLEUTEL, Noun.DELING, Noun.BEWARING, Noun.INLOGREGEL)
        for verb in (Verb.MAKEN, Verb.WIJZIGEN)
    }
    | {(Noun.BESTAND, Verb.WIJZIGEN): Scope.NIETS},
    LidRol.ANALIST: _LEES_ALLES
    | _AAN_TAFEL
    | {
        (noun, verb): Scope.ALLES
        for noun in (Noun.REGISTRATIE, Noun.BRON, Noun.CIJFER, Noun.WERK)
        for verb in Verb
    },
    LidRol.PUBLICIST: _LEES_ALLES,
    LidRol.SWV_DIRECTEUR: _PARTNER
    | {
        (Noun.REGISTRATIE, Verb.ZIEN): Scope.EIGEN_PARTIJ,
        (Noun.REGISTRATIE, Verb.MAKEN): Scope.EIGEN_PARTIJ,
    },
    # Leads series of meetings: gives assignments there, and sees what its papers are made with.
    LidRol.VOORZITTER: _PARTNER
    | {
        (Noun.OPDRACHT, Verb.MAKEN): Scope.EIGEN_PARTIJ,
        (Noun.SJABLOON, Verb.ZIEN): Scope.GEDEELD,
    },
    LidRol.PARTNER: _PARTNER,
    LidRol.WETHOUDER: _LEES_ALLES,
    # Places children: alone opens what they asked for, and the letter that each of them gets.
    LidRol.PLAATSER: _LEES_GEDEELD
    | _NIET_VOOR_BUITEN
    | {(noun, verb): Scope.ALLES for noun in (Noun.PLAATSING, Noun.AANMELDING) for verb in Verb}
    | {(Noun.WERK, Verb.ZIEN): Scope.ALLES},
    LidRol.EMBARGOLEZER: _LEES_OPENBAAR | _NIET_VOOR_BUITEN,
    LidRol.LEZER: _LEES_OPENBAAR | _NIET_VOOR_BUITEN,
    # Reads who did what, never what it was about; the agenda as anybody, to find the way.
    LidRol.AUDITOR: _NIEMAND
    | {
        (Noun.AGENDA, Verb.ZIEN): Scope.OPENBAAR,
        (Noun.LOGBOEK, Verb.ZIEN): Scope.ALLES,
        (Noun.VERWERKING, Verb.ZIEN): Scope.ALLES,
        (Noun.BEWARING, Verb.ZIEN): Scope.ALLES,
    },
    LidRol.PUBLIEK: _LEES_OPENBAAR | _NIET_VOOR_BUITEN | {(Noun.BRON, Verb.ZIEN): Scope.NIETS},
}

_ORDER = (
    Scope.NIETS,
    Scope.OPENBAAR,
    Scope.EIGEN_TAFEL,
    Scope.EIGEN_PARTIJ,
    Scope.GEDEELD,
    Scope.ALLES,
)

_REACH: Mapping[Scope, frozenset[Zichtbaarheid]] = {
    Scope.NIETS: frozenset(),
    Scope.OPENBAAR: frozenset({Zichtbaarheid.PUBLIEK}),
    Scope.EIGEN_TAFEL: frozenset(),
    Scope.EIGEN_PARTIJ: frozenset({Zichtbaarheid.PUBLIEK, Zichtbaarheid.PARTNERS}),
    Scope.GEDEELD: frozenset({Zichtbaarheid.PUBLIEK, Zichtbaarheid.PARTNERS}),
    Scope.ALLES: frozenset(Zichtbaarheid),
}


def scope_of(rol: LidRol, noun: Noun, verb: Verb) -> Scope:
    """Return how far the right of a role reaches; a right that nobody declared is a KeyError."""
    return RECHTEN[rol][(noun, verb)]


def narrowest(one: Scope, other: Scope) -> Scope:
    """Return the scope that reaches least."""
    return min(one, other, key=_ORDER.index)


def reach(scope: Scope) -> frozenset[Zichtbaarheid]:
    """Return the visibilities that a scope lets through."""
    return _REACH[scope]


def allows(
    scope: Scope, zichtbaarheid: Zichtbaarheid, eigenaren: frozenset[int], partij: int | None
) -> bool:
    """Return whether a scope reaches a record, given who owns it and what the own party is.

    The filter that storage makes of a scope answers the same (a property test compares them).
    """
    if zichtbaarheid not in reach(scope):
        return False
    return scope is not Scope.EIGEN_PARTIJ or (partij is not None and partij in eigenaren)
