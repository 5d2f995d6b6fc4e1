"""Reads targets and the Doelen-Inspanningen-Netwerk out of the records as plain values."""

from decimal import Decimal

from openlea.core.agenda import Jaarwaarde, Richting, Streefwaarde
from openlea.core.netwerk import Doel, Indicator, IndicatorSoort, Netwerk, Teken, Verband, Zekerheid
from openlea.storage.records import models as records


def streefwaarde_values(
    agenda: "records.Agenda", acties: frozenset[str]
) -> tuple[Streefwaarde, ...]:
    """Return the targets of what is seen: those of speerpunten, indicators and seen actions."""
    found = agenda.streefwaarden.select_related(
        "actie", "speerpunt", "indicator", "eigenaar"
    ).prefetch_related("jaren")
    return tuple(
        _streefwaarde(one) for one in found if one.actie is None or one.actie.code in acties
    )


def _streefwaarde(one: "records.Streefwaarde") -> Streefwaarde:
    bij = one.actie or one.speerpunt or one.indicator
    return Streefwaarde(
        code=one.code,
        bij=bij.code if bij else "",
        maat=one.maat,
        eenheid=one.eenheid,
        richting=Richting(one.richting),
        nulmeting=plain(one.nulmeting),
        nulmeting_op=one.nulmeting_op,
        eigenaar=one.eigenaar.code if one.eigenaar else "",
        bron=one.bron,
        jaren=tuple(
            Jaarwaarde(
                jaar=each.jaar,
                doel=plain(each.doel),
                werkelijk=plain(each.werkelijk),
                peildatum=each.peildatum,
            )
            for each in one.jaren.all()
        ),
    )


def plain(number: Decimal | None) -> Decimal | None:
    """Return a number without the noughts that a database adds behind it.

    >>> plain(Decimal("40.000000")), plain(Decimal("2.50"))
    (Decimal('40'), Decimal('2.5'))
    """
    if number is None:
        return None
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def netwerk_values(agenda: "records.Agenda", acties: frozenset[str]) -> Netwerk:
    """Return goals, indicators and the links whose both ends are seen."""
    hidden = frozenset(agenda.acties.values_list("code", flat=True)) - acties
    return Netwerk(
        doelen=tuple(
            Doel(code=one.code, naam=one.naam, omschrijving=one.omschrijving)
            for one in agenda.doelen.all()
        ),
        indicatoren=tuple(
            Indicator(
                code=one.code,
                naam=one.naam,
                soort=IndicatorSoort(one.soort),
                eenheid=one.eenheid,
                catalogus=one.catalogus,
            )
            for one in agenda.indicatoren.all()
        ),
        verbanden=tuple(
            Verband(
                van=one.van,
                naar=one.naar,
                teken=Teken(one.teken),
                zekerheid=Zekerheid(one.zekerheid),
                toelichting=one.toelichting,
            )
            for one in agenda.verbanden.all()
            if one.van not in hidden and one.naar not in hidden
        ),
    )
