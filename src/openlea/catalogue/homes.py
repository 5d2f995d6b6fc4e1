"""Pupils by where they live, only of gemeenten whose own schools are in the table."""

import narwhals as nw

from openlea.catalogue.measures import Table


def of_known_homes(pupils: Table) -> Table:
    """Return the pupils who live in a gemeente whose own schools are counted in the same table.

    Of some gemeenten the file is missing. Their children who go to school elsewhere are in the
    table, those who stay are not: a figure of those inhabitants would say that nearly everybody
    leaves. They get no figure.
    """
    counted = pupils.select(gemeente_leerling="gemeente").unique()
    return pupils.filter(~nw.col("gemeente_leerling").is_null()).join(
        counted, on="gemeente_leerling", how="semi"
    )
