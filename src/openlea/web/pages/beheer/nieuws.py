"""What is new in this version, for who runs it: what moves and what to do."""

NIEUWS: tuple[str, ...] = (
    "Inloggen kan met de inlogdienst van een organisatie, met een tweede stap of met een passkey.",
    "Een logboek dat een gat of wijziging verraadt; de FG leest het.",
    "Back-up, terugzetten en nalopen met één opdracht; de sleutels blijven erbuiten.",
    "Gezondheid, metingen en logregels zonder gegevens van mensen.",
    "Draait in containers zonder rechten, op een schijf die alleen gelezen wordt.",
)
