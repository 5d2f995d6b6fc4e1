"""Whether two counts of the voorschool may be laid side by side, and why not."""

from openlea.core.telling import Telstaat


def why_not_comparable(nu: Telstaat, eerder: Telstaat | None) -> str:
    """Return the reason in Dutch why two counts aren't compared; '' when they may be.

    The doelgroep is what a gemeente says it is (WPO 160): under another definition other children
    are counted, and a difference says nothing of what changed.
    """
    if eerder is None:
        return "Er is nog geen eerdere telling om mee te vergelijken."
    if not nu.definitie or not eerder.definitie:
        return (
            "Van een van beide tellingen is niet vastgelegd welke definitie van de doelgroep gold. "
            "Leg de definitie vast en tel opnieuw."
        )
    if nu.definitie != eerder.definitie:
        return (
            f"De doelgroep is anders bepaald. Nu: {nu.definitie}. "
            f"Toen: {eerder.definitie}. Een verschil zegt dan niets."
        )
    if nu.methode != eerder.methode:
        return f"De telwijze is anders: {nu.methode} en {eerder.methode}."
    return ""
