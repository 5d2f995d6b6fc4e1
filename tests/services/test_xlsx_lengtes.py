"""What passes the rules can be kept: no text is longer than its column in the database."""

from openlea.policy import agenda_rijen as r
from openlea.policy.agenda_grenzen import LENGTES

MODELS = {
    r.AGENDA: "Agenda",
    r.PARTIJEN: "Partij",
    r.WERKGROEPEN: "Werkgroep",
    r.AMBITIES: "Ambitie",
    r.SPEERPUNTEN: "Speerpunt",
    r.ACTIES: "Actie",
    r.BETROKKENEN: "Betrokkenheid",
    r.VERWIJZINGEN: "Verwijzing",
    r.VOORTGANG: "Voortgang",
    r.STREEFWAARDEN: "Streefwaarde",
    r.JAARWAARDEN: "Jaarwaarde",
    r.GELDSTROMEN: "Geldstroom",
    r.BEGROTING: "Begrotingspost",
    r.WIJZIGINGEN: "Begrotingswijziging",
    r.REALISATIE: "Boeking",
    r.SUBSIDIES: "Subsidie",
    r.DOELEN: "Doel",
    r.INDICATOREN: "Indicator",
}
OTHER_NAMES = {"door_naam": "door"}
NOT_IN_THE_AGENDA = {(r.REALISATIE, "inlezing")}


def test_the_lengths_of_the_rules_are_those_of_the_database() -> None:
    from django.apps import apps

    kept = {
        (blad, OTHER_NAMES.get(field.name, field.name)): field.max_length
        for blad, model in MODELS.items()
        for field in apps.get_model("records", model)._meta.get_fields()
        if getattr(field, "max_length", None) and not getattr(field, "choices", None)
    }
    ruled = {
        (blad, veld): most for blad, velden in LENGTES.items() for veld, most in velden.items()
    }
    assert {place: most for place, most in kept.items() if place not in NOT_IN_THE_AGENDA} == ruled
