"""Leerplicht, verzuim and vsv: counts, what is told of them, and the report to the raad."""
