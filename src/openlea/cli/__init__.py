"""Open LEA from the command line: the demo, the agenda, reminders, rights and sources."""

from cyclopts import App

from openlea.cli import (
    afspraken,
    agenda,
    backup,
    beheer,
    businesscase,
    cijfers,
    controle,
    data,
    dekkend,
    demo,
    duties,
    gemeente,
    huisvesting,
    indicatoren,
    inlogdienst,
    kalender,
    kluis,
    leerplicht,
    logboek,
    overgangen,
    overleg,
    people,
    plaats,
    prognose,
    pseudonimiseer,
    retention,
    segregatie,
    spreiding,
    synth,
    toets,
    vastgehouden,
    verdeel,
    vervoer,
    vve,
    work,
)
from openlea.cli.refusal import in_one_line

app = App(name="openlea", help="De open werkruimte voor de Lokale Educatieve Agenda.")
app.command(agenda.app)
beheer.add_to(app)
businesscase.add_to(app)
app.command(inlogdienst.app)
demo.add_to(app)
backup.add_to(app)
duties.add_to(app)
gemeente.add_to(app)
huisvesting.add_to(app)
people.add_to(app)
retention.add_to(app)
pseudonimiseer.add_to(app)
spreiding.add_to(app)
data.add_to(app)
cijfers.add_to(app)
controle.add_to(app)
vastgehouden.add_to(app)
verdeel.add_to(app)
vervoer.add_to(app)
vve.add_to(app)
dekkend.add_to(app)
indicatoren.add_to(app)
kalender.add_to(app)
kluis.add_to(app)
leerplicht.add_to(app)
app.command(logboek.app)
app.command(overleg.app)
overgangen.add_to(app)
afspraken.add_to(app)
app.command(plaats.app)
app.command(prognose.app)
segregatie.add_to(app)
synth.add_to(app)
toets.add_to(app)
work.add_to(app)


def main() -> None:
    """Run the command that was asked."""
    with in_one_line():
        app()
