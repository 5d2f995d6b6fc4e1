"""How an amount of money is written in Dutch."""


def euro(cents: int) -> str:
    """Return whole cents in Dutch notation, e.g. '€ -39.740' or '€ 12,50'; no cents when round."""
    heel, rest = divmod(abs(cents), 100)
    teken = "-" if cents < 0 else ""
    staart = f",{rest:02d}" if rest else ""
    return f"€ {teken}{heel:,}".replace(",", ".") + staart
